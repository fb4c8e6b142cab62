"""E-mail addresses: syntax only, by the library. Whether anybody reads there is found out by confirming it."""

from bot.domain.refusals import Refusal
from bot.domain.written_text import plain_signs


def parse_email(text: str) -> str:
    """The address in normal form: domain in lower case, composed characters, no spaces around it.

    An address on a top-level domain alone, at an IP number or with comments and quotes is valid to the standard and not
    to us: in a shop it is a slip. Raises Refusal email-unreadable.
    """
    from email_validator import EmailNotValidError, validate_email  # only here: it takes long to import

    if len(text.splitlines()) > 1 or text.endswith(("\n", "\r")):
        raise Refusal("email-unreadable")
    try:
        return validate_email(plain_signs(text), check_deliverability=False, strict=True).normalized
    except EmailNotValidError:
        raise Refusal("email-unreadable") from None


def email_key(email: str) -> str:
    """What two spellings of one mailbox have in common; every provider in use ignores the case of the local part."""
    return email.casefold()
