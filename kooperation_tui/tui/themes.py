"""The colours. Every pair that is used keeps a contrast that a test computes."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="kooperation-dark",
    primary="#6fb3b8",
    secondary="#b8a46f",
    accent="#e3b261",
    foreground="#dfe4e4",
    background="#14191c",
    surface="#1a2125",
    panel="#222b30",
    success="#8fbf7f",
    warning="#e3b261",
    error="#ea9280",
    dark=True,
    variables={"dim": "#9aa7aa", "cursor": "#2c3d42"},
)
LIGHT: Final = Theme(
    name="kooperation-light",
    primary="#1c656d",
    secondary="#7a6220",
    accent="#824b00",
    foreground="#1b2426",
    background="#f6f5f1",
    surface="#ffffff",
    panel="#e9e8e2",
    success="#2b6327",
    warning="#7a4a00",
    error="#a5341f",
    dark=False,
    variables={"dim": "#525c5f", "cursor": "#d9e6e4"},
)
CONTRAST: Final = Theme(
    name="kooperation-contrast",
    primary="#8fe8f0",
    secondary="#ffe08a",
    accent="#ffd75f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#161616",
    success="#a8f094",
    warning="#ffd75f",
    error="#ffb3a6",
    dark=True,
    variables={"dim": "#d0d0d0", "cursor": "#26363a"},
)
OURS: Final = (DARK, LIGHT, CONTRAST)

FALLBACK_DARK: Final = {"dim": "#a8a8a8", "cursor": "#303030"}
FALLBACK_LIGHT: Final = {"dim": "#505050", "cursor": "#d8d8d8"}
"""For Textual's own themes, which know none of our names."""

INKS: Final = ("foreground", "dim", "primary", "accent", "success", "warning", "error")
GROUNDS: Final = ("background", "surface", "panel", "cursor")
"""Each ink may stand on each ground; `background` also stands on `primary` (inverted)."""
