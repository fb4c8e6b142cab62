"""The vault and its key."""

import base64
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.key_text import KeyMalformed
from storage.vault import (
    KeyMissing,
    KeyWrong,
    Unreadable,
    Vault,
    create_key_file,
    load,
    open_vault,
)

OLD, NEW = bytes(32), bytes([1]) * 32
VAULT = Vault({1: OLD})
PLACE = "customer.name"


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


@given(st.text(st.characters()), st.text(st.characters(codec="utf-8"), max_size=20))
def test_what_is_sealed_can_be_opened(words: str, row: str) -> None:
    assert VAULT.open(VAULT.seal(words, PLACE, row), PLACE, row) == words


def test_half_a_surrogate_pair_survives() -> None:
    assert VAULT.open(VAULT.seal("\ud83d", PLACE), PLACE) == "\ud83d"
    assert VAULT.tag("\ud83d", "phone") != VAULT.tag("\ud83e", "phone")


def test_bytes_can_be_sealed_too() -> None:
    assert VAULT.open_bytes(VAULT.seal_bytes(b"\0\xff", PLACE), PLACE) == b"\0\xff"


def test_the_same_text_never_seals_to_the_same_bytes() -> None:
    assert VAULT.seal("김민지", PLACE) != VAULT.seal("김민지", PLACE)


@pytest.mark.parametrize(
    ("place", "row"),
    [("customer.note", "7"), (PLACE, "8"), (PLACE, ""), (f"{PLACE}7", ""), ("", f"{PLACE}7")],
)
def test_moved_ciphertext_is_unreadable(place: str, row: str) -> None:
    blob = VAULT.seal("김민지", PLACE, "7")

    with pytest.raises(Unreadable) as refusal:
        VAULT.open(blob, place, row)
    assert refusal.value.place == place


def test_a_flipped_bit_anywhere_makes_it_unreadable() -> None:
    blob = VAULT.seal("김민지", PLACE)

    for position in range(len(blob)):
        damaged = bytearray(blob)
        damaged[position] ^= 1
        with pytest.raises(Unreadable):
            VAULT.open(bytes(damaged), PLACE)


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_a_truncated_value_is_unreadable(length: int) -> None:
    with pytest.raises(Unreadable):
        VAULT.open(VAULT.seal("", PLACE)[:length], PLACE)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Unreadable):
        Vault({1: NEW}).open(VAULT.seal("김민지", PLACE), PLACE)


def test_a_vault_with_two_keys_reads_both_and_writes_with_the_newest() -> None:
    both = Vault({1: OLD, 2: NEW})

    assert both.open(VAULT.seal("old", PLACE), PLACE) == "old"
    assert Vault({2: NEW}).open(both.seal("new", PLACE), PLACE) == "new"


def test_tags_are_stable_and_stay_when_a_key_is_added() -> None:
    tag = VAULT.tag("01012345678", "phone")

    assert len(tag) == 16
    assert Vault({1: OLD}).tag("01012345678", "phone") == tag
    assert Vault({1: OLD, 2: NEW}).tag("01012345678", "phone") == tag


def test_tags_differ_by_purpose_by_value_and_by_key() -> None:
    tags = {
        VAULT.tag("5678", "phone"),
        VAULT.tag("5678", "last4"),
        VAULT.tag("5679", "phone"),
        VAULT.tag("", "phone5678"),
        Vault({1: NEW}).tag("5678", "phone"),
    }
    assert len(tags) == 5


def test_a_proof_accepts_its_own_key_and_refuses_another() -> None:
    proof = VAULT.proof()

    VAULT.accept(proof)
    Vault({1: OLD, 2: NEW}).accept(proof)
    for wrong in (Vault({1: NEW}), Vault({2: OLD})):
        with pytest.raises(KeyWrong):
            wrong.accept(proof)


@pytest.mark.parametrize(
    "text",
    [
        _text(OLD),
        f"v1:{_text(OLD)}",
        base64.urlsafe_b64encode(OLD).decode().rstrip("="),
        f"# words: about it\n\n  v1:{_text(OLD)}  # a note\r\n",
        f"\ufeffv1:{_text(OLD)}",
        f"v2:{_text(NEW)},v1:{_text(OLD)}",
        f"v1:{_text(OLD)}\nv2:{_text(NEW)}",
    ],
)
def test_key_text_is_read_as_people_keep_it(text: str) -> None:
    assert load(text).open(VAULT.seal("김민지", PLACE), PLACE) == "김민지"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("# only words", 0),
        ("v1:", 1),
        ("correct horse battery staple", 1),
        (f"v1:{_text(OLD)}\nv2:{_text(NEW)[:-2]}", 2),
        (f"v1:{_text(OLD)}\nv1:{_text(NEW)}", 2),
        (f"v0:{_text(OLD)}", 1),
        (f"v256:{_text(OLD)}", 1),
        (_text(bytes(31)), 1),
        (_text(bytes(33)), 1),
    ],
)
def test_malformed_key_text_is_refused_by_its_line_and_not_repeated(text: str, line: int) -> None:
    with pytest.raises(KeyMalformed) as refusal:
        load(text)
    assert (refusal.value.source, refusal.value.line) == ("DATA_KEY", line)
    assert not text or text not in str(refusal.value)


def test_a_key_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "dangol.key"
    file.write_bytes(b"\xff\xfe\x00v1")

    with pytest.raises(KeyMalformed):
        load(file)


def test_a_new_key_file_is_for_its_owner_alone_and_says_in_both_languages_what_losing_it_means(tmp_path: Path) -> None:
    file = tmp_path / "new" / "dangol.key"
    create_key_file(file)

    text = file.read_text(encoding="utf-8")
    assert "잃어버리면" in text
    assert "If you lose it" in text
    assert load(file).open(load(file).seal("김민지", PLACE), PLACE) == "김민지"
    assert [one.name for one in file.parent.iterdir()] == ["dangol.key"]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "dangol.key"
    create_key_file(file)
    before = file.read_bytes()

    with pytest.raises(FileExistsError):
        create_key_file(file)
    assert file.read_bytes() == before


def test_every_new_key_is_another_one(tmp_path: Path) -> None:
    create_key_file(tmp_path / "a")
    create_key_file(tmp_path / "b")

    with pytest.raises(Unreadable):
        load(tmp_path / "b").open(load(tmp_path / "a").seal("x", PLACE), PLACE)


def test_the_first_start_makes_a_key_and_the_second_uses_it(tmp_path: Path) -> None:
    file = tmp_path / "dangol.key"

    first, made = open_vault("", file, database_has_data=False)
    second, made_again = open_vault("", file, database_has_data=True)

    assert (made, made_again) == (True, False)
    assert second.open(first.seal("x", PLACE), PLACE) == "x"


def test_a_missing_key_for_a_database_with_data_is_refused_and_no_second_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing) as refusal:
        open_vault("", tmp_path / "dangol.key", database_has_data=True)
    assert refusal.value.path == tmp_path / "dangol.key"
    assert list(tmp_path.iterdir()) == []


def test_a_broken_key_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "dangol.key"
    file.write_text("v1:half")

    with pytest.raises(KeyMalformed):
        open_vault("", file, database_has_data=False)
    assert file.read_text() == "v1:half"


def test_a_key_given_by_the_environment_wins_and_makes_no_file(tmp_path: Path) -> None:
    opened, made = open_vault(f" {_text(OLD)}\n", tmp_path / "dangol.key", database_has_data=False)

    assert not made
    assert opened.open(VAULT.seal("x", PLACE), PLACE) == "x"
    assert list(tmp_path.iterdir()) == []


def test_loading_a_key_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing):
        load(tmp_path / "nothing.key")
