"""Whether something is told as done, or only supposed, wished for, feared, planned or heard of.

"신동우 외상 갚으면 말해줘" and "Sejin was going to bring three duvets" have all the pieces of a deed, and nothing has
happened. What is not told as a fact is asked about before it is written.
"""

import re

# What is written down as having happened.
_FACTS = frozenset(
    "record_visit record_several walk_ins paid_tab order_ready all_ready hand_over tag_ready tag_fetched set_tag "
    "charge give_points give_extra gift_used no_show".split()
)
# What is decided, and may be heard of from somebody else: "에밀리가 3시로 옮겨 달래", "wants to come at 3".
_DECISIONS = frozenset(
    "make_appointment move_appointment cancel_appointment merge remove_staff drop_price switch_part close_day "
    "change_rule stop_campaign resume_campaign".split()
)
# Nobody knows yet, or somebody asks themself.
_UNSURE = re.compile(
    r"[ㄹ가-힣]지도?\s?(?:몰라|모르|모름)|수도?\s?있(?:대|을|다|어|지)|[가-힣]까\s?(?:말까|하|생각|고민|봐)|(?:해야|되|돼|빼야|줘야)\s?(?:하나|되나|할까|될까|돼나)"
    r"|[된온간낸찾한난]\s?(?:것|거)\s?같|[할줄갈올릴일될볼뺄]까요?\s*\?*$|(?:으면|면)\s?안\s?(?:되|돼)|하마터면|줄\s?알았|아마도?\s"
    r"|\b(?:might|maybe|perhaps|possibly|should (?:i|we)|what if|i wish|i hope|suppose|i wonder|hopefully|would have"
    r"|would hate|would be nice|thought)\b|\bmay (?!\d)(?:be|have|not|come|pay|cancel|move|want)\b"
)
# It has not happened: a condition, a plan, an intention given up, what somebody says that they will do.
_NOT_YET = re.compile(
    r"(?:[가-힣]으|되|하|오|가|나|끝나|찾|주|내|갚으|맡기|들르|들리|받으)면(?!\s?(?:돼|되|좋|감사|된))(?=\s|,|$)"
    r"|려고\s?(?:했|하|해|한)|려다|려던|려는\s?데|[ㄹ을를할갈올맡길릴줄낼]\s?(?:거래|거라고|거라던|건가|예정|계획|참이)|러\s?(?:온대|오신대|온다|올)"
    r"|다고\s?(?:했|하셨|하던|하네|그랬|그러)|[는한간온운]대요?\s*[.!~]*$|[ㄹ을를할갈올길릴줄낼될]게요?\s*[.!~]*$|거의\s?(?:다|끝)"
    r"|\b(?:if|unless|almost|nearly|about to|going to|gonna|wants? to|wanted to|plans? to|planning to|hopes? to"
    r"|promised to|supposed to|meant to|tried to)\b|\bwhen\b(?!.*\bcame\b)|\bas soon as\b"
    r"|\b(?:will|'ll|would|'d)\s(?!you|u\b|we\b|like|mind|be late)\w"
)
_REQUEST = re.compile(
    r"^(?:(?:hi|hey|hello|ok|so|please)[,\s]+)*(?:could|can|would|will)\s(?:you|u|we|i)\b|\bi(?:'?d| would) like\b"
)


# "다 안 됐어", "아직이야", "덜 됐어": of what is at the shop the opposite is so.
_NOT_SO = re.compile(
    r"(?<![가-힣])(?:안|못|덜)\s?(?:다\s?)?(?:됐|되|돼|됨|된|끝|완|나왔|찾아|찾으|가져|했|마쳤)|(?<![가-힣])아직(?:이|은)?\s?(?:야|요|이야|임|안|못|덜|멀)"
    r"|\b(?:not|isn'?t|aren'?t|hasn'?t|haven'?t|didn'?t|never|not yet)\b"
)
_DISPLEASED = re.compile(
    r"(?:마음|맘|성)에\s?(?:[가-힣]+\s)?(?:안|못)\s?(?:들|드|찼|차)|(?:마음|맘)에\s?들지\s?(?:않|는\s?않)"
    r"|만족(?:스럽|하|이|을)?[가-힣]*\s?(?:않|못|안\s)|불만족|별로(?:예요|에요|였|네요|입니다)|(?:안|못)\s?(?:예쁘|이쁘|깨끗)|실망"
    r"|\b(?:not|isn'?t|wasn'?t|aren'?t|never|hardly|less than)\s(?:\w+\s){0,2}?"
    r"(?:happy|satisfied|pleased|content|good enough|impressed)"
    r"|\b(?:don'?t|didn'?t|do not|did not) (?:really )?(?:like|love)\b|\b(?:unhappy|unsatisfied|dissatisfied|displeased"
    r"|disappoint(?:ed|ing))\b"
)
_OF_THINGS = frozenset("order_ready all_ready tag_ready hand_over tag_fetched".split())


def is_not_so(kind: str, text: str) -> bool:
    """Whether a deed about what is at the shop is denied in so many words."""
    return kind in _OF_THINGS and _NOT_SO.search(text.lower()) is not None


def is_displeased(text: str) -> bool:
    """Whether somebody says that they are not content: the words of thanks with a not before or behind them."""
    return _DISPLEASED.search(text.lower()) is not None


def is_supposed(kind: str, text: str) -> bool:
    """Whether a deed of this kind is not told as something that is so."""
    low = text.lower()
    if kind in _DECISIONS:
        return _UNSURE.search(low) is not None
    if kind not in _FACTS:
        return False
    if _UNSURE.search(low):
        return True
    return _NOT_YET.search(_REQUEST.sub("", low)) is not None
