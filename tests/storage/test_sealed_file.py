"""Files sealed in pieces: whole or nothing, for the right key alone."""

import io

import pytest

from storage.sealed_file import Damaged, NotOurs, open_file, seal_file
from storage.vault import KeyWrong, Vault

VAULT = Vault({1: bytes(range(32))})
PIECE = 1 << 20
HEAD = 63
SEALED_PIECE = PIECE + 16


def sealed(data: bytes, vault: Vault = VAULT) -> bytes:
    target = io.BytesIO()
    seal_file(vault, io.BytesIO(data), target)
    return target.getvalue()


def opened(data: bytes, vault: Vault = VAULT) -> bytes:
    target = io.BytesIO()
    open_file(vault, io.BytesIO(data), target)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_is_sealed_can_be_opened(size: int) -> None:
    data = bytes(number % 251 for number in range(251)) * (size // 251 + 1)

    assert opened(sealed(data[:size])) == data[:size]


def test_it_shows_nothing_of_what_it_holds_and_never_looks_the_same_twice() -> None:
    name = "김수연 010-1234-5678".encode()

    assert name not in sealed(name * 1000)
    assert sealed(name) != sealed(name)


def test_a_file_cut_off_anywhere_is_refused() -> None:
    whole = sealed(b"x" * (2 * PIECE + 5))

    for length in (HEAD, HEAD + 1, HEAD + SEALED_PIECE, HEAD + 2 * SEALED_PIECE, len(whole) - 1):
        with pytest.raises(Damaged):
            opened(whole[:length])


def test_a_file_cut_off_inside_its_head_is_refused() -> None:
    whole = sealed(b"x")

    for length in range(HEAD):
        with pytest.raises((NotOurs, Damaged, KeyWrong)):
            opened(whole[:length])


def test_a_changed_byte_anywhere_is_noticed() -> None:
    whole = sealed(b"x" * 100)

    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises((NotOurs, Damaged, KeyWrong)):
            opened(bytes(changed))


def test_pieces_cannot_change_places_or_be_left_out_or_added() -> None:
    whole = sealed(b"a" * PIECE + b"b" * PIECE + b"c" * 10)
    head, first, second = whole[:HEAD], whole[HEAD : HEAD + SEALED_PIECE], whole[HEAD + SEALED_PIECE :]
    second, third = second[:SEALED_PIECE], second[SEALED_PIECE:]

    for order in (
        [second, first, third],
        [first, third],
        [first, second, second, third],
        [first, second, third, third],
    ):
        with pytest.raises(Damaged):
            opened(head + b"".join(order))


def test_another_shops_key_is_called_wrong_and_not_damaged() -> None:
    for other in (Vault({1: bytes(32)}), Vault({2: bytes(range(32))})):
        with pytest.raises(KeyWrong):
            opened(sealed(b"x"), other)


def test_a_file_of_an_older_key_can_be_opened_by_a_newer_ring_of_keys() -> None:
    ring = Vault({1: bytes(range(32)), 2: bytes(32)})

    assert opened(sealed(b"x"), ring) == b"x"
    assert opened(sealed(b"y", ring), ring) == b"y"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"SQLite format 3\0" * 10, b"DANGOL BACKUP\x02" + bytes(100)])
def test_what_is_not_ours_is_said_to_be_not_ours(data: bytes) -> None:
    with pytest.raises(NotOurs):
        opened(data)
