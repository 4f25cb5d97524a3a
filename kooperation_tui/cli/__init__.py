"""The command line. click lives in this room and nowhere else; Textual is never imported."""
