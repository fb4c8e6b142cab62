"""A new value is taken from a sentence only where the words around it say that it is one."""

import pytest

from bot.understanding.own_words import value_given

GIVEN = (
    ("name", "제 이름 최은혜 아니고 최은해예요", "최은해"),
    ("name", "윤지섭이에요", "윤지섭"),
    ("name", "it's spelled Siobhan Kelly", "Siobhan Kelly"),
    ("name", "you have me as Arjan, it should read Arjun Nair", "Arjun Nair"),
    ("name", "just got married, I'm Hannah Whitlock now", "Hannah Whitlock"),
    ("name", "not Jon, it's John", "John"),
    ("name", "my name is spelled Siobhan, not as Shivon", "Siobhan"),
    ("email", "my mail is dave at nowhere dot example", "dave@nowhere.example"),
    ("email", "gildong 골뱅이 naver.com 으로요", "gildong@naver.com"),
    ("address", "now it is Mapo-daero 88 apartment 1203", "Mapo-daero 88 apartment 1203"),
    ("address", "Hannam-dong 72-1 flat 502 please", "Hannam-dong 72-1 flat 502"),
    ("address", "we are at 15 Yeonhui-ro room 3B now", "15 Yeonhui-ro room 3B"),
    ("address", "27 Donggyo-ro 12-gil", "27 Donggyo-ro 12-gil"),
    ("address", "unit 4, 12 Victoria Street", "unit 4, 12 Victoria Street"),
)
NOT_GIVEN = (
    ("name", "이름 바꾸고 싶은 손님이에요"),
    ("name", "이름 확인 부탁입니다"),
    ("name", "이름 좀요, 급한 일이에요"),
    ("name", "이름은 제 실수예요"),
    ("name", "내 이름 아니고 남편이에요"),
    ("name", "my name is wrong, it is Urgent"),
    ("name", "the name is wrong"),
    ("email", "look at naver please, my e-mail is old"),
    ("email", "이메일 바꿔 주세요"),
    ("address", "the address is wrong since May 2024"),
    ("address", "I moved in 2024 Honestly"),
    ("phone", "번호가 바뀌었어요"),
    ("birthday", "생일이 틀렸어요"),
)


@pytest.mark.parametrize(("field", "text", "value"), GIVEN)
def test_a_value_is_taken_as_it_was_said(field: str, text: str, value: str) -> None:
    assert value_given(field, text) == value


@pytest.mark.parametrize(("field", "text"), NOT_GIVEN)
def test_other_words_are_no_value(field: str, text: str) -> None:
    assert value_given(field, text) is None
