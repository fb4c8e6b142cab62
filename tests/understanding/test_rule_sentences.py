"""The rules of the groups, asked for and changed in one sentence, and what only sounds like it."""

import pytest

from bot.understanding.asks.lists import ChangeRule, Segments
from bot.understanding.rule_sentences import read_rule


@pytest.mark.parametrize(
    ("ask", "sentences"),
    [
        (
            ChangeRule("core", 10),
            "우수고객은 상위 10%로|핵심 손님 기준을 상위 10%로|make VIP the top 10 percent|top 10% are VIP",
        ),
        (
            ChangeRule("loyal", days=730),
            "충성 단골은 2년 넘은 분으로|change loyal to 2 years|someone is loyal after two years",
        ),
        (
            ChangeRule("regular", 6, 365),
            "1년에 여섯 번 온 사람은 단골로 하자|연 6회 오면 단골로 해줘|a regular is 6 visits a year",
        ),
        (ChangeRule("new", 5), "새 손님은 다섯 번까지로 해줘|first five visits count as new|new means up to 5 visits"),
        (
            ChangeRule("lost", days=60),
            "60일 안 오면 떠난 걸로 해줘|두 달 못 보면 이탈로 치자|count someone as lost after 60 days",
        ),
        (
            ChangeRule("late", 150),
            "뜸한 손님 기준을 1.5배로|make late 1.5 times|평소보다 1.5배 늦으면 뜸한 손님으로 해줘",
        ),
        (
            ChangeRule("core"),
            "핵심 손님 기준이 뭐야?|VIP는 어떻게 정해?|VIP는 세 번 온 손님으로|how is a VIP defined?|make VIP 3 visits",
        ),
        (ChangeRule("loyal"), "충성 고객은 얼마나 된 분이야?|what makes someone loyal?|충성 단골 기준 보여줘"),
        (ChangeRule("regular"), "단골이 되려면 몇 번 와야 해?|how many visits make a regular?|단골 기준"),
        (ChangeRule("existing"), "기존 손님 기준이 뭐야?|what's an existing customer?"),
        (ChangeRule("new"), "신규 손님은 몇 번까지야?|what's the rule for new customers?|what is a new customer?"),
        (ChangeRule("lost"), "며칠 안 오면 떠난 걸로 쳐?|60일 안 오면 떠난 손님이야?|is someone lost after 60 days?"),
        (ChangeRule("late"), "뜸한 손님은 어떻게 정하는 거야?|when is a customer late?"),
        (ChangeRule("prospect"), "문의만 하신 분 기준이 뭐야?|what is a prospect?"),
        (
            Segments(),
            "손님 나누는 기준 보여줘|분류 기준 알려줘|what are the group rules?|how are my customers grouped?",
        ),
        # Lists, other things and other numbers than a rule has.
        (
            None,
            "떠난 손님 보여줘|60일 안 온 손님|단골 6번 온 사람|VIP 손님 누구야|단골 10% 할인해줘"
            "|단골 60일 안 오면 떠난 손님으로|what is new?|what is late?|who are my VIPs?|show lost customers"
            "|VIP gets 10% off|we lost 60 days"
            "|how many new customers this month",
        ),
    ],
)
def test_each_rule_is_asked_for_and_changed_in_one_sentence(ask: ChangeRule | Segments | None, sentences: str) -> None:
    read = {sentence: read_rule(sentence) for sentence in sentences.split("|")}

    assert read == dict.fromkeys(read, ask)
