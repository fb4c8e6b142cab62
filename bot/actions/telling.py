"""Telling a customer by Telegram what a deed of the counter means for them: through the outbox and the policy."""

from datetime import timedelta

from bot.actions.unit import Unit
from bot.domain.outgoing import Button, Kind, Reply, Words
from bot.domain.packing import pack
from bot.domain.reminders import order_ready
from storage import outbox
from storage.models import Customer

_KEPT_DAYS = 2


def tell(
    unit: Unit,
    customer: Customer,
    kind: Kind,
    key: str,
    text: Words,
    *,
    subject_id: int | None,
    after: timedelta,
    buttons: tuple[tuple[Button, ...], ...] = (),
) -> bool:
    """Plan one message under its key, by day and not before `after` has passed. False where Telegram does not reach.

    Whether it is still true and may be sent is judged once more when it leaves (`bot.actions.sending`).
    """
    if customer.chat_id is None:
        return False
    due = order_ready(unit.now + after, unit.shop.zone, _KEPT_DAYS)
    message = outbox.Message(
        dedupe_key=key,
        chat_id=customer.chat_id,
        kind=kind,
        reply=pack(Reply(text, buttons=buttons)),
        not_before=due.at,
        expires_at=due.expires,
        customer_id=customer.id,
        subject_id=subject_id,
    )
    return outbox.add(unit.session, unit.vault, message, unit.now)
