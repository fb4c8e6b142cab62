"""The tables: names, types and constraints, and no behaviour.

What is clear and what is sealed follows one rule: a column is clear only if it must be filtered, sorted or summed.
`Sealed` columns hold ciphertext (see `storage/vault.py`); columns named `*_tag` hold keyed blind indexes, by which a
sealed value can be looked up without being read. Columns called `sealed_*` are sealed by hand, bound to the row's own
key, because that key is known before the row is written.

Money is in the currency's minor unit. `*_at` is a moment (UTC), `*_on` is a day in the shop's own zone. `public_id` is
random and the only name of a row that ever leaves the process (in a button, in a link).
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlmodel import AutoString, Field, SQLModel

from storage.types import BigId, Moment, Sealed

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# SQLite would give the id of a deleted newest row to the next one, and with it the keys of messages already sent.
_NEVER_REUSED = {"sqlite_autoincrement": True}


def _sealed(place: str) -> Column[str]:
    return Column(place.split(".")[1], Sealed(place), nullable=True)


class ShopFact(SQLModel, table=True):
    """One fact about the shop or this database: a setting made in chat, the key check, the instance id."""

    __tablename__ = "shop_fact"

    key: str = Field(primary_key=True)
    sealed_value: bytes = Field(sa_type=LargeBinary)


class PriceItem(SQLModel, table=True):
    """A thing on the price list with the price of one piece. `sort` is its place; the list is replaced as a whole."""

    __tablename__ = "price_item"
    __table_args__ = (CheckConstraint("price_minor >= 0", name="price"),)

    name: str = Field(primary_key=True)
    price_minor: int = Field(sa_type=BigInteger)
    sort: int


class Counter(SQLModel, table=True):
    """A number that only grows; `names` is raised with every change of a customer's name, and written to that row."""

    __tablename__ = "counter"

    name: str = Field(primary_key=True)
    value: int = Field(default=0, sa_type=BigInteger)


class Customer(SQLModel, table=True):
    """A person the shop knows. The figures (visit_days … overdue_on) are kept up to date with every visit."""

    __tablename__ = "customer"
    __table_args__ = (
        CheckConstraint("phone_kind IN ('living', 'dead', 'none')", name="phone_kind"),
        CheckConstraint("visit_days >= 0 AND year_visits >= 0", name="counts"),
        Index("ix_customer_overdue", "overdue_on", "year_visits"),
        Index("ix_customer_last_visit", "last_visit_on"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)

    name: str = Field(sa_column=Column("name", Sealed("customer.name"), nullable=False))
    name_version: int = Field(default=0, index=True, sa_type=BigInteger)
    phone: str | None = Field(default=None, sa_column=_sealed("customer.phone"))
    phone_tag: bytes | None = Field(default=None, unique=True, sa_type=LargeBinary)
    phone_last4_tag: bytes | None = Field(default=None, index=True, sa_type=LargeBinary)
    phone_kind: str = "none"
    email: str | None = Field(default=None, sa_column=_sealed("customer.email"))
    email_tag: bytes | None = Field(default=None, index=True, sa_type=LargeBinary)
    member_no: str | None = Field(default=None, sa_column=_sealed("customer.member_no"))
    member_tag: bytes | None = Field(default=None, unique=True, sa_type=LargeBinary)
    birthday: str | None = Field(default=None, sa_column=_sealed("customer.birthday"))
    birthday_tag: bytes | None = Field(default=None, index=True, sa_type=LargeBinary)
    address: str | None = Field(default=None, sa_column=_sealed("customer.address"))
    note: str | None = Field(default=None, sa_column=_sealed("customer.note"))
    preferences: str | None = Field(default=None, sa_column=_sealed("customer.preferences"))

    language: str | None = None
    chat_id: int | None = Field(default=None, unique=True, sa_type=BigInteger)
    linked_at: datetime | None = Field(default=None, sa_type=Moment)
    blocked_at: datetime | None = Field(default=None, sa_type=Moment)
    quiet: bool = False

    first_visit_on: date | None = None
    last_visit_on: date | None = None
    visit_days: int = 0
    year_visits: int = 0
    usual_gap: int | None = None
    overdue_on: date | None = None
    spent_minor: int = Field(default=0, sa_type=BigInteger)

    created_at: datetime = Field(sa_type=Moment)


class Confirmation(SQLModel, table=True):
    """When a detail was last confirmed, by whom and how: its freshness."""

    __tablename__ = "confirmation"

    customer_id: int = Field(
        sa_column=Column("customer_id", BigId, ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True)
    )
    detail: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)
    by: str
    how: str


class Staff(SQLModel, table=True):
    """Someone who answers for the shop, known by the numeric Telegram id alone."""

    __tablename__ = "staff"
    __table_args__ = (CheckConstraint("role IN ('owner', 'staff', 'reader')", name="role"),)

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    user_id: int = Field(unique=True, sa_type=BigInteger)
    role: str
    name: str | None = Field(default=None, sa_column=_sealed("staff.name"))
    language: str | None = None
    keys: str | None = None
    added_at: datetime = Field(sa_type=Moment)
    started_at: datetime | None = Field(default=None, sa_type=Moment)
    removed_at: datetime | None = Field(default=None, sa_type=Moment)


class LinkCode(SQLModel, table=True):
    """A one-time code of a start link. Only its tag is kept, so that the database cannot be used to claim anything."""

    __tablename__ = "link_code"

    code_tag: bytes = Field(primary_key=True, sa_type=LargeBinary)
    purpose: str
    made_at: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


class Visit(SQLModel, table=True):
    """A dated purchase or service by one customer; several lines of one receipt are one visit."""

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("amount_minor >= 0 AND unpaid_minor >= 0", name="amounts"),
        Index("ix_visit_customer", "customer_id", "visited_on"),
        Index("ix_visit_day", "visited_on"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int | None = Field(
        default=None, sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=True)
    )
    visited_at: datetime = Field(sa_type=Moment)
    visited_on: date
    amount_minor: int = Field(default=0, sa_type=BigInteger)
    unpaid_minor: int = Field(default=0, sa_type=BigInteger)
    paid_by: str | None = None
    source: str
    recorded_by: int | None = Field(default=None, sa_type=BigInteger)
    recorded_at: datetime = Field(sa_type=Moment)
    undone_at: datetime | None = Field(default=None, sa_type=Moment)


class VisitLine(SQLModel, table=True):
    """One item of a visit. `import_tag` is the keyed fingerprint of the row of a file that it came from."""

    __tablename__ = "visit_line"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity"),)

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    visit_id: int = Field(
        sa_column=Column("visit_id", BigId, ForeignKey("visit.id", ondelete="CASCADE"), nullable=False, index=True)
    )
    item: str = ""
    quantity: int = 1
    price_minor: int | None = Field(default=None, sa_type=BigInteger)
    amount_minor: int = Field(default=0, sa_type=BigInteger)
    import_tag: bytes | None = Field(default=None, unique=True, sa_type=LargeBinary)


class Order(SQLModel, table=True):
    """Things left at the shop, with what was promised. It opens with the visit that dropped them off."""

    __tablename__ = "customer_order"
    __table_args__ = (
        CheckConstraint("state IN ('received', 'ready', 'handed_over', 'cancelled')", name="state"),
        CheckConstraint("amount_minor >= 0 AND unpaid_minor >= 0", name="amounts"),
        Index("ix_customer_order_customer", "customer_id", "state"),
        Index("ix_customer_order_promise", "state", "promised_at"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    visit_id: int | None = Field(
        default=None, sa_column=Column("visit_id", BigId, ForeignKey("visit.id"), nullable=True, index=True)
    )
    tag: str | None = None
    rack: str | None = None
    state: str = "received"
    received_at: datetime = Field(sa_type=Moment)
    promised_at: datetime | None = Field(default=None, sa_type=Moment)
    ready_at: datetime | None = Field(default=None, sa_type=Moment)
    handed_over_at: datetime | None = Field(default=None, sa_type=Moment)
    amount_minor: int = Field(default=0, sa_type=BigInteger)
    unpaid_minor: int = Field(default=0, sa_type=BigInteger)
    note: str | None = Field(default=None, sa_column=_sealed("customer_order.note"))
    import_tag: bytes | None = Field(default=None, unique=True, sa_type=LargeBinary)


class OrderItem(SQLModel, table=True):
    """One kind of thing in an order, with the defect noted at intake.

    `kindness` says whether it was mended unasked: "done" or "not", and None as long as nobody has said.
    """

    __tablename__ = "order_item"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("state IN ('received', 'ready', 'handed_over', 'cancelled')", name="state"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    order_id: int = Field(
        sa_column=Column(
            "order_id", BigId, ForeignKey("customer_order.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    item: str
    quantity: int = 1
    amount_minor: int = Field(default=0, sa_type=BigInteger)
    state: str = "received"
    defect: str | None = Field(default=None, sa_column=_sealed("order_item.defect"))
    kindness: str | None = None


class Appointment(SQLModel, table=True):
    """A time kept for one customer. Moving it makes its reminder key another one, so that the new time is told.

    `whose` is who is to come, where it is not the customer.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        CheckConstraint("state IN ('booked', 'cancelled', 'done', 'no_show')", name="state"),
        Index("ix_appointment_time", "state", "at"),
        Index("ix_appointment_customer", "customer_id", "at"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    at: datetime = Field(sa_type=Moment)
    service: str = ""
    with_whom: str | None = Field(default=None, sa_column=_sealed("appointment.with_whom"))
    whose: str | None = Field(default=None, sa_column=_sealed("appointment.whose"))
    state: str = "booked"
    made_at: datetime = Field(sa_type=Moment)
    import_tag: bytes | None = Field(default=None, unique=True, sa_type=LargeBinary)


class LedgerEntry(SQLModel, table=True):
    """What someone owes, has paid ahead, has earned or was given. Never changed: the sum of a kind is its balance."""

    __tablename__ = "ledger"
    __table_args__ = (
        CheckConstraint("kind IN ('tab', 'prepaid', 'points', 'extra')", name="kind"),
        Index("ix_ledger_customer", "customer_id", "kind"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    visit_id: int | None = Field(
        default=None, sa_column=Column("visit_id", BigId, ForeignKey("visit.id"), nullable=True, index=True)
    )
    kind: str
    amount_minor: int = Field(sa_type=BigInteger)
    at: datetime = Field(sa_type=Moment)
    note: str | None = Field(default=None, sa_column=_sealed("ledger.note"))
    # The row that this one takes back ("undone") or what is left of which it ends ("ended").
    of_id: int | None = Field(default=None, sa_column=Column("of_id", BigId, nullable=True))
    reason: str | None = None


class Consent(SQLModel, table=True):
    """One decision of a customer about one purpose. Rows are only added; the newest one of a purpose holds."""

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("purpose IN ('keeping', 'advertising', 'night', 'sentences')", name="purpose"),
        Index("ix_consent_customer", "customer_id", "purpose", "id"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    purpose: str
    given: bool
    at: datetime = Field(sa_type=Moment)
    text_version: str
    update_id: int | None = Field(default=None, sa_type=BigInteger)


class NotUnderstood(SQLModel, table=True):
    """A sentence that meant nothing to the assistant, without names and numbers, kept with the yes of whoever said it:
    a customer, or (`said_by`) an owner.

    `meant` is the kind that was understood next; until `waits_until` it may still be found out. What an owner has
    struck goes a day later.
    """

    __tablename__ = "not_understood"
    __table_args__ = (
        CheckConstraint("side IN ('owner', 'customer')", name="side"),
        Index("ix_not_understood_customer", "customer_id", "id"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int | None = Field(
        default=None, sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=True)
    )
    said_by: int | None = Field(default=None, sa_type=BigInteger)
    side: str
    language: str
    text: str = Field(sa_column=Column("text", Sealed("not_understood.text"), nullable=False))
    said_on: date
    meant: str | None = None
    waits_until: datetime | None = Field(default=None, sa_type=Moment)
    struck_at: datetime | None = Field(default=None, sa_type=Moment)


class Guardian(SQLModel, table=True):
    """Who agreed for a child under 14, when, and how the shop made sure that it was them (PIPA 22-2)."""

    __tablename__ = "guardian"
    __table_args__ = (CheckConstraint("how IN ('person', 'phone', 'message', 'document')", name="how"),)

    customer_id: int = Field(
        sa_column=Column("customer_id", BigId, ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True)
    )
    name: str = Field(sa_column=Column("name", Sealed("guardian.name"), nullable=False))
    how: str
    at: datetime = Field(sa_type=Moment)
    recorded_by: int = Field(sa_type=BigInteger)


class Wish(SQLModel, table=True):
    """One wish of a customer about messages: a topic switched off, hours, a pause, a distance. What holds now."""

    __tablename__ = "wish"

    customer_id: int = Field(
        sa_column=Column("customer_id", BigId, ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True)
    )
    about: str = Field(primary_key=True)
    value: str
    at: datetime = Field(sa_type=Moment)
    update_id: int | None = Field(default=None, sa_type=BigInteger)


class Case(SQLModel, table=True):
    """Something that a customer said and a person must answer, with the time by which. Its id is its number.

    `told_key` names the message of the outbox that holds the newest answer: until it was sent, nothing is closed.
    """

    __tablename__ = "shop_case"
    __table_args__ = (
        CheckConstraint("sort IN ('complaint', 'request', 'idea', 'question')", name="sort"),
        CheckConstraint("state IN ('open', 'answered', 'closed', 'withdrawn')", name="state"),
        Index("ix_shop_case_due", "state", "due_at"),
        Index("ix_shop_case_customer", "customer_id", "id"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    sort: str
    state: str = "open"
    opened_at: datetime = Field(sa_type=Moment)
    due_at: datetime = Field(sa_type=Moment)
    escalations: int = 0
    answered_at: datetime | None = Field(default=None, sa_type=Moment)
    told_key: str | None = None
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    closed_by: str | None = None
    cause: str | None = Field(default=None, sa_column=_sealed("shop_case.cause"))
    remedy: str | None = Field(default=None, sa_column=_sealed("shop_case.remedy"))
    changed: str | None = Field(default=None, sa_column=_sealed("shop_case.changed"))


class CaseLine(SQLModel, table=True):
    """What was said about a case, by the customer or by the shop."""

    __tablename__ = "case_line"

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    case_id: int = Field(
        sa_column=Column("case_id", BigId, ForeignKey("shop_case.id", ondelete="CASCADE"), nullable=False, index=True)
    )
    at: datetime = Field(sa_type=Moment)
    by: str
    text: str | None = Field(default=None, sa_column=_sealed("case_line.text"))


class Photo(SQLModel, table=True):
    """A picture of somebody's things, or sent with what somebody said. Its bytes and where they lie are sealed.

    coming (still at Telegram) -> kept, or gone (it could not be had). `customer_id` is empty for as long as whoever
    works here was asked whose it is; `waits_for` then names the draft that will tell. Pictures of one `album` belong
    together.
    """

    __tablename__ = "photo"
    __table_args__ = (
        CheckConstraint("state IN ('coming', 'kept', 'gone')", name="state"),
        Index("ix_photo_customer", "customer_id", "id"),
        Index("ix_photo_state", "state", "id"),
        Index("ix_photo_chat", "chat_id", "id"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int | None = Field(
        default=None, sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=True)
    )
    visit_id: int | None = Field(
        default=None,
        sa_column=Column("visit_id", BigId, ForeignKey("visit.id", ondelete="SET NULL"), nullable=True, index=True),
    )
    case_id: int | None = Field(
        default=None,
        sa_column=Column("case_id", BigId, ForeignKey("shop_case.id", ondelete="CASCADE"), nullable=True, index=True),
    )
    chat_id: int = Field(sa_type=BigInteger)
    album: str | None = None
    waits_for: str | None = None
    state: str = "coming"
    caption: str | None = Field(default=None, sa_column=_sealed("photo.caption"))
    sealed_file: bytes | None = Field(default=None, sa_type=LargeBinary)
    sealed_data: bytes | None = Field(default=None, sa_type=LargeBinary)
    attempts: int = 0
    sent_at: datetime = Field(sa_type=Moment)
    not_before: datetime = Field(sa_type=Moment)


class Erasure(SQLModel, table=True):
    """A customer's request to be forgotten. Once it is done it names nobody; `visits` stay in the totals."""

    __tablename__ = "erasure"

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    customer_id: int | None = Field(
        default=None, sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=True, index=True)
    )
    asked_at: datetime = Field(sa_type=Moment)
    done_at: datetime | None = Field(default=None, sa_type=Moment)
    visits: int = 0


class ErasedMark(SQLModel, table=True):
    """A number of somebody who asked to be forgotten, as a keyed tag of its own kind, until a day that they were told.

    It says nothing but "not again out of an old file"; it is no way back to the number or to any row.
    """

    __tablename__ = "erased_mark"

    tag: bytes = Field(primary_key=True, sa_type=LargeBinary)
    until: datetime = Field(sa_type=Moment)


class ErasedAccess(SQLModel, table=True):
    """Who had looked at a record that is gone: the law keeps that for a year, without the person."""

    __tablename__ = "erased_access"

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    erasure_id: int = Field(sa_column=Column("erasure_id", BigId, ForeignKey("erasure.id"), nullable=False, index=True))
    at: datetime = Field(sa_type=Moment)
    actor_role: str
    actor_id: int = Field(sa_type=BigInteger)
    what: str


class TimeAsked(SQLModel, table=True):
    """A time that a customer asked for, or a move of a booking (`appointment_id`): the shop says yes or no."""

    __tablename__ = "time_asked"
    __table_args__ = (
        CheckConstraint("state IN ('asked', 'agreed', 'declined', 'withdrawn')", name="state"),
        Index("ix_time_asked_customer", "customer_id", "id"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    appointment_id: int | None = Field(
        default=None, sa_column=Column("appointment_id", BigId, ForeignKey("appointment.id"), nullable=True)
    )
    at: datetime = Field(sa_type=Moment)
    service: str = ""
    whose: str | None = Field(default=None, sa_column=_sealed("time_asked.whose"))
    state: str = "asked"
    made_at: datetime = Field(sa_type=Moment)
    decided_at: datetime | None = Field(default=None, sa_type=Moment)


class JournalEntry(SQLModel, table=True):
    """Something that was changed, by whom, with before and after; what an Undo reads."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_customer", "customer_id", "id"), Index("ix_journal_actor", "actor_id", "id"))

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    at: datetime = Field(sa_type=Moment)
    actor_role: str
    actor_id: int | None = Field(default=None, sa_type=BigInteger)
    customer_id: int | None = Field(
        default=None, sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=True)
    )
    deed: str
    subject_id: int | None = Field(default=None, sa_type=BigInteger)
    sealed_before: bytes | None = Field(default=None, sa_type=LargeBinary)
    sealed_after: bytes | None = Field(default=None, sa_type=LargeBinary)
    undo_until: datetime | None = Field(default=None, sa_type=Moment)
    undone_at: datetime | None = Field(default=None, sa_type=Moment)


class AccessEntry(SQLModel, table=True):
    """Who looked at whose data, when and at what. Everyone but the person themselves is recorded."""

    __tablename__ = "access_log"
    __table_args__ = (Index("ix_access_log_customer", "customer_id", "id"),)

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    at: datetime = Field(sa_type=Moment)
    actor_role: str
    actor_id: int = Field(sa_type=BigInteger)
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    what: str


class Form(SQLModel, table=True):
    """What someone has begun and not finished, one per chat. It expires by itself."""

    __tablename__ = "form"

    chat_id: int = Field(sa_column=Column("chat_id", BigInteger, primary_key=True, autoincrement=False))
    name: str
    step: str = ""
    sealed_draft: bytes = Field(sa_type=LargeBinary)
    expires_at: datetime = Field(sa_type=Moment)


class ShownList(SQLModel, table=True):
    """The list of people that a chat was shown last: what was asked, so that it can be narrowed and picked from."""

    __tablename__ = "shown_list"

    chat_id: int = Field(sa_column=Column("chat_id", BigInteger, primary_key=True, autoincrement=False))
    sealed_list: bytes = Field(sa_type=LargeBinary)
    at: datetime = Field(sa_type=Moment)


class Reminder(SQLModel, table=True):
    """What somebody who works here wants to be told, and when. It is told to the chat that asked."""

    __tablename__ = "reminder"
    __table_args__ = (Index("ix_reminder_due", "state", "due_at"), _NEVER_REUSED)

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    chat_id: int = Field(sa_type=BigInteger)
    about: str | None = Field(default=None, sa_column=_sealed("reminder.about"))
    due_at: datetime = Field(sa_type=Moment)
    state: str = "waiting"
    made_at: datetime = Field(sa_type=Moment)


class ImportFile(SQLModel, table=True):
    """A file that the owner has sent into the chat, on its way into the books; afterwards a note that it came.

    coming (its bytes are still at Telegram) -> reading -> asked (its preview waits for a yes) -> wanted -> done, which
    may become undoing -> undone. stopping: whoever wanted it has had enough. left and refused: nothing came of it.
    `entry_id` is its entry in the journal, `rows_done` how far it is, `message_id` the message that tells so.
    """

    __tablename__ = "import_file"
    __table_args__ = (
        CheckConstraint(
            "state IN ('coming', 'reading', 'asked', 'wanted', 'stopping', 'done', 'undoing', 'undone', 'left', "
            "'refused')",
            name="state",
        ),
        Index("ix_import_file_state", "state", "id"),
        Index("ix_import_file_entry", "entry_id"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    chat_id: int = Field(sa_type=BigInteger)
    user_id: int = Field(sa_type=BigInteger)
    language: str
    state: str = "coming"
    sealed_facts: bytes = Field(sa_type=LargeBinary)
    entry_id: int | None = Field(default=None, sa_type=BigInteger)
    rows_done: int = 0
    attempts: int = 0
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    sent_at: datetime = Field(sa_type=Moment)
    not_before: datetime = Field(sa_type=Moment)


class ImportPart(SQLModel, table=True):
    """What is kept of a file only until it is in the books: part 0 are its bytes, the others its refused rows."""

    __tablename__ = "import_part"

    file_id: int = Field(
        sa_column=Column("file_id", BigId, ForeignKey("import_file.id", ondelete="CASCADE"), primary_key=True)
    )
    number: int = Field(primary_key=True)
    sealed_data: bytes = Field(sa_type=LargeBinary)


class InboxRow(SQLModel, table=True):
    """A raw update as Telegram handed it over, on disk before it is acknowledged; emptied once it is done.

    `id` is the order of arrival. Update ids are a set and not an order: after a quiet week Telegram starts anywhere.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        CheckConstraint("state IN ('waiting', 'claimed', 'done', 'aside')", name="state"),
        Index("ix_inbox_state", "state", "id"),
        Index("ix_inbox_received", "received_at"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    bot_id: int = Field(sa_type=BigInteger)
    update_id: int = Field(sa_type=BigInteger)
    lane: int = Field(sa_type=BigInteger)
    sealed_raw: bytes | None = Field(default=None, sa_type=LargeBinary)
    received_at: datetime = Field(sa_type=Moment)
    state: str = "waiting"
    attempts: int = 0
    done_at: datetime | None = Field(default=None, sa_type=Moment)
    reason: str | None = None


class OutboxRow(SQLModel, table=True):
    """A message to a person, written before anything is sent. `dedupe_key` makes planning it twice harmless.

    `advertising`: whoever planned it called it that, or it was found to be when it was claimed. `answered_at` is when
    the person first replied to it or pressed one of its buttons.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'unknown', 'uncertain', 'held', 'dead', 'expired', 'cancelled')",
            name="state",
        ),
        Index("ix_outbox_due", "state", "not_before", "id"),
        Index("ix_outbox_chat", "chat_id", "state", "id"),
        Index("ix_outbox_claimed", "claimed_at"),
        Index("ix_outbox_customer", "customer_id", "id"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    dedupe_key: str = Field(unique=True)
    chat_id: int = Field(sa_type=BigInteger)
    customer_id: int | None = Field(
        default=None, sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=True)
    )
    kind: str
    subject_id: int | None = Field(default=None, sa_type=BigInteger)
    advertising: bool = False
    state: str = "pending"
    reason: str | None = None
    language: str | None = None
    planned_at: datetime = Field(sa_type=Moment)
    not_before: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    attempts: int = 0
    resends: int = 0
    lease_token: str | None = None
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    claimed_at: datetime | None = Field(default=None, sa_type=Moment)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    answered_at: datetime | None = Field(default=None, sa_type=Moment)
    sealed_reply: bytes | None = Field(default=None, sa_type=LargeBinary)
    sealed_text: bytes | None = Field(default=None, sa_type=LargeBinary)


class HandDraft(SQLModel, table=True):
    """A message to somebody whom the bot does not reach: the shop sends it by its own hand and says so.

    `key` is the key under which it then stands in the outbox, so that no message goes out in both ways.
    """

    __tablename__ = "hand_draft"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'sent', 'left')", name="state"),
        Index("ix_hand_draft_state", "state", "id"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    customer_id: int = Field(
        sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False, index=True)
    )
    kind: str
    key: str = Field(unique=True)
    subject_id: int | None = Field(default=None, sa_type=BigInteger)
    state: str = "waiting"
    sealed_text: bytes = Field(sa_type=LargeBinary)
    made_at: datetime = Field(sa_type=Moment)


class RefreshCampaign(SQLModel, table=True):
    """Details that are asked for anew, a few people a day: which one, since when old is old, and what whoever confirms
    it is given. `good_before` is how many had it confirmed when it began.
    """

    __tablename__ = "refresh_campaign"
    __table_args__ = (
        CheckConstraint("detail IN ('phone', 'email')", name="detail"),
        CheckConstraint("state IN ('running', 'stopped')", name="state"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    detail: str
    gift: str | None = Field(default=None, sa_column=_sealed("refresh_campaign.gift"))
    months: int
    a_day: int
    state: str = "running"
    started_at: datetime = Field(sa_type=Moment)
    people_before: int = 0
    good_before: int = 0


class RefreshAsk(SQLModel, table=True):
    """One person asked in a campaign. `key` is the campaign and the person, so that nobody is asked twice in one.

    `value` and `code_tag` are an address that waits for its code; `gift_told`: the person knows of the gift, so that it
    is owed. `gift_number` went out with it, `gift_used_at` is when it was handed over.
    """

    __tablename__ = "refresh_ask"
    __table_args__ = (
        CheckConstraint("way IN ('telegram', 'hand')", name="way"),
        CheckConstraint("state IN ('asked', 'confirmed', 'declined', 'wrong')", name="state"),
        Index("ix_refresh_ask_campaign", "campaign_id", "state"),
        Index("ix_refresh_ask_customer", "customer_id", "asked_at"),
        Index("ix_refresh_ask_gift", "gift_number", unique=True),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    key: str = Field(unique=True)
    campaign_id: int = Field(sa_column=Column("campaign_id", BigId, ForeignKey("refresh_campaign.id"), nullable=False))
    customer_id: int = Field(sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False))
    cause: str
    way: str
    state: str = "asked"
    gift_told: bool = False
    gift_number: int | None = None
    gift_used_at: datetime | None = Field(default=None, sa_type=Moment)
    asked_at: datetime = Field(sa_type=Moment)
    answered_at: datetime | None = Field(default=None, sa_type=Moment)
    value: str | None = Field(default=None, sa_column=_sealed("refresh_ask.value"))
    code_tag: bytes | None = Field(default=None, sa_type=LargeBinary)
    code_until: datetime | None = Field(default=None, sa_type=Moment)
    codes: int = 0
    tries: int = 0


class Idea(SQLModel, table=True):
    """Something that customers propose, in the words of the first. It is decided by a day, with words for everybody."""

    __tablename__ = "idea"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'yes', 'no')", name="state"),
        Index("ix_idea_state", "state", "id"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    text: str | None = Field(default=None, sa_column=_sealed("idea.text"))
    state: str = "open"
    made_at: datetime = Field(sa_type=Moment)
    answer_on: date
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    decision: str | None = Field(default=None, sa_column=_sealed("idea.decision"))


class IdeaVote(SQLModel, table=True):
    """One person's vote for an idea, in their own words. `key` is the idea and the person: nobody counts twice."""

    __tablename__ = "idea_vote"

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    key: str = Field(unique=True)
    idea_id: int = Field(
        sa_column=Column("idea_id", BigId, ForeignKey("idea.id", ondelete="CASCADE"), nullable=False, index=True)
    )
    customer_id: int = Field(
        sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False, index=True)
    )
    text: str | None = Field(default=None, sa_column=_sealed("idea_vote.text"))
    at: datetime = Field(sa_type=Moment)


class Mail(SQLModel, table=True):
    """A mail on its way out: planned under a key, sent under a lease, emptied once it is over."""

    __tablename__ = "mail"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'sending', 'sent', 'dead', 'expired', 'cancelled')", name="state"),
        Index("ix_mail_due", "state", "not_before", "id"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    key: str = Field(unique=True)
    customer_id: int = Field(
        sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False, index=True)
    )
    ask_id: int | None = Field(default=None, sa_type=BigInteger)
    sort: str
    state: str = "pending"
    reason: str | None = None
    planned_at: datetime = Field(sa_type=Moment)
    not_before: datetime = Field(sa_type=Moment)
    expires_at: datetime | None = Field(default=None, sa_type=Moment)
    attempts: int = 0
    lease_token: str | None = None
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    sealed_mail: bytes | None = Field(default=None, sa_type=LargeBinary)


class OutboxFile(SQLModel, table=True):
    """The file that goes with a message of the outbox. It is gone as soon as the message is on its way no more."""

    __tablename__ = "outbox_file"

    dedupe_key: str = Field(
        sa_column=Column(
            "dedupe_key", AutoString, ForeignKey("outbox.dedupe_key", ondelete="CASCADE"), primary_key=True
        )
    )
    sealed_data: bytes = Field(sa_type=LargeBinary)


class JobRun(SQLModel, table=True):
    """One run of a job for one slot of time (a day, an hour): which job, when, and how many messages it planned."""

    __tablename__ = "job_run"
    __table_args__ = (UniqueConstraint("job", "slot"),)

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    job: str
    slot: str
    started_at: datetime = Field(sa_type=Moment)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    planned: int = 0
    missed: int = 0


class Campaign(SQLModel, table=True):
    """Messages to a list of people about one problem of theirs that the shop solves.

    draft (people are struck out) -> running -> done | stopped; left: it was never sent. `seed` drew who is held back.
    `whom` names the list in words of the message files, `problem` is what it solves, or what it invites to: packed
    words. `result_on` is the day from which on its result is told. `kind`: campaign or invitation.
    """

    __tablename__ = "campaign"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'running', 'done', 'stopped', 'left')", name="state"),
        Index("ix_campaign_state", "state", "id"),
        _NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    public_id: str = Field(unique=True)
    user_id: int = Field(sa_type=BigInteger)
    state: str = "draft"
    seed: int = Field(sa_type=BigInteger)
    kind: str = Field(default="campaign", sa_column_kwargs={"server_default": "campaign"})
    whom: str | None = Field(default=None, sa_column=_sealed("campaign.whom"))
    problem: str | None = Field(default=None, sa_column=_sealed("campaign.problem"))
    made_at: datetime = Field(sa_type=Moment)
    started_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    result_on: date | None = None


class CampaignPerson(SQLModel, table=True):
    """One person of a campaign's list, once. `part`: send and held were drawn, hand are reached by the shop's own hand.

    out: not sent for `reason` (struck, or what the policy said). `since` is the last visit that the campaign knew of,
    which its message speaks of; `planned_at` when their message was planned.
    """

    __tablename__ = "campaign_person"
    __table_args__ = (
        CheckConstraint("part IN ('asked', 'send', 'held', 'hand', 'out')", name="part"),
        UniqueConstraint("campaign_id", "customer_id"),
        Index("ix_campaign_person_part", "campaign_id", "part", "planned_at"),
    )

    id: int | None = Field(default=None, sa_column=Column("id", BigId, primary_key=True, autoincrement=True))
    campaign_id: int = Field(
        sa_column=Column("campaign_id", BigId, ForeignKey("campaign.id", ondelete="CASCADE"), nullable=False)
    )
    customer_id: int = Field(
        sa_column=Column("customer_id", BigId, ForeignKey("customer.id"), nullable=False, index=True)
    )
    part: str = "asked"
    reason: str | None = None
    usual_gap: int | None = None
    since: date | None = None
    planned_at: datetime | None = Field(default=None, sa_type=Moment)
