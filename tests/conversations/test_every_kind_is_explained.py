"""Every kind of message can be asked about by who got it and by the shop; a new kind without an explanation fails."""

from datetime import timedelta

import pytest

from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from storage import appointments, outbox, people, told, visits
from storage.models import Customer
from tests import cast
from tests.chat import Chat, ShopUnderTest

SUYEON = 501
# The event with which the key of such a message begins, as the code that plans it names it.
EVENT = {
    Kind.ORDER_NOTICE: "ready",
    Kind.UNCOLLECTED: "uncollected",
    Kind.APPOINTMENT: "remind",
    Kind.RECEIPT: "thanks",
    Kind.ACCOUNT: "consent-check",
    Kind.BALANCE: "points-end",
    Kind.STATEMENT: "statement",
    Kind.GIFT: "nth",
    Kind.BIRTHDAY: "birthday",
    Kind.GREETING: "introduced",
    Kind.EXPIRY: "points-end",
    Kind.INVITATION: "campaign",
    Kind.CAMPAIGN: "campaign",
    Kind.REFRESH: "refresh",
    Kind.ADVERTISING: "winback",
    Kind.PERSONAL: "personal",
}
# An answer stands below what it answers, and a notice to the shop goes to no customer.
NOT_UNASKED = {Kind.ANSWER, Kind.OWNER_NOTICE}
WHY = {"ko": "이거 왜 보냈어요?", "en": "why did I get this message?"}
TOLD = {"ko": "김수연님께 뭐 보냈어?", "en": "what did we send Suyeon Kim"}
NAME = {"ko": "김수연", "en": "Suyeon Kim"}


async def customer(shop: ShopUnderTest, language: str) -> Chat:
    chat = shop.person(SUYEON, "수연", language=language)
    await chat.starts()

    def write(unit: Unit) -> None:
        person = cast.customer(unit, NAME[language], "010-2345-6781")
        person.language = language
        cast.linked(unit, person, SUYEON)

    await shop.assistant.runtime.write(write)
    return chat


def _subject(unit: Unit, kind: Kind, person: Customer) -> int | None:
    """What the message is about, where it is about something in the books."""
    match kind:
        case Kind.APPOINTMENT:
            at = unit.now + timedelta(days=1)
            return appointments.add(unit.session, customer_id=person.id or 0, at=at, service="", now=unit.now).id
        case Kind.ORDER_NOTICE | Kind.UNCOLLECTED:
            return cast.order(unit, person, ("코트", 1, 12_000), promised_at=None).id
        case Kind.RECEIPT:
            cast.visit(unit, person)
            visit = visits.last_of(unit.session, person.id or 0)
            return visit.id if visit else None
        case _:
            return person.id


async def gets(shop: ShopUnderTest, kind: Kind) -> None:
    """One message of the kind, planned an hour before it was sent, and answered."""

    def write(unit: Unit) -> None:
        person = people.by_chat(unit.session, SUYEON)
        assert person is not None
        message = outbox.Message(
            dedupe_key=f"{EVENT[kind]}:{kind}",
            chat_id=SUYEON,
            kind=kind,
            reply=pack(Reply(words("as-written", text="-"))),
            not_before=unit.now,
            customer_id=person.id,
            subject_id=_subject(unit, kind, person),
        )
        outbox.add(unit.session, unit.vault, message, unit.now - timedelta(hours=1), state="cancelled")
        row = told.by_key(unit.session, message.dedupe_key)
        assert row is not None
        row.state, row.sent_at, row.answered_at = "sent", unit.now, unit.now + timedelta(hours=2)
        unit.session.add(row)

    await shop.assistant.runtime.write(write)


@pytest.mark.parametrize(
    ("language", "gone", "count", "no_event", "times", "decided"),
    [
        ("ko", "지금은 없어요", "최근 30일", "손님 말씀에 답함", ["9시", "10시", "12시"], ["사장님", "규칙"]),
        (
            "en",
            "on record any more",
            "Sent to you",
            "An answer to what",
            ["9 am", "10 am", "noon"],
            ["Decided by the owner", "By a set rule"],
        ),
    ],
)
async def test_every_kind_is_explained_to_who_got_it_and_to_the_shop(
    shop: ShopUnderTest, language: str, gone: str, count: str, no_event: str, times: list[str], decided: list[str]
) -> None:
    owner, chat = await shop.owner(language=language), await customer(shop, language)
    explained: dict[Kind, str] = {}
    for kind in Kind:
        if kind in NOT_UNASKED:
            continue
        await gets(shop, kind)
        await chat.says(WHY[language])
        chat.sees(count)
        assert gone not in chat.last, kind
        explained[kind] = chat.last.partition(count)[0]
        await owner.says(TOLD[language])
        fate, rule = owner.last.splitlines()[1:3]
        assert all(time in fate for time in times), (kind, fate)
        assert no_event not in rule and any(who in rule for who in decided), (kind, rule)
    # Without the campaign itself its message is just advertising; with it: test_owner_sends_a_campaign.
    told_apart = [text for kind, text in explained.items() if kind is not Kind.CAMPAIGN]
    assert len(set(told_apart)) == len(told_apart)
