import pytest

from bot.domain.masking import masked


@pytest.mark.parametrize(
    ("detail", "value", "shown"),
    [
        ("phone", "+821023456781", "010-****-6781"),
        ("phone", "+8221234567", "02-***-4567"),
        ("phone", "no number", "***mber"),
        ("email", "suyeon.kim@example.com", "su***@example.com"),
        ("email", "ab@example.com", "***@example.com"),
        ("name", "김수연", "김수연"),
        ("address", "서울 마포구 성산로 12", "서울 ***"),
        ("address", "성산로12번지", "***"),
        ("birthday", "1985-11-24", "****-11-24"),
        ("birthday", "lunar 1962-05-05", "lunar ****-05-05"),
        ("birthday", "lunar leap 1963-04-10", "lunar leap ****-04-10"),
        ("birthday", "--11-24", "--11-24"),
    ],
)
def test_a_detail_keeps_what_its_owner_knows_it_by(detail: str, value: str, shown: str) -> None:
    assert masked(detail, value) == shown
