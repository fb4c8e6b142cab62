"""One's own data: all of it at once, as files, who looked at it, and having it erased."""

from dataclasses import replace

from bot.actions import own_data, wishes
from bot.actions.own_data import Erased, Leaving, Look
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Keyboard, Reply, Words, words
from bot.domain.said import Said
from handlers import customer_account, paging

_TAKE = buttons.button(words("button-take-data"), "take-data")
_STAY = buttons.button(words("button-cancel"), "erase-no")


def my_data(said: Said, unit: Unit, rest: str = "") -> Replies:
    """/mydata: what is kept, what was agreed to, and what can be done about it."""
    decided = wishes.settings(unit)
    text = words(
        "my-data",
        still=tuple(Words(f"topic-{name}") for name in decided.named(on=True)) or None,
        years=unit.shop.retention_years,
    )
    who = buttons.button(words("button-who-looked"), "who-looked")
    gone = buttons.button(words("button-erase"), "erase")
    return [
        customer_account.details(said, unit),
        customer_account.visits(said, unit),
        Reply(text, buttons=((_TAKE, who, gone),)),
    ]


def take(said: Said, unit: Unit, ask: object = None, rest: str = "") -> Replies:
    """ "내 데이터 받아볼 수 있나요": two files, the same in both."""
    as_json, as_csv, pictures = own_data.take(unit)
    files = [Reply(words("take-json"), document=as_json), Reply(words("take-csv"), document=as_csv)]
    return [*files, *(Reply(words("take-picture"), document=one) for one in pictures)]


def who_looked(said: Said, unit: Unit, page: object = None) -> Replies:
    """ "누가 제 기록을 봤나요?": who of the shop, when, and what, page by page."""
    turned = isinstance(page, str)
    offset = paging.offset_of(page) if isinstance(page, str) else 0
    found = own_data.who_looked(unit, offset)
    if not found.total:
        return Reply(words("looks-none"))
    return Reply(
        words("looks", rows=tuple(look_row(row) for row in found.rows), total=found.total),
        buttons=paging.turn(offset, found.total, "who-looked", size=own_data.LOOKS_A_PAGE),
        edits=said.message_id if turned else None,
    )


def erase(said: Said, unit: Unit, ask: object = None, rest: str = "") -> Replies:
    """ "내 정보 지워 주세요": what goes, what stays, what comes first. Nothing is done yet."""
    left = own_data.leaving(unit)
    yes = buttons.button(words("button-erase"), "erase-sure")
    return Reply(_what_goes(left, unit), buttons=((_TAKE, yes, _STAY),))


def sure(said: Said, unit: Unit) -> Replies:
    """Asked once more."""
    left = own_data.sure(unit)
    yes = buttons.button(words("button-erase-yes"), "erase-yes")
    return Reply(words("erase-sure", name=left.name), buttons=((yes, _STAY),))


def yes(said: Said, unit: Unit) -> Replies:
    """Gone; or noted, where something is open between the two."""
    done = own_data.erase(unit, said.update_id)
    if isinstance(done, Erased):
        text = words("erased", visits=done.visits, days=own_data.BACKUP_DAYS)
        return Reply(text, keyboard=Keyboard.REMOVE)
    return Reply(words("erase-waits", first=_first(done)), buttons=((_TAKE, _STAY),))


def no(said: Said, unit: Unit) -> Replies:
    """Everything stays as it was."""
    return replace(stay(said, unit), edits=said.message_id)


def stay(said: Said, unit: Unit, ask: object = None) -> Reply:
    """ "삭제 취소해 주세요", "don't delete it": the same in words, also long after it was asked for."""
    return Reply(words("erase-withdrawn" if own_data.stay(unit) else "erase-not"))


def _what_goes(left: Leaving, unit: Unit) -> Words:
    return words(
        "erase-ask",
        visits=left.visits,
        bookings=left.bookings,
        first=words("erase-first", first=_first(left)) if not left.open.nothing else None,
    )


def _first(left: Leaving) -> tuple[Words, ...]:
    rows = []
    if left.open.prepaid.minor > 0:
        rows.append(words("erase-prepaid", amount=left.open.prepaid))
    if left.open.unpaid.minor > 0:
        rows.append(words("erase-unpaid", amount=left.open.unpaid))
    if left.open.things:
        rows.append(words("erase-things", count=left.open.things))
    return tuple(rows)


def look_row(row: Look, card: str = "look-card") -> Words:
    """When, by whom, and at what; `card` is what the person's card is called."""
    kinds = {
        "card": card,
        "photos": "look-photos",
        "list": "look-list",
        "figures": "look-figures",
        "choice": "look-list",
        "sentences": "look-sentences",
    }
    what = words("look-export") if row.what.startswith("export") else Words(kinds.get(row.what, card))
    return words("look-row", at=row.at, role=row.role, name=row.who, what=what)
