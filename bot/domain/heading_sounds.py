"""What a heading that nobody has listed most likely means, by its sound: a guess, to be shown before it is used."""

import re

from bot.domain.headings import COLUMNS_OF, Column, SheetKind

# What a program has counted or kept for itself is nothing that happened, and tails of numbers are no numbers.
_NEVER = re.compile(
    r"뒷|뒤4|마지막|최근|최종|첫|횟수|누적|등록|가입|생성|수정|삭제|말소|취소|환불|등급|포인트|적립금|만료|유효|매장|지점|"
    r"last|recent|first|previous|count|created|updated|deleted|expir|points?|grade|tier|cancel|refund|username|store"
)

# The first sound that fits is what is meant; which of its columns, the kind of file tells.
_SOUNDS: tuple[tuple[tuple[Column, ...], str], ...] = (
    ((Column.EMAIL,), r"메일|email"),
    (
        (Column.MEMBER_NO,),
        r"(회원|멤버|멤버십|고객|적립|포인트).*(번호|코드|no|id|카드)|(member|loyalty|customer).*(no|id|number|num|code|card)",
    ),
    ((Column.TAG,), r"^택|태그|(접수|주문|의뢰).*(번호|no)|ticket|^tag|order.*(no|number|id)$"),
    ((Column.PHONE,), r"휴대|핸드폰|핸펀|핸폰|폰$|연락|전화|mobile|phone|cell"),
    ((Column.STAFF,), r"담당|디자이너|선생님|원장|직원|staff|stylist|therapist|barber|designer"),
    (
        (Column.PAID_BY,),
        r"(결제|지불|계산).?(수단|방법|방식|종류|구분|유형)|(pay|tender).*(type|method|mode|by|with)|paidby|paidwith",
    ),
    ((Column.STATUS,), r"상태|상황|진행|status|progress"),
    (
        (Column.UNPAID,),
        r"미수|외상|미납|미결제|잔금|(받을|남은|못받은).*(돈|금액)|unpaid|owed|owing|outstanding|balance",
    ),
    ((Column.BIRTHDAY,), r"생일|생년|태어난|출생|birth"),
    ((Column.ADDRESS,), r"주소|사는곳|거주지|address"),
    (
        (Column.PROMISED_AT,),
        r"(완료|출고|픽업|인도|완성|인수|수령|납품|찾는|찾을|찾으|찾아).*(예정|약속|일|날|시|까지)|언제까지|pickup|promise|due|ready",
    ),
    (
        (Column.AT, Column.VISITED_AT),
        r"예약.*(일|날|시|때)|(appointment|booking|booked|reserv|slot).*(date|at|time|day|for)|slot",
    ),
    (
        (Column.RECEIVED_AT, Column.VISITED_AT),
        r"(접수|입고|맡긴|맡기신|받은).*(일|날|시|때)|received|dropp?(ed)?off|checkedin",
    ),
    (
        (Column.VISITED_AT, Column.RECEIVED_AT, Column.AT),
        r"(방문|이용|구매|구입|거래|결제|판매|매출|시술|내원|관람|공연|다녀|들르|오신|온|간|산).*(일|날|일자|날짜|시|때)$|언제|"
        r"(visit|sale|sold|purchas|show|transaction|came|paid).*(date|day|at|time|on|when)$",
    ),
    (
        (Column.ITEM, Column.SERVICE),
        r"상품|메뉴|품목|제품|품명|시술|서비스|세탁물|옷|의류|물건|공연|작품|뭐|무엇|"
        r"product|menu|item|service|treatment|garment|goods|drink|bought",
    ),
    (
        (Column.NAME,),
        r"(고객|손님|회원|예약|예매|관객|주문|구매|맡긴|맡기신|환자|수강생).*(분|명|이름|성함|성명|name|님|자)$|성함|성명|이름|"
        r"(customer|client|guest|member|person|buyer|visitor|patron|contact|full).*name|(booked|ordered|bought)by|누구|누가",
    ),
    # Any other name is a thing's.
    ((Column.ITEM, Column.SERVICE), r"[a-z]name$"),
    ((Column.QUANTITY,), r"수량|갯수|개수|몇(개|벌|장|점|잔)|qty|quantity"),
    ((Column.PRICE,), r"단가|unitprice|priceper"),
    ((Column.AMOUNT,), r"금액|매출|돈$|얼마|비용|요금|값$|amount|total|money|paid|cost|charge|spent|fee$"),
    ((Column.NOTE,), r"메모|비고|특이|참고|요청|memo|note|remark|comment"),
)
_PATTERNS = tuple((columns, re.compile(sound)) for columns, sound in _SOUNDS)


def is_no_event(heading: str) -> bool:
    """Whether the heading is over something that a program has counted or kept for itself; `heading` is a key of it."""
    return _NEVER.search(heading) is not None


def column_by_sound(heading: str, kind: SheetKind) -> Column | None:
    """The column that a heading means in this kind of file, if it sounds like one; `heading` is a key of it."""
    if is_no_event(heading):
        return None
    for columns, sound in _PATTERNS:
        if sound.search(heading):
            return next((column for column in columns if column in COLUMNS_OF[kind]), None)
    return None
