"""`python -m bot`."""

import gc

# Nothing that is imported becomes rubbish: to look for some meanwhile takes a fifth of the start, and later again and
# again a moment of the work.
gc.disable()
from bot.cli import main  # noqa: E402

gc.freeze()
gc.enable()

if __name__ == "__main__":
    main()
