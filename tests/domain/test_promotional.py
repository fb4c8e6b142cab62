"""One word of selling makes a message advertising."""

import pytest

from bot.domain.promotional import sells


@pytest.mark.parametrize(
    ("text", "is_selling"),
    [
        ("내일은 쉬어요", False),
        ("코트 얼룩이 잘 빠졌어요", False),
        ("your coat is ready early", False),
        ("이번 주 20% 할인", True),
        ("쿠폰을 넣어 두었어요", True),
        ("a discount for you", True),
        ("50% off this week", True),
        ("３０％ ＯＦＦ", True),
        ("특\u200b가 한 벌 오천원", True),
        ("가을 세일 시작했어요", True),
        ("아메리카노 1+1", True),
        ("summer sale", True),
        ("20퍼센트 깎아 드려요", True),
        ("사은품을 드려요", True),
        ("김세일님, 코트 다 됐어요", False),
        ("세일러복 한 벌 다 됐어요", False),
        ("100% 면 셔츠 다 됐어요", False),
        ("wholesale curtains are ready", False),
        ("헐거운 소매 단추도 달아 두었어요(0원)", False),
    ],
)
def test_a_word_of_selling(text: str, is_selling: bool) -> None:
    assert sells(text) is is_selling


@pytest.mark.parametrize(
    "text",
    (
        "원 플러스 원이에요|적립금 두 배|포인트 2배 적립|포인트를 3배로|더블 적립|특별한 혜택을 준비했어요|가을 기획전"
        "|한정 수량이에요|선착순 10분께|할 인 중|디씨 해드려요|DC 해드려요|놀러 오세요|구경 오세요|새로 나온 메뉴"
        "|신제품 나왔어요|가격을 내렸어요|캐시백 드려요|리뷰 쓰시면 커피 드려요|소개해 주시면 5천원 적립"
        "|친구 데려오시면 무료|맛보러 오세요|마감 임박"
        "|half price today|half-price cuts|BOGO|2 for 1|a limited-time treat|clearance|last chance|double points"
        "|bonus points|lowest prices in town|new arrivals|try our new menu|cashback|a rebate|freebies|cheaper this week"
        "|bring a friend|refer a friend|win a free cut|save 5000 won|save up to ₩5,000|an exclusive evening"
    ).split("|"),
)
def test_it_sells_in_either_language(text: str) -> None:
    assert sells(text)


@pytest.mark.parametrize(
    "text",
    (
        "무료로 다시 세탁해 드렸어요|오늘만 3시까지 해요|주문하신 원두가 들어왔어요|친구분이 맡기신 코트예요"
        "|가족과 같이 오세요|포인트 300점 쓰셨어요|할 인원을 알려 주세요|울 세제를 추천해 드려요|예약 놓치지 마세요"
        "|컷 두 배로 걸려요|가격은 5천원이에요|다음에 뵐게요|행사장 앞에서 만나요"
        "|we saved you a seat|save the date for your booking|your friend brought it|the last one is ready"
        "|please don't miss your booking|booked for 2 for 1 hour|points: 300|the price is ₩5,000|2 shirts for Emily"
    ).split("|"),
)
def test_what_only_tells_sells_nothing(text: str) -> None:
    assert not sells(text)


@pytest.mark.parametrize(
    ("text", "is_selling"),
    [
        ("죄송해요. 50% 환불해 드릴게요", False),
        ("세탁비의 30퍼센트를 돌려드렸어요", False),
        ("코트 값의 70 %를 보상해 드릴게요. 죄송합니다", False),
        ("옷값의 80%까지 배상해 드려요", False),
        ("We pay back 50 %", False),
        ("Sorry. We will refund 30% of the price", False),
        ("We give you 50 percent of it back", False),
        ("You get 70% compensation", False),
        ("50% 깎아 드려요", True),
        ("30%만 받을게요", True),
        ("50% 할인, 환불은 안 돼요", True),
        ("결제 금액의 10%를 포인트로 돌려드려요", True),
        ("다음 방문 때 20% 돌려드려요", True),
        ("헌 이불 30% 보상판매해요", True),
        ("이번 주 최대 50% 환급", True),
        ("환불해 드렸어요. 이불은 20% 싸요", True),
        ("10% cash back for everyone", True),
        ("20% off, or your money back", True),
        ("come back for 20% less", True),
        ("Bring a friend and we pay 10% back on every visit", True),
        ("We have refunded you. Duvets are 20% cheaper", True),
    ],
)
def test_what_is_paid_back_does_not_sell_and_what_tempts_still_does(text: str, is_selling: bool) -> None:
    assert sells(text) is is_selling


def test_what_is_owed_may_be_named_and_nothing_beside_it() -> None:
    assert not sells("열 번째 방문이라 커트 쿠폰을 넣어 두었어요", gift_owed=True)
    assert sells("열 번째 방문이라 커트 쿠폰을 넣어 두었어요")
    assert sells("커트 쿠폰을 넣어 두었어요. 이번 주 염색 할인도 있어요", gift_owed=True)
