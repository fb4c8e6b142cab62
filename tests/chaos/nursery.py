"""Where lives begin: a process that has imported the program once and forks it for every life.

A start from nothing costs seconds of imports, a fork some milliseconds; what is killed is a whole process either way.
Reads a `Life` as a line of JSON, forks it, and says what becomes of it: "born <pid>", "stopped", "gone <exit code>".
The life itself may say "ready" in between.
"""

import json
import os
import sys
import traceback
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.shop import Preset
from bot.understanding.lexicon import Lexicon, default_items
from bot.understanding.reader import read_customer, read_owner
from tests.chaos.life import Life, live, say


def main() -> None:
    _rehearse()
    for line in sys.stdin:
        life = Life(**json.loads(line))
        pid = os.fork()
        if pid == 0:
            os._exit(_run(life))
        say(f"born {pid}")
        while True:
            _, status = os.waitpid(pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                break
            say("stopped")
        say(f"gone {os.waitstatus_to_exitcode(status)}")


def _rehearse() -> None:
    """Read a sentence for either side, so that not every life loads the phrases anew: that takes a second."""
    now = datetime(2026, 11, 21, 20, 0, tzinfo=ZoneInfo("Asia/Seoul"))
    lexicon = Lexicon(items=default_items(Preset.LAUNDRY))
    read_owner("와이셔츠 3장 7500", now=now, lexicon=lexicon)
    read_customer("번호 바뀌었어요 010-1234-5678", now=now, lexicon=lexicon)


def _run(life: Life) -> int:
    try:
        live(life)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()
