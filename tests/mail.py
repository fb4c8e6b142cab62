"""A real mail server on this machine, which keeps what it is given."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


@dataclass
class Mailbox:
    """What has arrived. `refuses` is said instead of taking a recipient; the next `busy` mails are put off."""

    messages: list[EmailMessage] = field(default_factory=list)
    refuses: str = ""
    busy: int = 0
    secured: list[bool] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    port: int = 0
    implicit: bool = False

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Any, envelope: Any
    ) -> str:
        if self.busy:
            self.busy -= 1
            return "451 try again later"
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        self.secured.append(session.ssl is not None or self.implicit)
        return "250 taken"

    def texts(self) -> list[str]:
        return [message.get_content().strip() for message in self.messages]

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.users.append(data.login.decode())
        return AuthResult(success=data.password == b"secret")


@contextmanager
def mail_server(*, tls: ssl.SSLContext | None = None, implicit: bool = False) -> Iterator[Mailbox]:
    """Listen while the block runs. With `tls` it offers STARTTLS, or (`implicit`) speaks TLS from the first byte."""
    box = Mailbox(implicit=implicit)
    loop = asyncio.new_event_loop()
    offered: dict[str, Any] = {} if implicit or tls is None else {"tls_context": tls}

    lines: list[SMTP] = []

    def line() -> SMTP:
        lines.append(SMTP(box, loop=loop, authenticator=box.authenticate, auth_require_tls=False, **offered))
        return lines[-1]

    async def close() -> None:
        server.close()
        for one in lines:
            if isinstance(one.transport, asyncio.WriteTransport):
                one.transport.abort()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    listening = loop.create_server(line, "127.0.0.1", 0, ssl=tls if implicit else None)
    server = asyncio.run_coroutine_threadsafe(listening, loop).result()
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        asyncio.run_coroutine_threadsafe(close(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
