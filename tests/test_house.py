"""The rules of the house that hold for every file: who may import whom, and what is never committed."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = ("bot", "handlers", "storage")

ONE_WAY = "Imports point one way"
EDGES = "Telegram is known at the edges only"
NO_TABLES = "Handlers never see the tables"
PURE = "The domain is pure"


def committed() -> Iterator[tuple[str, str]]:
    """Name and text of every committed text file."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield name, content.decode("utf-8", errors="replace")


@pytest.fixture(scope="module")
def copied_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("bot.domain.trespass", "import bot.texts", ONE_WAY),
        ("bot.domain.trespass", "import storage", ONE_WAY),
        ("bot.texts.trespass", "import storage", ONE_WAY),
        ("bot.understanding.trespass", "import bot.insight", ONE_WAY),
        ("storage.trespass", "import bot.actions", ONE_WAY),
        ("bot.actions.trespass", "import handlers", ONE_WAY),
        ("bot.messaging.trespass", "import bot.jobs", ONE_WAY),
        ("handlers.trespass", "import bot.playground", ONE_WAY),
        ("bot.actions.trespass", "import telegram", EDGES),
        ("bot.jobs.trespass", "from telegram.ext import Application", EDGES),
        ("handlers.trespass", "from telegram import Update", EDGES),
        ("handlers.trespass", "import storage", NO_TABLES),
        ("handlers.trespass", "from sqlmodel import select", NO_TABLES),
        ("handlers.trespass", "from sqlalchemy.orm import Session", NO_TABLES),
        ("bot.domain.trespass", "import pydantic", PURE),
        ("bot.domain.trespass", "import telegram", PURE),
        ("bot.domain.trespass", "import sqlite3", PURE),
        ("bot.domain.trespass", "import time", PURE),
        ("bot.domain.trespass", "from random import choice", PURE),
    ],
)
def test_an_import_in_a_wrong_direction_breaks_its_contract(
    copied_packages: Path, module: str, line: str, contract: str
) -> None:
    page = copied_packages / (module.replace(".", "/") + ".py")
    page.write_text(line + "\n", encoding="utf-8")
    try:
        checked = subprocess.run(
            [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
            cwd=copied_packages,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        page.unlink()
    assert checked.returncode == 1
    assert f"{contract} BROKEN" in checked.stdout
    assert f"{module} -> " in checked.stdout


def test_every_part_of_the_bot_has_its_place_in_the_directions() -> None:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["name"] == ONE_WAY)
    placed = set(re.findall(r"[\w.]+", " ".join(layers)))
    parts = {
        f"bot.{path.stem}"
        for path in (ROOT / "bot").iterdir()
        if path.suffix == ".py" or (path.is_dir() and any(path.glob("*.py")))
    }
    assert parts - placed == {"bot.__init__"}


def test_packages_are_empty_at_the_top_so_that_importing_a_part_loads_only_that_part() -> None:
    pages = [page for package in PACKAGES for page in (ROOT / package).rglob("__init__.py")]
    assert pages
    assert [page for page in pages if page.read_bytes()] == []


def test_tests_have_no_packages_that_could_hide_the_real_ones() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_words_of_the_language_stand_in_the_texts_and_phrases_and_not_in_the_code_around_them() -> None:
    rooms = ("handlers/", "storage/", "bot/actions/", "bot/jobs/", "bot/messaging/", "bot/insight/")
    alone = "storage/vault.py"  # The file of the keys explains itself to who finds it, and the check word is kept.
    found = [
        f"{name}:{line}: {said}"
        for name, text in committed()
        if name.startswith(rooms) and name.endswith(".py") and name != alone
        for line, said in literals(ast.parse(text))
        if re.search("[ㄱ-ㆎ가-힣]", said)
    ]
    assert found == []


def literals(page: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and value of every text but the docstrings, which may quote what is said."""
    alone = {id(line.value) for line in ast.walk(page) if isinstance(line, ast.Expr)}
    for one in ast.walk(page):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in alone:
            yield one.lineno, one.value


def test_the_lock_holds_versions_and_hashes_and_nothing_else() -> None:
    pin = r"[a-z0-9][a-z0-9._-]*(\[[a-z,]+\])?==[0-9][\w.!+]*( ; [\w .'=!<>()]+)? \\"
    digest = r"    --hash=sha256:[0-9a-f]{64}( \\)?"
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if not re.fullmatch(f"{pin}|{digest}", line)] == []


def test_the_lock_holds_every_dependency() -> None:
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *(need for group in project["optional-dependencies"].values() for need in group),
    ]
    names = {re.split(r"[\[<>=~!; ]", need)[0].lower().replace(".", "-") for need in wanted} - {project["name"]}
    pinned = set(re.findall(r"^([a-z0-9._-]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    assert names - pinned == set()


def test_nothing_committed_names_a_machine_or_a_package_registry() -> None:
    hosts = ["pythonhosted" + ".org", "pypi" + ".org", "registry.npmjs" + ".org"]
    machine = re.compile(r"(?<![\w.~:/-])/(?:work|farm|tmp|root|home|Users)/|" + "|".join(map(re.escape, hosts)))
    found = [f"{name}: {hit[0]}" for name, text in committed() for hit in machine.finditer(text)]
    assert found == []


def test_no_other_lock_file_is_committed() -> None:
    others = {"uv.lock", "poetry.lock", "Pipfile.lock", "package-lock.json"}
    assert [name for name, _ in committed() if Path(name).name in others] == []


def pages() -> list[Path]:
    return [ROOT / name for name, _ in committed() if name.endswith(".md")]


def test_pages_lead_only_to_what_is_there() -> None:
    broken = []
    for page in pages():
        text = page.read_text(encoding="utf-8")
        links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
        names = re.findall(rf"`((?:{'|'.join(PACKAGES)}|tests|bench|docs|deploy)/[\w./-]*)`", text)
        broken += [f"{page.name}: {link}" for link in links if not (page.parent / link).exists()]
        broken += [f"{page.name}: {name}" for name in names if not (ROOT / name).exists()]
    assert broken == []


def test_code_names_only_files_that_are_there() -> None:
    named = re.compile(rf"(?<![\w/.])(?:{'|'.join(PACKAGES)}|tests|bench|docs|deploy)/[\w./-]*\w\.(?:py|toml|ftl|md)\b")
    code = [(name, text) for name, text in committed() if name.endswith((".py", ".toml", ".ftl"))]
    assert [
        f"{name}: {hit[0]}" for name, text in code for hit in named.finditer(text) if not (ROOT / hit[0]).exists()
    ] == []


def test_every_make_command_that_a_page_names_exists() -> None:
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    texts = "\n".join(page.read_text(encoding="utf-8") for page in pages())
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", texts, re.MULTILINE))
    assert named
    assert named - rules == set()
