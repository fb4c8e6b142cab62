"""Taking everything out, as files into the owner's chat."""

from bot.actions import exporting
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Document, Reply, words
from bot.domain.said import Said
from bot.understanding.asks.shop import ExportAll

_REASONS = {"keep": "button-export-keep", "books": "button-export-books", "move": "button-export-move"}


def ask(said: Said, unit: Unit, ask: ExportAll) -> Replies:
    """What would be sent and where it goes; the answer says what it is for."""
    customers = exporting.how_many(unit)
    if not customers:
        return Reply(words("export-nothing"))
    reasons = tuple((button(words(label), "export", why),) for why, label in _REASONS.items())
    return Reply(words("export-ask", customers=customers), reasons)


def send(said: Said, unit: Unit, why: str) -> Replies:
    """The files, each as a document of its own."""
    files = exporting.files_for_chat(unit, why if why in _REASONS else "keep")
    if not files:
        return Reply(words("export-nothing"))
    documents = (
        Reply(
            words("export-file", kind=file.sheet.value, total=file.rows),
            document=Document(file.sheet.file_name, file.data),
        )
        for file in files
    )
    return [Reply(words("export-done", count=len(files))), *documents]
