"""Text into tokens that rebuild it exactly: spaCy's English rules, brought to the words of the UD English treebanks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import create_vocab

ABBREVIATIONS = (
    "Adm.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Dr.", "Gen.", "Gov.", "Hon.", "Lt.", "Maj.", "Messrs.",
    "Mr.", "Mrs.", "Ms.", "Pres.", "Prof.", "Rep.", "Reps.", "Rev.", "Sen.", "Sens.", "Sgt.", "Sr.", "Jr.", "St.",
    "Ste.", "vs.", "v.", "Co.", "Corp.", "Inc.", "Ltd.", "Bros.", "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.",
    "Sep.", "Oct.", "Nov.", "Dec.", "Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thurs.", "Fri.", "Sat.", "approx.",
    "est.", "dept.", "Dept.", "Ft.", "Mt.", "a.m.", "p.m.", "e.g.", "i.e.", "etc.", "U.S.", "U.N.", "U.K.", "al.",
    "E.U.", "D.C.", "U.S.A.", "U.A.E.", "D.R.C.", "Ph.D.", "Amb.", "Supt.", "Insp.", "Gens.", "Cols.", "Drs.",
)  # fmt: skip
PREFIXES = (
    "non", "pro", "anti", "post", "pre", "co", "re", "semi", "mini", "cross", "pan", "mid", "multi", "sub", "un",
    "ex", "ultra", "inter", "intra", "neo", "counter", "e", "quasi", "pseudo",
)  # fmt: skip
RUNS = (r"[.!?]*[!?][.!?]+", r"(?<!\.)\.[!?]+", "==+", "__+", r"\*\*+", "<<+", ">>+", "~~+", "--+")

INFIXES = (r"(?<=[A-Za-z])-(?=\d)", r"(?<=[a-z])\((?=[a-z])")
SUFFIXES = (r"(?<=[A-Za-z])-", r"(?<=\d)(?i:am|pm)", r"(?<=\d)k")

# Written without their apostrophe these are words of their own ("wed", "id"), or brackets before a colon.
UNWANTED = ("id", "Id", "wed", "Wed", "hed", "Hed", "and/or", "):", "8)", "(8")

_WHOLE = re.compile(r"^(?:\d+(?:-\d+){2,}|\d{3}-\d{4}|\d+0's|\[(?:\.\.\.|…)\])$")
_LINK = re.compile(r"https?://|www\.|pic\.twitter\.com/", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,2}\. |\bNos?\. (?=\d)", re.MULTILINE)


@cache
def load_tokenizer() -> Tokenizer:
    """A blank English tokenizer and vocabulary.

    Beside spaCy's rules: abbreviations of news writing and runs of marks are one token, and so is a word with a prefix
    ("non-NATO", "pro-Russian"), while other compounds are cut at the hyphen, as in the treebanks.
    """
    defaults = English.Defaults
    kept = "".join(rf"(?<!\b(?i:{prefix}))" for prefix in PREFIXES)
    infixes = [*INFIXES, *(kept + rule if "—|–" in rule or "-|" in rule else rule for rule in defaults.infixes or ())]
    # Made in one go: each setting of a finished tokenizer would load all its rules again.
    return Tokenizer(
        create_vocab("en", defaults),
        rules=_gather_rules(),
        prefix_search=compile_prefix_regex([*RUNS, r"-(?=[A-Za-z])", *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*RUNS, *SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=_WHOLE.match,
        url_match=defaults.url_match,
    )


def _gather_rules() -> dict[str, list[dict[int, str]]]:
    """Words that are cut, or kept whole, in a way of their own."""
    exceptions = English.Defaults.tokenizer_exceptions
    rules = {form: rule for form, rule in exceptions.items() if form not in UNWANTED}
    shouted = {
        form.upper(): [{ORTH: part[ORTH].upper()} for part in rule] for form, rule in rules.items() if "n't" in form
    }
    shortened = {abbreviation: [{ORTH: abbreviation}] for abbreviation in ABBREVIATIONS}
    wanted = {form: [{ORTH: form[:3]}, {ORTH: form[3:]}] for form in ("wanna", "Wanna")}
    return rules | shouted | shortened | wanted


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text: their forms, whether a space follows, and where each starts in the text."""

    text: str
    words: list[str]
    spaces: list[bool]
    starts: list[int]


def tokenize(text: str) -> Tokens:
    """Tokens of `text`; a link glued to a word is a token of its own, and a curly apostrophe cuts as a straight one.

    **Holds** words and spaces, one after the other, are the text, for any text.
    """
    tokenizer = load_tokenizer()
    tokens = Tokens(text, [], [], [])
    place = 0
    for piece, whole in _cut_pieces(text.replace("’", "'")):
        if whole:
            found = [(len(piece) - 1, True)]
        else:
            found = [(len(token), bool(token.whitespace_)) for token in tokenizer(piece)]
        for length, space in found:
            tokens.words.append(text[place : place + length])
            tokens.spaces.append(space)
            tokens.starts.append(place)
            place += length + space
    return tokens


def _cut_pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether a piece is one token and a space.

    A link glued to a word starts a piece; the number of a listed paragraph, or a "No." before a number, is whole.
    """
    cuts = {0, len(text)}
    for match in _LINK.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if match.start() and not before.isspace() and before not in "/(=":
            cuts.add(match.start())
    whole = {match.start(): match.end() for match in _NUMBERED.finditer(text)}
    cuts.update(*whole.items())
    for start, end in pairwise(sorted(cuts)):
        yield text[start:end], whole.get(start) == end
