"""Write the next migration, by what has become of the models: `python -m storage.migrations.write "add prepaid"`.

It compares the models with a fresh SQLite database at the newest revision. Read what it wrote before you commit it:
it cannot see a changed CHECK constraint, and a rename looks to it like one thing dropped and another added.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from bot.clock import SystemClock
from storage.migrate import FOLDER, alembic_config, climb, climbing_engine, revisions


def main(message: str, folder: Path = FOLDER) -> None:
    known = revisions(folder)
    with tempfile.TemporaryDirectory() as scratch:
        url = f"sqlite:///{Path(scratch) / 'newest.db'}"
        if known:
            climb(url, now=SystemClock().now(), folder=folder)
        with climbing_engine(url) as engine, engine.begin() as connection:
            config = alembic_config(connection, folder)
            command.revision(config, message, autogenerate=True, rev_id=f"{len(known) + 1:04}")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
