"""Telegram's update -> what somebody said, in our own words."""

from datetime import UTC, datetime

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, Update, User

from bot.domain.said import ChatKind, Said, SharedContact, SharedFile

_ANONYMOUS_ADMIN = 1087968824  # GroupAnonymousBot: an admin who hides behind the group (Bot API, "sender_chat")


def said_from(update: Update) -> Said | None:
    """What was said, or None for an update in which nobody said anything (a poll, a reaction)."""
    query = update.callback_query
    if query is not None:
        message = query.message
        chat = message.chat if message is not None else None
        return Said(
            update_id=update.update_id,
            at=message.date if isinstance(message, Message) else datetime.fromtimestamp(0, UTC),
            user_id=query.from_user.id,
            chat_id=chat.id if chat is not None else query.from_user.id,
            chat_kind=_chat_kind(chat) if chat is not None else ChatKind.PRIVATE,
            telegram_name=query.from_user.full_name,
            language_code=query.from_user.language_code or "",
            message_id=message.message_id if message is not None else None,
            button=query.data or "",
        )
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member)
    message = update.effective_message
    if message is None or not isinstance(message, Message):
        return None
    user = message.from_user
    return Said(
        update_id=update.update_id,
        at=message.date,
        user_id=user.id if user is not None else 0,
        chat_id=message.chat.id,
        chat_kind=_chat_kind(message.chat),
        telegram_name=user.full_name if user is not None else "",
        language_code=(user.language_code or "") if user is not None else "",
        message_id=message.message_id,
        text=message.text or message.caption or "",
        contact=_contact(message),
        file=_file(message),
        forwarded=message.forward_origin is not None,
        anonymous=_hides(message, user),
        reply_to_message_id=message.reply_to_message.message_id if message.reply_to_message else None,
        reply_to_name=_author(message.reply_to_message),
        album=message.media_group_id or "",
    )


def _membership(update_id: int, change: ChatMemberUpdated) -> Said:
    """A private chat that was closed to the bot or opened again."""
    return Said(
        update_id=update_id,
        at=change.date,
        user_id=change.from_user.id,
        chat_id=change.chat.id,
        chat_kind=_chat_kind(change.chat),
        telegram_name=change.from_user.full_name,
        language_code=change.from_user.language_code or "",
        may_write=change.new_chat_member.status not in (ChatMember.BANNED, ChatMember.LEFT),
    )


def _chat_kind(chat: Chat) -> ChatKind:
    if chat.type == Chat.PRIVATE:
        return ChatKind.PRIVATE
    return ChatKind.CHANNEL if chat.type == Chat.CHANNEL else ChatKind.GROUP


def _hides(message: Message, user: User | None) -> bool:
    return user is None or user.id == _ANONYMOUS_ADMIN or user.is_bot or message.sender_chat is not None


def _author(message: Message | None) -> str:
    user = message.from_user if message is not None else None
    return (user.username or "") if user is not None else ""


def _contact(message: Message) -> SharedContact | None:
    card = message.contact
    if card is None:
        return None
    name = " ".join(part for part in (card.first_name, card.last_name) if part)
    return SharedContact(card.phone_number, card.user_id, name)


def _file(message: Message) -> SharedFile | None:
    if message.document is not None:
        document = message.document
        name, mime = document.file_name or "", document.mime_type or ""
        return SharedFile(document.file_id, name, mime, document.file_size or 0)
    if message.photo:
        largest = message.photo[-1]
        return SharedFile(largest.file_id, "", "image/jpeg", largest.file_size or 0)
    return None
