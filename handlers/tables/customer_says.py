"""What customers can say, by what was understood.

A stranger's sentence goes the same way: permissions tell them apart, not this page.
"""

from bot.understanding.asks.account import (
    BeenBefore,
    DropDetail,
    DropPreference,
    Erase,
    Export,
    History,
    OwnPhotos,
    Prefer,
    Preferences,
    Privacy,
    Received,
    SetLanguage,
    Status,
    Stay,
    Underage,
    Update,
    WhoSaw,
    WhyField,
)
from bot.understanding.asks.anywhere import Help, Stop, Thanks, Undo
from bot.understanding.asks.appointments import Book, Cancel
from bot.understanding.asks.not_understood import GatherWords
from bot.understanding.asks.orders import ThingsDay, ThingsFetched, ThingsFirst
from bot.understanding.asks.shop import Hours, WhatCosts, WhoAnswers
from bot.understanding.asks.voices import AskOwner, Recommend, Refer, Voice
from bot.understanding.asks.wishes import MessageSettings, MessageWish, StartMessages, StopMessages, WhyThis
from handlers import (
    customer_account,
    customer_bookings,
    customer_cases,
    customer_data,
    customer_details,
    customer_introduction,
    customer_not_understood,
    customer_photos,
    customer_preferences,
    customer_proof,
    customer_shop,
    customer_start,
    customer_suggestion,
    customer_things,
    customer_why,
    customer_wishes,
    language,
)
from handlers.tables.entry import Entry, appointments, orders, reads, writes

CUSTOMER_SAYS: dict[type, Entry] = {
    # Their own record.
    Status: reads(customer_cases.status),
    Update: writes(customer_details.update),
    History: reads(customer_details.history),
    SetLanguage: writes(language.said_so),
    WhyField: reads(customer_preferences.why),
    Privacy: reads(customer_start.privacy_said),
    DropDetail: writes(customer_preferences.drop),
    Prefer: writes(customer_preferences.prefer),
    Preferences: reads(customer_preferences.mine),
    DropPreference: writes(customer_preferences.strike_said),
    OwnPhotos: reads(customer_photos.own),
    Export: reads(customer_data.take),
    Erase: reads(customer_data.erase),
    Stay: writes(customer_data.stay),
    WhoSaw: reads(customer_data.who_looked),
    Underage: writes(customer_start.child),
    BeenBefore: writes(customer_proof.been_here),
    GatherWords: writes(customer_not_understood.wish),
    # Messages.
    StopMessages: writes(customer_wishes.stop),
    StartMessages: writes(customer_wishes.start),
    MessageWish: writes(customer_wishes.wish),
    MessageSettings: reads(customer_wishes.card),
    WhyThis: reads(customer_why.why_this),
    Received: reads(customer_why.received),
    # Times and things left here.
    ThingsFirst: orders(writes(customer_things.first_said), customer_cases.request),
    ThingsDay: orders(writes(customer_things.day_said), customer_bookings.move_said),
    ThingsFetched: orders(writes(customer_things.fetch_said), customer_cases.not_yet),
    Book: appointments(writes(customer_bookings.book), customer_things.day_or_not_yet),
    Cancel: appointments(writes(customer_bookings.cancel), customer_cases.not_yet),
    # Words to the shop, and about it.
    Voice: writes(customer_cases.voice),
    AskOwner: writes(customer_cases.ask_owner),
    Recommend: reads(customer_suggestion.suggest),
    Refer: reads(customer_introduction.refer),
    Hours: writes(customer_shop.hours),
    WhatCosts: writes(customer_shop.what_costs),
    WhoAnswers: reads(customer_account.who_answers),
    Thanks: reads(customer_shop.thanks),
    # Anything.
    Undo: writes(customer_wishes.undo_last),
    Help: reads(customer_start.can_say),
    Stop: writes(customer_wishes.leave_or_stop),
}
