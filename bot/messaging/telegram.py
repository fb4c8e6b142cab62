"""The only place that knows what Telegram's errors mean.

Every failure is put in one of the outcomes of `bot/domain/retries.py`. python-telegram-bot raises the same TimedOut or
NetworkError for "the request never left" and for "nobody knows"; only `__cause__`, httpx's own exception, tells them
apart (measured; python-telegram-bot#1045).
"""

import os
from datetime import timedelta
from typing import Any, Protocol

import httpx
from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.domain.retries import BadToken, Delivered, NotSent, Outcome, Pause, Refused, Unknown, Unreachable
from bot.messaging.rendering import Rendered

# python-telegram-bot asks for this: from its next major version on, waits are always a timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Messenger(Protocol):
    """Sends one rendered message and tells what is known of its fate. Never raises."""

    async def send(self, message: Rendered) -> Outcome: ...


class RawBot(Bot):
    """A bot that also hands updates over as they came. An update must be on disk before anybody tries to parse it."""

    async def raw_updates(self, *, offset: int, limit: int, seconds: int, allowed: list[str]) -> list[dict[str, Any]]:
        """getUpdates without parsing; `seconds` is how long to wait for news. Raises TelegramError."""
        wanted = {"offset": offset, "limit": limit, "timeout": seconds, "allowed_updates": allowed}
        updates: list[dict[str, Any]] = await self._post("getUpdates", wanted, read_timeout=seconds + 10)
        return updates


class TelegramMessenger:
    """Sends through a python-telegram-bot `Bot`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, message: Rendered) -> Outcome:
        """Send or edit, and sort what came back."""
        try:
            return Delivered(await self._deliver(message))
        except TelegramError as error:
            return outcome_of(error)

    async def _deliver(self, message: Rendered) -> int | None:
        if message.edits is not None:
            try:
                await self._bot.edit_message_text(
                    message.text,
                    chat_id=message.chat_id,
                    message_id=message.edits,
                    parse_mode=ParseMode.HTML,
                    link_preview_options=_NO_PREVIEW,
                    reply_markup=_inline(message),
                )
            except BadRequest as error:
                if "message is not modified" not in str(error).lower():
                    raise
            return message.edits
        if message.document is not None:
            send = self._bot.send_photo if message.document.picture else self._bot.send_document
            with_file: Message = await send(
                message.chat_id,
                InputFile(message.document.data, filename=message.document.name),
                caption=message.text,
                parse_mode=ParseMode.HTML,
                reply_markup=_inline(message) or _keyboard(message),
            )
            return with_file.message_id
        sent: Message = await self._bot.send_message(
            message.chat_id,
            message.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=_inline(message) or _keyboard(message),
        )
        return sent.message_id


def outcome_of(error: TelegramError) -> Outcome:
    """What an error of python-telegram-bot says about the fate of the message."""
    match error:
        case RetryAfter():
            return Pause(seconds_of(error))
        case Forbidden():
            return Unreachable("blocked")
        case InvalidToken():
            return BadToken("token")
        case ChatMigrated():
            return Unreachable("group_moved")
        case BadRequest():
            return _bad_request(str(error).lower())
        case NetworkError():
            cause = error.__cause__
            if isinstance(cause, _NEVER_LEFT):
                return NotSent(type(cause).__name__)
            return Unknown(type(cause or error).__name__)
        case _:
            return Unknown(type(error).__name__)


def seconds_of(error: RetryAfter) -> timedelta:
    """How long Telegram asks the whole bot to wait."""
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


def _bad_request(text: str) -> Outcome:
    if "chat not found" in text or "user is deactivated" in text:
        return Unreachable("gone")
    return Refused("refused_by_telegram")


def _inline(message: Rendered) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    button.label,
                    callback_data=button.data or None,
                    url=button.url or None,
                    copy_text=CopyTextButton(button.copy) if button.copy else None,
                )
                for button in row
            ]
            for row in message.buttons
        ]
    )


def _keyboard(message: Rendered) -> ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if message.keyboard is None:
        return None
    if not message.keyboard:
        return ReplyKeyboardRemove()
    rows = [[KeyboardButton(key.label, request_contact=key.shares_contact) for key in row] for row in message.keyboard]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)
