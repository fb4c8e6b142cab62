"""What the owner says about the day and about open days, and what only sounds like it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.money import PointsEnd, PrepaidEnd
from bot.understanding.asks.reminders import DayBrief, MonthCard, OwnerClock, WeekSummary
from bot.understanding.asks.shop import DaysOff, HolidaysOff, NamedDays, OpenDays, WeekdayEnd, WeekHours
from bot.understanding.asks.texts import AdvertisingEvery, Care, HoursBefore, NthGift, QuietHours
from bot.understanding.lexicon import Lexicon
from bot.understanding.reader import read_owner

NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Seoul"))
SUNDAY, CHRISTMAS = date(2026, 11, 22), date(2026, 12, 25)


def understood(sentence: str) -> Ask | None:
    return read_owner(sentence, now=NOW, lexicon=Lexicon()).ask


@pytest.mark.parametrize(
    ("ask", "sentences"),
    [
        (
            DayBrief(),
            "오늘 브리핑|브리핑 보여줘|아침 브리핑 좀 해주세요|오늘 일정 알려줘|오늘 뭐 있어?|오늘할일"
            "|오늘 챙길 거 있어?|오늘 보낼 메시지 뭐야"
            "|morning brief|brief me|show me today's brief|what's on today?|what do we have today"
            "|today's agenda please"
            "|what goes out today?|give me the brief",
        ),
        (
            WeekSummary(),
            "이번 주 요약|이번주 정리해줘|이번 주 어땠어?|주간 요약 보여줘|주간 보고 부탁드립니다|한 주 정리"
            "|일주일 요약 좀|이번 주 결산"
            "|weekly summary|how was this week?|summary of the week please|sum up this week|weekly report"
            "|week in review"
            "|this week's report|how did the week go",
        ),
        (WeekSummary(last=True), "지난주 요약|저번 주 정리해줘|지난주 어땠어?|how was last week?|last week's summary"),
        (
            MonthCard(),
            "이달의 질문|이번 달 카드 보여줘|여쭤볼 손님 세 분|monthly card|whom should i ask|one thing we failed",
        ),
        (
            OpenDays(),
            "쉬는 날 보여줘|휴무일 언제야?|우리 언제 쉬어?|요일별 영업시간 알려줘|휴무 목록|closing days"
            "|when are we closed?"
            "|our days off|which days are we open",
        ),
        (
            WeekHours("일요일은 쉬어요"),
            "일요일은 쉬어요|우리 가게는 일요일은 쉬어요|저희 일요일은 쉬어요",
        ),
        (WeekHours("토요일은 10시부터 6시까지"), "토요일은 10시부터 6시까지|우리는 토요일은 10시부터 6시까지"),
        (WeekHours("closed on Sundays"), "closed on Sundays|we're closed on Sundays"),
        (
            DaysOff(SUNDAY, SUNDAY, closed=True),
            "내일 쉬어요|내일 쉴게요|우리 내일 쉽니다|내일은 휴무|내일 문 닫아요|내일 안 열어요"
            "|내일 장사 안 해요|내일은 쉬기로 했어요"
            "|we're closed tomorrow|closed tomorrow|we won't open tomorrow|shop is closed tomorrow",
        ),
        (DaysOff(CHRISTMAS, CHRISTMAS, closed=True), "12월 25일 휴무|12월 25일에 쉬어|closed on 25 December"),
        (
            DaysOff(date(2026, 12, 24), date(2026, 12, 26), closed=True),
            "12월 24일부터 26일까지 휴가예요|12월 24일부터 12월 26일까지 쉽니다",
        ),
        (
            DaysOff(SUNDAY, SUNDAY, closed=False),
            "이번 일요일은 열어요|내일 문 열게요|내일은 정상 영업|open tomorrow|we're open tomorrow after all",
        ),
        (
            DaysOff(date(2026, 12, 24), date(2026, 12, 26), closed=True),
            "12월 24~26일 휴무|12월 24일부터 3일간 휴가예요|we are on holiday from 24 to 26 December|closed Dec 24-26"
            "|we'll be closed from Dec 24 through Dec 26|on holiday 24-26 December|closed December 24th to 26th",
        ),
        (
            DaysOff(date(2026, 11, 22), date(2026, 11, 24), closed=True),
            "내일부터 3일 쉬어요|내일부터 사흘간 쉽니다|closed from tomorrow for three days",
        ),
        (
            DaysOff(date(2026, 11, 24), date(2026, 11, 25), closed=True),
            "24일과 25일 쉬어요|24~25일 쉽니다|closed on the 24th and 25th",
        ),
        (
            DaysOff(date(2026, 11, 27), date(2026, 11, 27), closed=True),
            "이번 금요일 쉬어요|금요일 쉴게요|closed this Friday",
        ),
        (
            DaysOff(SUNDAY, SUNDAY, closed=False, opens=time(9), closes=time(19)),
            "내일은 9시부터 7시까지 해요|내일 9시부터 7시까지 영업해|내일은 9시부터 7시까지만 영업합니다"
            "|tomorrow we are open from 9 to 7|open 9 to 7 tomorrow",
        ),
        (
            DaysOff(SUNDAY, SUNDAY, closed=False, closes=time(15)),
            "내일은 3시까지만 해요|내일은 3시에 닫아요|내일 오후 3시부터 쉬어요|tomorrow we close at 3"
            "|closed tomorrow from 3 pm|tomorrow we're only open until 3",
        ),
        (
            DaysOff(SUNDAY, SUNDAY, closed=False, opens=time(11)),
            "내일은 늦게 11시에 열어요|내일은 11시부터 해요|tomorrow we open at 11|we open late tomorrow at 11",
        ),
        (
            NamedDays((date(2026, 11, 24), date(2026, 11, 26)), closed=True),
            "24일과 26일 쉬어요|24일하고 26일에 쉽니다|closed on the 24th and the 26th|closed Nov 24 and Nov 26",
        ),
        (
            NamedDays((date(2026, 11, 23), date(2026, 11, 25)), closed=True),
            "다음주 월요일과 수요일 쉬어요|11월 23일, 11월 25일 휴무|closed on Monday and Wednesday next week",
        ),
        (
            NamedDays((date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 28)), closed=False, closes=time(15)),
            "24일, 26일, 28일은 3시까지만 해요",
        ),
        (
            NamedDays((date(2026, 12, 24),), closed=False, closes=time(12)),
            "12월 24일은 오전만 해요|12월 24일은 오전에만 영업합니다|12월 24일 오후에 쉬어요|12월 24일 오후 휴무"
            "|mornings only on December 24|on December 24 we only open in the morning"
            "|closed in the afternoon on 24 December|on December 24 we are open until noon",
        ),
        (
            NamedDays((date(2026, 11, 24),), closed=False, opens=time(12)),
            "24일은 오후만 영업해요|24일은 오전에 쉬어요|24일 오전 휴무|closed until noon on the 24th"
            "|on the 24th closed in the morning|afternoons only on the 24th",
        ),
        (
            DaysOff(SUNDAY, SUNDAY, closed=False, closes=time(15)),
            "we close at 3 tomorrow|일요일은 3시까지만 할게요|이번 일요일은 3시까지만 해요",
        ),
        (
            WeekdayEnd((6,), closes=time(18)),
            "일요일은 6시까지만 해요|우리 일요일은 저녁 6시까지만 합니다|매주 일요일 6시에 닫아요"
            "|we close at 6 on Sundays|Sundays only until 6|on Sundays we're open until 6",
        ),
        (WeekdayEnd((0,), opens=time(12)), "월요일은 오후만 해요|월요일은 12시부터 해요|on Mondays we open at noon"),
        (WeekdayEnd((0, 2), closes=time(19)), "월요일과 수요일은 7시까지만 해요|월, 수요일은 7시까지만 영업해요"),
        (WeekdayEnd((0, 1, 2, 3, 4), closes=time(21)), "평일은 9시까지만 해요|on weekdays we close at 9"),
        (
            DaysOff(date(2027, 2, 6), date(2027, 2, 8), closed=True),
            "설날 연휴에 쉬어요|closed for the lunar new year holidays|we're closed over the Seollal holidays",
        ),
        (DaysOff(date(2027, 9, 15), date(2027, 9, 15), closed=True), "추석에 쉬어요|closed on Chuseok"),
        (
            HolidaysOff(closed=True),
            "공휴일은 쉬어요|공휴일에는 문 닫아요|we are closed on public holidays|closed on holidays",
        ),
        (HolidaysOff(closed=False), "공휴일에도 열어요|공휴일에 영업해요|we're open on public holidays"),
        (
            OwnerClock("brief", at=time(8)),
            "브리핑 8시에 보내줘|아침 브리핑 시간 8시로 바꿔줘|브리핑 여덟 시에 줘|오늘 브리핑을 오전 8시에 해줘"
            "|send the morning brief at 8 am|brief at 8:00|move the brief to 8am",
        ),
        (
            OwnerClock("brief", on=False),
            "브리핑 꺼줘|아침 브리핑 그만|브리핑 보내지 마|turn off the morning brief|stop the brief",
        ),
        (OwnerClock("week", on=True), "주간 요약 다시 켜줘|turn on the weekly summary"),
        (
            OwnerClock("receipt", at=time(19, 30)),
            "영수증 7시 반에 보내줘|내역 저녁 7시 30분에 보내줘|send receipts at 7:30 pm",
        ),
        (
            OwnerClock("reminder", at=time(10)),
            "예약 알림 10시에 보내줘|전날 알림 오전 10시로 바꿔줘|send reminders at 10 am",
        ),
    ],
)
def test_each_is_said_in_many_ways(ask: Ask, sentences: str) -> None:
    assert [sentence for sentence in sentences.split("|") if understood(sentence) != ask] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "김수연 토요일 10시 예약",
        "내일 3시에 전화하라고 알려줘",
        "오늘 매출",
        "이번 주 손님 몇 명이야",
        "오늘 쉬어?",
        "일요일에 누가 와요?",
        "어제 쉬었어",
        "마감하자",
        "문 닫았어",
        "김수연 내일 쉰대",
        "내일 마감인 거 보여줘",
        "book Suyeon tomorrow at 3",
        "who comes on Sunday?",
        "sales this week",
        "김수연 포인트 1년 지나면 소멸",
        "쿠폰은 1년 지나면 소멸",
        "포인트 적립",
        "내일 3시까지 해줘",
        "김수연 내일 9시부터 7시까지 해요",
        "24일, 26일 쉬어요",
        "closed on the 24th and 26th",
        "tomorrow closed until noon",
        "내일 저녁은 쉬어요",
        "일요일 6시까지",
        "일요일에 6시까지 와이셔츠 해줘",
        "Suyeon only until 6 on Sundays",
    ],
)
def test_what_only_sounds_like_it_is_something_else(sentence: str) -> None:
    days = (
        DayBrief,
        WeekSummary,
        MonthCard,
        OpenDays,
        WeekHours,
        WeekdayEnd,
        DaysOff,
        HolidaysOff,
        OwnerClock,
        PointsEnd,
    )
    assert not isinstance(understood(sentence), days)


@pytest.mark.parametrize(
    ("ask", "sentences"),
    [
        (
            HoursBefore(2),
            "예약 2시간 전에도 알려줘|2시간 전에도 알림 보내줘|예약 두 시간 전에 한 번 더 알려주세요"
            "|두시간 전에도 알려줘|예약 2시간전 알림 켜줘"
            "|예약 손님께 2시간 전에도 알려줘|remind customers 2 hours before"
            "|please remind them 2 hours before the appointment"
            "|also remind people two hours before their appointments|notify customers 2 hours before",
        ),
        (
            QuietHours((time(21), time(9))),
            "밤 9시부터 아침 9시까지는 보내지 마|조용한 시간 21시-9시|조용한 시간은 밤 9시부터 아침 9시까지"
            "|방해 금지 시간 21:00~9:00"
            "|저녁 9시부터 오전 9시까지 메시지 보내지 마세요|quiet hours 9pm to 9am|set quiet hours 21:00-9:00"
            "|send nothing from 9 pm to 9 am|no messages between 9pm and 9am",
        ),
        (
            AdvertisingEvery(7),
            "광고는 일주일에 한 번만 보내줘|광고는 한 분께 일주일에 한 번만|한 사람한테 광고는 일주일에 한 번까지만"
            "|광고 주 1회로 제한해줘|광고는 일주일에 하나만|광고 메시지는 1주일에 한번씩만 보내"
            "|홍보 문자는 매주 한 번까지만"
            "|손님 한 분당 광고는 7일에 한 번으로 해줘|광고는 최대 일주일에 1번"
            "|send ads at most once a week|ads only once a week|one ad a week|no more than one ad per week"
            "|at most one ad per week per customer|limit ads to one a week|please send ads only once a week"
            "|each customer gets at most one ad a week|advertise at most once a week",
        ),
        (
            AdvertisingEvery(30),
            "광고는 한 달에 한 번만 보내줘|광고 매달 한 번만|한 손님한테 광고는 한 달에 한 번까지"
            "|limit advertising to once a month|ads no more than once a month",
        ),
        (
            AdvertisingEvery(14),
            "광고는 2주마다|광고는 격주로 보내줘|광고는 2주 간격으로|send ads only every two weeks|ads every other week"
            "|only send ads every 2 weeks|one ad a fortnight|ads biweekly|send ads bi-weekly|fortnightly ads only",
        ),
        (
            AdvertisingEvery(14),
            "광고는 2주에 한 번만|광고 격주에 한 번만 보내|ads once every two weeks|one ad a fortnight",
        ),
        (AdvertisingEvery(10), "광고는 열흘에 한 번만 보내줘|광고 10일에 1회|one ad every 10 days"),
        (
            AdvertisingEvery(1),
            "광고는 하루에 한 번까지|광고 하루 한 번|광고 제한 없애줘|광고 간격 원래대로 해줘|ads once a day"
            "|remove the ad limit|lift the advertising cap|one ad a day",
        ),
        (QuietHours(), "조용한 시간 꺼줘|방해 금지 시간 없애줘|turn off quiet hours|no quiet hours"),
        (HoursBefore(0), "당일 알림 꺼줘|2시간 전 알림 그만|turn off the hours before reminder|no same-day reminders"),
        (
            NthGift(10, "셔츠 1점 무료"),
            "10번째 방문마다 셔츠 1점 무료|10번째 방문에는 셔츠 1점 무료 드려요"
            "|10번째 오실 때마다 셔츠 1점 무료로 해줘|10회 방문마다 셔츠 1점 무료 제공",
        ),
        (NthGift(10, "one free shirt"), "every 10th visit: one free shirt|on every 10th visit gets one free shirt"),
        (NthGift(10, "커피 무료"), "10번째 커피는 무료|10번째는 커피 무료예요|10번째 방문은 커피 무료"),
        (NthGift(8, "무료"), "8번째는 무료|8번째 방문은 무료로 해줘"),
        (NthGift(10, "free coffee"), "every 10th coffee is free"),
        (NthGift(0, ""), "방문 선물 꺼줘|turn off the visit gift|no more visit gifts"),
        (Care("코트", "비닐을 벗겨 두세요"), "코트 관리법: 비닐을 벗겨 두세요|코트 관리 안내는 비닐을 벗겨 두세요"),
        (
            Care("coat", "take the bag off"),
            "care for the coat: take the bag off|care advice for coat: take the bag off",
        ),
        (Care("코트", ""), "코트 관리법 지워줘|코트 관리 안내 빼줘"),
        (
            PointsEnd(12),
            "포인트는 1년 지나면 소멸|포인트 유효기간 1년|포인트 유효기간은 1년이야|적립금은 1년 뒤 소멸"
            "|포인트는 일년까지만|포인트는 12개월 지나면 없어지게 해줘|포인트는 적립하고 1년 지나면 소멸돼요"
            "|포인트 1년 지나면 없애줘|points expire after 12 months|let points expire after a year"
            "|points are valid for one year|loyalty points run out after twelve months",
        ),
        (PointsEnd(6), "포인트는 반년 지나면 소멸|마일리지 여섯 달 지나면 자동 소멸|points expire after six months"),
        (
            PointsEnd(0),
            "포인트 유효기간 없애줘|포인트 소멸 안 되게 해줘|포인트는 소멸하지 않게 해줘|포인트 안 없어지게 해줘"
            "|points never expire|points should never expire|remove the points expiry|no expiry for points",
        ),
        (
            PointsEnd(),
            "포인트 유효기간 언제야?|포인트 언제 소멸돼?|포인트 유효기간 얼마야|when do points expire?"
            "|how long are points valid?",
        ),
        (PrepaidEnd(), "선불은 1년 지나면 소멸|선불 유효기간 1년으로 해줘|prepaid money expires after a year"),
        (
            OwnerClock("birthday", on=False),
            "생일 축하 꺼줘|생일 인사 보내지 마|turn off birthday greetings|stop birthday messages",
        ),
    ],
)
def test_what_customers_are_told_besides_is_set_in_a_sentence(ask: Ask, sentences: str) -> None:
    assert [sentence for sentence in sentences.split("|") if understood(sentence) != ask] == []
