"""What goes to many: a campaign, an invitation, a round that puts old details in order."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import NOBODY, Spoken


@dataclass(frozen=True, slots=True)
class Invite:
    """Whom to invite: those who saw at least so many different plays within so many months."""

    kind: ClassVar[str] = "invite"
    shows: int = 3
    months: int = 24


@dataclass(frozen=True, slots=True)
class OwnLists:
    """Whose the lists are that came in as files: the shop's own, or a ticket office's."""

    kind: ClassVar[str] = "own_lists"
    own: bool


@dataclass(frozen=True, slots=True)
class Refresh:
    """Old details are to be put in order: `detail` (phone, email) is wanted, `gift` is for whoever confirms it."""

    kind: ClassVar[str] = "refresh"
    detail: str = ""
    gift: str = ""


@dataclass(frozen=True, slots=True)
class RefreshState:
    """What has come of it."""

    kind: ClassVar[str] = "refresh_state"


@dataclass(frozen=True, slots=True)
class DetailHolds:
    """The shop has checked somebody's number with them."""

    kind: ClassVar[str] = "detail_holds"
    name: Spoken = NOBODY


@dataclass(frozen=True, slots=True)
class MessageMany:
    """Write to a group: everybody, the regulars, or those away for more than `days` days (or lately, `lapsed`)."""

    kind: ClassVar[str] = "message_many"
    days: int | None = None
    regulars_only: bool = False
    lapsed: bool = False
    about: str | None = None


@dataclass(frozen=True, slots=True)
class MessageShown:
    """Write to those on the list that was shown last."""

    kind: ClassVar[str] = "message_shown"


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """What the last campaign did, or how it goes."""

    kind: ClassVar[str] = "campaign_result"


@dataclass(frozen=True, slots=True)
class StopCampaign:
    """Send nothing more of the campaign."""

    kind: ClassVar[str] = "stop_campaign"


@dataclass(frozen=True, slots=True)
class ResumeCampaign:
    """Go on with the campaign that was stopped."""

    kind: ClassVar[str] = "resume_campaign"


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave this person out of the campaign."""

    kind: ClassVar[str] = "leave_out"
    name: Spoken


@dataclass(frozen=True, slots=True)
class GiftUsed:
    """The gift of this number was handed over."""

    kind: ClassVar[str] = "gift_used"
    number: int


OwnerAsk: TypeAlias = (
    Invite
    | OwnLists
    | Refresh
    | RefreshState
    | DetailHolds
    | MessageMany
    | MessageShown
    | CampaignResult
    | StopCampaign
    | ResumeCampaign
    | LeaveOut
    | GiftUsed
)
