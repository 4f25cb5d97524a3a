"""The least Textual app that fills a screen: the baseline for start, memory and idling."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class BareApp(App[None]):
    """Ten lines of text and a footer that shows F5."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Text and footer."""
        yield Static("\n".join(f"Line {number}" for number in range(1, 11)))
        yield Footer()

    def on_mount(self) -> None:
        """Bind the key in the footer by which a probe sees that the screen is ready."""
        self.bind("f5", "refresh", description="F5")


if __name__ == "__main__":
    BareApp().run()
