"""What goes into the container's image: all that a running shop needs, and nothing that is only for developers."""

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

from packaging.utils import canonicalize_name

from deploy.not_needed_to_run import needed

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(re.split(r"[\[<>=~!; ]", line)[0]) for line in requirements}


def test_what_a_running_shop_needs_stays() -> None:
    kept = needed("dangol", {"postgres"})

    assert names(PROJECT["dependencies"]) | names(PROJECT["optional-dependencies"]["postgres"]) <= kept
    assert {"anyio", "psycopg-binary", "typing-extensions"} <= kept


def test_what_only_developers_need_goes() -> None:
    installed = {canonicalize_name(one.metadata["Name"]) for one in distributions()}
    developers = names(PROJECT["optional-dependencies"]["dev"]) - {"dangol"}

    assert developers & installed
    assert developers & needed("dangol", {"postgres"}) == set()


def test_every_file_that_is_copied_is_let_into_the_build() -> None:
    recipe = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
    let_in = (ROOT / "deploy" / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    copied = {
        source.removeprefix("./")
        for line in re.findall(r"^COPY (?!--from)(.+)$", recipe, re.MULTILINE)
        for source in line.split()[:-1]
    }

    assert copied
    assert {source for source in copied if f"!{source}" not in let_in} == set()
    assert {source for source in copied if not (ROOT / source).exists()} == set()
    assert "*" in let_in
