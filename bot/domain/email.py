"""E-mail addresses: syntax only, by the library. Whether anybody reads there is found out by confirming it."""

from bot.domain.refusals import Refusal
from bot.domain.written_text import plain_signs

_LONGEST_HOST = 63  # a part of a domain name, RFC 1035


def parse_email(text: str) -> str:
    """The address in normal form: domain in lower case, composed characters, no spaces around it.

    An address on a top-level domain alone, at an IP number or with comments and quotes is valid to the standard and not
    to us: in a shop it is a slip. Raises Refusal email-unreadable, with the `host` that lacks its ending.
    """
    from email_validator import EmailNotValidError, validate_email  # only here: it takes long to import

    if len(text.splitlines()) > 1 or text.endswith(("\n", "\r")):
        raise Refusal("email-unreadable", host=None)
    try:
        return validate_email(plain_signs(text), check_deliverability=False, strict=True).normalized
    except EmailNotValidError:
        raise Refusal("email-unreadable", host=_without_ending(text)) from None


def _without_ending(text: str) -> str | None:
    """The last part, where it names a host and not where that is: "naver" of minji@naver."""
    local, _, host = plain_signs(text).rpartition("@")
    return host if local and host.isalnum() and len(host) <= _LONGEST_HOST else None


def email_key(email: str) -> str:
    """What two spellings of one mailbox have in common; every provider in use ignores the case of the local part."""
    return email.casefold()
