"""How long a start takes and how much memory it wants, beside a minimal bot of the same libraries.

Fresh interpreters, in turn. The minimal bot imports python-telegram-bot, SQLModel, APScheduler and RapidFuzz and builds
an application and an engine; ours imports everything that `python -m bot run` does. Wall seconds of the whole process,
and its peak resident memory in MiB. Goals: at most 1.5 x the time and 1.4 x the memory of the minimal bot.
"""

import statistics
import subprocess
import sys
import time

ROUNDS = 7
PEAK = "; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
MINIMAL = (
    "import rapidfuzz.process, sqlmodel, apscheduler.schedulers.asyncio, telegram.ext as t; "
    "t.ApplicationBuilder().token('1:a').build(); sqlmodel.create_engine('sqlite://')"
)
PROGRAMS = {"minimal bot": MINIMAL, "ours, all that `run` imports": "import bot.__main__"}


def start(program: str) -> tuple[float, float]:
    """Run it once: (seconds, MiB)."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", program + PEAK], check=True, capture_output=True, text=True)
    return time.perf_counter() - started, int(done.stdout) / 1024


def main() -> None:
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
    for _ in range(ROUNDS + 1):
        for name, program in PROGRAMS.items():
            measured[name].append(start(program))
    anchor = [statistics.median(column) for column in zip(*measured["minimal bot"][1:], strict=True)]
    print("### Starting (goal: <= 1.5 x the time, <= 1.4 x the memory)")
    print("| process | s, median | min | max | MiB | x time | x memory |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, rounds in measured.items():
        seconds, memory = zip(*rounds[1:], strict=True)
        middle, peak = statistics.median(seconds), statistics.median(memory)
        spread = f"{middle:.2f} | {min(seconds):.2f} | {max(seconds):.2f} | {peak:.0f}"
        print(f"| {name} | {spread} | {middle / anchor[0]:.2f} | {peak / anchor[1]:.2f} |")


if __name__ == "__main__":
    main()
