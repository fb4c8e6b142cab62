"""Updates on their way to the bot: kept until they are acknowledged, for a day at most.

Acknowledging is asking with a higher offset. Of two long polls at once the older is ended with 409, as at Telegram.
"""

import asyncio
import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.playground.calls import Json
from bot.playground.errors import conflict

KEPT_FOR = timedelta(hours=24)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """The updates of one bot, oldest first."""

    def __init__(self, clock: Clock, first_id: int = 100_000) -> None:
        self._clock = clock
        self._next_id = first_id
        self._pending: list[tuple[datetime, Json]] = []
        self._again: list[Json] = []
        self._poll: asyncio.Future[None] | None = None
        self._allowed: frozenset[str] = frozenset()
        self._copies = 1
        self._shuffle: random.Random | None = None
        self.arrived = asyncio.Event()
        self.history: list[Json] = []

    def push(self, kind: str, payload: Json) -> Json:
        """Make an update of `payload`; it waits for the bot unless the bot does not want its kind."""
        update: Json = {"update_id": self._next_id, kind: payload}
        self._next_id += 1
        self.history.append(update)
        if self._wanted(kind):
            self._pending.append((self._clock.now(), update))
            self._wake()
        return update

    def push_raw(self, update: Json) -> Json:
        """An update as somebody else wrote it, broken perhaps; without an update_id it gets the next one."""
        update = {"update_id": self._next_id, **update}
        self._next_id = max(self._next_id, int(update["update_id"])) + 1
        self.history.append(update)
        self._pending.append((self._clock.now(), update))
        self._wake()
        return update

    def disturb(self, *, copies: int = 1, shuffle_seed: int | None = None) -> None:
        """From now on deliver every update `copies` times in one batch, in a random order when a seed is given."""
        self._copies = copies
        self._shuffle = None if shuffle_seed is None else random.Random(shuffle_seed)

    def redeliver(self, update_ids: Sequence[int] | None = None) -> None:
        """Deliver updates once more although they were acknowledged (None: all that ever were).

        What still waits is left where it is: Telegram never hands over a chat's later update before the earlier one.
        """
        chosen = None if update_ids is None else set(update_ids)
        waiting = {id(update) for _, update in self._pending}
        self._again += [
            u for u in self.history if id(u) not in waiting and (chosen is None or u["update_id"] in chosen)
        ]
        self._wake()

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember which kinds the bot wants; None leaves the last choice, as at Telegram."""
        if kinds is not None:
            self._allowed = frozenset(kinds)

    def _wanted(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed else kind not in NOT_BY_DEFAULT

    def hang_up(self) -> None:
        """End the long poll that waits, with nothing."""
        self._wake()

    def _wake(self) -> None:
        self.arrived.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    @property
    def waiting(self) -> int:
        return len(self._pending)

    def first(self) -> Json | None:
        """The oldest waiting update, left in the queue."""
        self._forget_old()
        return self._again[0] if self._again else self._pending[0][1] if self._pending else None

    def done(self, update: Json) -> None:
        """A webhook took this update."""
        if update in self._again:
            self._again.remove(update)
        else:
            self._pending = [(at, u) for at, u in self._pending if u is not update]

    def drop(self) -> None:
        self._pending.clear()

    def _forget_old(self) -> None:
        limit = self._clock.now() - KEPT_FOR
        while self._pending and self._pending[0][0] < limit:
            self._pending.pop(0)

    def _acknowledge(self, offset: int) -> None:
        if offset > 0:
            self._pending = [(at, u) for at, u in self._pending if u["update_id"] >= offset]
        elif offset < 0:
            self._pending = self._pending[offset:]

    def _batch(self, limit: int) -> list[Json]:
        batch = [update for _, update in self._pending[:limit]] * self._copies + self._again
        self._again = []
        if self._shuffle:
            self._shuffle.shuffle(batch)
        return batch

    async def poll(self, offset: int, limit: int, wait: float) -> list[Json]:
        """getUpdates. `wait` in seconds, 0 answers at once. Raises ApiError 409 when another poll takes over."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(
                conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
            )
        self._forget_old()
        self._acknowledge(offset)
        if not (self._pending or self._again) and wait > 0:
            mine = self._poll = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(mine, wait)
            except TimeoutError:
                return []
            finally:
                if self._poll is mine:
                    self._poll = None
        return self._batch(limit)
