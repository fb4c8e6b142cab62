"""Contact cards as phones write them."""

import pytest

from bot.domain.refusals import Refusal
from bot.domain.vcards import MOST_CARDS, Card, is_vcard, read_vcards

KIM = "김민지"


def quoted(text: str, encoding: str) -> str:
    return "".join(f"={byte:02X}" for byte in text.encode(encoding))


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> str:
    return end.join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (card("FN:김민지", "TEL;TYPE=CELL:010-1234-5678"), Card(KIM, ("010-1234-5678",))),
        (card("N:김;민지;;;", "TEL:01012345678", end="\n"), Card(KIM, ("01012345678",))),
        (card("N:Carter;Emily;;;", "TEL:+1 650-253-0000"), Card("Emily Carter", ("+1 650-253-0000",))),
        (
            card("FN:Jane Doe", "TEL;VALUE=uri;TYPE=cell:tel:+82-10-1234-5678", version="4.0"),
            Card("Jane Doe", ("tel:+82-10-1234-5678",)),
        ),
        (
            card(f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted(KIM, 'utf-8')}", "TEL;CELL:010", version="2.1"),
            Card(KIM, ("010",)),
        ),
        (
            card(f"FN;CHARSET=KS_C_5601-1987;QUOTED-PRINTABLE:{quoted(KIM, 'cp949')}", "TEL;CELL:010", version="2.1"),
            Card(KIM, ("010",)),
        ),
        (
            card(f"FN;ENCODING=QUOTED-PRINTABLE:{quoted(KIM, 'cp949')}", "TEL;CELL;PREF:010", version="2.1"),
            Card(KIM, ("010",)),
        ),
        (
            card(
                "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80=",
                "=EB=AF=BC=EC=A7=80",
                "TEL;CELL:010",
                version="2.1",
            ),
            Card(KIM, ("010",)),
        ),
        (card("item1.TEL;type=pref:010", "item1.X-ABLabel:가게", "FN:김민지"), Card(KIM, ("010",))),
        (card("FN:김민지", "TEL:010-1111-", " 2222"), Card(KIM, ("010-1111-2222",))),
        (card("FN:Kim\\, Minji", "TEL:010", "TEL:010", "TEL:02"), Card("Kim, Minji", ("010", "02"))),
        (card("FN:김민지", "no colon here", "PHOTO;ENCODING=b:/9j=broken", "TEL:010"), Card(KIM, ("010",))),
        (card("TEL:010"), Card("", ("010",))),
        (card("FN:김민지"), Card(KIM, ())),
    ],
)
def test_a_card_is_read(written: str, read: Card) -> None:
    assert read_vcards(written.encode()) == [read]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_a_file_of_several_cards_in_any_encoding(encoding: str) -> None:
    data = (card("FN:김민지", "TEL:010") + card("FN:박서준", "TEL:011", end="\n")).encode(encoding)
    assert is_vcard(data)
    assert read_vcards(data) == [Card(KIM, ("010",)), Card("박서준", ("011",))]


def test_a_card_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    assert read_vcards("BEGIN:VCARD\nFN:김민지\nTEL:010".encode()) == [Card(KIM, ("010",))]


def test_a_card_within_a_card_belongs_to_it() -> None:
    inner = card("FN:비서", "TEL:02")
    assert [one.name for one in read_vcards(card("FN:김민지", inner, "TEL:010").encode())] == [KIM]


@pytest.mark.parametrize(
    ("data", "refusal"), [(b"", "file-no-cards"), (b"a,b\r\n1,2\r\n", "file-no-cards"), (b"\x00" * 50, "file-no-cards")]
)
def test_what_holds_no_cards(data: bytes, refusal: str) -> None:
    assert not is_vcard(data)
    with pytest.raises(Refusal, match=refusal):
        read_vcards(data)


def test_an_endless_address_book_is_refused() -> None:
    with pytest.raises(Refusal, match="file-too-many-cards"):
        read_vcards((card("FN:a", "TEL:010") * (MOST_CARDS + 1)).encode())
