"""Whether all is well with the assistant, as far as it can tell while it runs."""

from datetime import timedelta

from bot.actions.unit import Unit
from bot.domain.health import AtWork, Check, at_work
from storage import health, held

DAYS = 7


def look(unit: Unit) -> tuple[Check, ...]:
    """Every line that the owner is told. What nobody has looked at yet is left out."""
    unit.permit("look after the assistant")
    session, now, pulse = unit.session, unit.now, unit.pulse
    queue = health.queue(session, now, now - timedelta(days=DAYS))
    room = health.room(session)
    backed_up = health.last_backup(session)
    seen = AtWork(
        silent_for=now - pulse.heard_at if pulse.heard_at else None,
        clock_ahead=pulse.clock_ahead,
        waiting=queue.waiting,
        waiting_for=now - queue.waiting_since if queue.waiting_since else None,
        aside=queue.aside,
        uncertain=queue.uncertain,
        days=DAYS,
        backup_age=now - backed_up if backed_up else None,
        held=held.held(session, unit.vault) is not None,
        free_bytes=room.free,
        database_bytes=room.used,
    )
    return tuple(at_work(seen))
