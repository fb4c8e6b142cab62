"""Pictures that go with what a customer says."""

from datetime import timedelta

from bot.actions import forms, sending
from bot.actions.complained_of import own_case
from bot.actions.people import last4
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.pictures import picture
from storage import cases, photos
from storage.models import Case, Customer, Photo

FOR_CASE, ABOUT = "case-photo", "photo-about"
# A picture that belongs to nothing yet can still be said to belong to something.
LOOSE_FOR = timedelta(days=1)


def case_at_hand(unit: Unit, replied_to: str | None) -> str | None:
    """The case that a picture without words goes with: the one replied to, the one that asked for it, or today's."""
    unit.permit("be heard")
    draft = forms.draft(unit, FOR_CASE)
    if draft is not None:
        return str(draft["case"])
    if replied_to is not None:
        return replied_to
    case = cases.newest_open(unit.session, unit.actor.customer_id or 0, unit.now - LOOSE_FOR)
    return case.public_id if case else None


def ask_for_case(unit: Unit, entry: str) -> int:
    """The next picture of this chat goes with that case. Returns its number. Raises Refusal case-gone."""
    unit.permit("be heard")
    case = own_case(unit, entry)
    forms.hold(unit, FOR_CASE, {"case": entry}, kept=forms.KEPT_LONG)
    return case.id or 0


def ask_about(unit: Unit) -> None:
    """The next words of this chat say what the picture is about."""
    unit.permit("be heard")
    forms.begin_within(unit, ABOUT, kept=forms.KEPT_LONG)


def with_case(unit: Unit, entry: str) -> tuple[int, int]:
    """The pictures that belonged to nothing yet go with that case: its number, and how many.

    Raises Refusal case-gone.
    """
    unit.permit("be heard")
    case = own_case(unit, entry)
    waiting = photos.loose(unit.session, unit.actor.chat_id, unit.now - LOOSE_FOR)
    for photo in waiting:
        photo.customer_id, photo.case_id = case.customer_id, case.id
        unit.session.add(photo)
        if photo.state == "kept":
            tell_shop(unit, photo, photos.data_of(unit.vault, photo))
    for name in (FOR_CASE, ABOUT):
        forms.finish(unit, name)
    return case.id or 0, len(waiting)


def tell_shop(unit: Unit, photo: Photo, data: bytes) -> None:
    case = unit.session.get_one(Case, photo.case_id)
    person = unit.session.get_one(Customer, case.customer_id)
    about = photo.caption or cases.first_words(unit.session, case)
    text = words("case-photo", number=case.id or 0, name=person.name, last4=last4(person) or None, text=about or None)
    answer = button(words("button-case-answer"), "case-answer", case.public_id)
    reply = Reply(text, buttons=((answer,),), document=picture(photo.id or 0, data))
    sending.tell_owners(unit, f"case:{case.public_id}:photo:{photo.public_id}", reply)
