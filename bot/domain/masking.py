"""Details with their middle hidden: enough to know one's own again, too little for whoever looks over the shoulder."""

from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal

_STARS = "***"


def masked(detail: str, value: str) -> str:
    """A stored value as read-backs and histories show what it was: 010-****-5678, su***@example.com, 서울 ***.

    `detail` is phone, email, name, address or birthday (in its stored form). A name is shown as it is: people are
    called by it anyway. Anything that is too short to hide something of becomes stars alone.
    """
    match detail:
        case "phone":
            return _masked_phone(value)
        case "email":
            local, _, domain = value.rpartition("@")
            return f"{local[:2] if len(local) > 2 else ''}{_STARS}@{domain}"
        case "address":
            first, _, rest = value.partition(" ")
            return f"{first} {_STARS}" if rest else _STARS
        case "birthday":
            marks, _, day = value.rpartition(" ")
            return f"{marks} ****{day[4:]}".strip() if day[:4].isdigit() else value
        case _:
            return value


def _masked_phone(value: str) -> str:
    try:
        return parse_phone(value).masked
    except Refusal:
        return _STARS + value[-4:]
