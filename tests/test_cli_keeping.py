"""`export`, `backup` and `restore` as they are typed into a terminal."""

import html
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.forks import program

ROOT = Path(__file__).parents[1]
SHOP = ROOT / "tests" / "data" / "shop"


def dangol(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the program in `folder`, with nothing of the tester's own settings: exit code, output, errors."""
    clean = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return program(folder, *arguments, environment=clean | environment)


def works(folder: Path, *arguments: str, **environment: str) -> str:
    code, out, errors = dangol(folder, *arguments, **environment)
    assert (code, errors) == (0, "")
    return out


def fails(folder: Path, *arguments: str, **environment: str) -> str:
    """One plain sentence, and nothing else."""
    code, out, errors = dangol(folder, *arguments, **environment)
    assert code != 0
    assert out == "" and len(errors.splitlines()) == 1
    assert "Traceback" not in errors
    return errors


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with its people, a backup and its key card."""
    folder = tmp_path_factory.mktemp("shop")
    works(folder, "import", "--yes", str(SHOP / "customers.csv"))
    assert "손님 32분" in works(folder, "backup")
    works(folder, "backup", "--key-card", "card.html")
    return folder


@pytest.fixture
def shop(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "shop"))


def backup_of(shop: Path) -> str:
    (file,) = (shop / "data" / "backups").iterdir()
    return str(file)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_shop_moves_to_a_new_computer_with_its_backup_and_the_key_on_paper(shop: Path, tmp_path: Path) -> None:
    works(shop, "export", "out")
    new = tmp_path / "new"
    (new / "data").mkdir(parents=True)
    printed = re.search(r"<pre>(.*?)</pre>", (shop / "card.html").read_text(encoding="utf-8"), re.DOTALL)
    assert printed is not None
    (new / "data" / "dangol.key").write_text(html.unescape(printed[1]).upper().replace("V1", "v1"), encoding="utf-8")

    assert "32" in works(new, "restore", backup_of(shop), SHOP_LANGUAGE="en")
    works(new, "export", "out")
    assert contents(new / "out") == contents(shop / "out")


def test_an_export_comes_into_an_empty_shop_and_goes_out_the_same(shop: Path, tmp_path: Path) -> None:
    works(shop, "import", "--yes", str(SHOP / "visits.csv"))
    works(shop, "export", "out")
    other = tmp_path / "other"
    other.mkdir()
    files = [str(shop / "out" / name) for name in ("customers.csv", "visits.csv")]
    works(other, "import", "--yes", *files)
    works(other, "export", "out")

    assert contents(other / "out") == contents(shop / "out")
    assert len(contents(other / "out")) == 6


def test_an_export_never_mixes_with_what_is_there_unless_it_is_told_to(shop: Path) -> None:
    (shop / "out").mkdir()
    (shop / "out" / "customers.csv").write_text("mine", encoding="utf-8")
    assert "--yes" in fails(shop, "export", "out")
    assert (shop / "out" / "customers.csv").read_text(encoding="utf-8") == "mine"

    works(shop, "export", "out", "--yes")
    assert (shop / "out" / "customers.csv").read_bytes().startswith(b"\xef\xbb\xbfname,phone")


def test_a_backup_can_go_to_another_disk(shop: Path, tmp_path: Path) -> None:
    works(shop, "backup", "--to", str(tmp_path / "usb"))
    (file,) = (tmp_path / "usb").iterdir()
    assert b"Emily" not in file.read_bytes()


def test_the_key_card_never_replaces_a_file_and_others_cannot_read_it(shop: Path) -> None:
    assert "card.html" in fails(shop, "backup", "--key-card", "card.html")
    if os.name == "posix":
        assert (shop / "card.html").stat().st_mode & 0o077 == 0


def test_the_card_tells_in_both_languages_what_to_do(filled: Path) -> None:
    card = (filled / "card.html").read_text(encoding="utf-8")
    for told in ("열쇠", "restore", "The last four digits", "data/dangol.key"):
        assert told in card
    secret = (filled / "data" / "dangol.key").read_text(encoding="utf-8").splitlines()[-1]
    assert secret not in card


def test_without_a_shop_nothing_is_begun(tmp_path: Path) -> None:
    for arguments in (("backup",), ("export", "out")):
        assert ".env" in fails(tmp_path, *arguments)
    assert list(tmp_path.iterdir()) == []


def test_restoring_says_plainly_what_is_wrong_and_leaves_the_place_empty(shop: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    (new / "data").mkdir(parents=True)
    backup = backup_of(shop)
    english = {"SHOP_LANGUAGE": "en"}

    assert "dangol.key" in fails(new, "restore", backup, **english)
    (new / "data" / "dangol.key").write_text("v1:" + "A" * 43, encoding="utf-8")
    assert "another key" in fails(new, "restore", backup, **english)
    shutil.copy(shop / "data" / "dangol.key", new / "data" / "dangol.key")
    assert "nothing.backup" in fails(new, "restore", "nothing.backup", **english)
    assert "not one of our backups" in fails(new, "restore", str(SHOP / "visits.csv"), **english)
    cut = new / "cut.backup"
    cut.write_bytes(Path(backup).read_bytes()[:-100])
    assert "not whole" in fails(new, "restore", str(cut), **english)
    assert not (new / "data" / "dangol.db").exists()


def test_restoring_never_touches_what_is_there(shop: Path) -> None:
    before = (shop / "data" / "dangol.db").read_bytes()
    assert "DATABASE_URL" in fails(shop, "restore", backup_of(shop))
    assert (shop / "data" / "dangol.db").read_bytes() == before
