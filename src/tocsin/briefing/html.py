"""The briefing as one HTML page: no script, no request, all text escaped."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from tocsin.briefing.blocks import Filter, Outline
from tocsin.briefing.words import COLOURS, TAGS, Piece, Words, read_plain

FOLDER = "tocsin.briefing"


def write_html(outline: Outline) -> str:
    """The page of an outline."""
    style = files(FOLDER).joinpath("style.css").read_text(encoding="utf-8")
    return load_template().render(outline=outline, style=Markup(style), tags=TAGS, sorts=list_sorts(outline))


def list_sorts(outline: Outline) -> list[str]:
    """The choices of all filters of the page: each becomes a rule of its style."""
    filters = (b for s in outline.sections for b in s.blocks if isinstance(b, Filter))
    return [choice.sort for block in filters for choice in block.choices]


@cache
def load_template() -> Template:
    text = files(FOLDER).joinpath("template.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"mark": mark_words, "plain": read_untagged, "drawn": Markup}
    return environment.from_string(text)


def mark_words(words: Words) -> Markup:
    """A line as HTML; only ids of the page and http(s) addresses become links."""
    return Markup("").join(mark_piece(piece) for piece in words)


def read_untagged(words: Words) -> str:
    """A line as text, without the labels of whose words stand there."""
    return read_plain(piece for piece in words if not is_voice(piece)).strip()


def mark_piece(piece: Piece) -> Markup:
    text = escape(piece.text)
    if piece.mark == "strong":
        text = Markup("<strong>{}</strong>").format(text)
    elif piece.mark in COLOURS:
        return Markup('<span class="key {}" aria-hidden="true">{}</span>').format(piece.mark, text)
    elif piece.mark:
        text = Markup('<span class="{}">{}</span>').format(f"tag {piece.mark}" if is_voice(piece) else piece.mark, text)
    if piece.to is None:
        return text
    if piece.to.startswith(("http://", "https://")):
        return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(piece.to, text)
    return Markup('<a href="#{}">{}</a>').format(piece.to, text)


def is_voice(piece: Piece) -> bool:
    return piece.mark in ("reported", "coder", "model")
