"""The big keys under the input field, by the message key of their label.

A key works in whatever language it was drawn.
"""

from handlers import (
    customer_account,
    customer_details,
    customer_start,
    owner_appointments,
    owner_figures,
    owner_find,
    owner_lists,
    owner_orders,
    owner_visits,
)
from handlers.tables.entry import Entry, appointments, orders, reads, writes

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
