"""The message files taken apart, and a typical value for every variable, so that each message can be tried out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

import bot.texts
from bot.domain.outgoing import Money, Value, Words
from bot.texts.catalog import Catalog

FOLDER = Path(next(iter(bot.texts.__path__)))
SEOUL = ZoneInfo("Asia/Seoul")
TODAY = date(2026, 11, 21)

# By the name of the variable: one name means one kind of thing in all messages. A new name gets its value here.
TYPICAL: dict[str, Value] = {
    "nameless": 3,
    "whose": "남편 김철수",
    "address": "서울 마포구 성산로 12",
    "after": "010-2345-6789",
    "ahead": True,
    "also": ("12/26(토)", "12/31(목)"),
    "difference": Money(9_500),
    "way": "more",
    "ways": "less",
    "amount": Money(14_000),
    "answer": "가게 이름: 맑은세탁으로 적었어요.",
    "appointment": "예약: 11/27(금) 14시 커트",
    "at": datetime(2026, 11, 27, 5, 0, tzinfo=UTC),
    "away": 50,
    "bad": 2,
    "before": "010-****-5678",
    "booking": "다음 예약: 11/27(금) 14시 커트",
    "bot": "clear_laundry_bot",
    "busy": "그때 예약 2건이 있어요.",
    "called": "이번 달",
    "card": "맑은세탁, 영업시간: 10:00-20:00",
    "care": "3일은 미지근한 물로 감아 주세요.",
    "cases": "답을 기다리는 접수 2건",
    "cause": "restored",
    "cells": ("김수연", "010-****-6781"),
    "change": "바꾸시려면 오늘 안에 알려 주세요: 02-123-4567",
    "checked": 37,
    "clothes": True,
    "closed": "쉬는 날이에요.",
    "column": "name",
    "columns": ("고객명", "전번 → 휴대폰"),
    "compared": "그 전 주보다 10,000원 많아요.",
    "contact": "02-123-4567",
    "interpreter": "· 알아듣지 못한 한마디는 밖의 언어 모델에 물어요.",
    "side": "customer",
    "remind": True,
    "meant": "→ 아마 “예약 잡기”",
    "sentences": "· 못 알아들은 말은 90일까지 두어요.",
    "count": 41,
    "created": 12,
    "currency": "KRW",
    "customers": 412,
    "cut": True,
    "day": date(2026, 12, 24),
    "days": 7,
    "dead": True,
    "detail": "2/12(목) 커트",
    "details": ("전화 010-2345-6781 (확인 전)", "이메일 suyeon.kim@example.com"),
    "done": 500,
    "email": "suyeon.kim@example.com",
    "en": "Tomorrow at 2 pm, Suyeon.",
    "event": "ready",
    "example": "이렇게 한 줄로 적어 주세요: 김수연 와이셔츠 3장 7500",
    "expected": True,
    "extra": "헐거운 소매 단추 달기",
    "failed": "셔츠 단추를 빠뜨렸어요",
    "fact": "마지막 11/18(수)",
    "field": Words("field-phone"),
    "fields": ("이메일", "생일"),
    "file": "visits.csv",
    "found": "0007",
    "free": 180,
    "from": 28,
    "given": "laundri",
    "gone": "새로 적었던 손님도 지웠어요.",
    "guesses": ("짐작해서 읽은 칸: 전번",),
    "heading": "단골 13분이에요.",
    "headings": ("a", "b"),
    "holiday": "성탄절",
    "holidays": "공휴일은 쉬어요.",
    "hours": "10:00–20:00",
    "item": "와이셔츠",
    "items": ("와이셔츠 3점", "검정 재킷"),
    "keeps-things": True,
    "kept": "적혀 있던 다른 3가지는 그대로 두었어요.",
    "kind": "손님",
    "ko": "수연님, 내일 14시예요.",
    "known": "0006",
    "last": date(2026, 10, 2),
    "last4": "6781",
    "late": False,
    "leap": False,
    "left-out": "37분을 봤고, 22분은 아직 주기를 몰라요.",
    "line": 14,
    "link": "https://t.me/clear_laundry_bot?start=k3x9",
    "left": Money(9_000),
    "later": "그 뒤에 쉬는 날: 12/25(금)",
    "linked-before": False,
    "lost": 4,
    "lunar": False,
    "made": date(2026, 11, 11),
    "meaning": "휴대폰",
    "most": 500,
    "minutes": 12,
    "missing": "아직 모르는 것: 이메일",
    "more": "그 밖에 3가지",
    "name": "김수연",
    "names": ("이영희", "정하늘"),
    "needed": 4,
    "never": 3,
    "new": "새 손님으로 적었어요.",
    "newcomer": "수연",
    "not-read": "못 읽은 줄: [상의]",
    "next": date(2026, 11, 23),
    "nothing": "오늘은 아무것도 없어요.",
    "note": "단추 헐거움",
    "nth": 9,
    "number": 3,
    "of": 13,
    "off": ("주간 요약", "이달의 질문"),
    "on": date(2026, 11, 20),
    "order": "와이셔츠 3점: 11/20(금) 맡김",
    "orders": "지금 맡아 둔 것이 없어요.",
    "others": 3,
    "outcome": "customers.csv: 손님 12줄을 읽었어요.",
    "owed": Money(12_000),
    "owner": True,
    "overdue": "약속이 지난 것 2건.",
    "page": "1–10 / 모두 23분",
    "paid": "카드",
    "people": 12,
    "period": "이번 달(11/1(일)~11/30(월))",
    "person": "김수연",
    "phone": "010-2345-6781",
    "photos": "사진 2장도 함께 전했어요.",
    "shown": 5,
    "here": True,
    "wished": datetime(2026, 11, 28, 6, 0, tzinfo=UTC),
    "guardian": "김영희",
    "how": "phone",
    "pieces": 2,
    "port": "8765",
    "preset": "laundry",
    "price": " (4,500원)",
    "priced": "금액은 가격표에서 가져왔어요.",
    "preview": "수연님, 내일 14시예요.",
    "promise": "11/27(금) 18시까지 해 둘게요.",
    "promised": datetime(2026, 11, 27, 9, 0, tzinfo=UTC),
    "prompt": "새 전화번호를 보내 주세요.",
    "proof": "다음에 오실 때 사장님이 확인하면 ‘확인됨’이 돼요.",
    "quantity": 3,
    "query": "수연",
    "reach": "오늘 연락되는 분 18분 (텔레그램 3, 전화 15).",
    "reachable": 18,
    "reached": "전화",
    "reason": "전화번호 숫자가 모자라요.",
    "question": "어떤 가게인가요?",
    "received": date(2026, 11, 18),
    "reference": "A1B2C3",
    "refused": 2,
    "regulars": False,
    "rhythm": "평소 4주마다",
    "row": 1_048_576,
    "rows": ("첫째 줄입니다", "둘째 줄입니다"),
    "rule": "기준: 평소 간격의 1.2배",
    "same-day": "같은 날 적은 방문이 또 있어요.",
    "seconds": 95,
    "service": "커트",
    "sheet": "손님",
    "sheets": "‘손님’ 시트만 읽어요.",
    "shop": "맑은세탁",
    "sending": "오늘 보낼 것 3건",
    "sent": "손님께 먼저 보낸 메시지 12건",
    "since": date(2023, 5, 2),
    "spent": Money(612_000),
    "source": "data/dangol.key",
    "start": date(2026, 11, 1),
    "state": "received",
    "status": "보류",
    "steps": "0001, 0002",
    "sum": Money(22_500),
    "takes-bookings": False,
    "takings": True,
    "telegram": 3,
    "text": "시계가 맞아요.",
    "things": "맡아 둔 것 2점:",
    "there": "이미 적혀 있어 다시 적지 않은 분: 이영희",
    "unowed": "받을 돈이 없어서 7,500원은 따로 적지 않았어요.",
    "both": True,
    "guests": 3,
    "missed": "못 알아들은 말: ‘현관 앞에’",
    "defect": "단추 헐거움",
    "rack": "B3",
    "tag": "127",
    "selling": True,
    "a-day": 5,
    "joined": True,
    "votes": 6,
    "yes": False,
    "by-hand": 4,
    "followed": ("9분은 박지훈 작품만 보셨어요.",),
    "lists": "예매처 명단의 번호는 초대에 쓰지 않아요.",
    "may": "보낼 수 있음",
    "no-consent": 2,
    "no-contact": 4,
    "own": True,
    "shows": 3,
    "at-visit": 4,
    "unanswered": 5,
    "answered": datetime(2026, 11, 21, 3, 0, tzinfo=UTC),
    "planned": datetime(2026, 11, 21, 1, 0, tzinfo=UTC),
    "approved": date(2026, 11, 20),
    "asked": 12,
    "consent": "11/2(월)에 광고 수신에 동의하셔서 보냈어요.",
    "soon": False,
    "candidate": "010-5200-1234",
    "causes": ("· 옛 번호 5분", "· 번호 없음 2분"),
    "code": "482913",
    "confirmed": 6,
    "declined": 1,
    "gifts": "쓸 수 있는 선물: 커피 무료 1번",
    "gift": "아메리카노 한 잔",
    "host": "네이버",
    "good": 18,
    "good-before": 12,
    "months": 24,
    "running": True,
    "stale": 12,
    "was": "010-****-5678",
    "unfinished": "다 됐다고 적지 않은 것이었어요.",
    "second": datetime(2026, 11, 28, 5, 0, tzinfo=UTC),
    "last-visit": "9번 오셨고 마지막은 11/20(금)",
    "preference": "바라시는 것: 앞머리는 짧게",
    "about": "수선집 전화하기",
    "health": "건강에 관한 말이 있어요.",
    "label": "(광고)",
    "message": "김수연님, 내일은 쉬어요.",
    "words": ("아토피",),
    "holder": "박민수",
    "balance": Money(42_000),
    "part": "포인트",
    "partner": "김수연",
    "points": "포인트 500점",
    "earned": True,
    "all": False,
    "hand": "봇이 닿지 않는 2분께는 복사해서 보내실 글을 드려요.",
    "invites": False,
    "ending": "300점은 12/31(목)까지",
    "got": "받으신 것: 할인 12,000원.",
    "yours": "오늘 쓸 수 있는 것: 선불 잔액 4,200원.",
    "use": "things",
    "preferences": "손님 말씀: 앞머리는 짧게",
    "same": False,
    "used": False,
    "rest": 1_500,
    "me": False,
    "signs": "그렇게 보는 까닭: 끝번호가 같음.",
    "times": 2,
    "to": 33,
    "told": Money(7_500),
    "today": "11/21(토)에는 10:00–20:00에 열어요.",
    "total": 23,
    "undone": False,
    "unchanged": 380,
    "unknown": 22,
    "unpaid": "내실 금액 14,000원",
    "unsaid": 3,
    "unpriced": "가격표에 없어서 금액에 넣지 않은 것: 넥타이",
    "unread": ("메모", "9월"),
    "unsure": True,
    "until": date(2026, 11, 28),
    "updated": 7,
    "usual": 28,
    "value": "010-****-5678",
    "visit": "· 김수연 와이셔츠 3장 7500",
    "visits": "41번 오셨어요.",
    "where": "못 읽은 줄은 visits.csv.refused.csv에 있어요.",
    "who": "본인",
    "with-whom": "은하 원장",
    "why": "그 뒤에 기록이 생겨 손님으로 남겨 두었어요",
    "written": "3/4/2026",
    "zone": "Pacific/Apia",
    "when": "this",
    "years": 3,
    "waiting": "답을 기다리는 분 1",
    "week": "11/21(토) 10:00–20:00",
    "what": "광고와 안부",
    "limits": ("· 18:00–09:00에는 아무것도 보내지 않아요.",),
    "only": ("예약 알림",),
    "still": ("물어보신 것에 대한 답", "예약 알림"),
    "stopped": ("광고와 안부", "다녀가신 날 내역"),
    "instead": "다 됐는지는 “내 옷 언제 돼요?” 하고 물어봐 주세요.",
    "comes": True,
    "decided": date(2026, 11, 20),
    "from-hour": "18:00",
    "to-hour": "09:00",
    "best": "가장 많은 날: 11/20(금) 120,000원",
    "bookings": 1,
    "first": ("선불 잔액 4,200원 돌려받기", "맡기신 것 1점 찾아가시기"),
    "role": "owner",
    "prepaid": "선불 잔액 4,200원 돌려받기",
    "sort": "complaint",
    "again": True,
    "came": 6,
    "drafts": "봇이 닿지 않는 3분께는 복사해서 보내실 글을 써 두었어요.",
    "due": datetime(2026, 11, 21, 11, 0, tzinfo=UTC),
    "early": "아직 5일 더 봐야 견줄 수 있어요.",
    "held": 4,
    "held-came": 2,
    "highest": "+42",
    "lowest": "-27",
    "move": True,
    "not-sent": "뽑혔지만 못 보낸 분 1분.",
    "problem": "지난번에 마음에 안 드신 곳이 있으면 말씀해 주세요. 다시 봐 드려요.",
    "quiet": "조용히 응대해 달라고 하셨어요.",
    "before-amount": Money(210_000),
    "before-visits": 19,
    "buyers": 32,
    "core": True,
    "day-visits": 41,
    "few": 3,
    "gained": 5,
    "group": "regular",
    "hour-visits": 12,
    "least": 2,
    "lost-days": 365,
    "loyal-days": 365,
    "month": 11,
    "one": False,
    "outlook": "5일 안에(11/24(화)~11/26(목)) 오실 것 같아요.",
    "passed": True,
    "percent": 20,
    "rank": 3,
    "regular": "· 단골 3/2(월)부터",
    "regular-days": 365,
    "said": "✓ 소개: 11/3(화) 박민수님 소개",
    "segment": "champions",
    "stage": "기존 손님",
    "steady": "✓ 꾸준함: 3/2(월)부터 단골, 1년에 12번, 마지막 11/18(수)",
    "through": "박민수",
    "timed": 38,
    "top": 7,
    "year": "2026",
    "fresh": "· 11/2(월) 본인 확인",
    "complaint": "최근 불편: 11/2(월) “바지가 줄었어요” (마침)",
    "spared": 3,
    "struck": "이준호님을 뺐어요.",
    "verdict": "unsure",
    "whom": "30일 넘게 안 오신 단골",
}
# Where a message means something else by the name.
TYPICAL_IN: dict[str, dict[str, Value]] = {
    "campaign-compared": {"points": "+12"},
    "quarter-points": {"points": 1_500},
    "campaign-result": {
        "compared": "차이 +12%p, 사람이 적어 우연일 수 있어요(-27~+42%p).",
        "running": "보내는 중이에요. 5분 남았어요.",
        "sent": 16,
    },
    "campaign-stopped": {"sent": 5},
    "told-row": {"approved": "owner", "outcome": "sent"},
    "about-count": {"last": "마지막 방문 11/18(수), 3일 전.", "visits": 41},
    "about-last": {"last": "마지막 방문 11/18(수), 3일 전."},
    "about-spent": {"visits": 41},
    "about-usual": {"visits": 41},
    "about-usual-row": {"visits": 41},
    "appointment-made": {"told": "전날 텔레그램으로 알려 드려요."},
    "card": {"visits": "2025.10.1(수)부터 60번 오셨어요."},
    "erase-ask": {"visits": 41, "first": "먼저 끝낼 것: 맡기신 것 1점 찾아가시기. 다 끝나면 바로 지워요."},
    "erased": {"visits": 41},
    "figures-sales": {"visits": 41, "unpaid": "그중 아직 받지 못한 돈 7,500원"},
    "figures-visits": {"visits": 41},
    "find-many": {"more": 7},
    "find-near": {"more": 7},
    "how-many": {"phone": 15, "asked": 2, "others": 4},
    "changed-mind": {"what": "change"},
    "button-take-back": {"what": "change"},
    "appointment-reminder": {"whose": "오실 분: 남편 김철수"},
    "appointment-soon": {"whose": "오실 분: 남편 김철수"},
    "messages-only": {"before": ("물어보신 것에 대한 답", "예약 알림", "광고와 안부")},
    "lapsed-rule-days": {"before": date(2026, 10, 22), "visits": 4},
    "lapsed-rule-lately": {"visits": 4, "times": "1.2"},
    "order-row": {"unpaid": Money(7_500)},
    "order-row-ready": {"unpaid": Money(7_500)},
    "orders-overdue": {"overdue": 2},
    "period": {"days": "11/1(일)~11/30(월)"},
    "period-called": {"name": "this_month"},
    "period-span": {"last": date(2026, 11, 30)},
    "reach": {"phone": 15},
    "ready-done": {"told": "곧 텔레그램으로 알려 드려요.", "orders": None},
    "ready-draft": {"unpaid": "내실 금액은 14,000원이에요."},
    "ready-undone": {"told": "직접 말씀해 주세요."},
    "roll": {"reach": "오늘 연락되는 분: 23분 중 18분."},
    "roll-best": {"spent": True},
    "roll-best-rule": {"spent": True, "of": 40},
    "owner-erased": {"visits": 41},
    "roll-fact-new": {"visits": 2},
    "roll-fact-often": {"visits": 41},
    "roll-fact-regular": {"visits": 41},
    "roll-fact-times": {"visits": 41},
    "roll-regulars-rule": {"visits": 4, "others": 9},
    "roll-missing-rule": {"field": "휴대폰 번호", "dead": 3},
    "roll-dead-rule": {"unknown": 2},
    "guess-days": {"first": date(2026, 11, 24), "last": date(2026, 11, 26)},
    "guess-rule": {"name": "단골", "rule": "1년에 6번 이상 오신 분"},
    "outlook-within": {"first": date(2026, 11, 24), "last": date(2026, 11, 26), "days": 5},
    "group-rule": {"visits": 4, "times": "1.2"},
    "core-not-steady": {"visits": 2},
    "chart-weeks": {"visits": 21, "from": date(2026, 11, 9), "to": date(2026, 11, 15)},
    "chart-days-title": {"start": date(2026, 11, 16), "last": date(2026, 11, 22)},
    "chart-hours": {"visits": 41, "day": "토요일"},
    "chart-regulars-foot": {"visits": 4},
    "outlook-unknown": {"visits": 2},
    "guess": {"said": "방문 적기 · 김수연"},
    "refused-sum-negative": {"said": "-5000원"},
    "refused-sum-absurd": {"said": "99999999999원"},
    "refused-sum-unreadable": {"said": "만만원"},
    "refused-sum-worked-out": {"said": "1000원 할인"},
    "refused-rows-impossible": {"said": "0"},
    "refused-visit-which-day": {"said": "지난주"},
    "refused-day-impossible": {"said": "2월 30일"},
    "refused-day-not-that-year": {"next": "2027"},
    "refused-length-impossible": {"said": "0일"},
    "refused-time-impossible": {"said": "25시"},
    "guess-row": {"said": "방문 적기 · 김수연"},
    "guess-which": {"rows": ("1. 방문 적기 · 김수연", "2. 카드 보기 · 김수연")},
    "weekday-name": {"day": 0},
    "wish-days": {"days": ("월요일", "금요일")},
    "wish-only-days": {"days": ("금요일",)},
    "roll-fact-asked": {"until": date(2027, 11, 21)},
    "prospect-added": {"about": "메모: 이불 문의", "until": date(2027, 11, 21)},
    "roll-group-rule": {"rule": "1년에 4번 이상 오신 분"},
    "rule-is": {"rule": "1년에 4번 이상 오신 분"},
    "rule-changed": {"rule": "1년에 6번 이상 오신 분"},
    "group-row": {"rule": "1년에 4번 이상 오신 분"},
    "core-value": {"since": date(2025, 9, 30)},
    "core-steady": {"visits": 12, "since": date(2025, 9, 30)},
    "stage": {"since": date(2025, 9, 30), "lost": "· 1년 넘게 안 오셔서 11/2(월)부터 떠난 손님", "cause": "asked"},
    "stage-regular": {"since": date(2025, 9, 30)},
    "stage-lost": {"since": date(2025, 9, 30)},
    "chart-hours-foot": {"since": date(2026, 8, 29)},
    "chart-nothing": {"about": "weeks"},
    "card-complaint": {"text": "바지가 줄었어요"},
    "settings-file": {"name": ".env"},
    "settings-missing": {"name": "TELEGRAM_BOT_TOKEN"},
    "settings-webhook-half": {"name": "WEBHOOK_SECRET"},
    "today-due": {"overdue": 2},
    "today-visits": {"visits": 41},
    "visit-missed": {"said": "현관 앞에"},
    "visit-recorded": {"since": "지난번에서 31일(평소 28~33일).", "on": None},
    "why-order-ready": {"count": "최근 30일 동안 2번 보냈어요."},
    "why-receipt": {"count": "최근 30일 동안 2번 보냈어요."},
    "why-reminder": {"count": "최근 30일 동안 2번 보냈어요."},
}


@dataclass
class Message:
    """One message of one file. `choices` are the values, by variable, that lead into each of its variants."""

    key: str
    section: str
    entry: ast.Message
    variables: set[str] = field(default_factory=set)
    choices: dict[str, list[Value]] = field(default_factory=dict)


class _Reader(Visitor):
    """Walks one message and notes what it asks for."""

    def __init__(self, message: Message) -> None:
        self.message = message

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.message.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        choices: list[Value]
        selector: object = node.selector
        if isinstance(selector, ast.FunctionReference):  # HAS($x)
            (selector,) = selector.arguments.positional
            choices = [None]
        else:
            choices = [_choice(variant.key) for variant in node.variants]
            if isinstance(choices[0], int) and not isinstance(choices[0], bool):
                choices += [0, 1, 2, 1_200]
        assert isinstance(selector, ast.VariableReference), self.message.key
        self.message.choices.setdefault(selector.id.name, []).extend(choices)
        self.generic_visit(node)


def _choice(key: ast.Identifier | ast.NumberLiteral) -> Value:
    if isinstance(key, ast.NumberLiteral):
        return int(key.value)
    plain: dict[str, Value] = {"yes": True, "no": False, "one": 1, "other": "other"}
    return plain.get(key.name, key.name)


@cache
def messages(language: str) -> dict[str, Message]:
    """All messages of a language by key, in the order of the file."""
    found: dict[str, Message] = {}
    section = ""
    for entry in FluentResource((FOLDER / f"{language}.ftl").read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.ResourceComment):
            section = entry.content or ""
        elif isinstance(entry, ast.Message):
            message = found[entry.id.name] = Message(entry.id.name, section, entry)
            _Reader(message).visit(entry)
    return found


@cache
def catalog() -> Catalog:
    return Catalog()


def typical(message: Message) -> dict[str, Value]:
    own = TYPICAL_IN.get(message.key, {})
    return {name: own[name] if name in own else TYPICAL[name] for name in message.variables}


def tried_out(message: Message, language: str) -> Iterator[str]:
    """The message as Telegram HTML: with typical values first, then once into each of its variants."""
    usual = typical(message)
    yield render(message.key, usual, language)
    for name, choices in message.choices.items():
        for choice in choices:
            if choice == "other" and isinstance(usual[name], int):
                continue
            yield render(message.key, {**usual, name: choice}, language)


def render(key: str, arguments: dict[str, Value], language: str) -> str:
    return catalog().render(Words(key, arguments), language, zone=SEOUL, today=TODAY)
