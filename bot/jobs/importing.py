"""An import as a job: small batches, so that everybody else gets their turn in between."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from bot.actions import importing
from bot.actions.importing_run import Batch, Counts, Run, Taken
from bot.domain.permissions import SYSTEM, Actor
from bot.domain.rows import RefusedRow
from bot.runtime import Runtime
from storage.importing import Collision

_PEOPLE_A_BATCH = 100
_TRIES = 3


async def bring_in(
    runtime: Runtime,
    run: Run,
    file: str,
    *,
    refused: Callable[[RefusedRow], None],
    progress: Callable[[int], None],
    actor: Actor = SYSTEM,
) -> Counts:
    """Take a whole file. `refused` is given each row that was not taken, `progress` the number of rows done so far.

    Whatever was committed stays when this is cut off, and comes to no more when the file is taken again.
    """
    await runtime.write(partial(importing.begin, run=run, file=file), actor)
    try:
        for batch in run.batches():
            started = time.perf_counter()
            taken = await _take(runtime, run, batch, actor)
            run.fit(len(batch), time.perf_counter() - started)
            run.note(taken)
            for row in taken.refused:
                refused(row)
            progress(run.counts.rows)
    finally:
        for some in _parts(sorted(run.touched), _PEOPLE_A_BATCH):
            await runtime.write(partial(importing.refresh_figures, customer_ids=some), actor)
    return run.counts


async def _take(runtime: Runtime, run: Run, batch: Batch, actor: Actor) -> Taken:
    for _ in range(_TRIES - 1):
        try:
            return await runtime.write(partial(importing.take, run=run, batch=batch), actor)
        except Collision:
            # The bot has just written one of these people, or taken them away: look them all up anew.
            run.found.clear()
    return await runtime.write(partial(importing.take, run=run, batch=batch), actor)


def _parts(ids: Iterable[int], size: int) -> Iterator[list[int]]:
    rest = iter(ids)
    while part := list(islice(rest, size)):
        yield part
