"""Names in an import: whom the shop calls so, and whether the files themselves call several people so."""

from collections import Counter
from collections.abc import Callable, Iterable

from sqlmodel import Session

from bot.domain.headings import Column, SheetKind
from bot.domain.refusals import Refusal
from bot.domain.rows import Who
from bot.domain.spreadsheet import Sheet
from bot.understanding.names import key
from storage import importing

_WHO = (Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.PHONE, Column.MEMBER_NO)

NumberTag = Callable[[Who], bytes | None]


class NameBook:
    """Everybody's names as they are compared, in memory, for they are sealed in the database.

    It is brought up to date from the counter of names with every batch, and holds only what is committed.
    """

    def __init__(self) -> None:
        self._version = -1
        self._removed = 0
        self._ids: dict[str, tuple[int, ...]] = {}
        self._names: dict[int, str] = {}

    def refresh(self, session: Session) -> None:
        """Take in what has changed since; when people were taken away, begin anew."""
        news = importing.names_after(session, self._version)
        if news.removed != self._removed:
            self._ids.clear()
            self._names.clear()
            self._removed = news.removed
            news = importing.names_after(session, -1)
        self._version = news.version
        for person, name in news.changed:
            self._put(person, key(name))

    def called(self, name: str) -> tuple[int, ...]:
        """The ids of all who have this name; `name` is a key."""
        return self._ids.get(name, ())

    def name_of(self, person: int) -> str:
        """The key of somebody's name."""
        return self._names.get(person, "")

    def _put(self, person: int, name: str) -> None:
        old = self._names.get(person)
        if old is not None:
            self._ids[old] = tuple(one for one in self._ids[old] if one != person)
        self._names[person] = name
        self._ids[name] = (*self._ids.get(name, ()), person)


class Told:
    """What the files of one import tell of names: which belong to several people, and which number goes with one.

    A list of customers holds a person a row, so there a name without a number beside its namesake is somebody else. In
    every other file a name without a number may be anybody of that name.
    """

    def __init__(self, sheets: Iterable[Sheet], number_tag: NumberTag) -> None:
        self._number: dict[str, bytes] = {}
        self._shared: set[str] = set()
        for sheet in sheets:
            self._see(sheet, number_tag)

    def is_shared(self, name: str) -> bool:
        """Whether the files call more than one person so; `name` is a key."""
        return name in self._shared

    def number_of(self, name: str) -> bytes | None:
        """The tag of the one number that the files give to this name."""
        return self._number.get(name)

    def _see(self, sheet: Sheet, number_tag: NumberTag) -> None:
        is_list = sheet.kind is SheetKind.CUSTOMERS
        if not is_list and not {Column.PHONE, Column.MEMBER_NO} & sheet.columns.places.keys():
            return
        in_list: Counter[str] = Counter()
        without: set[str] = set()
        seen: set[tuple[str, bytes]] = set()
        places = [place for column in _WHO if (place := sheet.columns.places.get(column)) is not None]
        told: set[tuple[str, ...]] = set()
        for row in sheet.rows():
            cells = tuple(row.cells[place] for place in places if place < len(row.cells))
            if cells in told and not is_list:
                continue
            told.add(cells)
            try:
                who = sheet.reading.who(row.cells)
            except Refusal:
                continue
            if who.name is None:
                continue
            name, number = key(who.name), number_tag(who)
            if number is not None and self._number.setdefault(name, number) != number:
                self._shared.add(name)
            if is_list and (number is None or (name, number) not in seen):
                in_list[name] += 1
                if number is None:
                    without.add(name)
                else:
                    seen.add((name, number))
        self._shared |= {name for name in without if in_list[name] > 1}
