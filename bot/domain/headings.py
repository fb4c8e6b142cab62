"""The headings that shops write over their columns, in Korean and English, and what each of them means.

Spelling is forgiven (`heading_key`): case, spaces, underscores, stars and brackets do not matter. Within a field the
more telling heading stands first, and wins where a file has two ("datetime" before "date", a mobile before a landline).
"""

import re
from enum import StrEnum

from bot.domain.written_text import plain_signs


class SheetKind(StrEnum):
    CUSTOMERS = "customers"
    VISITS = "visits"
    ORDERS = "orders"
    APPOINTMENTS = "appointments"


class Column(StrEnum):
    """What a column holds. The values are the English headings of the contract, with a few more that help to read."""

    # Enum hashes in Python, and every cell of every row is looked up by its column.
    __hash__ = str.__hash__

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PHONE = "phone"
    MEMBER_NO = "member_no"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    ADDRESS = "address"
    NOTE = "note"
    VISITED_AT = "visited_at"
    ITEM = "item"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    PAID_BY = "paid_by"
    TAG = "tag"
    RECEIVED_AT = "received_at"
    PROMISED_AT = "promised_at"
    STATUS = "status"
    UNPAID = "unpaid"
    AT = "at"
    SERVICE = "service"
    STAFF = "staff"
    TIME = "time"


_PERSON = (Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.PHONE, Column.MEMBER_NO)
COLUMNS_OF = {
    SheetKind.CUSTOMERS: (*_PERSON, Column.EMAIL, Column.BIRTHDAY, Column.ADDRESS, Column.NOTE),
    SheetKind.VISITS: (
        *_PERSON, Column.VISITED_AT, Column.TIME, Column.ITEM, Column.QUANTITY, Column.PRICE, Column.AMOUNT,
        Column.PAID_BY,
    ),
    SheetKind.ORDERS: (
        *_PERSON, Column.TAG, Column.ITEM, Column.QUANTITY, Column.PRICE, Column.RECEIVED_AT, Column.PROMISED_AT,
        Column.STATUS, Column.AMOUNT, Column.UNPAID, Column.NOTE,
    ),
    SheetKind.APPOINTMENTS: (*_PERSON, Column.AT, Column.TIME, Column.SERVICE, Column.STAFF, Column.STATUS),
}  # fmt: skip

_ANY_DATE = "일시 datetime timestamp 날짜 일자 date day when"
_SOLD_AT = """
    구매일시 구매일 구매일자 거래일시 거래일 거래일자 결제일시 결제일 결제일자 판매일시 판매일 판매일자 매출일시
    매출일 매출일자 영업일 영업일자 주문일시 주문일 주문일자 purchasedat purchasedate transactiondate
    transactiondatetime saledate soldat paidat paymentdate orderedat orderdate
"""

# Names of columns that mean the same in every kind of file.
_ALWAYS = {
    Column.NAME: """
        고객명 고객이름 고객성명 손님명 손님이름 회원명 회원이름 회원성명 예약자명 예약자 예약자이름 주문자명 주문자
        관객명 관객 예매자 예매자명 예매자이름
        성명 성함 이름 고객 손님 회원 customername clientname guestname membername fullname name customer client guest
        member
    """,
    Column.FIRST_NAME: "firstname givenname forename first",
    Column.LAST_NAME: "lastname surname familyname last",
    Column.PHONE: """
        휴대폰 휴대폰번호 휴대전화 휴대전화번호 핸드폰 핸드폰번호 휴대번호 고객휴대폰 모바일 폰 폰번호 hp mobile
        mobilephone mobilenumber mobileno cell cellphone cellnumber 연락처 연락처1 고객연락처 전화번호 전화번호1 전화
        고객전화번호 phone phonenumber phoneno phone1 contactphone contactphonenumber contactnumber contactno tel
        telephone telno contact
    """,
    Column.MEMBER_NO: """
        회원번호 회원no 회원id 회원아이디 회원코드 회원카드 회원카드번호 고객번호 고객no 고객id 고객코드 멤버십번호
        멤버십카드 멤버십카드번호 포인트카드번호 카드번호 memberno membernumber memberid membercode membershipno
        membershipnumber membershipid customerid customerno customernumber customercode clientid cardno cardnumber
        cardid loyaltyid card
    """,
    Column.NOTE: "메모 고객메모 비고 특이사항 참고사항 요청사항 note notes memo remark remarks comment comments",
    Column.STATUS: """
        상태 진행상태 처리상태 주문상태 접수상태 작업상태 예약상태 상태값 status state orderstatus bookingstatus
        appointmentstatus
    """,
    Column.QUANTITY: "수량 개수 갯수 점수량 벌수 매수 quantity qty count pieces pcs",
    Column.PRICE: "단가 가격 판매가 판매단가 정가 unitprice price priceeach",
    Column.AMOUNT: """
        금액 결제금액 구입금액 티켓금액 실결제금액 총결제금액 총금액 합계금액 합계 총액 판매금액 판매액 매출금액
        매출액 매출 결제액
        받은금액 이용금액 시술금액 amount totalamount total grandtotal linetotal money sum sales netsales revenue
    """,
    Column.PAID_BY: """
        결제수단 결제방법 결제방식 결제유형 지불수단 지불방법 결제 paidby paymentmethod paymenttype paymentmode
        paytype paymethod payment cashtype tender tendertype
    """,
    Column.ITEM: """
        품목 품목명 상품명 상품 제품명 제품 메뉴명 메뉴 품명 세탁물 세탁품목 의류 시술명 시술 시술내용 서비스명
        서비스 공연명 작품명
        내역 내용 item itemname items product productname menu menuname goods article garment service servicename
        description
    """,
    Column.EMAIL: "이메일 이메일주소 메일 메일주소 전자우편 email emailaddress mail",
    Column.BIRTHDAY: "생년월일 생일 출생일 birthday birthdate dateofbirth dob",
    Column.ADDRESS: "주소 집주소 자택주소 배송지 배송주소 address homeaddress streetaddress",
    Column.TAG: """
        택번호 택no 택 태그번호 태그 접수번호 의뢰번호 보관번호 tag tagno tagnumber ticket ticketno ticketnumber
        주문번호 orderno ordernumber orderid
    """,
    Column.PROMISED_AT: """
        약속일시 약속일 약속일자 약속날짜 완료예정일시 완료예정일 완료예정 완성예정일 출고예정일시 출고예정일
        인도예정일 찾는날 찾는날짜 찾으실날 픽업예정일시 픽업예정일 픽업일시 픽업일 납기일 납기 promisedat promised
        promiseddate promisedate duedate dueat due readyby pickupat pickupdate pickup
    """,
    Column.UNPAID: """
        미수금 미수금액 미수 외상 외상금 외상금액 미결제 미결제금액 미납 미납금 미납금액 잔금 unpaid unpaidamount
        amountdue balancedue outstanding owed owing
    """,
    Column.STAFF: """
        담당 담당자 담당자명 담당직원 담당디자이너 담당선생님 디자이너 디자이너명 선생님 원장 직원 직원명 staff
        staffname stylist designer employee therapist barber provider with
    """,
}

# Columns whose meaning depends on the kind of file; these come on top of the ones above and before them.
_BY_KIND = {
    SheetKind.CUSTOMERS: dict[Column, str](),
    SheetKind.VISITS: {
        Column.VISITED_AT: f"""
            방문일시 방문일 방문일자 방문날짜 이용일시 이용일 이용일자 시술일시 시술일 시술일자 관람일시 관람일
            관람일자 관람날짜 공연일시 공연일 공연일자 내원일시 내원일 구입일시 구입일 구입일자 visitedat
            visitdatetime visitdate visited {_SOLD_AT} {_ANY_DATE}
        """,
        Column.TIME: "방문시간 방문시각 이용시간 거래시간 결제시간 판매시간 주문시간 시간 시각 time visittime",
    },
    SheetKind.ORDERS: {
        Column.RECEIVED_AT: f"""
            접수일시 접수일 접수일자 접수날짜 맡긴일시 맡긴날 맡긴날짜 입고일시 입고일 입고일자 receivedat received
            receiveddate receivedon dropoffdate droppedoffat droppedoff dropoff {_SOLD_AT} {_ANY_DATE}
        """,
    },
    SheetKind.APPOINTMENTS: {
        Column.AT: f"""
            예약일시 예약일 예약일자 예약날짜 at appointmentat appointmentdatetime appointmentdate bookingdatetime
            bookingdate bookedfor reservationdatetime reservationdate reservationat reservationtime reservedfor
            startat startsat starttime start {_ANY_DATE}
        """,
        Column.TIME: "예약시간 예약시각 시간 시각 appointmenttime bookingtime time",
        Column.SERVICE: """
            서비스 서비스명 예약메뉴 예약상품 예약내용 시술 시술명 시술메뉴 메뉴 메뉴명 상품명 service servicename
            treatment menu item product
        """,
    },
}

# Headings that look like another one and are not.
NEVER = frozenset(
    """
    no id 번호 순번 연번 연락처뒷자리 연락처뒤4자리 전화번호뒷자리 휴대폰뒷자리 휴대폰뒷4자리 뒷자리 뒷번호 phonelast4
    last4 잔액 포인트 적립금 등급 등록일 가입일 최근방문일 최종방문일 첫방문일 방문횟수 lastvisit firstvisit visits
    운송장번호 username nickname shopname storename branchname 매장명 지점명 상호
    """.split()
)

_DECORATION = re.compile(r"[\s_\-./·:*#'\"()\[\]{}<>]+")
_IN_BRACKETS = re.compile(r"[(\[{<].*?[)\]}>]")


def heading_keys(heading: str) -> tuple[str, str]:
    """The heading without decoration, and once more without what stands in brackets: "금액(원)" is 금액원 and 금액."""
    written = plain_signs(heading[:100]).casefold()
    return _DECORATION.sub("", written), _DECORATION.sub("", _IN_BRACKETS.sub("", written))


def meanings(kind: SheetKind) -> dict[str, tuple[Column, int]]:
    """Heading key -> column and rank (0 is the most telling) for one kind of file."""
    found: dict[str, tuple[Column, int]] = {}
    for column in COLUMNS_OF[kind]:
        words = f"{_BY_KIND[kind].get(column, '')} {_ALWAYS.get(column, '')}".split()
        for rank, word in enumerate(words):
            found.setdefault(word, (column, rank))
    return found
