"""The capture language: one line of text -> one event, and its echo."""

from kooperation_tui.capture.command import command, recorded
from kooperation_tui.capture.complete import Completion, completions
from kooperation_tui.capture.dates import Ambiguous
from kooperation_tui.capture.echo import echo, preview, refused, say
from kooperation_tui.capture.echo_types import Echo, Part, Tone
from kooperation_tui.capture.normalise import normalise, split_lines
from kooperation_tui.capture.reader import read
from kooperation_tui.capture.reading import (
    Choice,
    Message,
    Reading,
    SpeakersCommand,
    Speaking,
)
from kooperation_tui.capture.rewriting import line_of, rewritten
from kooperation_tui.capture.slash import steers
from kooperation_tui.capture.words import slash_words

__all__ = [
    "Ambiguous",
    "Choice",
    "Completion",
    "Echo",
    "Message",
    "Part",
    "Reading",
    "SpeakersCommand",
    "Speaking",
    "Tone",
    "command",
    "completions",
    "echo",
    "line_of",
    "normalise",
    "preview",
    "read",
    "recorded",
    "refused",
    "rewritten",
    "say",
    "slash_words",
    "split_lines",
    "steers",
]
