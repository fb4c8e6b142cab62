import pytest

from bot.domain.postal_address import parse_address
from bot.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("서울 마포구 성산로 12", "서울 마포구 성산로 12"),
        ("  서울\n마포구   성산로 12 ", "서울 마포구 성산로 12"),
        ("12 Baker Street, London", "12 Baker Street, London"),
    ],
)
def test_an_address_is_kept_as_typed_on_one_line(typed: str, address: str) -> None:
    assert parse_address(typed) == address


@pytest.mark.parametrize("typed", ["", "집", "12345", "서울" * 101, "\u200b\u200b\u200b\u200b\u200b\u200b"])
def test_what_cannot_be_an_address_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="address-unusable"):
        parse_address(typed)
