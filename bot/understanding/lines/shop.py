"""The shop itself: what the lines of the phrase files come to."""

import re
from collections.abc import Callable

from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.shop import (
    AddStaff,
    CounterCode,
    CounterSheet,
    DropPrice,
    ExportAll,
    Health,
    ImportHow,
    RemoveStaff,
    ShopSettings,
    StaffList,
    SwitchPart,
)
from bot.understanding.lines.line import Line
from bot.understanding.shop_sentences import field_said

# "현우 그만뒀으니까 직원에서 빼줘": why is no part of the name.
_REASON = re.compile(
    r"(?<=\S)(?:이|가|은|는|씨)?\s+(?:\S+\s+)?\S*(?:니까|어서|아서|해서|라서|둬서|나서|으니|거든|뒀어요?|뒀다|뒀음|뒀는데|나갔어요?|했어요?|관뒀어요?)$"
    r"|(?:씨|님)$|\s+(?:has |just |already )?(?:quit|left|resigned|got fired|was fired|is leaving|is gone).*$"
)
_PARTS = {
    "points": re.compile(r"포인트|적립|points?\b"),
    "prepaid": re.compile(r"선불|충전|prepa"),
    "appointments": re.compile(r"예약|appointments|bookings"),
    "orders": re.compile(r"맡기기|주문|보관|orders"),
    "invitations": re.compile(r"초대|invitations"),
}


def _switch(said: Line, *, on: bool) -> OwnerAsk | None:
    part = next((part for part, pattern in _PARTS.items() if pattern.search(said.low)), None)
    return SwitchPart(part, on) if part is not None else None


_ONLY_READS = re.compile(r"읽기|보기|조회|볼\s?수만|구경|read[\s-]?only|readonly|\bview|\blook|only (?:see|read)")


def _add_staff(said: Line) -> OwnerAsk | None:
    """Whoever adds a thing adds nobody: "이불도 한 채 추가"."""
    return None if said.things or said.sum is not None else AddStaff(bool(_ONLY_READS.search(said.low)))


def _remove_staff(said: Line) -> OwnerAsk | None:
    who = _REASON.sub("", said.match.words)
    return RemoveStaff(who) if who else None


SHOP: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "switch_on": lambda said: _switch(said, on=True),
    "switch_off": lambda said: _switch(said, on=False),
    "add_staff": _add_staff,
    "staff_list": lambda said: StaffList(),
    "remove_staff": _remove_staff,
    "export_all": lambda said: ExportAll(),
    "import_how": lambda said: ImportHow(),
    "health": lambda said: Health(),
    "counter_sheet": lambda said: CounterSheet(),
    "counter_code": lambda said: CounterCode(),
    "shop_settings": lambda said: ShopSettings(field_said(said.low)),
    "drop_price": lambda said: DropPrice(said.things[0]),
}
