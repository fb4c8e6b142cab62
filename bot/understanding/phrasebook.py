"""The phrase files as they are on disk."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def phrases(name: str) -> dict[str, Any]:
    """One file of `bot/understanding/phrases`, by its name without the ending."""
    text = resources.files("bot.understanding.phrases").joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)
