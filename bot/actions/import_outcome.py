"""What a file that came by chat came to, as whoever sent it hears it: each thing once, however often it is said."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions import importing_told
from bot.actions.importing_refused import refused_table
from bot.actions.importing_run import BATCH
from bot.actions.people import last4
from bot.actions.prospects import CardRun
from bot.actions.unit import Unit
from bot.domain.outgoing import Document, Kind, Reply, Words, words
from bot.domain.packing import pack, unpack_words
from bot.domain.rows import RefusedRow
from bot.domain.spreadsheet import Sheet
from bot.domain.vcards import Card
from bot.texts.catalog import Catalog
from storage import import_files, import_undo, journal, lists, outbox
from storage.models import ImportFile

CARDS_AT_ONCE = 10
"""So many contact cards are written down without a question; a whole address book is asked about."""


def tell(unit: Unit, row: ImportFile, what: str, reply: Reply, *, until: datetime | None = None) -> None:
    """Say something to whoever sent the file; once per `what`."""
    message = outbox.Message(
        dedupe_key=f"import:{row.public_id}:{what}",
        chat_id=row.chat_id,
        kind=Kind.ANSWER,
        reply=pack(replace(reply, text=importing_told.brief(reply.text))),
        not_before=unit.now,
        language=row.language,
        expires_at=until,
        file=reply.document.data if reply.document else None,
    )
    outbox.add(unit.session, unit.vault, message, unit.now)


def refused_rows(unit: Unit, row: ImportFile) -> list[RefusedRow]:
    """The rows that were not understood, in the order of the file, each with its reason."""
    rows = []
    for part in import_files.later_parts(unit.session, unit.vault, row):
        for line_no, cells, packed in json.loads(part):
            why = unpack_words(packed)
            rows.append(RefusedRow(line_no, tuple(cells), why.key, why.args))
    return rows


def refused_document(
    unit: Unit, row: ImportFile, content: Sheet | list[Card], name: str, refused: Sequence[RefusedRow], catalog: Catalog
) -> Reply:
    """Those rows as a file to mend and send again, under the headings that the file `name` had."""

    def render(text: Words) -> str:
        return catalog.plain(text, row.language, zone=unit.shop.zone, today=unit.today)

    if isinstance(content, list):
        headings: tuple[str, ...] = (render(words("column-name")), render(words("column-phone")))
    else:
        headings = content.columns.headings
    data = refused_table(headings, refused, render)
    text = words("import-refused-rows", count=len(refused))
    return Reply(text, document=Document(f"{name}.refused.csv", data))


def cards_outcome(unit: Unit, run: CardRun, file: str) -> Words:
    """A few people are told by name."""
    counts = run.counts
    batches = import_undo.newest_standing(unit.session, run.entry_id, (BATCH,), 1)
    ids: list[int] = journal.after(unit.vault, batches[0])["people"] if batches else []
    few = lists.of_ids(unit.session, ids) if counts.created <= CARDS_AT_ONCE else []
    return words(
        "import-cards-done",
        file=file,
        created=counts.created,
        unchanged=counts.unchanged,
        refused=counts.refused,
        names=tuple(words("prospect-row", name=one.name, last4=last4(one)) for one in few),
    )
