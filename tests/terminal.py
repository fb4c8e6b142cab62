"""The program as it is typed into a terminal, while a Telegram is served beside it."""

import asyncio
import os
from pathlib import Path

from tests.forks import program


async def dangol(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the program in `folder`, with nothing of the tester's own settings: exit code, output, errors."""
    clean = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return await asyncio.to_thread(program, folder, *arguments, environment=clean | environment)


def left_in(folder: Path) -> list[str]:
    """The names of what lies in the folder."""
    return sorted(file.name for file in folder.iterdir())
