"""Plan messages and look at their rows."""

from datetime import timedelta

from sqlmodel import Session, select

from bot.domain.outgoing import Button, Kind, Reply, words
from bot.domain.packing import pack
from storage import outbox, people
from storage.models import Consent, OutboxRow
from tests.chat import Chat, ShopUnderTest


async def plan(
    shop: ShopUnderTest,
    key: str,
    chat_id: int,
    text: str,
    *,
    kind: Kind = Kind.ANSWER,
    customer: bool = False,
    later: timedelta = timedelta(0),
    expires: timedelta | None = None,
    edits: int | None = None,
    button: str = "",
) -> bool:
    """Put one message into the outbox, as an action would."""
    now = shop.clock.now()
    buttons = ((Button(words("button-undo"), data=button),),) if button else ()

    def work(session: Session) -> bool:
        known = people.by_chat(session, chat_id) if customer else None
        message = outbox.Message(
            dedupe_key=key,
            chat_id=chat_id,
            kind=kind,
            reply=pack(Reply(words(text), buttons, edits=edits)),
            not_before=now + later,
            expires_at=now + expires if expires else None,
            customer_id=known.id if known else None,
        )
        return outbox.add(session, shop.database.vault, message, now)

    return await shop.database.write(work)


async def row_of(shop: ShopUnderTest, key: str) -> OutboxRow:
    return await shop.database.read(
        lambda session: session.exec(select(OutboxRow).where(OutboxRow.dedupe_key == key)).one()
    )


async def state_of(shop: ShopUnderTest, key: str) -> str:
    return (await row_of(shop, key)).state


async def link(shop: ShopUnderTest, chat: Chat, *, consents: bool = False) -> None:
    """Make the person a linked customer, who has agreed to everything if `consents`."""

    def work(session: Session) -> None:
        customer = people.create(session, "김민지", shop.clock.now())
        customer.chat_id = chat.id
        session.add(customer)
        session.flush()
        for purpose in ("advertising", "night") if consents else ():
            assert customer.id is not None
            session.add(
                Consent(customer_id=customer.id, purpose=purpose, given=True, at=shop.clock.now(), text_version="1")
            )

    await shop.database.write(work)
