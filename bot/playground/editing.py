"""The methods that change what stands in a chat, and the answer to a pressed button."""

from datetime import timedelta
from typing import Any

from bot.playground.calls import Call, Json
from bot.playground.errors import bad_request
from bot.playground.formatting import utf16_length
from bot.playground.keyboards import check_markup
from bot.playground.ledger import Event, call_details
from bot.playground.sending import chat_id_of, message_caption, message_text, write_shown
from bot.playground.world import World

QUERY_LIVES = timedelta(minutes=15)
DELETABLE_FOR = timedelta(hours=48)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, call: Call) -> Json:
    text, entities = message_text(call)
    message = _own_message(world, call)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _change(world, call, message, {"text": text, "entities": entities}, _markup(call))


def edit_message_caption(world: World, call: Call) -> Json:
    caption = message_caption(call)
    message = _own_message(world, call)
    if not ("document" in message or "photo" in message):
        raise bad_request("there is no caption in the message to edit")
    new = {"caption": caption.get("caption"), "caption_entities": caption.get("caption_entities")}
    return _change(world, call, message, new, _markup(call))


def edit_message_reply_markup(world: World, call: Call) -> Json:
    return _change(world, call, _own_message(world, call), {}, _markup(call))


def delete_message(world: World, call: Call) -> bool:
    chat_id, message_id = chat_id_of(call), call.integer("message_id")
    world.writable_chat(chat_id)
    _delete(world, chat_id, message_id or 0, call)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Like Telegram, passes over what is not there."""
    chat_id, message_ids = chat_id_of(call), call.structure("message_ids")
    if not isinstance(message_ids, list) or not 1 <= len(message_ids) <= 100:
        raise bad_request("message identifiers are not specified")
    world.writable_chat(chat_id)
    for message_id in message_ids:
        if world.message(chat_id, int(message_id)):
            _delete(world, chat_id, int(message_id), call)
    return True


def answer_callback_query(world: World, call: Call) -> bool:
    """Once per press, and within fifteen minutes."""
    query = world.queries.get(call.text("callback_query_id"))
    if query is None or query.answered or world.clock.now() - query.at > QUERY_LIVES:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if utf16_length(call.text("text")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered = True
    notice: Json = {"text": call.text("text"), "show_alert": call.flag("show_alert")}
    world.ledger.write(Event.ANSWERED, query.chat_id, **notice, call=call_details(call))
    return True


def _own_message(world: World, call: Call) -> Json:
    message_id = call.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    chat_id = chat_id_of(call)
    world.writable_chat(chat_id)
    message = world.message(chat_id, message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot_id:
        raise bad_request("message can't be edited")
    return message


def _markup(call: Call) -> Json | None:
    return check_markup(call.structure("reply_markup"), private=call.text("chat_id")[:1] != "-", inline_only=True)


def _change(world: World, call: Call, message: Json, content: Json, markup: Json | None) -> Json:
    """Replace the content, and the buttons: an edit without a keyboard takes the old one away."""
    wanted: dict[str, Any] = {**content, "reply_markup": markup}
    if all((message.get(name) or None) == (value or None) for name, value in wanted.items()):
        raise bad_request(_NOT_MODIFIED)
    for name, value in wanted.items():
        if value:
            message[name] = value
        else:
            message.pop(name, None)
    message["edit_date"] = world.moment()
    write_shown(world, Event.EDITED, message, call, markup)
    return message


def _delete(world: World, chat_id: int, message_id: int, call: Call) -> None:
    message = world.message(chat_id, message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if world.moment() - message["date"] > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    world.forget_message(chat_id, message_id)
    world.ledger.write(Event.DELETED, chat_id, message_id, call=call_details(call))
