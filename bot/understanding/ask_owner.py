"""Somebody wants a person and not a program: "사장님이랑 얘기하고 싶어요", "please tell the owner that …"."""

import re

from bot.understanding.asks.voices import AskOwner
from bot.understanding.normalise import flat

_PERSON = (
    r"(?:사장님?|원장님?|점장님?|대표님?|감독님|연출(?:가|자)?님|실장님|디자이너(?:님)?|바리스타(?:님)?|주인(?:분|님)?"
    r"|담당자(?:분)?|상담(?:원|사)(?:분|님)?|매니저(?:님)?|직원(?:분)?|사람)"
)
_KOREAN = re.compile(
    rf"(?:{_PERSON}\s?(?:께|한테|에게|이랑|랑|하고|과|와|이|을|를|좀|님)*\s?(?:좀\s?|꼭\s?|직접\s?)*)"
    r"(?:전해|전달|말씀\s?(?:드려|드리|좀|전)|얘기|이야기|통화|상담|연결|대화|물어|여쭤|문의|바꿔|불러|연락\s?(?:부탁|주|달|좀|해))"
    r"[가-힣]*(?:\s?(?:주세요|주실래요|줘요?|부탁\S*|싶\S*|돼요|될까요|수\s?있\S*|가능\S*|하고|달라고))*"
)
# What is to be passed on may stand between whom and the wish: "사장님께 내일 늦는다고 전해주세요".
_PASSED_ON = re.compile(
    rf"{_PERSON}(?:께|한테|에게)(?:는|도)?\s.{{1,120}}(?:[다라냐자]고|[는은인]지|[을를]까)\s?(?:좀\s?|꼭\s?|한번\s?)*(?:전해|전달해|말씀드려|얘기해|말해|물어봐|물어|여쭤봐|여쭤|알아봐)\s?(?:주|줘|드|봐)"
)
_ENGLISH = re.compile(
    r"\b(?:i(?:'d| would)? (?:want|like|need) to |can i |could i |may i |let me |please )?"
    r"(?:talk|speak|chat)(?:ing)? (?:to|with) (?:the |a |an |your )?"
    r"(?:owner|boss|manager|someone|somebody|human|person|real person)"
    r"|\b(?:please |pls |can you |could you )?"
    r"(?:tell|ask|inform|pass (?:this|it|that|a message)(?: on)? to|let) (?:the |your )?"
    r"(?:owner|boss|manager)(?: know)?(?: that| if| to)?"
    r"|\b(?:connect|transfer|put|pass) me (?:to|through to|on to) (?:the |a |an |your )?(?:owner|boss|manager"
    r"|someone|somebody|human|person|staff)"
    r"|\b(?:get|give|need|want|reach|contact|call|have) (?:me )?(?:the |a |an |your )?(?:owner|boss|manager|human"
    r"|real person|actual person)\b(?! of)"
    r"|\b(?:please |pls |can you |could you )?(?:put|pass|hand|send|forward|mention|run|relay|direct)"
    r" (?:this|it|that|them|my (?:question|words|message))(?: question)?(?: on| along| over| by| past)?(?: to)?"
    r" (?:the |your )?(?:owner|boss|manager|director|stylist|barista|staff|team|cook|baker|actors?)(?: please| for me)?"
    r"|\b(?:can|could|may) (?:a |the |some)?(?:person|human|one|body|owner|boss|manager) (?:please )?"
    r"(?:call|help|answer|talk to)(?: me)?"
)
# Only that there is something to say: the words themselves are asked for.
_SOMETHING_TO_SAY = re.compile(
    r"(?:저기요?|사장님|혹시|안녕하세요|음|아)?[\s,]*(?:제가|저)?\s?(?:(?:문의|질문|건의|부탁|요청)\s?(?:할|드릴|하고\s?싶은)\s?(?:게|것이|거|말씀이?)"
    r"|(?:문의|질문|건의|불만|컴플레인|클레임|부탁|요청|할\s?말|드릴\s?말씀|여쭤볼\s?(?:게|것)|물어볼\s?(?:게|것|거)|궁금한\s?(?:게|것|점))(?:\s?사항)?(?:이|가|도)?)"
    r"\s?(?:하나\s?|좀\s?)?(?:있|생겼|남았)(?:어요|습니다|는데요?|음|어|네요|거든요)"
    r"|(?:hi|hello|hey|excuse me|sorry)?[\s,]*(?:i have|i've got|i got|there is|there's|i'd like to make|i want to make"
    r"|i need to make)"
    r" (?:a|an|some|another|one) (?:quick |small |little )?(?:question|complaint|suggestion|request|problem|issue"
    r"|comment|questions|complaints|feedback)(?: for (?:you|the owner|the shop))?(?: please)?"
)
_LEAST = 6
_EDGES = " .,!?:;~-\n\"'“”"


def says_there_is_something(text: str) -> bool:
    """Whether somebody only says that they have a question or a complaint, and not yet which."""
    return _SOMETHING_TO_SAY.fullmatch(flat(text).strip(_EDGES)) is not None


def read_ask_owner(text: str) -> AskOwner | None:
    """The wish, with what is to be passed on where more was said than the wish itself."""
    low = flat(text)
    if _PASSED_ON.search(low):
        return AskOwner(text)
    match = _KOREAN.search(low) or _ENGLISH.search(low)
    if match is None:
        return None
    rest = f"{low[: match.start()]} {low[match.end() :]}".strip(_EDGES)
    return AskOwner(text if len(rest) >= _LEAST else None)
