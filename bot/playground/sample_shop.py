"""A shop to play with: forty people and two years of visits, the same every time.

Everything is drawn from one seed and written through the same storage functions that a real shop uses, as imported
history, so nobody is thanked for what they did two years ago. The names are common Korean ones; any likeness to
somebody real is chance.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from bot.domain.birthday import parse_birthday
from bot.domain.local_time import moment_of
from bot.domain.phone import parse_phone
from bot.domain.prices import Price
from bot.domain.shop import Part, Preset, Shop
from bot.domain.visits import Line, make_line
from storage import appointments, orders, people, visits
from storage.prices import replace_price_list
from storage.vault import Vault

PEOPLE = 40
YEARS = 2
_SEED = 20261121

# What each kind of shop sells, with its price in won, and the usual days between two visits.
_PRICES: dict[Preset, dict[str, int]] = {
    Preset.LAUNDRY: {
        "와이셔츠": 2500,
        "바지": 4500,
        "블라우스": 4000,
        "코트": 12000,
        "정장": 9000,
        "니트": 5000,
        "이불": 20000,
    },
    Preset.SALON: {"커트": 25000, "염색": 80000, "펌": 90000, "클리닉": 40000, "드라이": 20000},
    Preset.CAFE: {"아메리카노": 4500, "라떼": 5000, "드립": 5500, "케이크": 6500, "쿠키": 3000},
    Preset.THEATRE: {
        "햄릿 (박지훈)": 45000,
        "갈매기 (박지훈)": 40000,
        "리어왕 (이은하)": 45000,
        "벚꽃 동산 (이은하)": 40000,
        "프로그램북": 8000,
    },
}
_GAPS: dict[Preset, tuple[int, int]] = {
    Preset.LAUNDRY: (7, 35),
    Preset.SALON: (21, 49),
    Preset.CAFE: (2, 9),
    Preset.THEATRE: (28, 90),
}

_KOREAN_NAMES = """
김수연 김수현 박민수 이영희 정하늘 최지훈 한지원 윤서아 임재호 천유진 구본철 안소연 강민지
조은비 신동혁 오세진 배나래 홍준표 유가영 문태식 서다은 권혁진 남궁철 황보라 송미경 전우성
장보영 고은서 노진호 백승희 허윤정 심재민 도경아 차민석 우지혜 나현수 이영희 주예린 장미선
"""
_NAMES = (*_KOREAN_NAMES.split(), "Emily Carter")

# Those whose phones are on the page come regularly: what a laundry has of theirs, and when a salon expects them.
_ON_THE_PAGE: dict[str, tuple[list[Line], time]] = {
    "김수연": ([make_line("코트", price_minor=12000), make_line("바지", quantity=2, price_minor=4500)], time(14)),
    "Emily Carter": ([make_line("정장", price_minor=9000), make_line("니트", quantity=2, price_minor=5000)], time(16)),
}


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody of the sample shop: how often they come, and when they stopped (days before today)."""

    name: str
    phone: str
    birthday: str
    gap: int
    first_days_ago: int
    last_days_ago: int
    favourites: tuple[str, ...]


def fill(session: Session, vault: Vault, shop: Shop, now: datetime) -> None:
    """Write the sample shop into an empty database. `now` is the moment the story begins."""
    chance = random.Random(_SEED)
    today = shop.day_of(now)
    replace_price_list(session, [Price(name, minor) for name, minor in _PRICES[shop.preset].items()])
    for person in _people(chance, shop.preset):
        customer = people.create(session, person.name, now - timedelta(days=person.first_days_ago))
        if person.phone:
            people.set_phone(session, vault, customer, parse_phone(person.phone))
        if person.birthday:
            people.set_birthday(session, vault, customer, parse_birthday(person.birthday, today=today))
        for day in _days(chance, person, today):
            at = moment_of(day, time(chance.randint(10, 19), chance.choice((0, 10, 20, 30, 40, 50))), shop.zone)
            visits.add(
                session,
                customer_id=customer.id,
                visited_at=at,
                visited_on=day,
                lines=_lines(chance, person, shop.preset),
                paid_by=chance.choice(("card", "card", "cash", "transfer")),
                unpaid_minor=0,
                source="import",
                recorded_by=None,
                now=at,
            )
        people.refresh_figures(session, customer.id or 0)
        if person.name in _ON_THE_PAGE:
            _open_things(session, customer.id or 0, person.name, shop, now)


def _people(chance: random.Random, preset: Preset) -> Iterator[SamplePerson]:
    """The cast: the first few are the ones of the tour, the others are drawn."""
    shortest, longest = _GAPS[preset]
    items = tuple(_PRICES[preset])
    for number, name in enumerate(_NAMES):
        gap = chance.randint(shortest, longest)
        favourites = tuple(chance.sample(items, 2))
        first, last = YEARS * 365 - chance.randint(0, 120), chance.randint(1, max(1, gap - 1))
        match 0 if name in _ON_THE_PAGE else number % 8:
            case 3:  # somebody who has not been here for longer than usual
                last = int(gap * 1.2) + chance.randint(gap, 2 * gap)
            case 5:  # new: one to three visits
                first = last + gap * chance.randint(0, 2)
            case 7:  # lost: away for more than a year
                last = 365 + chance.randint(10, 120)
                first = max(first, last + 200)
        phone = f"010-{2000 + number * 131:04d}-{(6781 + number * 977) % 10000:04d}"
        if number % 13 == 9:
            phone = f"016-{300 + number}-{4000 + number}"
        if number % 17 == 12:
            phone = ""
        birthday = date(1958 + (number * 7) % 45, 1 + (number * 5) % 12, 1 + (number * 11) % 28).isoformat()
        yield SamplePerson(name, phone, birthday if number % 3 else "", gap, first, last, favourites)


def _days(chance: random.Random, person: SamplePerson, today: date) -> Iterator[date]:
    """Visit days, the oldest first: the person's gap, give or take a fifth, ending on the last day exactly."""
    days_ago = person.last_days_ago
    found = []
    while days_ago <= person.first_days_ago:
        found.append(today - timedelta(days=days_ago))
        days_ago += max(1, round(person.gap * chance.uniform(0.8, 1.2)))
    return reversed(found)


def _lines(chance: random.Random, person: SamplePerson, preset: Preset) -> list[Line]:
    prices = _PRICES[preset]
    item = chance.choice((*person.favourites, *person.favourites, chance.choice(tuple(prices))))
    quantity = chance.choice((1, 1, 2, 3)) if preset is Preset.LAUNDRY else 1
    return [make_line(item, quantity=quantity, price_minor=prices[item])]


def _open_things(session: Session, customer_id: int, name: str, shop: Shop, now: datetime) -> None:
    """What a customer of the tour has here now: something promised, or a booking."""
    lines, booked_at = _ON_THE_PAGE[name]
    day_after = shop.day_of(now) + timedelta(days=2)
    if shop.has(Part.ORDERS):
        brought = now - timedelta(days=3)
        visit = visits.add(
            session,
            customer_id=customer_id,
            visited_at=brought,
            visited_on=shop.day_of(brought),
            lines=lines,
            paid_by=None,
            unpaid_minor=sum(line.amount_minor for line in lines),
            source="import",
            recorded_by=None,
            now=brought,
        )
        orders.open_with(session, visit, lines, moment_of(day_after, time(18), shop.zone))
        people.refresh_figures(session, customer_id)
    if shop.has(Part.APPOINTMENTS):
        at = moment_of(day_after, booked_at, shop.zone)
        appointments.add(session, customer_id=customer_id, at=at, service="커트", now=now)


def phone_of(name: str) -> str:
    """The number in international form of a person of the tour, so that their phone on the page can prove it."""
    number = _NAMES.index(name)
    return parse_phone(f"010-{2000 + number * 131:04d}-{(6781 + number * 977) % 10000:04d}").e164
