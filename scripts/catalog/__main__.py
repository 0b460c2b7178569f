"""The command `catalog`, also as `python -m catalog`."""

import sys


def run() -> None:
    """Load the command line and run it; Ctrl-C is answered from the first moment on."""
    try:
        from catalog.cli import main
    except KeyboardInterrupt:  # loading takes half a second
        sys.exit(130)
    main()


if __name__ == "__main__":
    run()
