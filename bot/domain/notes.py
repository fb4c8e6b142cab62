"""What may not, or had better not, be written into a note about somebody.

A resident registration number may not be kept at all without a law that says so (PIPA 24-2), so its second half is
masked before a note is stored. Health is sensitive data (PIPA 23): its words raise a warning and are left as they are.
"""

import re

from bot.domain.written_text import visible

_RESIDENT_NUMBER = re.compile(r"(?<!\d)(\d{6})([\s\-‐-―−~_./·]{0,3})(\d{7})(?!\d)")
_HEALTH_WORDS_KO = """
    알레르기 알러지 아토피 천식 비염 피부염 지루성 건선 습진 두드러기 탈모 당뇨 혈압 고지혈 심장병 부정맥 뇌졸중 뇌경색
    뇌전증 간질 치매 파킨슨 투석 간염 결핵 항암 암투병 유방암 위암 폐암 대장암 갑상선 디스크 관절염 임신 임산부 유산
    난임 생리통 갱년기 우울증 공황 조현병 불면증 자폐 정신과 정신질환 장애인 지체장애 청각장애 시각장애 휠체어 보청기
    에이즈 수술 입원 퇴원 진단받 복용 처방 항생제 스테로이드 환자 지병 질환
"""
_HEALTH_WORDS_EN = r"""
    allerg\w+ asthma\w* eczema dermatitis psoriasis alopecia diabet\w+ blood\spressure hypertensi\w+ heart\sdisease
    stroke epilep\w+ seizures? dementia parkinson\w* dialysis hepatitis tuberculosis cancer chemo\w* thyroid arthritis
    pregnan\w+ miscarriage depress(?:ion|ed|ive) panic\sattacks? schizophreni\w+ insomnia autis\w+ disabilit\w+ disabled
    wheelchair hearing\saids? hiv aids surgery hospitali[sz]ed diagnos\w+ medications? prescri\w+ antibiotics? steroids?
    patient illness disease
"""
_HEALTH_WORD = re.compile(
    "|".join(
        [*(r"\s?".join(word) for word in _HEALTH_WORDS_KO.split()), rf"\b(?:{'|'.join(_HEALTH_WORDS_EN.split())})\b"]
    ),
    re.IGNORECASE,
)


def mask_resident_numbers(text: str) -> str:
    """The text with the last seven digits of every resident or foreigner registration number starred out.

    A number is six digits that can be a birth date and seven more, together or with a separator between. There is no
    check digit to go by: numbers given since October 2020 have none.
    """
    return _RESIDENT_NUMBER.sub(_masked, visible(text))


def health_words(text: str) -> tuple[str, ...]:
    """The words in a staff note that tell of somebody's health, in their order, each once; none is the usual case."""
    return tuple(dict.fromkeys(found[0] for found in _HEALTH_WORD.finditer(visible(text))))


def _masked(found: re.Match[str]) -> str:
    born = found[1]
    if not (1 <= int(born[2:4]) <= 12 and 1 <= int(born[4:6]) <= 31):
        return found[0]
    return f"{born}{found[2] or '-'}{'*' * 7}"
