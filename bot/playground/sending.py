"""The methods that put something into a chat: messages, documents, pictures, "typing"."""

from typing import Any

from bot.playground.calls import Call, Json, Upload
from bot.playground.errors import bad_request
from bot.playground.files import MAX_PHOTO, StoredFile, picture_size
from bot.playground.formatting import MAX_CAPTION, MAX_TEXT, Entity, read_text, utf16_length
from bot.playground.keyboards import check_markup
from bot.playground.ledger import Event, call_details
from bot.playground.world import World

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def chat_id_of(call: Call) -> int:
    """Raises ApiError 400 when there is none. Usernames of channels are not played here."""
    if call.params.get("chat_id") in (None, ""):
        raise bad_request("chat_id is empty")
    if call.text("chat_id").startswith("@"):
        raise bad_request("chat not found")
    return call.integer("chat_id") or 0


def message_text(call: Call) -> tuple[str, list[Entity]]:
    """The text of sendMessage and editMessageText as it will be seen."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    text, entities = read_text(call.text("text"), call.text("parse_mode"), call.structure("entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return text, entities


def message_caption(call: Call) -> Json:
    """The caption's fields of a message; none for an empty caption."""
    text, entities = read_text(call.text("caption"), call.text("parse_mode"), call.structure("caption_entities"))
    if utf16_length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def send_message(world: World, call: Call) -> Json:
    text, entities = message_text(call)
    return _show(world, call, {"text": text, **({"entities": entities} if entities else {})})


def send_document(world: World, call: Call) -> Json:
    stored = _file(world, call, "document", "documents")
    return _show(world, call, {"document": stored.as_document(), **message_caption(call)})


def send_photo(world: World, call: Call) -> Json:
    stored = _file(world, call, "photo", "photos")
    return _show(world, call, {"photo": stored.as_photo(), **message_caption(call)})


def send_anything(world: World, call: Call) -> Json:
    """A kind of message that is not played in detail: it takes its place and its id, and shows its parameters."""
    return _show(world, call, message_caption(call))


def send_chat_action(world: World, call: Call) -> bool:
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat_id = chat_id_of(call)
    world.writable_chat(chat_id)
    world.ledger.write(Event.ACTION, chat_id, action=call.text("action"))
    return True


def _file(world: World, call: Call, name: str, folder: str) -> StoredFile:
    given = call.upload(name)
    if given is None:
        raise bad_request(f"there is no {name} in the request")
    if isinstance(given, str):
        return world.files.by_id(given)
    if not given.data:
        raise bad_request("file must be non-empty")
    if name == "photo":
        _check_photo(given)
    return world.files.keep(given, folder)


def _check_photo(upload: Upload) -> None:
    if len(upload.data) > MAX_PHOTO:
        raise bad_request("file is too big")
    picture_size(upload.data)


def _show(world: World, call: Call, content: Json) -> Json:
    chat_id = chat_id_of(call)
    markup = check_markup(call.structure("reply_markup"), private=chat_id > 0)
    chat = world.writable_chat(chat_id)
    content = _reply(world, call, chat_id) | content
    inline = markup if markup and "inline_keyboard" in markup else None
    message = world.keep_message(chat, world.me(), content | ({"reply_markup": inline} if inline else {}))
    if markup and not inline:
        _change_keyboard(world, chat_id, markup)
    write_shown(world, Event.SENT, message, call, markup)
    return message


def _reply(world: World, call: Call, chat_id: int) -> Json:
    parameters = call.structure("reply_parameters") or {}
    replied = parameters.get("message_id") or call.integer("reply_to_message_id")
    if not replied:
        return {}
    original = world.message(chat_id, int(replied))
    if original is None:
        if parameters.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in original.items() if key != "reply_to_message"}}


def _change_keyboard(world: World, chat_id: int, markup: Json) -> None:
    if "keyboard" in markup:
        world.keyboards[chat_id] = markup
    elif markup.get("remove_keyboard"):
        world.keyboards.pop(chat_id, None)


def write_shown(world: World, event: Event, message: Json, call: Call, markup: Any) -> None:
    """The ledger's line of a message as the person now sees it."""
    details: Json = {"text": message.get("text", message.get("caption", ""))}
    entities = message.get("entities") or message.get("caption_entities")
    if entities:
        details["entities"] = entities
    for name in ("document", "photo"):
        if name in message:
            details[name] = message[name]
    if markup:
        details["reply_markup"] = markup
    details["call"] = call_details(call)
    world.ledger.write(event, message["chat"]["id"], message["message_id"], **details)
