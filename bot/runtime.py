"""The unit of work: a thread, a transaction, an actor and the moment. Lanes, courier and jobs all go through here.

This is the only place below the command line that asks a clock. A unit that answers an update is one transaction: the
effect, the answers and the mark "this update is done" are committed together, or none of them is.
"""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

import structlog
from sqlmodel import Session

from bot.actions import identity, not_understood, sending, shown_lists
from bot.actions.name_cache import NameCache
from bot.actions.pulse import Pulse
from bot.actions.shop import current_shop
from bot.actions.unit import Handler, Replies, Unit
from bot.clock import Clock
from bot.domain.outgoing import Keyboard, Reply, words
from bot.domain.permissions import SYSTEM, Actor
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.domain.shop import Shop
from bot.understanding.interpreter import Interpreter, Kind, Picked
from storage import access_log, inbox
from storage.database import Database

T = TypeVar("T")
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that nothing here reads, as it may be put to an interpreter with the closed list of kinds. `meant`
    says where it goes then, and is None for what must not be believed."""

    text: str
    kinds: Sequence[Kind]
    meant: Callable[[Picked], "Route | None"]


@dataclass(frozen=True, slots=True)
class Route:
    """Where an update goes. A question reads a snapshot and leaves the one writer free until its answer is written."""

    handler: Handler
    question: bool = False
    unread: Unread | None = None


Router = Callable[[Said, Unit], Route]


class TakenOver(Exception):
    """Another process has this update in hand now, because this one was taken for dead."""


class Runtime:
    """Runs units of work. One per process."""

    def __init__(self, database: Database, clock: Clock, shop: Shop, interpreter: Interpreter | None = None) -> None:
        self.database = database
        self.clock = clock
        self.configured = shop
        self._interpreter = interpreter
        self.pulse = Pulse()
        self._names = NameCache()

    def now(self) -> datetime:
        return self.clock.now()

    async def read(self, work: Callable[[Unit], T], actor: Actor = SYSTEM) -> T:
        """Run `work` on a snapshot."""
        now = self.now()
        return await self.database.read(lambda session: work(self._unit(session, now, actor)))

    async def write(self, work: Callable[[Unit], T], actor: Actor = SYSTEM, *, cause: str = "") -> T:
        """Run `work` in one writing transaction. Any exception rolls all of it back and is raised here."""
        now = self.now()
        units: list[Unit] = []

        def guarded(session: Session) -> T:
            units.append(self._unit(session, now, actor, cause))
            return work(units[0])

        return await self._commit(guarded, units)

    async def answer(self, row: inbox.Claimed, said: Said, router: Router) -> None:
        """The whole life of one update: find its function, run it, commit effect, answers and done.

        A Refusal undoes the effect and is answered with its sentence. Anything else that goes wrong in the function
        undoes the effect too, is logged in full, and is answered with one apology and its reference. An exception from
        the transaction itself (a full disk, a lost database) is raised: the row stays undone. So is TakenOver, when
        another process has taken the row in hand meanwhile.
        """
        now = self.now()
        asked, route, replies = await self.database.read(lambda session: self._ask(session, now, row, said, router))
        if route.unread is not None and (meant := await self._interpreted(route.unread)) is not None:
            route = meant
        units: list[Unit] = []

        def finish(session: Session) -> None:
            if route.question:
                unit, given = replace(asked, session=session), replies
            else:
                unit = self._unit(session, now, identity.identify(session, said), row.key)
                given = self._deed(unit, said, route.handler)
            units.append(unit)
            sending.answer(unit, _as_list(given), said)
            shown_lists.remember(unit, _as_list(given))
            not_understood.remember(unit)
            access_log.write(session, unit.actor, unit.looked_at, now)
            if not inbox.done(session, row, now):
                raise TakenOver

        await self._commit(finish, units)

    async def _interpreted(self, unread: Unread) -> Route | None:
        """Ask outside, between the snapshot and the transaction: nothing is held while the answer is waited for."""
        picked = await self._interpreter.pick(unread.text, unread.kinds) if self._interpreter is not None else None
        if picked is None:
            return None
        try:
            return await asyncio.to_thread(unread.meant, picked)
        except Exception as error:
            log.error("what an interpreter picked could not be read", exc_info=error)
            return None

    async def _commit(self, work: Callable[[Session], T], units: list[Unit]) -> T:
        """Write; `work` leaves its unit in `units`. What was erased is erased from the database's log too."""
        try:
            done = await self.database.write(work)
        except BaseException:
            for unit in units:
                self._undo_names(unit)
            raise
        if units[0].erased:
            await self.database.wipe()
        return done

    def _ask(
        self, session: Session, now: datetime, row: inbox.Claimed, said: Said, router: Router
    ) -> tuple[Unit, Route, Replies]:
        """On a snapshot: understand, choose the function, and run it already if it only reads."""
        unit = self._unit(session, now, identity.identify(session, said), row.key)
        try:
            route = router(said, unit)
            return unit, route, route.handler(said, unit) if route.question else None
        except Refusal as refusal:
            unit.looked_at.clear()
            return unit, Route(_nothing, question=True), refused(refusal)
        except Exception as error:
            unit.looked_at.clear()
            return unit, Route(_nothing, question=True), _apology(row.key, error)

    def _deed(self, unit: Unit, said: Said, handler: Handler) -> Replies:
        try:
            with unit.session.begin_nested():
                return handler(said, unit)
        except Refusal as refusal:
            self._undo_names(unit)
            unit.looked_at.clear()
            return refused(refusal)
        except Exception as error:
            self._undo_names(unit)
            unit.looked_at.clear()
            return _apology(unit.cause, error)

    def _undo_names(self, unit: Unit) -> None:
        if unit.names_changed:
            self._names.forget()

    def _unit(self, session: Session, now: datetime, actor: Actor, cause: str = "") -> Unit:
        vault = self.database.vault
        shop = current_shop(session, vault, self.configured)
        return Unit(session, vault, now, shop, actor, self._names, cause, self.pulse)


def refused(refusal: Refusal) -> Reply:
    """The sentence of a refusal. Whoever must be known first is handed the key for it."""
    keyboard = Keyboard.SHARE_CONTACT if refusal.name == "not-linked" else Keyboard.NONE
    return Reply(words(f"refused-{refusal.name}", **refusal.facts), keyboard=keyboard)


def _apology(cause: str, error: Exception) -> Reply:
    """One sentence for the person, and everything for the log; the reference joins the two."""
    reference = secrets.token_hex(3).upper()
    log.error("a handler failed", reference=reference, cause=cause, exc_info=error)
    return Reply(words("apology", reference=reference))


def _nothing(said: Said, unit: Unit) -> None:
    return None


def _as_list(replies: Replies) -> list[Reply]:
    if replies is None:
        return []
    return [replies] if isinstance(replies, Reply) else list(replies)
