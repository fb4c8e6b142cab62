"""Mail through the shop's own mail server (SMTP_URL), with the standard library. The only place that speaks SMTP.

smtps:// is TLS from the first byte; smtp:// asks for STARTTLS where the server offers it, and a password is never sent
without TLS. The Message-ID is made from the mail's key, so that a mail whose fate nobody knew and that is sent once
more is the same mail to every mailbox.
"""

import hashlib
import smtplib
import ssl
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import parse_qs, unquote, urlsplit

from storage.mails import Letter

_TIMEOUT = 15.0
_PORTS = {"smtp": 587, "smtps": 465}


class NotTaken(Exception):
    """The server did not take the mail. `lasting`: it never will. `reason` is plain and holds no address."""

    def __init__(self, reason: str, *, lasting: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where SMTP_URL leads: smtp[s]://user:password@host:port/?from=address. Without `from` the user is the sender."""

    scheme: str
    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: str

    @classmethod
    def of(cls, url: str) -> "MailServer":
        """Read the address of a mail server. Its form was checked with the settings."""
        parts = urlsplit(url)
        host, user = parts.hostname or "", unquote(parts.username or "")
        sender = parse_qs(parts.query).get("from", [""])[0] or (user if "@" in user else f"{user or 'shop'}@{host}")
        port = parts.port or _PORTS[parts.scheme]
        return cls(parts.scheme, host, port, user, unquote(parts.password or ""), sender)


class Mailer:
    """Sends one mail after the other, each over a line of its own. Blocks: it is called in a thread."""

    def __init__(self, server: MailServer, *, context: ssl.SSLContext | None = None, timeout: float = _TIMEOUT) -> None:
        self._server = server
        self._context = context or ssl.create_default_context()
        self._timeout = timeout

    def send(self, letter: Letter, *, key: str, shop: str, now: datetime) -> None:
        """Hand one mail over. Raises NotTaken."""
        message = EmailMessage()
        message["From"] = Address(display_name=shop, addr_spec=self._server.sender)
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(now)
        name = hashlib.sha256(key.encode()).hexdigest()[:32]
        message["Message-ID"] = f"<{name}@{self._server.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        try:
            with self._line() as line:
                line.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            lasting = all(code >= 500 for code, _ in error.recipients.values())
            raise NotTaken("no_such_address" if lasting else "not_now", lasting=lasting) from None
        except smtplib.SMTPAuthenticationError:
            raise NotTaken("server_refused_us", lasting=False) from None
        except smtplib.SMTPResponseException as error:
            lasting = error.smtp_code >= 500
            raise NotTaken("server_refused" if lasting else "not_now", lasting=lasting) from None
        except (smtplib.SMTPException, OSError) as error:
            raise NotTaken(type(error).__name__, lasting=False) from None

    def _line(self) -> smtplib.SMTP:
        server = self._server
        line: smtplib.SMTP
        if server.scheme == "smtps":
            line = smtplib.SMTP_SSL(server.host, server.port, timeout=self._timeout, context=self._context)
            is_safe = True
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=self._timeout)
            line.ehlo()
            is_safe = line.has_extn("starttls")
            if is_safe:
                line.starttls(context=self._context)
                line.ehlo()
        if server.user and server.password:
            if not is_safe:
                line.close()
                raise NotTaken("no_tls", lasting=False)
            line.login(server.user, server.password)
        return line
