"""From states to lines of text with tones: pure functions, no widget in sight."""
