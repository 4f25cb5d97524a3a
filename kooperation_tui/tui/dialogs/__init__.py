"""Windows over a screen that ask for something and answer with a value or None."""
