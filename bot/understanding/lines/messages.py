"""What is sent, and reminders: what the lines of the phrase files come to."""

import re
from collections.abc import Callable

from bot.understanding.asks.campaigns import (
    CampaignResult,
    DetailHolds,
    Invite,
    LeaveOut,
    MessageShown,
    OwnLists,
    Refresh,
    RefreshState,
    ResumeCampaign,
    StopCampaign,
)
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.messages import DraftFor, Drafts, SentTo
from bot.understanding.asks.reminders import Reminders, StrikeReminder
from bot.understanding.asks.voices import Ideas, Voices
from bot.understanding.lines.line import Line
from bot.understanding.numbers import number

_SHOWS = re.compile(r"(\d+)\s*(?:편|번|회|작품|shows?\b|plays?\b|times\b|performances?\b)")
_YEARS = re.compile(r"(\d+)\s*(?:년|years?\b)")
_MONTHS = re.compile(r"(\d+)\s*(?:개월|달|months?\b)")
_WORDED = re.compile(
    r"\b(one|two|three|four|five|six|a)(?= (?:shows?|plays?|times|performances?|years?|months?))"
    r"|(한|두|세|네|다섯|여섯)(?=\s?(?:편|번|해|작품|달|개월|년))"
)
_A_YEAR = re.compile(r"(?:last|past|within (?:a|the)) year\b|(?:지난|최근|요) ?(?:한 ?해|일 ?년)")


def _invite(said: Line) -> OwnerAsk | None:
    low = _WORDED.sub(lambda found: str(number(found[0])), said.low)
    shows, years, months = (pattern.search(low) for pattern in (_SHOWS, _YEARS, _MONTHS))
    usual = Invite()
    span = int(months[1]) if months else int(years[1]) * 12 if years else usual.months
    if not months and not years and _A_YEAR.search(low):
        span = 12
    seen = int(shows[1]) if shows else usual.shows
    return Invite(seen, span) if 1 <= seen <= 100 and 1 <= span <= 120 else None


def _detail(said: Line) -> str:
    if re.search(r"메일|e-?mails?\b", said.low):
        return "email"
    return "phone" if re.search(r"번호|전화|휴대폰|핸드폰|phone|numbers?\b", said.low) else ""


def _draft_for(said: Line) -> OwnerAsk | None:
    if said.names:
        return DraftFor(said.name)
    return DraftFor(number=said.numbers[0]) if said.numbers else None


_DETAIL = re.compile(r"\b(?:number|phone|mobile|e-?mail|mail|address|details?|contact)s?\b")


def _detail_holds(said: Line) -> OwnerAsk | None:
    """ "Emily confirmed" may be about anything, her appointment above all."""
    return None if said.low.isascii() and not _DETAIL.search(said.low) else DetailHolds(said.name)


MESSAGES: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "campaign_result": lambda said: CampaignResult(),
    "stop_campaign": lambda said: StopCampaign(),
    "resume_campaign": lambda said: ResumeCampaign(),
    "leave_out": lambda said: LeaveOut(said.name) if said.name.name else None,
    "sent_to": lambda said: SentTo(said.name) if said.name.name or said.name.last4 else None,
    "message_shown": lambda said: MessageShown(),
    "draft_for": _draft_for,
    "drafts": lambda said: Drafts(),
    "invite": _invite,
    "ideas": lambda said: Ideas(),
    "own_lists": lambda said: OwnLists(True),
    "office_lists": lambda said: OwnLists(False),
    "refresh": lambda said: Refresh(_detail(said), said.match.words),
    "refresh_state": lambda said: RefreshState(),
    "detail_holds": _detail_holds,
    "reminders": lambda said: Reminders(),
    "strike_reminder": lambda said: StrikeReminder(said.numbers[0]) if said.numbers else None,
    "voices": lambda said: Voices(),
}
