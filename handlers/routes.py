"""The single page "update -> function", in order.

python-telegram-bot's filters tell apart what kind of update it is; the tables below say which function answers. A
`reads` function answers from a snapshot and cannot change anything; a `writes` function runs in the one writing
transaction. Every function is `(said, unit)`, with the button's parts or the understood sentence behind them.
"""

from collections.abc import Callable, Coroutine
from functools import partial, wraps
from inspect import signature
from typing import Any

import telegram
from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from bot.actions import cases, claiming, introducing, own_bookings, owners_month, setup, shown_lists, staffing
from bot.actions.forms import open_form, waits_beneath
from bot.actions.price_list import known_items
from bot.actions.profile import DETAILS, form_of
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, Words, words
from bot.domain.permissions import Role
from bot.domain.said import ChatKind, Said
from bot.domain.shop import Part, ShopField
from bot.runtime import Route, Router
from bot.texts.keys import key_of
from bot.understanding.asks.account import (
    DropDetail,
    DropPreference,
    Erase,
    Export,
    History,
    OwnPhotos,
    Prefer,
    Preferences,
    SetLanguage,
    Status,
    Update,
    WhoSaw,
    WhyField,
)
from bot.understanding.asks.anywhere import Help, Stop, Thanks, Undo
from bot.understanding.asks.appointments import (
    Appointments,
    Book,
    Brief,
    Cancel,
    CancelAppointment,
    MakeAppointment,
    MoveAppointment,
    NoShow,
)
from bot.understanding.asks.campaigns import (
    CampaignResult,
    DetailHolds,
    Invite,
    LeaveOut,
    MessageMany,
    MessageShown,
    OwnLists,
    Refresh,
    RefreshState,
    StopCampaign,
)
from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.lists import (
    Birthdays,
    Bought,
    ChangeRule,
    HowMany,
    Lapsed,
    Missing,
    Narrow,
    New,
    NoExtras,
    Pick,
    Regulars,
    Rfm,
    Segments,
    Stale,
    Top,
    WhyCore,
)
from bot.understanding.asks.messages import DraftFor, Drafts, MessageOne, SentTo, Undelivered
from bot.understanding.asks.money import Balance, Charge, GivePoints, PaidTab, Points, Sales, Spent, Unpaid
from bot.understanding.asks.orders import (
    AllReady,
    FindTag,
    HandOver,
    InWork,
    Late,
    OrderReady,
    OrdersDue,
    OrdersWaiting,
    SetTag,
    TagFetched,
    TagReady,
)
from bot.understanding.asks.people import (
    AddProspect,
    Doubles,
    Find,
    FindMember,
    GuardianAgreed,
    Merge,
    NextVisit,
    Note,
    Photos,
    Recommended,
)
from bot.understanding.asks.reminders import (
    DayBrief,
    MonthCard,
    OwnerClock,
    Reminders,
    RemindMe,
    StrikeReminder,
    WeekSummary,
)
from bot.understanding.asks.shop import (
    AddStaff,
    ChangeShop,
    CounterSheet,
    DaysOff,
    DropPrice,
    ExportAll,
    Health,
    HolidaysOff,
    Hours,
    ImportHow,
    OpenDays,
    RemoveStaff,
    ShopSettings,
    StaffList,
    SwitchPart,
    WeekHours,
    WhoAnswers,
)
from bot.understanding.asks.texts import AdvertisingEvery, Care, HoursBefore, MessageText, NthGift, QuietHours
from bot.understanding.asks.visits import (
    Chart,
    CloseDay,
    Correct,
    GiveExtra,
    LastVisit,
    RecordSeveral,
    RecordVisit,
    Usual,
    VisitCount,
    Visits,
    WalkIns,
)
from bot.understanding.asks.voices import AskOwner, Ideas, Recommend, Refer, Voice, Voices
from bot.understanding.asks.wishes import MessageSettings, MessageWish, StartMessages, StopMessages, WhyThis
from bot.understanding.lexicon import Lexicon
from bot.understanding.reader import Confidence, read_customer, read_owner
from handlers import (
    buttons,
    customer_account,
    customer_bookings,
    customer_cases,
    customer_data,
    customer_details,
    customer_ideas,
    customer_introduction,
    customer_photos,
    customer_preferences,
    customer_refresh,
    customer_shop,
    customer_start,
    customer_suggestion,
    customer_why,
    customer_wishes,
    errors,
    language,
    meant,
    membership,
    owner_appointments,
    owner_campaigns,
    owner_cases,
    owner_charts,
    owner_choices,
    owner_claim,
    owner_closing,
    owner_day,
    owner_doubles,
    owner_drafts,
    owner_export,
    owner_extras,
    owner_figures,
    owner_find,
    owner_groups,
    owner_guardians,
    owner_health,
    owner_ideas,
    owner_import,
    owner_interpreted,
    owner_inviting,
    owner_keeping,
    owner_linking,
    owner_lists,
    owner_notes,
    owner_open_days,
    owner_order_deeds,
    owner_orders,
    owner_photos,
    owner_prepaid,
    owner_prices,
    owner_refresh,
    owner_rolls,
    owner_sheet,
    owner_shop,
    owner_shown,
    owner_staff,
    owner_start,
    owner_tabs,
    owner_texts,
    owner_times,
    owner_told,
    owner_undo,
    owner_visits,
)
from handlers.shop_words import ask_for_words

Function = Callable[..., Replies]
Entry = tuple[Function, bool]


def reads(function: Function) -> Entry:
    return function, True


def writes(function: Function) -> Entry:
    return function, False


def only(part: Part, entry: Entry, otherwise: Function = errors.not_understood) -> Entry:
    """For a shop that has this part. Where it is off nobody has heard of it, and `otherwise` answers."""
    function, question = entry

    @wraps(function)  # the pressed button's parts are checked against the signature of the function itself
    def where_it_is_on(said: Said, unit: Unit, *more: object) -> Replies:
        return function(said, unit, *more) if unit.shop.has(part) else otherwise(said, unit)

    return where_it_is_on, question


orders = partial(only, Part.ORDERS)
appointments = partial(only, Part.APPOINTMENTS)
prepaid = partial(only, Part.PREPAID)
points = partial(only, Part.POINTS)
invitations = partial(only, Part.INVITATIONS)


def at_work(entry: Entry) -> dict[Role | str, Entry]:
    """The same for everybody who works here."""
    return dict.fromkeys((Role.OWNER, Role.STAFF, Role.READER), entry)


# Commands. Nobody needs them; they are there because people try them. By role, "" is everybody else.
COMMANDS: dict[str, dict[Role | str, Entry]] = {
    "start": {"": writes(customer_start.start), **at_work(writes(owner_start.start))},
    "help": {"": reads(customer_start.can_say), **at_work(reads(owner_start.can_say))},
    "privacy": {"": reads(customer_start.privacy)},
    "stop": {"": writes(customer_wishes.stop_command)},
    "mydata": {"": reads(customer_data.my_data)},
    "export": {"": reads(customer_data.take)},
    "delete": {"": reads(customer_data.erase)},
    "language": {"": reads(language.which)},
}

# What a pressed button does, by its verb.
BUTTONS: dict[str, Entry] = {
    "change": writes(customer_details.ask_for),
    "change-yes": writes(customer_details.as_proposed),
    "undo-own": writes(customer_details.undo),
    "history": reads(customer_details.history),
    "stop": writes(customer_details.stop),
    "time-pick": appointments(writes(customer_bookings.pick), errors.old_button),
    "time-withdraw": appointments(writes(customer_bookings.withdraw), errors.old_button),
    "time-yes": appointments(writes(owner_times.agree), errors.old_button),
    "time-no": appointments(writes(owner_times.decline), errors.old_button),
    "time-other": appointments(writes(owner_times.ask_for_other), errors.old_button),
    "time-take": appointments(writes(customer_bookings.take), errors.old_button),
    "time-leave": appointments(writes(customer_bookings.leave), errors.old_button),
    "booking-move": appointments(writes(customer_bookings.move), errors.old_button),
    "booking-off": appointments(writes(customer_bookings.cancel), errors.old_button),
    "booking-cancel": appointments(writes(customer_bookings.cancelled), errors.old_button),
    "booking-keep": appointments(writes(customer_bookings.keep), errors.old_button),
    "booking-coming": appointments(writes(customer_bookings.coming), errors.old_button),
    "fetch-when": orders(writes(customer_cases.fetch_when), errors.old_button),
    "fetch-talk": writes(customer_cases.talk),
    "pass-on": writes(customer_cases.pass_on),
    "case-withdraw": writes(customer_cases.withdraw),
    "case-thing": writes(customer_cases.right_thing),
    "case-other": writes(customer_cases.other_thing),
    "case-none": writes(customer_cases.no_thing),
    "case-photo": writes(customer_photos.ask_for),
    "case-ok": writes(customer_cases.settled),
    "case-not-yet": writes(customer_cases.still_open),
    "case-answer": writes(owner_cases.ask_for_answer),
    "case-close": writes(owner_cases.close),
    "case-skip": writes(owner_cases.skip_note),
    "take-data": reads(customer_data.take),
    "who-looked": reads(customer_data.who_looked),
    "erase": reads(customer_data.erase),
    "erase-sure": writes(customer_data.sure),
    "erase-yes": writes(customer_data.yes),
    "erase-no": writes(customer_data.no),
    "received": reads(customer_why.received),
    "own-visits": reads(customer_account.visits),
    "wrong": reads(customer_details.which),
    "forget-it": writes(customer_preferences.strike),
    "prefer-yes": writes(customer_preferences.yes),
    "messages": reads(customer_wishes.card),
    "messages-turn": writes(customer_wishes.turn),
    "no-limits": writes(customer_wishes.no_limits),
    "no-more": writes(customer_wishes.stop_tapped),
    "more-again": writes(customer_wishes.start_tapped),
    "undo-wish": writes(customer_wishes.undo),
    "ask-consent": reads(customer_wishes.ask_consent),
    "agree": writes(customer_wishes.agree),
    "disagree": reads(customer_wishes.disagree),
    "language": writes(language.choose),
    "unlink": writes(customer_start.unlink),
    "link-not-me": writes(customer_start.not_me),
    "undo-link": writes(owner_linking.take_back),
    "link-yes": writes(owner_linking.same_person),
    "link-no": writes(owner_linking.other_person),
    "export": reads(owner_export.send),
    "carry-on": writes(owner_keeping.carry_on),
    "key-copied": writes(owner_keeping.key_copied),
    "card": reads(owner_find.open_card),
    "photos": reads(owner_photos.show_chosen),
    "photo-of": writes(owner_photos.chosen),
    "away": reads(owner_lists.turn_lapsed),
    "unsent": reads(owner_lists.turn_undelivered),
    "who": writes(owner_choices.chosen),
    "newcomer": writes(owner_choices.newcomer),
    "meant": writes(lambda said, unit, token="": meant.done(_said_by(unit), said, unit, token)),
    "leave": writes(owner_start.stop),
    "undo": writes(owner_undo.undo),
    "strike": writes(owner_day.strike),
    "month-write": writes(owner_day.ask_failed),
    "ready": orders(writes(owner_orders.ready_one), errors.old_button),
    "work": orders(reads(owner_orders.in_work), errors.old_button),
    "kindness": orders(writes(owner_order_deeds.kindness), errors.old_button),
    "fetched": orders(writes(owner_orders.fetched), errors.old_button),
    "due": orders(reads(owner_orders.turn_due), errors.old_button),
    "waiting": orders(reads(owner_orders.turn_waiting), errors.old_button),
    "narrowed": reads(owner_shown.turn),
    "send": writes(owner_notes.send),
    "strike-reminder": writes(owner_notes.strike_tapped),
    "group": reads(owner_groups.open_group),
    "why": reads(owner_groups.why_chosen),
    "next-visit": reads(owner_groups.next_visit_chosen),
    "no-extras": reads(owner_extras.turn),
    "draft-late": writes(owner_drafts.for_chosen),
    "told": reads(owner_told.of_chosen),
    "campaign-away": writes(owner_campaigns.begin_with_away),
    "campaign": writes(owner_campaigns.begin_with_shown),
    "campaign-again": writes(owner_campaigns.begin_again),
    "campaign-enough": reads(owner_campaigns.enough),
    "campaign-solve": writes(owner_campaigns.solve),
    "campaign-own": writes(owner_campaigns.in_own_words),
    "campaign-look": reads(owner_campaigns.turn),
    "campaign-strike": writes(owner_campaigns.strike),
    "campaign-back": writes(owner_campaigns.put_back),
    "campaign-out": reads(owner_campaigns.left_out),
    "campaign-letters": reads(owner_campaigns.letters),
    "campaign-send": writes(owner_campaigns.send),
    "campaign-leave": writes(owner_campaigns.leave),
    "campaign-stop": writes(owner_campaigns.stop),
    "campaign-without": writes(owner_campaigns.remove_chosen),
    "hand-sent": writes(owner_drafts.sent),
    "ready-sent": orders(writes(owner_drafts.ready_sent)),
    "hand-open": reads(owner_drafts.open_one),
    "hand-leave": writes(owner_drafts.leave),
    "hand-drafts": reads(owner_drafts.turn),
    "recent-deals": writes(owner_drafts.recent_deals),
    "invite": invitations(reads(owner_inviting.turn)),
    "idea-back": writes(customer_ideas.take_back),
    "idea-other": writes(customer_ideas.another),
    "idea-open": reads(owner_ideas.look),
    "idea-decide": writes(owner_ideas.decide),
    "refresh-people": reads(owner_refresh.people),
    "refresh-pick": writes(owner_refresh.pick),
    "refresh-plain": writes(owner_refresh.plain),
    "refresh-start": writes(owner_refresh.start),
    "refresh-switch": writes(owner_refresh.switch),
    "refresh-hand": reads(owner_refresh.by_hand),
    "refresh-reply": reads(owner_refresh.reply_of),
    "refresh-holds": writes(owner_refresh.answered),
    "number-holds": writes(owner_refresh.holds_chosen),
    "refresh-email": writes(customer_refresh.email),
    "refresh-phone": writes(customer_refresh.phone),
    "refresh-same": writes(customer_refresh.same),
    "refresh-no": writes(customer_refresh.no),
    "staff-out": writes(owner_staff.remove_row),
    "make-one": writes(owner_doubles.make_one),
    "two-people": writes(owner_doubles.two),
    "debtors": reads(owner_tabs.turn),
    "tab": writes(owner_tabs.paid_now),
    "anyway": appointments(writes(owner_appointments.make_anyway), errors.old_button),
    "bookings": appointments(reads(owner_appointments.turn), errors.old_button),
    "about": reads(owner_figures.about_chosen),
    "roll": reads(owner_rolls.turn),
    "kind": writes(owner_shop.choose_kind),
    "skip": writes(owner_shop.skip),
    "enough": writes(owner_shop.enough),
    "set-anew": writes(owner_shop.ask_anew),
    "only-these": writes(owner_prices.only_these),
    "sheet": reads(owner_sheet.make),
    "import-yes": writes(owner_import.want),
    "import-no": writes(owner_import.leave),
    "import-other": reads(owner_import.other_ways),
    "import-as": writes(owner_import.read_as),
    "example": reads(owner_import.example),
}

# What those who work here can say, by what was understood.
OWNER_SAYS: dict[type, Entry] = {
    Lapsed: reads(owner_lists.lapsed),
    HowMany: reads(owner_lists.how_many),
    Undelivered: reads(owner_lists.undelivered),
    Find: reads(owner_find.find),
    Photos: reads(owner_photos.show),
    GuardianAgreed: writes(owner_guardians.record),
    RecordVisit: writes(owner_visits.record),
    RecordSeveral: writes(owner_visits.record_several),
    WalkIns: writes(owner_visits.walk_ins),
    Correct: writes(owner_visits.correct),
    PaidTab: writes(owner_tabs.paid),
    Unpaid: reads(owner_tabs.unpaid),
    OrderReady: orders(writes(owner_orders.ready)),
    FindTag: orders(reads(owner_order_deeds.find_tag)),
    SetTag: orders(writes(owner_order_deeds.set_tag)),
    TagReady: orders(writes(owner_order_deeds.tag_ready)),
    TagFetched: orders(writes(owner_order_deeds.tag_fetched)),
    AllReady: orders(writes(owner_order_deeds.all_ready)),
    Late: orders(writes(owner_order_deeds.late)),
    HandOver: orders(writes(owner_order_deeds.hand_over)),
    MakeAppointment: appointments(writes(owner_appointments.make)),
    MoveAppointment: writes(owner_appointments.move),
    CancelAppointment: appointments(writes(owner_appointments.cancel)),
    NoShow: appointments(writes(owner_appointments.no_show)),
    Brief: appointments(reads(owner_appointments.brief)),
    OrdersDue: orders(reads(owner_orders.due)),
    OrdersWaiting: orders(reads(owner_orders.waiting)),
    Appointments: appointments(reads(owner_appointments.of_period)),
    Sales: reads(owner_figures.sales),
    Visits: reads(owner_figures.visits),
    LastVisit: reads(owner_figures.about),
    VisitCount: reads(owner_figures.about),
    Spent: reads(owner_figures.about),
    Usual: reads(owner_figures.about),
    Regulars: reads(owner_rolls.regulars),
    Top: reads(owner_rolls.best),
    New: reads(owner_rolls.newcomers),
    Birthdays: reads(owner_rolls.birthdays),
    Missing: reads(owner_rolls.missing),
    Stale: reads(owner_rolls.dead_numbers),
    Bought: reads(owner_rolls.buyers),
    Charge: prepaid(writes(owner_prepaid.charge)),
    Balance: prepaid(reads(owner_prepaid.balance)),
    GivePoints: points(writes(owner_prepaid.give_points)),
    Points: points(reads(owner_prepaid.points)),
    SwitchPart: writes(owner_prepaid.switch),
    AddStaff: writes(owner_staff.add),
    StaffList: reads(owner_staff.everybody),
    RemoveStaff: writes(owner_staff.remove),
    Doubles: reads(owner_doubles.ask),
    Merge: reads(owner_doubles.look),
    CloseDay: writes(owner_closing.ask),
    Voices: reads(owner_cases.waiting),
    Narrow: reads(owner_shown.narrow),
    Pick: reads(owner_shown.pick),
    Segments: reads(owner_groups.show),
    Rfm: reads(owner_groups.rfm),
    ChangeRule: writes(owner_groups.ask_rule),
    WhyCore: reads(owner_groups.why),
    Recommended: writes(owner_groups.recommended),
    NextVisit: reads(owner_groups.next_visit),
    GiveExtra: writes(owner_extras.give),
    NoExtras: reads(owner_extras.without),
    Chart: reads(owner_charts.draw),
    FindMember: reads(owner_find.member),
    AddProspect: writes(owner_import.asked),
    InWork: orders(reads(owner_orders.still_in_work)),
    Reminders: reads(owner_notes.reminders),
    StrikeReminder: writes(owner_notes.strike),
    Note: writes(owner_notes.note),
    RemindMe: writes(owner_notes.remind),
    MessageOne: writes(owner_notes.message),
    DraftFor: writes(owner_drafts.for_late),
    Drafts: reads(owner_drafts.waiting),
    Ideas: reads(owner_ideas.waiting),
    Invite: invitations(reads(owner_inviting.whom)),
    OwnLists: invitations(writes(owner_inviting.own_lists)),
    Refresh: writes(owner_refresh.clean_up),
    RefreshState: reads(owner_refresh.state),
    DetailHolds: writes(owner_refresh.holds),
    MessageMany: writes(owner_campaigns.begin),
    SentTo: reads(owner_told.sent_to),
    MessageShown: writes(owner_campaigns.begin_with_shown),
    CampaignResult: reads(owner_campaigns.result),
    StopCampaign: writes(owner_campaigns.stop),
    LeaveOut: writes(owner_campaigns.remove),
    ShopSettings: reads(owner_shop.show),
    ChangeShop: writes(owner_shop.change),
    DropPrice: writes(owner_prices.drop),
    DayBrief: reads(owner_day.brief),
    WeekSummary: reads(owner_day.week),
    MonthCard: reads(owner_day.month),
    OwnerClock: writes(owner_open_days.clock),
    OpenDays: reads(owner_open_days.show),
    WeekHours: writes(owner_open_days.week),
    DaysOff: writes(owner_open_days.days),
    HolidaysOff: writes(owner_open_days.holidays),
    HoursBefore: appointments(writes(owner_texts.hours_before)),
    NthGift: writes(owner_texts.nth_gift),
    Care: writes(owner_texts.care),
    MessageText: writes(owner_texts.message_text),
    QuietHours: writes(owner_texts.quiet_hours),
    AdvertisingEvery: writes(owner_texts.advertising_every),
    CounterSheet: reads(owner_sheet.make),
    Health: reads(owner_health.look),
    ExportAll: reads(owner_export.ask),
    ImportHow: reads(owner_import.how),
    Undo: writes(owner_undo.undo_last),
    Help: reads(owner_start.can_say),
    Stop: writes(owner_start.stop),
}

# What is read back before it is written, where a sentence leaves a doubt.
OWNER_MEANS: dict[type, Entry] = {
    RecordVisit: writes(owner_choices.unsure),
    MakeAppointment: appointments(writes(owner_choices.unsure)),
}

# What customers can say. A stranger's sentence goes the same way: permissions tell them apart, not this page.
CUSTOMER_SAYS: dict[type, Entry] = {
    Status: reads(customer_account.status),
    Update: writes(customer_details.update),
    Undo: writes(customer_wishes.undo_last),
    History: reads(customer_details.history),
    SetLanguage: writes(language.said_so),
    Help: reads(customer_start.can_say),
    Stop: writes(customer_wishes.leave_or_stop),
    StopMessages: writes(customer_wishes.stop),
    StartMessages: writes(customer_wishes.start),
    MessageWish: writes(customer_wishes.wish),
    MessageSettings: reads(customer_wishes.card),
    Export: reads(customer_data.take),
    Erase: reads(customer_data.erase),
    WhoSaw: reads(customer_data.who_looked),
    Voice: writes(customer_cases.voice),
    AskOwner: writes(customer_cases.ask_owner),
    Book: appointments(writes(customer_bookings.book), customer_cases.not_yet),
    Cancel: appointments(writes(customer_bookings.cancel), customer_cases.not_yet),
    Recommend: reads(customer_suggestion.suggest),
    Refer: reads(customer_introduction.refer),
    WhyThis: reads(customer_why.why_this),
    Hours: reads(customer_shop.hours),
    Thanks: reads(customer_shop.thanks),
    OwnPhotos: reads(customer_photos.own),
    Prefer: writes(customer_preferences.prefer),
    Preferences: reads(customer_preferences.mine),
    DropPreference: writes(customer_preferences.strike_said),
    DropDetail: writes(customer_preferences.drop),
    WhyField: reads(customer_preferences.why),
    WhoAnswers: reads(customer_account.who_answers),
}

# The big keys under the input field, by the message key of their label; a key works in whatever language it was drawn.
KEYS: dict[str, Entry] = {
    "key-account": reads(customer_account.status),
    "key-change": reads(customer_details.which),
    "key-help": reads(customer_start.can_say),
    "key-later": reads(customer_start.later),
    "key-drop-off": reads(owner_visits.ask_for_a_line),
    "key-visit": reads(owner_visits.ask_for_a_line),
    "key-done": orders(reads(owner_orders.in_work)),
    "key-appointment": appointments(reads(owner_appointments.ask_for_a_line)),
    "key-lapsed": reads(owner_lists.lapsed_regulars),
    "key-find": writes(owner_find.ask_whom),
    "key-today": reads(owner_figures.today),
}

# Whoever works here says these as sentences: their help is another one.
CUSTOMER_KEYS = frozenset({"key-account", "key-change", "key-help", "key-later"})


def _is_left_to_sentences(text: str) -> bool:
    """For a form that takes whatever nobody else understands."""
    return False


# What somebody has begun, by the name of the form: whether a text can be what the form waits for, and who takes it.
FORMS: dict[str, tuple[Callable[[str], bool], Entry]] = {
    **{form_of(detail): (customer_details.can_be(detail), writes(customer_details.fill(detail))) for detail in DETAILS},
    owner_choices.FORM: (owner_choices.can_be, writes(owner_choices.typed)),
    owner_campaigns.FORM: (owner_cases.can_be, writes(owner_campaigns.typed)),
    owner_closing.FORM: (owner_closing.can_be, writes(owner_closing.typed)),
    owner_find.FORM: (owner_find.can_be, writes(owner_find.find_typed)),
    cases.ANSWER: (owner_cases.can_be, writes(owner_cases.answer)),
    owners_month.FORM: (owner_cases.can_be, writes(owner_day.failed)),
    cases.NOTES: (owner_cases.can_be, writes(owner_cases.note)),
    own_bookings.OFFER: (owner_cases.can_be, writes(owner_times.offer)),
    own_bookings.FORM: (_is_left_to_sentences, writes(customer_bookings.when)),
    owner_ideas.FORM: (owner_cases.can_be, writes(owner_ideas.reason)),
    owner_refresh.FORM: (owner_cases.can_be, writes(owner_refresh.gift)),
    customer_refresh.ADDRESS: (customer_refresh.is_address, writes(customer_refresh.address)),
    customer_refresh.CODE: (customer_refresh.is_code, writes(customer_refresh.code)),
    customer_cases.ASK: (owner_cases.can_be, writes(customer_cases.words_for_owner)),
    customer_photos.FORM: (_is_left_to_sentences, writes(customer_photos.about)),
    owner_photos.FORM: (_is_left_to_sentences, writes(owner_photos.whose)),
    **{setup.form_of(field): (owner_shop.can_be(field), writes(owner_shop.fill(field))) for field in ShopField},
}

# What a form says it waits for, when something else was answered in between.
PROMPTS: dict[str, Words | Callable[[Unit], Words]] = {
    **{form_of(detail): words(f"change-ask-{detail}") for detail in DETAILS},
    **{setup.form_of(field): ask_for_words(field) for field in ShopField},
    owner_closing.FORM: words("closing-more"),
    customer_photos.FORM: words("photo-ask-about"),
    own_bookings.FORM: customer_bookings.prompt,
    customer_refresh.ADDRESS: words("refresh-give-email", gift=None),
    customer_refresh.CODE: words("refresh-give-code"),
    owner_photos.FORM: words("photo-whose", query=None),
}

# What is understood as a sentence of its own, and is the answer that the form waits for.
ANSWERS: dict[str, tuple[type, ...]] = {owner_photos.FORM: (Find,), own_bookings.FORM: (Book,)}

PRIVATE = filters.ChatType.PRIVATE
Bind = Callable[[Router], Callable[[telegram.Update, Any], Coroutine[Any, Any, None]]]


def handlers(bind: Bind) -> list[BaseHandler[Any, Any, Any]]:
    """python-telegram-bot's handlers, the first that fits wins."""
    return [
        MessageHandler(filters.UpdateType.EDITED, bind(to(errors.nothing))),
        ChatMemberHandler(bind(by_membership), ChatMemberHandler.MY_CHAT_MEMBER),
        CallbackQueryHandler(bind(by_button)),
        MessageHandler(~PRIVATE, bind(to(errors.elsewhere))),
        MessageHandler(filters.COMMAND, bind(by_command)),
        MessageHandler(filters.TEXT, bind(by_sentence)),
        MessageHandler(filters.CONTACT, bind(by_contact)),
        MessageHandler(filters.PHOTO | filters.Document.IMAGE, bind(by_photo)),
        MessageHandler(filters.Document.ALL, bind(by_document)),
        MessageHandler(filters.ALL, bind(to(errors.unreadable_kind))),
    ]


def to(function: Function) -> Router:
    """Always this function."""
    return lambda said, unit: Route(function)


def by_command(said: Said, unit: Unit) -> Route:
    """/word and what follows it."""
    command, _, rest = said.text.partition(" ")
    if rest.startswith(claiming.PREFIX):
        return Route(partial(owner_claim.claim, rest=rest.strip()))
    if rest.startswith(introducing.PREFIX) and not unit.actor.works_here:
        return Route(partial(customer_introduction.arrive, rest=rest.strip()))
    if rest.startswith(staffing.PREFIX):
        return Route(partial(owner_staff.join, rest=rest.strip()))
    entries = COMMANDS.get(command.partition("@")[0].removeprefix("/").lower())
    if entries is None:
        return Route(errors.not_understood, question=True)
    function, question = entries.get(unit.actor.role) or entries[""]
    return Route(partial(function, rest=rest.strip()) if rest else function, question)


def by_button(said: Said, unit: Unit) -> Route:
    """A pressed inline button. What it may do is decided by the action behind it, now and not when it was drawn."""
    if said.chat_kind is not ChatKind.PRIVATE:
        return Route(errors.elsewhere, question=True)
    pressed = buttons.parse(said.button)
    if pressed is None or pressed[0] not in BUTTONS:
        return Route(errors.old_button, question=True)
    verb, parts = pressed
    try:
        signature(BUTTONS[verb][0]).bind(said, unit, *parts)
    except TypeError:  # forged, or drawn by a version whose buttons had other parts
        return Route(errors.old_button, question=True)
    return _route(BUTTONS[verb], *parts)


def by_contact(said: Said, unit: Unit) -> Route:
    """A contact card: a customer shows who they are, those who work here pass on somebody who asked."""
    return Route(owner_import.card if unit.actor.works_here else customer_start.contact)


def by_document(said: Said, unit: Unit) -> Route:
    """A file. The shop's own come in; what anybody else sends is not kept."""
    return Route(owner_import.receive) if unit.actor.works_here else Route(errors.unreadable_kind, question=True)


def by_photo(said: Said, unit: Unit) -> Route:
    """A picture: of somebody's things, from across the counter, or with what a customer says. A forwarded one is
    nobody's, and a stranger's is not kept.
    """
    if said.forwarded or unit.actor.role is Role.STRANGER:
        return Route(errors.unreadable_kind, question=True)
    table, ask = _understand(said.text, unit) if said.text else ({}, None)
    if unit.actor.works_here:
        if not isinstance(ask, RecordVisit):
            return Route(owner_photos.receive)
        record = _route(table[RecordVisit], ask).handler
        return Route(lambda said, unit: owner_photos.with_visit(said, unit, record))
    case = cases.replied_to(unit, said.reply_to_message_id) if said.reply_to_message_id is not None else None
    voice = ask if isinstance(ask, Voice) else None
    return Route(lambda said, unit: customer_photos.receive(said, unit, voice, case))


def by_membership(said: Said, unit: Unit) -> Route:
    """Somebody closed the chat to the bot, or opened it again."""
    return Route(membership.came_back if said.may_write else membership.left)


def by_sentence(said: Said, unit: Unit) -> Route:
    """Plain words: a big key, the next step of something begun, or a sentence.

    Whoever works here is read with the owner's list, everybody else with the customer's. A question in the middle of a
    form is answered and the form goes on; what nobody understands goes to the form that is waiting. A forwarded message
    is somebody else's word and does nothing.
    """
    if said.forwarded:
        return Route(errors.not_understood, question=True)
    case = cases.replied_to(unit, said.reply_to_message_id) if said.reply_to_message_id is not None else None
    if case is not None and unit.actor.works_here:
        return _route(writes(owner_cases.reply), case)
    begun = open_form(unit) or ""
    accepts, form = FORMS.get(begun, (None, None))
    if accepts is not None and form is not None and accepts(said.text):
        return _and_back_to(waits_beneath(unit), _route(form))
    key = key_of(said.text)
    if key in KEYS and not (key in CUSTOMER_KEYS and unit.actor.works_here):
        return _and_back_to(begun, _route(KEYS[key]))
    table, ask = _understand(said.text, unit)
    # An answer and what a form waits for may look like a sentence; only what is well understood is one.
    merely_likely = table.get(type(ask)) == writes(meant.ask_whether)
    if case is not None and (ask is None or merely_likely or isinstance(ask, Voice)):
        return _route(writes(customer_cases.more), case)
    if ask is None and form is None:
        return _not_understood(said.text, unit)
    answers = isinstance(ask, ANSWERS.get(begun, ())) or customer_details.can_be_new(begun, said.text, ask)
    if form is not None and (ask is None or merely_likely or answers):
        return _and_back_to(waits_beneath(unit), _route(form))
    entry = table.get(type(ask))
    if isinstance(ask, shown_lists.LISTS) and entry is not None:
        entry = (partial(_and_remembered, entry[0]), entry[1])
    route = _route(entry, ask) if entry is not None else Route(errors.not_yet, question=True)
    return _and_back_to(begun, route)


def _not_understood(text: str, unit: Unit) -> Route:
    """Of a customer the words are kept for a while, so that they can go to the owner. The shop's own may be put to an
    interpreter, where one is set."""
    if unit.actor.role is Role.CUSTOMER:
        return Route(customer_cases.not_understood)
    return Route(errors.not_understood, question=True, unread=owner_interpreted.unread(text, unit))


def _and_remembered(function: Function, said: Said, unit: Unit, ask: shown_lists.Listed) -> Replies:
    """The answer, and a note that this chat looks at this list now."""
    shown_lists.show(unit, ask)
    return function(said, unit, ask)


def _understand(text: str, unit: Unit) -> tuple[dict[type, Entry], Ask | None]:
    local = unit.now.astimezone(unit.shop.zone)
    items = known_items(unit)
    if unit.actor.works_here:
        understood = read_owner(text, now=local, lexicon=Lexicon(unit.names, items, unit.shop.currency))
        if understood.confidence is Confidence.DOUBTFUL:
            return OWNER_SAYS | {type(understood.ask): writes(meant.ask_whether)}, understood.ask
        if understood.confidence is Confidence.GUESSED:
            return OWNER_SAYS | _asked_first(understood.ask), understood.ask
        sure = understood.confidence is Confidence.SURE
        return OWNER_SAYS if sure else OWNER_SAYS | OWNER_MEANS, understood.ask
    understood = read_customer(text, now=local, lexicon=Lexicon(items=items, currency=unit.shop.currency))
    if understood.confidence is not Confidence.DOUBTFUL:
        return CUSTOMER_SAYS, understood.ask
    if unit.actor.role is not Role.CUSTOMER:
        return CUSTOMER_SAYS, None
    return CUSTOMER_SAYS | {type(understood.ask): writes(meant.ask_whether)}, understood.ask


def _said_by(unit: Unit) -> dict[type, Entry]:
    return OWNER_SAYS if unit.actor.works_here else CUSTOMER_SAYS


def _asked_first(ask: Ask | None) -> dict[type, Entry]:
    """For a guess: a question may be answered, a deed is asked about before it is done."""
    entry = OWNER_SAYS.get(type(ask))
    return {} if entry is None or entry[1] else {type(ask): writes(meant.ask_whether)}


def _and_back_to(begun: str, route: Route) -> Route:
    """The same answer, and if a form that was begun still waits after it, what it waits for."""
    if begun not in PROMPTS:
        return route

    def answer(said: Said, unit: Unit) -> Replies:
        given = route.handler(said, unit)
        if open_form(unit) != begun:
            return given
        replies = [given] if isinstance(given, Reply) else list(given or ())
        prompt = PROMPTS[begun]
        asked = prompt if isinstance(prompt, Words) else prompt(unit)
        return [*replies, Reply(words("form-continues", prompt=asked))]

    return Route(answer, route.question)


def _route(entry: Entry, *more: object) -> Route:
    function, question = entry
    return Route(lambda said, unit: function(said, unit, *more), question)
