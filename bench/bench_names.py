"""Finding people by a name with a slip of the fingers in it: who comes first, and how long it takes.

Made-up shops of 300 and of 100,000 people, 70 % with Korean names (as common as in tests/data/korean), the rest
English. A slip changes, leaves out, doubles or swaps one letter, in Hangul one jamo, on keys next to each other or not.
Namesakes cannot be told apart by a name, so whoever is called so is the right one. Goals: first for >= 97 % at 300
people, among the first five for >= 97 % at 100,000, with the slowest twentieth of answers under 50 ms.

The anchor is a scan of all names by RapidFuzz over the same jamo, and a look into a dict for the exact name.
"""

import csv
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding import hangul
from bot.understanding.names import NameIndex, key

NAMES = Path(__file__).parents[1] / "tests/data/korean"
SIZES = (300, 100_000)
QUERIES = 600
KOREAN = 0.7
SEED = 20_261_121
FIRSTS = """
James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica
Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley
Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah
Timothy Stephanie Ronald Rebecca Jason Laura Edward Helen Jeffrey Sharon Ryan Cynthia Jacob Kathleen Gary Amy
Nicholas Angela Eric Olivia Sophia Hannah Grace Chloe Zoe Noah Liam Ethan Lucas Oscar Hugo Felix Simon Adrian Julian
Vincent Priya Aisha Fatima Mohammed Omar Yuki Kenji Mei Carlos Sofia Diego Lucia Pierre Claire Ivan Olga Anna Peter
""".split()
LASTS = """
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young
Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter
Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers
Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez
Wood Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell
Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Vasquez Simmons Graham Murray Ford Castro
Marshall Owens Harrison Fernandez Woods Schmidt Weber Wagner Becker Hoffmann Rossi Ferrari Dubois Laurent Novak
Kowalski Ivanov Petrov Tanaka Suzuki Sato Chen Wang Singh Kumar Sharma Khan Ali Hassan OBrien McCarthy Gallagher
Lindgren Johansson Hansen Nielsen
""".split()
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS, CONSONANTS = "ㅏㅐㅑㅓㅔㅕㅗㅛㅜㅠㅡㅣ", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"


def people(count: int, rng: random.Random) -> list[str]:
    """The names of a shop with so many people."""
    with (NAMES / "surnames.csv").open(encoding="utf-8") as file:
        surnames = {row["surname"]: float(row["faker_weight"] or 0.0001) for row in csv.DictReader(file)}
    with (NAMES / "given_names.csv").open(encoding="utf-8") as file:
        givens = [row["given_name"] for row in csv.DictReader(file) if len(row["given_name"]) == 2]
    family = rng.choices(list(surnames), list(surnames.values()), k=count)
    return [
        one + rng.choice(givens) if rng.random() < KOREAN else f"{rng.choice(FIRSTS)} {rng.choice(LASTS)}"
        for one in family
    ]


def with_slip(name: str, rng: random.Random) -> str:
    """The name with one letter wrong; never the name itself."""
    while True:
        wrong = _hangul_slip(name, rng) if hangul.is_hangul(name) else _latin_slip(name, rng)
        if key(wrong) != key(name):
            return wrong


def _hangul_slip(name: str, rng: random.Random) -> str:
    at = rng.randrange(len(name))
    first, middle, last = hangul.parts(name[at])
    match rng.randrange(4):
        case 0:
            first = rng.choice(CONSONANTS)
        case 1:
            middle = rng.choice(VOWELS)
        case 2:
            last = "" if last else rng.choice("ㄱㄴㄹㅁㅂㅇ")
        case _:
            last = rng.choice("ㄱㄴㄹㅁㅂㅇ")
    return name[:at] + hangul.join(first, middle, last) + name[at + 1 :]


def _latin_slip(name: str, rng: random.Random) -> str:
    at = rng.choice([place for place, letter in enumerate(name) if letter.isalpha()])
    letter = name[at].lower()
    match rng.randrange(4):
        case 0:
            row = next((row for row in KEYS if letter in row), letter)
            place = row.index(letter) + rng.choice((-1, 1))
            return name[:at] + row[max(0, min(place, len(row) - 1))] + name[at + 1 :]
        case 1:
            return name[:at] + name[at + 1 :]
        case 2:
            return name[:at] + letter + name[at:]
        case _:
            return name[:at] + name[at + 1 : at + 2] + letter + name[at + 2 :]


def share(hits: Iterable[bool]) -> str:
    found = list(hits)
    return f"{100 * sum(found) / len(found):.1f} %"


def timed(queries: Sequence[str], answer: Callable[[str], object]) -> list[float]:
    """Milliseconds of every single answer."""
    taken = []
    for query in queries:
        started = time.perf_counter()
        answer(query)
        taken.append(1_000 * (time.perf_counter() - started))
    return taken


def main() -> None:
    print("### Names with one slip (goals: first >= 97 % of 300, in five >= 97 % of 100,000, p95 < 50 ms)")
    print("| people | names | Korean first | in five | English first | in five | ms, median | p95 | x dict | x scan |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for size in SIZES:
        rng = random.Random(SEED + size)
        everybody = people(size, rng)
        index = NameIndex(enumerate(everybody, start=1))
        exact = {key(name): at for at, name in enumerate(everybody)}
        letters = {name: hangul.jamo(key(name)) for name in set(everybody)}
        meant = [rng.choice(everybody) for _ in range(QUERIES)]
        typed = [with_slip(name, rng) for name in meant]
        figures = []
        for korean in (True, False):
            found = [
                [match.name for match in index.search(query, 5)]
                for query, name in zip(typed, meant, strict=True)
                if hangul.is_hangul(name) is korean
            ]
            names = [name for name in meant if hangul.is_hangul(name) is korean]
            figures.append(share(hit[:1] == [name] for hit, name in zip(found, names, strict=True)))
            figures.append(share(name in hit for hit, name in zip(found, names, strict=True)))
        ours = timed(typed, index.search)
        looked_up = statistics.median(timed([key(name) for name in meant], exact.get))
        scanned = statistics.median(
            timed(
                [hangul.jamo(key(query)) for query in typed[:100]],
                partial(process.extract, choices=letters, scorer=OSA.normalized_similarity, limit=5),
            )
        )
        middle, slow = statistics.median(ours), statistics.quantiles(ours, n=20)[-1]
        print(
            f"| {size:,} | {len(letters):,} | {' | '.join(figures)} | {middle:.2f} | {slow:.2f} | "
            f"{middle / looked_up:.0f} | {middle / scanned:.2f} |"
        )


if __name__ == "__main__":
    main()
