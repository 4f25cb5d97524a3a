"""What a network, a meeting and an agreement are: data, rules and commands. Pure.

Nothing here knows a clock, a locale, a file or a screen: the moment and new
identities are handed in, and every rule answers with data or with `Refused`.
"""
