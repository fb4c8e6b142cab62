"""Something is ready, and a kindness that nobody asked for in the same breath: "코트 다 됐고 단추도 달아드렸어"."""

import re

_PARTED = re.compile(
    r"^(?P<ready>.*?(?:다\s?됐|됐|완성|완료|끝났|끝냈|나왔)[가-힣]{0,3}?)(?:고|는데|으면서)?[\s,.]+"
    r"(?:그리고\s|또\s|서비스로\s|덤으로\s)?"
    r"(?P<kind>[가-힣\s]{2,40}?(?:달아|꿰매|박아|고쳐|손봐|다려|잡아|갈아|바꿔|제거해|빼|닦아|수선해|해)\s?)"
    r"(?:드렸|줬|드림|줌|놨|놓았|뒀)[가-힣]{0,3}\s*[.!~]*$"
    r"|^(?P<ready_>.*?\b(?:ready|done|finished))[\s,.;]+(?:(?:and|but|plus|also)\s)*(?:(?:i|we)(?:'?ve)?\s)?(?:also\s)?"
    r"(?P<kind_>(?:sewed|sewn|stitched|fixed|mended|repaired|replaced|tightened|ironed|pressed|removed|polished|darned)\s.{2,60}?)"
    r"(?:\s(?:for free|free of charge|on the house|as well|too|at no charge))*\s*[.!]*$",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"(?<=[가-힣])(?:도|은|는|을|를)(?=\s)")


def ready_and_kindness(text: str) -> tuple[str, str] | None:
    """(what says that something is ready, the kindness as it is noted) of a tidy text; None for anything else."""
    found = _PARTED.match(text)
    if found is None:
        return None
    if found["ready_"]:
        return found["ready_"], found["kind_"].strip()
    return f"{found['ready']}어요".replace("됐어어요", "됐어요"), f"{_TOPIC.sub('', found['kind']).strip()} 드림"
