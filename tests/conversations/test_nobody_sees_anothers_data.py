"""Every button and command of the registry, tried by whoever has no right to it: nobody is shown another's data.

The table is made from `handlers/tables/`, so a handler that is added is tried as well: each verb with the real ids of
somebody else's things, by a stranger (which whoever was removed from the staff is too), by another customer, and by the
owner in a group. The owner in private is the control: the same presses do show her. Each try runs in a transaction that
is taken back.
"""

import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.actions.unit import Unit
from bot.domain.outgoing import Reply
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.said import ChatKind, Said
from bot.runtime import Router, refused
from handlers import routes
from handlers.tables.buttons import BUTTONS
from handlers.tables.commands import COMMANDS
from storage.database import Database
from storage.models import Appointment, Case, CaseLine, Customer, JournalEntry, Order, TimeAsked, Visit
from tests import cast
from tests.chat import OWNER, ShopUnderTest, open_shop
from tests.texts.messages import catalog

NUMBER = "+821023456781"
CANARIES = ("김수연", "6781", "suyeon.kim@example.com", "성산로", "바지", "풀 먹이지", "25,000", "문 앞에")
HERS = (Customer, Visit, Order, Appointment, Case, CaseLine, TimeAsked)
STRANGER = Actor(Role.STRANGER, 601, 601)
MINJI = 602

Handler = Callable[[Said, Unit], Any]
Rows = list[tuple[object, ...]]


@dataclass
class Stage:
    """A shop that knows everything of 김수연, with the public id of everything that is hers."""

    shop: ShopUnderTest
    ids: list[str]
    minji: Actor


@dataclass(frozen=True)
class Seen:
    """What became of a try: the texts that were shown, whether anything of hers changed, and why it was refused."""

    text: str
    changed: bool
    refusal: str


class TakenBack(Exception):
    """What was tried is undone."""


@pytest.fixture
async def stage(sqlite_database: Database) -> AsyncIterator[Stage]:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        await shop.owner()

        def write(unit: Unit) -> Actor:
            person = cast.customer(unit, "김수연", NUMBER, email="suyeon.kim@example.com")
            person.address, person.note = "서울 마포구 성산로 12", "문 앞에 두지 말 것"
            cast.visit(unit, person, 20, ("바지", 1, 25_000))
            cast.order(unit, person, ("바지", 1, 25_000), promised_at=None)
            return cast.linked(unit, cast.customer(unit, "민지", "+821011112222"), MINJI)

        minji = await shop.assistant.runtime.write(write)
        victim = await shop.customer(501, "수연", phone=NUMBER)
        for sentence in (
            "다음엔 풀 먹이지 말아주세요",
            "이메일 new@example.com 으로 바꿔주세요",
            "수요일 2시 예약 부탁드려요",
        ):
            await victim.says(sentence)
        with shop.database.reading() as session:
            ids = [
                public_id
                for model in (Customer, Order, Case, TimeAsked)
                for public_id in session.exec(select(model.public_id))
            ]
            newest = select(JournalEntry.public_id).order_by(col(JournalEntry.id).desc()).limit(2)
            ids += session.exec(newest)
        yield Stage(shop, ids, minji)


def presses(ids: list[str]) -> Iterator[str]:
    """Data of every button there is, with every id in its first place and plain parts behind it."""
    for verb, (function, _) in BUTTONS.items():
        parts = [
            one for one in inspect.signature(function).parameters.values() if one.kind is one.POSITIONAL_OR_KEYWORD
        ]
        more = len(parts) - 2
        for first in ids if more else [""]:
            data = ":".join(["1", verb, *([first, *["0"] * (more - 1)] if more else [])])
            if len(data.encode()) <= 64:
                yield data


def said(actor: Actor, *, button: str = "", text: str = "", kind: ChatKind = ChatKind.PRIVATE) -> Said:
    at = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
    return Said(1, at, actor.user_id, actor.chat_id, kind, message_id=1, button=button, text=text)


async def tried(stage: Stage, actor: Actor, router: Router, one: Said) -> tuple[str, bool]:
    """What the actor is shown in Korean, and whether anything of 김수연 was changed; then all of it is taken back."""
    seen = await outcome(stage, actor, lambda said, unit: router(said, unit).handler(said, unit), one, hers)
    return seen.text, seen.changed


async def outcome(stage: Stage, actor: Actor, handler: Handler, one: Said, hers: Callable[[Session], Rows]) -> Seen:
    """Call it as this actor, render what is shown in Korean, and take everything back."""
    shown: list[str] = []
    changed, refusal = False, ""

    def attempt(unit: Unit) -> None:
        nonlocal changed, refusal
        before = hers(unit.session)
        try:
            given = handler(one, unit)
        except Refusal as reason:
            refusal, given = reason.name, refused(reason)
        replies = [given] if isinstance(given, Reply) else list(given or ())
        for reply in replies:
            words = [reply.text, *(button.label for row in reply.buttons for button in row)]
            shown.extend(catalog().render(each, "ko", zone=unit.shop.zone, today=unit.today) for each in words)
            shown.append(reply.document.data.decode("utf-8", "replace") if reply.document else "")
        unit.session.flush()
        changed = hers(unit.session) != before
        raise TakenBack

    with pytest.raises(TakenBack):
        await stage.shop.assistant.runtime.write(attempt, actor, cause="try")
    return Seen("\n".join(shown), changed, refusal)


def hers(session: Session) -> Rows:
    """Every row of 김수연, who is number 1."""
    found: Rows = []
    for model in HERS:
        rows = session.exec(select(model)).all()
        mine = [row for row in rows if getattr(row, "customer_id", getattr(row, "id", 0)) == 1 or model is CaseLine]
        found += [tuple(getattr(row, name) for name in model.model_fields) for row in mine]
    return found


def leaks(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary in text]


@pytest.mark.parametrize("who", ["stranger", "another customer"])
async def test_no_button_shows_or_changes_her_for_somebody_else(stage: Stage, who: str) -> None:
    actor = STRANGER if who == "stranger" else stage.minji

    found = []
    for data in presses(stage.ids):
        shown, changed = await tried(stage, actor, routes.by_button, said(actor, button=data))
        if leaks(shown) or changed:
            found.append((data, leaks(shown), changed))

    assert found == []


async def test_no_button_shows_her_in_a_group_not_even_to_the_owner(stage: Stage) -> None:
    owner = Actor(Role.OWNER, OWNER, -100)

    for data in presses(stage.ids):
        one = said(owner, button=data, kind=ChatKind.GROUP)
        shown, changed = await tried(stage, owner, routes.by_button, one)
        assert (leaks(shown), changed) == ([], False), data


async def test_the_same_presses_show_her_to_the_owner(stage: Stage) -> None:
    owner = Actor(Role.OWNER, OWNER, OWNER)
    verbs = set()

    for data in presses(stage.ids):
        shown, changed = await tried(stage, owner, routes.by_button, said(owner, button=data))
        if leaks(shown) or changed:
            verbs.add(data.split(":")[1])

    assert {"card", "case-answer", "time-yes"} <= verbs


@pytest.mark.parametrize("who", ["stranger", "another customer"])
async def test_no_command_shows_her_to_somebody_else(stage: Stage, who: str) -> None:
    actor = STRANGER if who == "stranger" else stage.minji

    for command in COMMANDS:
        shown, changed = await tried(stage, actor, routes.by_command, said(actor, text=f"/{command}"))
        assert (leaks(shown), changed) == ([], False), command
