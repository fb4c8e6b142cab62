"""The program as it is typed into a terminal, while a Telegram is served beside it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path


async def dangol(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the program in `folder`, with nothing of the tester's own settings: exit code, output, errors."""
    clean = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    more = {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONIOENCODING": "utf-8"}
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=clean | more | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def left_in(folder: Path) -> list[str]:
    """The names of what lies in the folder."""
    return sorted(file.name for file in folder.iterdir())
