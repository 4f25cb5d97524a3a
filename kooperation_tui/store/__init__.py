"""Where a network is kept: one contract, a TinyDB file behind it, and a store in memory.

Everything above this room knows `contract.Store` and nothing else; which
backend serves it is decided where the program starts.
"""
