"""A copy of the shop waits for its owner's word before it says anything to anybody else."""

from pathlib import Path

from bot.actions import sending
from bot.actions.entries import write_entry
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.refusals import Refusal
from storage import held, instance
from storage.held import Why
from storage.instance import Mark

RELEASED = "shop_released"


def begin(unit: Unit, mark_file: Path | None) -> Mark | None:
    """The first thing at a start: hold the shop if it looks like a copy of one that may be running elsewhere.

    Returns the mark to be written to `mark_file` once this is committed; without a file there is none.
    """
    unit.permit("plan messages")
    session, vault = unit.session, unit.vault
    mark, is_copy = instance.count_start(session, vault, mark_file) if mark_file else (None, False)
    if not is_held(unit):
        if is_copy:
            held.hold(session, vault, Why.COPIED, unit.now)
        elif held.clock_is_behind(session, unit.now):
            held.hold(session, vault, Why.CLOCK, unit.now)
    return mark


def is_held(unit: Unit) -> bool:
    """Whether the owner's word is still waited for."""
    return held.held(unit.session, unit.vault) is not None


def announce(unit: Unit) -> Planned:
    """Tell the owners, once a day, that the shop is held, with the button by which they let it go on.

    It is the last of the jobs, so that whatever was due by now is planned before anybody can press it.
    """
    unit.permit("plan messages")
    one = held.held(unit.session, unit.vault)
    if one is None:
        return Planned()
    text = words("held-notice", cause=one.why.value, shop=unit.shop.name)
    go_on = button(words("button-carry-on"), "carry-on")
    told = sending.tell_owners(unit, f"held:{one.since:%Y%m%dT%H%M%S}:{unit.today}", Reply(text, ((go_on,),)))
    return Planned(told)


def carry_on(unit: Unit) -> int:
    """This is the shop from now on. Returns how many messages stay unsent because they may have been sent before.

    Raises Refusal not-held.
    """
    unit.permit("keep the shop")
    if not is_held(unit):
        raise Refusal("not-held")
    doubtful = held.release(unit.session, unit.vault, unit.now)
    write_entry(unit, RELEASED, after={"doubtful": doubtful})
    return doubtful
