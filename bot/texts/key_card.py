"""The key on paper: one page to print, in both languages, with the shop's own first."""

import html
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.domain.outgoing import words
from bot.domain.shop import Shop
from bot.texts.catalog import Catalog
from bot.texts.languages import LANGUAGES

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; max-width: 42em; margin: 3em auto; line-height: 1.5 }}
pre {{ font: bold 20pt monospace; border: 2px solid; padding: 1em; width: max-content }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def key_card(keys: Sequence[Sequence[str]], *, shop: Shop, key_file: Path, today: date) -> str:
    """The page as HTML; each key is the lines of `storage.key_text.card_lines`."""
    catalog = Catalog()

    def said(key: str, language: str, **facts: str | date) -> str:
        return html.escape(catalog.plain(words(key, **facts), language, zone=shop.zone, today=date.min))

    both = sorted(LANGUAGES, key=lambda language: language != shop.language)
    parts = [f"<h1>{said('paper-key-title', shop.language, shop=shop.name)}</h1>"]
    parts += [f"<p lang={language}>{said('paper-key-what', language)}</p>" for language in both]
    parts += ["<pre>" + "\n".join(map(html.escape, lines)) + "</pre>" for lines in keys]
    for language in both:
        how = said("paper-key-how", language, file=str(key_file))
        made = said("paper-key-made", language, on=today)
        parts.append(f"<p lang={language}>{how}</p><p lang={language}>{made}</p>")
    title = said("paper-key-title", shop.language, shop=shop.name)
    return _PAGE.format(language=shop.language, title=title, body="\n".join(parts))
