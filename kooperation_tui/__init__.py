"""Kooperation: meetings of cooperation networks, from the invitation to the agreement."""

__version__ = "0.1.0"
