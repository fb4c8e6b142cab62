"""Two customers' day in a real browser: what they see, correct and decide, and being heard, one in each language."""

from dataclasses import dataclass

import pytest

from tests.playground.chromium import chromium, needs_chromium
from tests.playground.walking import EMILY, OWNER, SUYEON, both, visiting


@dataclass(frozen=True)
class Words:
    """What one language says: (sentence or [button], parts of the answer)."""

    seat: int
    before: tuple[tuple[str, ...], ...]
    complaint: tuple[str, ...]
    answer: tuple[str, str]
    after: tuple[tuple[str, ...], ...]


KOREAN = Words(
    SUYEON,
    (
        ("안녕하세요", "김수연님, 안녕하세요", "맑은세탁"),
        ("내 옷 언제 돼요?", "김수연님", "맡아 둔 것"),
        ("내 정보", "010-2000-6781", "번 오셨어요"),
        ("[적혀 있는 것]", "전화번호 010-2000-6781 (확인됨"),
        ("내 계정", "김수연님", "내신 금액"),
        ("[다녀간 내역]", "마지막 방문"),
        ("번호 바뀌었어요 010-2345-9999", "010-****-6781 → 010-2345-9999", "되돌릴 수 있어요"),
        ("[되돌리기]", "010-2000-6781"),
        ("이메일 바꿔 주세요", "새 이메일"),
        ("몇 시까지 해요?", "이어서", "새 이메일"),
        ("suyeon@example.com", "suyeon@example.com"),
        ("저녁엔 보내지 마세요", "18:00", "되돌리기"),
        ("[되돌리기]", "되돌렸어요"),
        ("광고 그만", "안 보내는 것: 광고와 안부"),
        ("알림 설정", "다 됐다는 알림: 받음"),
        ("왜 생일을 물어봐요?", "생일 축하 인사에만"),
    ),
    ("셔츠에 얼룩이 남았어요", "속상하시겠어요", "접수 1번"),
    ("답하기", "내일 다시 빨아 드릴게요"),
    (
        ("누가 제 기록을 봤나요?", "내 기록을"),
        ("고마워요", "고맙습니다"),
        ("/privacy", "개인정보 안내"),
        ("/mydata", "마지막 이용 후 3년"),
        ("내 정보 지워 주세요", "되돌릴 수 없어요"),
    ),
)
ENGLISH = Words(
    EMILY,
    (
        ("Hello!", "Hello Emily Carter"),
        ("when will my clothes be ready?", "Emily Carter"),
        ("my account", "010-7109-4884", "With us since"),
        ("[My details]", "phone number 010-7109-4884 (confirmed"),
        ("my statement", "Emily Carter", "Paid"),
        ("[My visits]", "last visit"),
        ("My new number is 010-2345-8888", "010-****-4884 → 010-2345-8888", "undo"),
        ("[Undo]", "010-7109-4884"),
        ("I want to change my email", "new e-mail"),
        ("how late are you open today?", "Back to where we were:", "new e-mail"),
        ("emily@example.com", "emily@example.com"),
        ("don't message me in the evening", "18:00"),
        ("[Undo]", "Taken back"),
        ("stop the ads", "ads and greetings"),
        ("message settings", "ready notices: on"),
        ("why do you ask for my birthday?", "birthday greeting"),
    ),
    ("my shirt is still stained", "We're sorry", "case 2"),
    ("답하기", "We will wash it again tomorrow"),  # the owner of the demo reads Korean
    (
        ("who looked at my data?", "your record"),
        ("thank you", "Thank you, too"),
        ("/privacy", "Privacy at"),
        ("/mydata", "3 years"),
        ("delete my data", "can't be undone"),
    ),
)


@pytest.mark.long
@needs_chromium
async def test_two_customers_look_after_themselves_and_are_heard() -> None:
    async with chromium() as browser, visiting(browser) as visitor:
        for words in (KOREAN, ENGLISH):
            await visitor.arrives(words.seat)
        await both(visitor, *zip(KOREAN.before, ENGLISH.before, strict=True))
        for words in (KOREAN, ENGLISH):
            complaint, *heard = words.complaint
            await visitor.says(words.seat, complaint)
            await visitor.sees(words.seat, *heard)
            await visitor.sees(OWNER, complaint)
            button, answer = words.answer
            await visitor.taps(OWNER, button)
            await visitor.sees(OWNER, "전할 답을 적어 주세요")
            await visitor.says(OWNER, answer)
            await visitor.sees(words.seat, answer)
        await both(visitor, (("[해결됐어요]", "접수 1번을 마쳤어요"), ("[It's settled]", "Case 2 is closed")))
        await both(visitor, *zip(KOREAN.after, ENGLISH.after, strict=True))
        await both(visitor, (("[그만두기]", "바뀐 것은 없어요"), ("[Cancel]", "everything stays")))
