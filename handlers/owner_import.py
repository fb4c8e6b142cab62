"""Files and contact cards that the owner sends: looked at, decided about, brought in."""

from bot.actions import import_files, importing_told, prospects
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.example_files import example_file
from bot.domain.headings import SheetKind
from bot.domain.outgoing import Button, Document, Reply, words
from bot.domain.said import Said, SharedContact
from bot.domain.shop import Part
from bot.understanding.asks.people import AddProspect
from handlers import errors


def receive(said: Said, unit: Unit) -> Replies:
    """A file: it is fetched and read, and then shown."""
    if said.file is None:
        return errors.unreadable_kind(said, unit)
    received = import_files.receive(unit, said.file, _language(said, unit))
    return Reply(words("import-coming", file=received.name)) if received.slow else None


def want(said: Said, unit: Unit, public_id: str) -> Replies:
    """Yes, bring it in: the preview turns into the message that tells how far it is."""
    wanted = import_files.want(unit, public_id, said.message_id)
    if wanted.waits:
        stop = button(words("button-import-stop"), "import-no", public_id)
        return Reply(words("import-waits", file=wanted.name), ((stop,),), edits=said.message_id)
    running = importing_told.running(public_id, wanted.name, 0, wanted.total)
    return Reply(running.text, running.buttons, edits=said.message_id)


def leave(said: Said, unit: Unit, public_id: str) -> Replies:
    """No, or enough."""
    return Reply(words("import-left", file=import_files.leave(unit, public_id)), edits=said.message_id)


def other_ways(said: Said, unit: Unit, public_id: str) -> Replies:
    """In which other ways it can be read."""
    options = import_files.options(unit, public_id)
    rows: list[tuple[Button, ...]] = []
    if options.kinds:
        rows.append(tuple(importing_told.kind_button(public_id, kind) for kind in options.kinds))
    for order, day in options.days:
        rows.append((button(words("button-read-day", day=day), "import-as", public_id, "order", order),))
    if options.guesses:
        rows.append((button(words("button-without-guesses"), "import-as", public_id, "without", "guesses"),))
    rows.append((button(words("button-import-leave"), "import-no", public_id),))
    text = words(
        "import-otherwise",
        file=options.name,
        kind=words(f"kind-{options.kind}"),
        guesses=words("import-guessed", headings=options.guesses) if options.guesses else None,
    )
    return Reply(text, tuple(rows), edits=said.message_id)


def read_as(said: Said, unit: Unit, public_id: str, how: str, what: str) -> Replies:
    """Read it so, and show it again."""
    import_files.read_otherwise(unit, public_id, said.message_id, how, what)
    return None


def how(said: Said, unit: Unit, ask: object = None) -> Replies:
    """How files come in, with an example."""
    return _example(said, unit, SheetKind.CUSTOMERS, "import-how")


def example(said: Said, unit: Unit, kind: str) -> Replies:
    """The example of another kind of file."""
    if kind not in {each.value for each in SheetKind}:
        return errors.old_button(said, unit)
    return _example(said, unit, SheetKind(kind), "import-example")


def card(said: Said, unit: Unit) -> Replies:
    """A contact card: somebody who asked."""
    if said.contact is None:
        return errors.unreadable_kind(said, unit)
    return _kept(unit, said.contact)


def asked(said: Said, unit: Unit, ask: AddProspect) -> Replies:
    """The same in a sentence, with what they asked."""
    return _kept(unit, SharedContact(ask.phone, None, ask.name), ask.about)


def _kept(unit: Unit, card: SharedContact, about: str = "") -> Reply:
    kept = prospects.keep(unit, card, about)
    if kept.undo is None:
        return Reply(words("prospect-known", name=kept.name, last4=kept.last4))
    undo = button(words("button-undo"), "undo", kept.undo)
    return Reply(
        words(
            "prospect-added",
            name=kept.name,
            last4=kept.last4,
            dead=kept.dead,
            about=words("card-note", note=about) if about else None,
            until=kept.until,
        ),
        ((undo,),),
    )


def _example(said: Said, unit: Unit, kind: SheetKind, text: str) -> Reply:
    others = [SheetKind.CUSTOMERS, SheetKind.VISITS]
    others += [SheetKind.ORDERS] if unit.shop.has(Part.ORDERS) else []
    others += [SheetKind.APPOINTMENTS] if unit.shop.has(Part.APPOINTMENTS) else []
    buttons = tuple(
        button(words(f"button-kind-{other}"), "example", other.value) for other in others if other is not kind
    )
    name, data = example_file(kind, _language(said, unit))
    return Reply(words(text, kind=words(f"kind-{kind}")), (buttons,), document=Document(name, data))


def _language(said: Said, unit: Unit) -> str:
    return import_files.language_of(unit, said.text, said.language_code)
