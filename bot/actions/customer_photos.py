"""A picture that a customer sends: which of their cases it goes with, or else what it is about."""

from dataclasses import dataclass

from bot.actions import cases, photo_cases, photos
from bot.actions.cases import Heard
from bot.actions.unit import Unit
from bot.domain.said import SharedFile


@dataclass(frozen=True, slots=True)
class PassedOn:
    """It went with a case. `count` pictures did, None while the rest of an album may still come."""

    number: int
    count: int | None


@dataclass(frozen=True, slots=True)
class WithoutWords:
    """It is asked what it is about."""


def take(
    unit: Unit, file: SharedFile, album: str, text: str, *, sort: str, replied_to: str | None
) -> Heard | PassedOn | WithoutWords | None:
    """Take a picture in: with words for the case at hand, else for a new one of that `sort`; without any it goes with
    what was said today, or is asked about. None where it joins an album that was answered already.

    Raises Refusal photo-too-large, photo-too-many, words-too-long, case-gone.
    """
    unit.permit("send a photo")
    if photos.joins_album(unit, photos.receive(unit, file, album, text)):
        return None
    case = photo_cases.case_at_hand(unit, replied_to)
    if text.strip():
        return cases.hear(unit, sort, text) if case is None else cases.say_more(unit, case, text)
    if case is None:
        photo_cases.ask_about(unit)
        return WithoutWords()
    number, count = photo_cases.with_case(unit, case)
    return PassedOn(number, None if album else count)
