"""Write the next migration, by what has become of the models: `python -m storage.migrations.write "add prepaid"`.

It compares the models with a fresh SQLite database at the newest revision. Read what it wrote before you commit it:
it cannot see a changed CHECK constraint, and a rename looks to it like one thing dropped and another added.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command

from bot.clock import SystemClock
from storage.migrate import alembic_config, climb, climbing_engine, revisions


def main(message: str) -> None:
    known = revisions()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'newest.db'}"
        if known:
            climb(url, now=SystemClock().now())
        with climbing_engine(url) as engine, engine.begin() as connection:
            config = alembic_config(connection)
            command.revision(config, message, autogenerate=True, rev_id=f"{len(known) + 1:04}")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
