"""``python -m kooperation_tui`` is the ``kooperation`` command."""

from kooperation_tui.cli.main import main

if __name__ == "__main__":
    main()
