"""The nightly backup: beside the work and not in it, for copying a whole shop takes longer than anybody may wait."""

import asyncio
import errno
from dataclasses import dataclass
from pathlib import Path

from bot.actions import holding, keeping
from bot.runtime import Runtime
from storage import backup, instance
from storage.sealed_file import Damaged


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where a shop keeps what is not in its database: its backups, and its mark (`storage/instance.py`), if any."""

    backups: Path
    mark: Path | None


async def back_up(runtime: Runtime, shop: Keeping) -> None:
    """Make today's backup, and mark the shop as the one that ran today. A failure is told to the owners and raised."""
    day = await runtime.read(lambda unit: unit.today)
    try:
        await asyncio.to_thread(backup.make, runtime.database, shop.backups, day=day, now=runtime.now())
    except Exception as error:
        why = _why(error)
        await runtime.write(lambda unit: keeping.backup_failed(unit, why))
        raise
    await count_start(runtime, shop.mark)


async def remind_of_key(runtime: Runtime) -> None:
    """Without the key a backup is worth nothing."""
    await runtime.write(keeping.remind_of_key)


async def count_start(runtime: Runtime, mark_file: Path | None) -> None:
    """Hold the shop if it is a copy, and mark it as the one that ran here last."""
    mark = await runtime.write(lambda unit: holding.begin(unit, mark_file))
    if mark_file is not None and mark is not None:
        instance.keep(mark_file, mark)


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return "no-room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "no-access"
    return "damaged" if isinstance(error, Damaged) else "other"
