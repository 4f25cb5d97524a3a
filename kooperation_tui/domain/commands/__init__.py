"""Commands on the newest state: each returns a `Change` or raises `Refused`.

Outside the log of a running meeting everything a person can change goes
through here, from the screens as from the command line.
"""
