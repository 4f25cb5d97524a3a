"""Search over everything a network has written down."""

from kooperation_tui.search.entry import Kind
from kooperation_tui.search.finding import Found, Searcher, find

__all__ = ["Found", "Kind", "Searcher", "find"]
