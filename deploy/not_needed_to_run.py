"""Prints the installed packages that a running shop does not need, one on a line, for an image to drop.

Needed is whatever `dangol[postgres]` asks for, and what these ask for in turn.
"""

import sys
from importlib.metadata import distribution, distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALWAYS = {"dangol", "pip", "setuptools", "wheel"}


def needed(name: str, extras: set[str]) -> set[str]:
    """The package with everything that it asks for on this machine."""
    found: set[str] = set()
    waiting = [(canonicalize_name(name), frozenset(extras))]
    seen = set(waiting)
    while waiting:
        current, wanted = waiting.pop()
        found.add(current)
        for line in distribution(current).requires or ():
            need = Requirement(line)
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *wanted)):
                following = (canonicalize_name(need.name), frozenset(need.extras))
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
    return found


if __name__ == "__main__":
    kept = needed("dangol", {"postgres"}) | ALWAYS
    installed = {canonicalize_name(one.metadata["Name"]) for one in distributions()}
    sys.stdout.write("\n".join(sorted(installed - kept)) + "\n")
