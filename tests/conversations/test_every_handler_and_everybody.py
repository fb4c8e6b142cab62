"""Every handler of the registry by everybody: nobody is shown another's data, and the rightful person is let through.

The table is made from `handlers/tables/`: each function of each of its tables is called the way a router calls it,
with what it takes (a sentence understood, the parts of a button with real ids of somebody else's things, a typed text),
by a stranger (which whoever was removed from the staff is too), another customer and a colleague who may only look; and
every kind of update (message, command, press, stale press, contact, file, photo, edit, forward) goes through the
routers in private and in a group. A handler that is added is a row here by itself.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime, time
from inspect import Parameter, signature
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from sqlmodel import Session, col, select

from bot.actions.unit import Unit
from bot.domain.permissions import Actor, Role
from bot.domain.said import ChatKind, Said, SharedContact, SharedFile
from bot.runtime import Route
from bot.understanding.asks.values import Item, Period, Spoken
from bot.understanding.asks.visits import RecordVisit
from handlers import errors, routes
from handlers.sentences import by_sentence
from handlers.tables.buttons import BUTTONS
from handlers.tables.commands import COMMANDS
from handlers.tables.customer_says import CUSTOMER_SAYS
from handlers.tables.forms import FORMS
from handlers.tables.keys import CUSTOMER_KEYS, KEYS
from handlers.tables.owner_says import OWNER_MEANS, OWNER_SAYS
from storage.database import Database
from storage.models import Case, CaseLine, Customer, JournalEntry, Order, Photo, Staff, TimeAsked
from tests import cast
from tests.chat import OWNER, open_shop
from tests.conversations.test_nobody_sees_anothers_data import (
    MINJI,
    STRANGER,
    Handler,
    Seen,
    Stage,
    outcome,
    presses,
)
from tests.conversations.test_nobody_sees_anothers_data import hers as all_of_her
from tests.playground.test_files import png

# Somebody of whom no example of what can be said speaks.
NAME, NUMBER = "금빛나래", "+821023457731"
CANARIES = (NAME, "7731", "narae@example.com", "성산로", "두루마기", "참숯향", "23,450", "문 앞에")
SUYEON = Actor(Role.CUSTOMER, 501, 501, 1)
READER = Actor(Role.READER, 9003, 9003)
SHOP_OWNER = Actor(Role.OWNER, OWNER, OWNER)
NOT_LET = {"not-allowed", "not-linked"}
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


def leaks(seen: Seen) -> list[str]:
    return [canary for canary in CANARIES if canary in seen.text]


@dataclass(frozen=True)
class Row:
    """One handler with what it is called with. `side` is whose it is: shop, customer or anybody's."""

    name: str
    function: Callable[..., Any]
    more: tuple[object, ...]
    text: str
    side: str


@pytest.fixture
async def stage(sqlite_database: Database) -> AsyncIterator[Stage]:
    async with open_shop(sqlite_database, shop_preset="laundry") as shop:
        owner = await shop.owner()
        for sentence in ("예약 켜줘", "포인트 켜줘"):
            await owner.says(sentence)

        def write(unit: Unit) -> Actor:
            person = cast.customer(unit, NAME, NUMBER, email="narae@example.com")
            person.address, person.note, person.preferences = "서울 마포구 성산로 12", "문 앞에 두지 말 것", "참숯향"
            cast.visit(unit, person, 20, ("두루마기", 1, 23_450))
            cast.order(unit, person, ("두루마기", 1, 23_450), promised_at=None)
            unit.session.add(Staff(user_id=READER.user_id, role="reader", added_at=unit.now, started_at=unit.now))
            return cast.linked(unit, cast.customer(unit, "민지", "+821011112222"), MINJI)

        minji = await shop.assistant.runtime.write(write)
        victim = await shop.customer(501, "나래", phone=NUMBER)
        for sentence in ("다음엔 두루마기에 참숯향 넣지 말아주세요", "수요일 2시 예약 부탁드려요"):
            await victim.says(sentence)
        await owner.does(lambda: owner.person.sends_photo(png(10, 10), f"{NAME} 두루마기"))
        with shop.database.reading() as session:
            ids = [
                public_id
                for model in (Customer, Order, Case, TimeAsked, Photo, JournalEntry)
                for public_id in session.exec(select(model.public_id).where(_of_her(model)))
            ]
        yield Stage(shop, ids[-1:] + ids[:12], minji)


def _of_her(model: Any) -> Any:
    return (model.id if model is Customer else model.customer_id) == 1


def table(ids: list[str]) -> Iterator[Row]:
    """Every function of every table of the registry, with everything that it can be called with."""
    for kind, (function, _) in OWNER_SAYS.items():
        yield Row(f"owner says {kind.__name__}", function, (example(kind),), NAME, "shop")
    for kind, (function, _) in OWNER_MEANS.items():
        yield Row(f"owner means {kind.__name__}", function, (example(kind),), NAME, "shop")
    for kind, (function, _) in CUSTOMER_SAYS.items():
        yield Row(f"customer says {kind.__name__}", function, (example(kind),), NAME, "customer")
    for command, by_role in COMMANDS.items():
        for role, (function, _) in by_role.items():
            yield Row(f"/{command} of {role or 'customer'}", function, (), "", "shop" if role else "customer")
    for key, (function, _) in KEYS.items():
        yield Row(key, function, (), "", "customer" if key in CUSTOMER_KEYS else "shop")
    for form, waiting in FORMS.items():
        function, _ = waiting.takes
        module = home(function)
        yield Row(f"form {form}", function, (), NAME, "customer" if module.startswith("customer") else "shop")
    for verb, (function, _) in BUTTONS.items():
        side = "customer" if home(function).startswith("customer") else "shop"
        for one in ids if parts_of(function) else [""]:
            parts = (one, *["0"] * (parts_of(function) - 1)) if one else ()
            yield Row(f"press {verb}", function, parts, "", side)


def parts_of(function: Callable[..., Any]) -> int:
    """How many parts a button of this function carries."""
    plain = [one for one in signature(function).parameters.values() if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
    return len(plain) - 2


def home(function: Callable[..., Any]) -> str:
    return str(getattr(function, "__module__", "")).rpartition(".")[2]


def example(kind: type) -> object:
    """A sentence understood, about her wherever it can be about somebody."""
    hints = get_type_hints(kind)
    given = {}
    for one in fields(kind):
        if one.default is MISSING or one.name in _OF_SOMEBODY:
            closed = _CLOSED.get((kind.__name__, one.name))
            given[one.name] = closed if closed is not None else value(hints[one.name], one.name)
    return kind(**given)


def value(hint: Any, name: str) -> Any:
    """Something of a type that an ask holds."""
    if get_origin(hint) in (Union, UnionType):
        options = [one for one in get_args(hint) if one is not type(None)]
        return value(datetime if datetime in options else options[0], name)
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        several = 2 if get_args(hint)[1:] not in ((), (Ellipsis,)) else 1
        return tuple(value(inner, name) for _ in range(several))
    if hint is Spoken:
        return Spoken(NAME, NAME)
    if hint is Item:
        return Item("두루마기")
    if hint is RecordVisit:
        return example(RecordVisit)
    if hint is Period:
        return Period(date(2026, 1, 1), date(2027, 1, 1), "this_year")
    known: dict[Any, Any] = {
        bool: False,
        int: 1,
        float: 1.0,
        date: date(2026, 11, 25),
        time: time(14),
        datetime: datetime(2026, 11, 25, 5, 0, tzinfo=UTC),
    }
    return known.get(hint, _WORDS.get(name, NAME))


# Fields that hold one word of a closed list.
_CLOSED: dict[tuple[str, str], object] = {
    ("Chart", "about"): "weeks",
    ("OwnerClock", "what"): "brief",
    ("GuardianAgreed", "how"): "phone",
    ("MessageText", "which"): "ready",
    ("SetDetail", "detail"): "name",
    ("ShopSettings", "about"): "name",
}
_OF_SOMEBODY = {"name", "other", "about", "note", "when", "at", "to", "period", "items"}
_WORDS = {"field": "phone", "part": "points", "by": "spent", "paid_by": "card", "sort": "complaint", "scope": "all"}


async def tried(stage: Stage, actor: Actor, handler: Handler, one: Said) -> Seen:
    return await outcome(stage, actor, handler, one, hers)


def hers(session: Session) -> list[tuple[object, ...]]:
    """Every row of hers, and what she said; what somebody else says is their own."""
    others = select(Case.id).where(Case.customer_id != 1)
    lines = {row.id for row in session.exec(select(CaseLine).where(col(CaseLine.case_id).in_(others)))}
    return [row for row in all_of_her(session) if not (len(row) == len(CaseLine.model_fields) and row[0] in lines)]


def spoken(actor: Actor, text: str = "", kind: ChatKind = ChatKind.PRIVATE, **more: Any) -> Said:
    chat_id = actor.chat_id if kind is ChatKind.PRIVATE else -100
    return Said(1, NOW, actor.user_id, chat_id, kind, message_id=1, text=text, **more)


def called(row: Row) -> Callable[[Said, Unit], Any]:
    return lambda said, unit: row.function(said, unit, *row.more)


@pytest.mark.long
@pytest.mark.parametrize("who", ["a stranger", "another customer"])
async def test_nobody_outside_is_shown_her_data_by_any_handler(stage: Stage, who: str) -> None:
    actor = STRANGER if who == "a stranger" else stage.minji
    found, rows = [], 0

    for row in table(stage.ids):
        rows += 1
        seen = await tried(stage, actor, called(row), spoken(actor, row.text))
        # What somebody typed may come back as it was; anything else of hers may not.
        told = [leak for leak in leaks(seen) if leak not in f"{row.text} {row.more}"]
        if told or seen.changed:
            found.append((row.name, told, seen.changed, seen.refusal))

    assert rows > 250
    assert found == []


@pytest.mark.long
async def test_whoever_may_only_look_changes_nothing_of_hers(stage: Stage) -> None:
    changed = [
        row.name
        for row in table(stage.ids)
        if (await tried(stage, READER, called(row), spoken(READER, row.text))).changed
    ]

    assert changed == []


@pytest.mark.long
async def test_the_rightful_person_is_let_through_by_every_handler(stage: Stage) -> None:
    let: dict[str, bool] = {}
    answered: dict[str, bool] = {}
    shown = 0

    for row in table(stage.ids):
        actor = SHOP_OWNER if row.side == "shop" else SUYEON
        seen = await tried(stage, actor, called(row), spoken(actor, row.text))
        let[row.name] = let.get(row.name, False) or seen.refusal not in NOT_LET
        answered[row.name] = answered.get(row.name, False) or bool(seen.text or seen.changed)
        shown += bool(leaks(seen))

    assert [name for name, is_let in let.items() if not is_let] == []
    assert [name for name, is_answered in answered.items() if not is_answered] == []
    assert shown > 40


MESSAGES: dict[str, tuple[Callable[[Said, Unit], Route], dict[str, Any]]] = {
    "a sentence": (by_sentence, {"text": f"{NAME} 카드 보여줘"}),
    "her number": (by_sentence, {"text": "010-2345-7731"}),
    "the end of it": (by_sentence, {"text": "7731"}),
    "her name": (by_sentence, {"text": NAME}),
    "a question of a customer": (by_sentence, {"text": "내 정보"}),
    "a forwarded sentence": (by_sentence, {"text": f"{NAME} 카드 보여줘", "forwarded": True}),
    "a reply": (by_sentence, {"text": "네", "reply_to_message_id": 3}),
    "her contact": (routes.by_contact, {"contact": SharedContact("+821023457731", 501, "나래")}),
    "her contact without an id": (routes.by_contact, {"contact": SharedContact("+821023457731", None, "나래")}),
    "her contact forwarded": (
        routes.by_contact,
        {"contact": SharedContact("+821023457731", 601, "나래"), "forwarded": True},
    ),
    "a file": (routes.by_document, {"file": SharedFile("f", "손님.csv", "text/csv", 10)}),
    "a photo": (routes.by_photo, {"file": SharedFile("f", "", "image/jpeg", 10), "text": f"{NAME} 두루마기"}),
    "a forwarded photo": (
        routes.by_photo,
        {"file": SharedFile("f", "", "image/jpeg", 10), "text": f"{NAME} 두루마기", "forwarded": True},
    ),
    "an edit": (routes.to(errors.edited), {"text": f"{NAME} 카드 보여줘"}),
    "a stale press": (routes.by_button, {"button": "0:card:AAAA"}),
    "a press": (routes.by_button, {"button": "1:card:{her}"}),
    "a stale press of the same": (routes.by_button, {"button": "0:card:{her}"}),
    "a press of nothing": (routes.by_button, {"button": "1:no-such-verb:AAAA"}),
    "a start with a code": (routes.by_command, {"text": "/start claim-AAAAAAAA"}),
    "an unknown command": (routes.by_command, {"text": "/customers " + NAME}),
}
# To whom each kind of message rightly shows her. What is shown to nobody has the kind that it differs from instead:
# to the same person that one shows her, and this one does not.
CONTROLS: dict[str, Actor | str] = {
    "a sentence": SHOP_OWNER,
    "her number": SUYEON,
    "the end of it": SHOP_OWNER,
    "her name": SHOP_OWNER,
    "a question of a customer": SUYEON,
    "a forwarded sentence": "a sentence",
    "a reply": "a sentence",
    "her contact": SUYEON,
    "her contact without an id": SHOP_OWNER,
    "her contact forwarded": SHOP_OWNER,
    "a file": "a photo",
    "a photo": SHOP_OWNER,
    "a forwarded photo": "a photo",
    "an edit": "a sentence",
    "a stale press": "a press",
    "a press": SHOP_OWNER,
    "a stale press of the same": "a press",
    "a press of nothing": "a press",
    "a start with a code": "a question of a customer",
    "an unknown command": "her name",
}


async def by_message(stage: Stage, actor: Actor, name: str) -> Seen:
    """What somebody is shown who does this."""
    router, how = MESSAGES[name]
    one = spoken(actor, **(how | ({"button": about_her(stage, how["button"])} if "button" in how else {})))
    return await tried(stage, actor, lambda said, unit: router(said, unit).handler(said, unit), one)


def about_her(stage: Stage, button: str) -> str:
    """The button with the id of her record, which stands behind that of the newest thing of hers."""
    return button.replace("{her}", stage.ids[1])


@pytest.mark.parametrize("name", MESSAGES)
async def test_each_kind_of_message_has_its_control(stage: Stage, name: str) -> None:
    control = CONTROLS[name]
    if isinstance(control, Actor):
        assert leaks(await by_message(stage, control, name)) != []
        return
    rightful = CONTROLS[control]
    assert isinstance(rightful, Actor)
    assert leaks(await by_message(stage, rightful, control)) != []
    assert leaks(await by_message(stage, rightful, name)) == []


@pytest.mark.parametrize("name", MESSAGES)
async def test_no_kind_of_message_shows_her_to_anybody_outside_or_in_a_group(stage: Stage, name: str) -> None:
    how = MESSAGES[name][1]

    for actor in (STRANGER, stage.minji):
        seen = await by_message(stage, actor, name)
        assert ([leak for leak in leaks(seen) if leak not in str(how)], seen.changed) == ([], False), actor

    group = Actor(Role.OWNER, OWNER, -100)
    for elsewhere in (routes.to(errors.elsewhere), routes.by_button):
        one = spoken(
            group, **(how | {"button": about_her(stage, how.get("button") or "1:card:{her}")}), kind=ChatKind.GROUP
        )
        seen = await tried(stage, group, lambda said, unit: elsewhere(said, unit).handler(said, unit), one)  # noqa: B023
        assert (leaks(seen), seen.changed) == ([], False)


async def test_the_same_messages_show_her_to_the_owner_and_to_herself(stage: Stage) -> None:
    for name in ("the end of it", "her name"):
        assert "7731" in (await by_message(stage, SHOP_OWNER, name)).text, name
    assert "7731" in (await by_message(stage, SUYEON, "a question of a customer")).text
    assert NAME in (await by_message(stage, SHOP_OWNER, "a photo")).text
    for name in ("a forwarded sentence", "an edit", "a stale press", "a forwarded photo"):
        assert leaks(await by_message(stage, SHOP_OWNER, name)) == [], name


async def test_every_verb_with_every_id_is_pressed(stage: Stage) -> None:
    verbs = {data.split(":")[1] for data in presses(stage.ids)}

    assert verbs == set(BUTTONS)
