"""Messages that the shop sends with its own hand: how a text is cut for Telegram's copy button, and to whom a shop may
write advertising without having been told yes.
"""

from datetime import date

from bot.domain.freshness import months_after

COPIED_AT_ONCE = 256
"""Telegram's CopyTextButton takes 1 to 256 characters."""

RECENT_MONTHS = 6


def pieces(text: str, most: int = COPIED_AT_ONCE) -> tuple[str, ...]:
    """The text in pieces of at most `most` characters, cut between lines or words wherever there are any."""
    found: list[str] = []
    rest = text.strip()
    while len(rest) > most:
        head = rest[: most + 1]
        cut = max(head.rfind("\n"), head.rfind(" "))
        cut = cut if cut > 0 else most
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*found, rest) if rest else tuple(found)


def is_recent_deal(last_visit_on: date | None, today: date) -> bool:
    """Whether somebody dealt with the shop within six months: then the law lets it advertise the same kind of thing
    unasked (Network Act 50(1)1, its decree 61(1)), if the shop wants that at all. The label, the refusal and the hours
    hold all the same. Of 31 August the last day is 28 February.
    """
    return last_visit_on is not None and last_visit_on <= today <= months_after(last_visit_on, RECENT_MONTHS)
