"""Programs that need not be started from nothing: a process that has imported everything forks each of them.

A start costs more than a second of imports, and the tests make a hundred. Each program has its own memory, folder,
environment and output all the same. Reads a line of JSON, and answers with the exit code. Only where there is `fork`.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
_turn = threading.Lock()
_server: subprocess.Popen[str] | None = None


def program(folder: Path, *arguments: str, environment: Mapping[str, str]) -> tuple[int, str, str]:
    """`python -m bot` with these arguments in `folder`, with nothing to read: exit code, output, errors."""
    if not hasattr(os, "fork"):
        return _from_nothing(folder, arguments, environment)
    with tempfile.TemporaryDirectory() as kept, _turn:
        out, errors = Path(kept, "out"), Path(kept, "errors")
        told = {"folder": str(folder), "arguments": arguments, "environment": dict(environment)}
        code = _ask(json.dumps({**told, "out": str(out), "errors": str(errors)}))
        return code, out.read_text("utf-8"), errors.read_text("utf-8")


def _from_nothing(folder: Path, arguments: tuple[str, ...], environment: Mapping[str, str]) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def _ask(line: str) -> int:
    global _server  # noqa: PLW0603 - one for all tests of a worker
    if _server is None:
        _server = subprocess.Popen(
            [sys.executable, "-m", "tests.forks"],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(_server.communicate)
    assert _server.stdin is not None and _server.stdout is not None
    _server.stdin.write(f"{line}\n")
    _server.stdin.flush()
    return int(_server.stdout.readline())


def main() -> None:
    import bot.__main__

    sys.modules["__main__"] = bot.__main__  # where the command's own name is taken from
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os._exit(_be(json.loads(line)))
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer


def _be(told: dict[str, Any]) -> int:
    """Be the program that was asked for."""
    os.chdir(told["folder"])
    os.environ.clear()
    os.environ.update(told["environment"])
    for number, name in enumerate((os.devnull, told["out"], told["errors"])):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT, 0o600), number)
    sys.argv = [str(ROOT / "bot" / "__main__.py"), *told["arguments"]]
    code = 0
    try:
        from bot.cli import main as dangol

        dangol()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    return code


if __name__ == "__main__":
    main()
