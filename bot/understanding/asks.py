"""The closed list of questions and deeds: what a sentence can mean to the bot, and nothing else.

Every value is frozen and says only what was asked. Whether it is allowed, who is meant where two people fit, and
whether a value can be right is decided by the actions and the domain.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days: `start` is in it, `end` is not.

    `name` is for printing: today, yesterday, tomorrow, this_week, last_week, next_week, this_month, last_month,
    next_month, this_year, last_year; days, months (the last `count` of them, today included); month (a named one),
    day (one date), span (anything else).
    """

    start: date
    end: date
    name: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A person as somebody said them: `name` without honorific and particle, `last4` if the number's end was said.

    One of the two may be empty ("6781 고객님"). `raw` is the piece of the sentence that it was taken from.
    """

    name: str
    raw: str = ""
    last4: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a receipt. `name` is the price list's word where it knows it, else the word as said.

    `quantity` is 1 where none was said. `amount` is the line's own sum in the currency's minor unit, if said.
    """

    name: str
    quantity: int = 1
    amount: int | None = None


# The owner's side: questions.


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Who has not visited: for more than `days` days, or (None) longer than their own rhythm allows."""

    kind: ClassVar[str] = "lapsed"
    days: int | None = None
    regulars_only: bool = False


@dataclass(frozen=True, slots=True)
class Regulars:
    kind: ClassVar[str] = "regulars"
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Top:
    """The best customers, `by` "spent" or "visits"."""

    kind: ClassVar[str] = "top"
    by: str = "spent"
    top: int = 10
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Find:
    kind: ClassVar[str] = "find"
    name: Spoken


@dataclass(frozen=True, slots=True)
class GuardianAgreed:
    """A guardian has agreed for a child; `how` that was checked: person, phone, message or document."""

    kind: ClassVar[str] = "guardian"
    name: Spoken
    guardian: str
    how: str


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures that were kept of somebody's things."""

    kind: ClassVar[str] = "photos"
    name: Spoken


@dataclass(frozen=True, slots=True)
class LastVisit:
    kind: ClassVar[str] = "last_visit"
    name: Spoken


@dataclass(frozen=True, slots=True)
class VisitCount:
    kind: ClassVar[str] = "visit_count"
    name: Spoken
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    kind: ClassVar[str] = "spent"
    name: Spoken
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Usual:
    """What a person usually leaves or buys."""

    kind: ClassVar[str] = "usual"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Birthdays:
    kind: ClassVar[str] = "birthdays"
    period: Period


@dataclass(frozen=True, slots=True)
class New:
    """Customers whose first visit falls in the period."""

    kind: ClassVar[str] = "new"
    period: Period


@dataclass(frozen=True, slots=True)
class Sales:
    """The sum of the money taken."""

    kind: ClassVar[str] = "sales"
    period: Period


@dataclass(frozen=True, slots=True)
class Visits:
    """How many visits there were."""

    kind: ClassVar[str] = "visits"
    period: Period


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many customers the shop has."""

    kind: ClassVar[str] = "how_many"


@dataclass(frozen=True, slots=True)
class Bought:
    """Who brought or bought the item."""

    kind: ClassVar[str] = "bought"
    item: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Whose `field` (phone, email, birthday, address) is empty."""

    kind: ClassVar[str] = "missing"
    field: str


@dataclass(frozen=True, slots=True)
class Stale:
    """Whose number is of a dead kind (011, 016-019)."""

    kind: ClassVar[str] = "stale"


@dataclass(frozen=True, slots=True)
class OrdersDue:
    kind: ClassVar[str] = "orders_due"
    period: Period


@dataclass(frozen=True, slots=True)
class OrdersWaiting:
    """Finished and not picked up."""

    kind: ClassVar[str] = "orders_waiting"


@dataclass(frozen=True, slots=True)
class Appointments:
    kind: ClassVar[str] = "appointments"
    period: Period


@dataclass(frozen=True, slots=True)
class Points:
    kind: ClassVar[str] = "points"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Voices:
    """Open complaints, requests and ideas."""

    kind: ClassVar[str] = "voices"


@dataclass(frozen=True, slots=True)
class Ideas:
    """What customers propose, with the votes."""

    kind: ClassVar[str] = "ideas"


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Messages that could not be sent."""

    kind: ClassVar[str] = "undelivered"


# The owner's side: deeds.


@dataclass(frozen=True, slots=True)
class RecordVisit:
    """Write a visit down. `amount` is the whole sum in the currency's minor unit, None where no sum was said.

    `on` is a past day, None for today. `paid_by` is card, cash, transfer or unpaid (외상). `promised` is when the
    things will be ready: a date, or an aware moment in the shop's zone. `tag` and `rack` name where they hang, `defect`
    is what was wrong with them at intake.
    """

    kind: ClassVar[str] = "record_visit"
    name: Spoken
    items: tuple[Item, ...] = ()
    amount: int | None = None
    on: date | None = None
    paid_by: str | None = None
    promised: datetime | date | None = None
    tag: str = ""
    rack: str = ""
    defect: str = ""


@dataclass(frozen=True, slots=True)
class RecordSeveral:
    """Visits of several people in one line."""

    kind: ClassVar[str] = "record_several"
    visits: tuple[RecordVisit, ...]


@dataclass(frozen=True, slots=True)
class WalkIns:
    """`count` people without a name, who together paid `amount`."""

    kind: ClassVar[str] = "walk_ins"
    count: int
    amount: int
    items: tuple[Item, ...] = ()
    on: date | None = None
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class Correct:
    """What was written down last was otherwise: only what is said here changes. `quantity` is a number of pieces of
    whatever it was; `when` is a past day or a promise, as the visit has it."""

    kind: ClassVar[str] = "correct"
    name: Spoken | None = None
    items: tuple[Item, ...] = ()
    quantity: int | None = None
    amount: int | None = None
    paid_by: str | None = None
    when: datetime | date | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PaidTab:
    """Somebody has paid what they owed, or `amount` of it."""

    kind: ClassVar[str] = "paid_tab"
    name: Spoken
    amount: int | None = None
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class Unpaid:
    """Who owes the shop money."""

    kind: ClassVar[str] = "unpaid"


@dataclass(frozen=True, slots=True)
class FindTag:
    """Whose things hang under this tag, and where."""

    kind: ClassVar[str] = "find_tag"
    tag: str


@dataclass(frozen=True, slots=True)
class SetTag:
    """Things of a person (or what hangs under a tag already) got this tag, or hang on this rack now."""

    kind: ClassVar[str] = "set_tag"
    name: Spoken | None
    tag: str = ""
    rack: str = ""


@dataclass(frozen=True, slots=True)
class TagReady:
    kind: ClassVar[str] = "tag_ready"
    tag: str


@dataclass(frozen=True, slots=True)
class TagFetched:
    kind: ClassVar[str] = "tag_fetched"
    tag: str


@dataclass(frozen=True, slots=True)
class AllReady:
    """Everything that was promised up to the end of the period is finished; with None, everything in work."""

    kind: ClassVar[str] = "all_ready"
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """A promise will be kept later: `to` is the new time, None where none was said."""

    kind: ClassVar[str] = "late"
    name: Spoken
    to: datetime | date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Somebody has fetched their things, or only these; `paid` when they paid at once what they owed for them."""

    kind: ClassVar[str] = "hand_over"
    name: Spoken
    items: tuple[str, ...] = ()
    paid: bool = False
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class MoveAppointment:
    """`before` is the time it was at, where that was said."""

    kind: ClassVar[str] = "move_appointment"
    name: Spoken
    to: datetime | date
    before: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    kind: ClassVar[str] = "cancel_appointment"
    name: Spoken
    at: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class NoShow:
    kind: ClassVar[str] = "no_show"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Brief:
    """Who comes at this time, and what is good to know; None is whoever comes next."""

    kind: ClassVar[str] = "brief"
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Narrow:
    """Of the people listed last, only those who fit everything that is said here."""

    kind: ClassVar[str] = "narrow"
    reach: str = ""
    regulars_only: bool = False
    over: int | None = None
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """The row of this number in the list shown last."""

    kind: ClassVar[str] = "pick"
    number: int


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody has paid ahead."""

    kind: ClassVar[str] = "charge"
    name: Spoken
    amount: int
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left of what somebody paid ahead; without a name, of whom it was about last."""

    kind: ClassVar[str] = "balance"
    name: Spoken


@dataclass(frozen=True, slots=True)
class GivePoints:
    """Points for somebody, or (below zero) points that they used."""

    kind: ClassVar[str] = "give_points"
    name: Spoken
    points: int


@dataclass(frozen=True, slots=True)
class SwitchPart:
    """Switch a part of the assistant on or off: points, prepaid, appointments or orders."""

    kind: ClassVar[str] = "switch_part"
    part: str
    on: bool


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The day's work is done: what was not written down yet?"""

    kind: ClassVar[str] = "close_day"


@dataclass(frozen=True, slots=True)
class AddStaff:
    """A link for somebody who will work here, or (`reader`) only look."""

    kind: ClassVar[str] = "add_staff"
    reader: bool = False


@dataclass(frozen=True, slots=True)
class StaffList:
    kind: ClassVar[str] = "staff_list"


@dataclass(frozen=True, slots=True)
class RemoveStaff:
    kind: ClassVar[str] = "remove_staff"
    who: str


@dataclass(frozen=True, slots=True)
class Doubles:
    """Who may be in the books twice."""

    kind: ClassVar[str] = "doubles"


@dataclass(frozen=True, slots=True)
class Merge:
    """Two entries are one person."""

    kind: ClassVar[str] = "merge"
    name: Spoken
    other: Spoken


@dataclass(frozen=True, slots=True)
class Note:
    kind: ClassVar[str] = "note"
    name: Spoken
    note: str


@dataclass(frozen=True, slots=True)
class RemindMe:
    """A reminder for whoever asks. `when` is an aware moment in the shop's zone, a date, or None: ask for it."""

    kind: ClassVar[str] = "remind_me"
    when: datetime | date | None
    about: str


@dataclass(frozen=True, slots=True)
class MessageOne:
    kind: ClassVar[str] = "message_one"
    name: Spoken
    about: str | None = None


@dataclass(frozen=True, slots=True)
class DraftFor:
    """A word to somebody who is late, to be copied: by name, or by the number of a row in the list shown last."""

    kind: ClassVar[str] = "draft_for"
    name: Spoken = Spoken("")
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts that nobody has sent yet."""

    kind: ClassVar[str] = "drafts"


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
    name: Spoken = Spoken("")


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
class SentTo:
    """What this person was sent, and why."""

    kind: ClassVar[str] = "sent_to"
    name: Spoken


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """What the last campaign did, or how it goes."""

    kind: ClassVar[str] = "campaign_result"


@dataclass(frozen=True, slots=True)
class StopCampaign:
    """Send nothing more of the campaign."""

    kind: ClassVar[str] = "stop_campaign"


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave this person out of the campaign."""

    kind: ClassVar[str] = "leave_out"
    name: Spoken


@dataclass(frozen=True, slots=True)
class OrderReady:
    """This person's order is finished, or only these things of it."""

    kind: ClassVar[str] = "order_ready"
    name: Spoken
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MakeAppointment:
    """`at` is None or a bare date where no time was said: ask for it."""

    kind: ClassVar[str] = "make_appointment"
    name: Spoken
    at: datetime | date | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Segments:
    """The customers in groups with their counts, or who is in one of `bot.domain.people.Group`."""

    kind: ClassVar[str] = "segments"
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Rfm:
    """The customers by recency, frequency and money."""

    kind: ClassVar[str] = "rfm"


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """What the shop calls a `group` (or late) is otherwise: a `count` of visits, per cent, and a number of `days`.

    Without either, what holds is asked about.
    """

    kind: ClassVar[str] = "change_rule"
    group: str
    count: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class WhyCore:
    """Where somebody stands and why."""

    kind: ClassVar[str] = "why_core"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Recommended:
    """Somebody brought `other`, or (None) speaks well of the shop."""

    kind: ClassVar[str] = "recommended"
    name: Spoken
    other: Spoken | None = None


@dataclass(frozen=True, slots=True)
class NextVisit:
    """When somebody is likely to come again."""

    kind: ClassVar[str] = "next_visit"
    name: Spoken


@dataclass(frozen=True, slots=True)
class GiveExtra:
    """Somebody got something on top, at no charge."""

    kind: ClassVar[str] = "give_extra"
    name: Spoken
    what: str = ""


@dataclass(frozen=True, slots=True)
class NoExtras:
    """Which regulars got no extra for long."""

    kind: ClassVar[str] = "no_extras"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: weeks (visits and takings), hours (when it is busy), regulars (gained and lost)."""

    kind: ClassVar[str] = "chart"
    about: str


@dataclass(frozen=True, slots=True)
class FindMember:
    """Whose member or card number this is."""

    kind: ClassVar[str] = "find_member"
    number: str


@dataclass(frozen=True, slots=True)
class AddProspect:
    """Somebody asked, and has not bought anything: `name` and `phone` as they were written, `about` what they asked."""

    kind: ClassVar[str] = "add_prospect"
    name: str
    phone: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class InWork:
    """What is left here and not ready yet."""

    kind: ClassVar[str] = "in_work"


@dataclass(frozen=True, slots=True)
class Reminders:
    """What the asker will be reminded of."""

    kind: ClassVar[str] = "reminders"


@dataclass(frozen=True, slots=True)
class StrikeReminder:
    """The reminder of this number in that list is not wanted any more."""

    kind: ClassVar[str] = "strike_reminder"
    number: int


# The owner's side: the shop itself.


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """Show what is set: name, preset, hours, prices, answered_by, contact, address, or None for all of it."""

    kind: ClassVar[str] = "shop_settings"
    about: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeShop:
    """Change one of these fields. `value` is the text cut out of the sentence, None where none was given: ask for it.

    For prices it is one thing with its price; a whole list is pasted and not said in a sentence.
    """

    kind: ClassVar[str] = "change_shop"
    field: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class DropPrice:
    """Take a thing off the price list."""

    kind: ClassVar[str] = "drop_price"
    item: str


@dataclass(frozen=True, slots=True)
class CounterSheet:
    """Make the sheet for the counter."""

    kind: ClassVar[str] = "counter_sheet"


@dataclass(frozen=True, slots=True)
class ExportAll:
    """Take everything the shop has on record out, as files."""

    kind: ClassVar[str] = "export_all"


@dataclass(frozen=True, slots=True)
class ImportHow:
    """How the shop's own lists get into the books."""

    kind: ClassVar[str] = "import_how"


@dataclass(frozen=True, slots=True)
class Health:
    """Is everything all right with the assistant itself?"""

    kind: ClassVar[str] = "health"


@dataclass(frozen=True, slots=True)
class DayBrief:
    """What the day holds, and what will be sent."""

    kind: ClassVar[str] = "day_brief"


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """This week so far, or (`last`) the one before."""

    kind: ClassVar[str] = "week_summary"
    last: bool = False


@dataclass(frozen=True, slots=True)
class MonthCard:
    """Three customers to ask, and the one thing that went wrong."""

    kind: ClassVar[str] = "month_card"


@dataclass(frozen=True, slots=True)
class OwnerClock:
    """When something comes by itself (brief, week, month, receipt, reminder, closing), or whether it comes at all."""

    kind: ClassVar[str] = "owner_clock"
    what: str
    at: time | None = None
    on: bool | None = None


@dataclass(frozen=True, slots=True)
class OpenDays:
    """On which days the shop is open, and which closing days come."""

    kind: ClassVar[str] = "open_days"


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Hours of days of the week, or that they are closed, in the owner's own words."""

    kind: ClassVar[str] = "week_hours"
    text: str


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The shop is closed on these days, or (not `closed`) open after all. `last` is in it."""

    kind: ClassVar[str] = "days_off"
    first: date
    last: date
    closed: bool


@dataclass(frozen=True, slots=True)
class HolidaysOff:
    """Whether the shop is closed on public holidays."""

    kind: ClassVar[str] = "holidays_off"
    closed: bool


@dataclass(frozen=True, slots=True)
class HoursBefore:
    """A second reminder so many hours before an appointment; 0: none any more."""

    kind: ClassVar[str] = "hours_before"
    hours: int


@dataclass(frozen=True, slots=True)
class NthGift:
    """What every n-th visit brings; an empty `gift`: nothing any more."""

    kind: ClassVar[str] = "nth_gift"
    every: int
    gift: str


@dataclass(frozen=True, slots=True)
class Care:
    """What is said with the receipt about the care of a thing; an empty `text`: nothing any more."""

    kind: ClassVar[str] = "care"
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class MessageText:
    """The shop's own words for a message (reminder, ready, receipt, uncollected); None: show them, "": the house's."""

    kind: ClassVar[str] = "message_text"
    which: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours in which nothing goes to customers by itself; None: no such hours."""

    kind: ClassVar[str] = "quiet_hours"
    hours: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True)
class AdvertisingEvery:
    """One advertisement to a person in so many days; 1: one a day again, which is the most there can be."""

    kind: ClassVar[str] = "advertising_every"
    days: int


# Both sides.


@dataclass(frozen=True, slots=True)
class Undo:
    kind: ClassVar[str] = "undo"


@dataclass(frozen=True, slots=True)
class Help:
    kind: ClassVar[str] = "help"


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave what is being done: "그만", "cancel" as the whole message."""

    kind: ClassVar[str] = "stop"


# The customer's side. Everything is about the asker and nobody else.


@dataclass(frozen=True, slots=True)
class Status:
    """`about` is statement, points, visits, orders, appointments, details, balance, or None for the whole account."""

    kind: ClassVar[str] = "status"
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """Change `field` (phone, email, address, birthday, name) to `value`.

    `value` is the raw text cut out of the sentence, None where none was given. Whether it can be right is the domain's.
    """

    kind: ClassVar[str] = "update"
    field: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """`language` is an ISO 639-1 code ("zh" too, though the bot may not speak it), None where none was named."""

    kind: ClassVar[str] = "set_language"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What was changed in my record."""

    kind: ClassVar[str] = "history"


@dataclass(frozen=True, slots=True)
class StopMessages:
    """`scope` is marketing, all, orders, bookings, receipts, or None where the sentence leaves it open."""

    kind: ClassVar[str] = "stop_messages"
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class StartMessages:
    kind: ClassVar[str] = "start_messages"
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class MessageWish:
    """When and how often messages may come, in one sentence; what was not spoken of is None.

    `hours` are those in which nothing may come (start, end), `until` the first day after a pause, `every_days` the
    shortest distance, `weekends` that nothing may come on them, `quiet` that nobody should make much of the person.
    """

    kind: ClassVar[str] = "message_wish"
    hours: tuple[time, time] | None = None
    until: date | None = None
    every_days: int | None = None
    weekends: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class MessageSettings:
    """Show what messages come, and when."""

    kind: ClassVar[str] = "message_settings"


@dataclass(frozen=True, slots=True)
class AskOwner:
    """Wants to speak with a person: `about` is what is to be passed on, None where only that was said."""

    kind: ClassVar[str] = "ask_owner"
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    kind: ClassVar[str] = "export"


@dataclass(frozen=True, slots=True)
class Erase:
    kind: ClassVar[str] = "erase"


@dataclass(frozen=True, slots=True)
class Book:
    """Asks for a time; with `move` for another one than is booked."""

    kind: ClassVar[str] = "book"
    when: datetime | date | None = None
    service: str | None = None
    move: bool = False


@dataclass(frozen=True, slots=True)
class Cancel:
    """Cancel an appointment."""

    kind: ClassVar[str] = "cancel"


@dataclass(frozen=True, slots=True)
class Voice:
    """Something a person must answer: `sort` is complaint, request or idea; `about` is the customer's own words."""

    kind: ClassVar[str] = "voice"
    sort: str
    about: str


@dataclass(frozen=True, slots=True)
class Recommend:
    kind: ClassVar[str] = "recommend"


@dataclass(frozen=True, slots=True)
class Refer:
    """Bring a friend."""

    kind: ClassVar[str] = "refer"


@dataclass(frozen=True, slots=True)
class Hours:
    """When the shop is open, or where it is."""

    kind: ClassVar[str] = "hours"


@dataclass(frozen=True, slots=True)
class Thanks:
    kind: ClassVar[str] = "thanks"


@dataclass(frozen=True, slots=True)
class WhyField:
    """Why the shop wants to know this: phone, email, address, birthday, name, preferences."""

    kind: ClassVar[str] = "why_field"
    field: str


@dataclass(frozen=True, slots=True)
class DropDetail:
    """Take one detail off the record: email, address, birthday, or all preferences."""

    kind: ClassVar[str] = "drop_detail"
    field: str


@dataclass(frozen=True, slots=True)
class WhoAnswers:
    """Which person answers here, and when."""

    kind: ClassVar[str] = "who_answers"


@dataclass(frozen=True, slots=True)
class Prefer:
    """Something that the shop should remember, in the customer's own words; `sure` when that was asked for."""

    kind: ClassVar[str] = "prefer"
    about: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the shop remembers of the asker's own words."""

    kind: ClassVar[str] = "preferences"


@dataclass(frozen=True, slots=True)
class DropPreference:
    """Strike what the shop remembers: `about` is a part of it."""

    kind: ClassVar[str] = "drop_preference"
    about: str


@dataclass(frozen=True, slots=True)
class OwnPhotos:
    """Pictures of the asker's own things."""

    kind: ClassVar[str] = "own_photos"


@dataclass(frozen=True, slots=True)
class WhoSaw:
    """Who looked at my record."""

    kind: ClassVar[str] = "who_saw"


@dataclass(frozen=True, slots=True)
class WhyThis:
    """Why did I get this message."""

    kind: ClassVar[str] = "why_this"


OwnerAsk: TypeAlias = (
    Lapsed
    | Regulars
    | Top
    | Find
    | Photos
    | GuardianAgreed
    | LastVisit
    | VisitCount
    | Spent
    | Usual
    | Birthdays
    | New
    | Sales
    | Visits
    | HowMany
    | Bought
    | Missing
    | Stale
    | OrdersDue
    | OrdersWaiting
    | Appointments
    | Points
    | Voices
    | Undelivered
    | RecordVisit
    | Note
    | RemindMe
    | MessageOne
    | DraftFor
    | Drafts
    | Ideas
    | Invite
    | OwnLists
    | Refresh
    | RefreshState
    | DetailHolds
    | MessageMany
    | MessageShown
    | SentTo
    | CampaignResult
    | StopCampaign
    | LeaveOut
    | OrderReady
    | MakeAppointment
    | RecordSeveral
    | WalkIns
    | Correct
    | PaidTab
    | Unpaid
    | FindTag
    | SetTag
    | TagReady
    | TagFetched
    | AllReady
    | Late
    | HandOver
    | MoveAppointment
    | CancelAppointment
    | NoShow
    | Brief
    | Narrow
    | Pick
    | Charge
    | Balance
    | GivePoints
    | SwitchPart
    | CloseDay
    | AddStaff
    | StaffList
    | RemoveStaff
    | Doubles
    | Merge
    | Segments
    | Rfm
    | ChangeRule
    | WhyCore
    | Recommended
    | NextVisit
    | GiveExtra
    | NoExtras
    | Chart
    | FindMember
    | AddProspect
    | InWork
    | Reminders
    | StrikeReminder
    | ShopSettings
    | ChangeShop
    | DropPrice
    | CounterSheet
    | ExportAll
    | DayBrief
    | WeekSummary
    | MonthCard
    | OwnerClock
    | OpenDays
    | WeekHours
    | DaysOff
    | HolidaysOff
    | HoursBefore
    | NthGift
    | Care
    | MessageText
    | QuietHours
    | AdvertisingEvery
    | ImportHow
    | Health
    | Undo
    | Help
    | Stop
)

CustomerAsk: TypeAlias = (
    Status
    | Update
    | SetLanguage
    | History
    | StopMessages
    | StartMessages
    | MessageWish
    | MessageSettings
    | AskOwner
    | Export
    | Erase
    | Book
    | Cancel
    | Voice
    | Recommend
    | Refer
    | Hours
    | Thanks
    | OwnPhotos
    | WhyField
    | DropDetail
    | WhoAnswers
    | Prefer
    | Preferences
    | DropPreference
    | WhoSaw
    | WhyThis
    | Undo
    | Help
    | Stop
)

Ask: TypeAlias = OwnerAsk | CustomerAsk
