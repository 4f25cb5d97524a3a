"""The least Textual app to type in: the baseline for key echo."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, TextArea


class BareTextArea(App[None]):
    """An empty TextArea with the focus, and a footer that shows F5."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Area and footer."""
        yield TextArea()
        yield Footer()

    def on_mount(self) -> None:
        """Bind the key in the footer by which a probe sees that the screen is ready."""
        self.bind("f5", "refresh", description="F5")


if __name__ == "__main__":
    BareTextArea().run()
