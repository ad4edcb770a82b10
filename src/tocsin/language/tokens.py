"""Text into tokens that rebuild it exactly: spaCy's English rules, with links cut free and more abbreviations."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.lang.en import English
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

ABBREVIATIONS = (
    "Adm. Brig. Capt. Cmdr. Col. Cpl. Dr. Gen. Gov. Hon. Lt. Maj. Messrs. Mr. Mrs. Ms. Pres. Prof. Rep. Reps. Rev. Sen. "
    "Sens. Sgt. Sr. Jr. St. Ste. vs. v. No. Nos. Co. Corp. Inc. Ltd. Bros. Jan. Feb. Mar. Apr. Aug. Sept. Sep. Oct. "
    "Nov. Dec. approx. est. dept. Dept. Ft. Mt. a.m. p.m. e.g. i.e. etc. al. U.S. U.N. U.K. E.U. D.C. U.S.A. U.A.E. "
    "D.R.C. Ph.D. Amb. Min. Supt. Insp. Fr. Sheikh. Gens. Cols. Drs."
).split()

_LINK = re.compile(r"https?://|www\.|pic\.twitter\.com/", re.IGNORECASE)


@cache
def load_tokenizer() -> Tokenizer:
    """Spacy's blank English tokenizer and vocabulary, with the abbreviations of news writing as single tokens."""
    tokenizer = English().tokenizer
    for abbreviation in ABBREVIATIONS:
        tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    return tokenizer


def tokenize(text: str) -> Doc:
    """Tokens of `text`; a link glued to a word is a token of its own.

    **Holds** `doc.text == text` for any text.
    """
    pieces = [load_tokenizer()(piece) for piece in _cut_before_links(text)]
    if len(pieces) == 1:
        return pieces[0]
    words = [token.text for piece in pieces for token in piece]
    spaces = [bool(token.whitespace_) for piece in pieces for token in piece]
    return Doc(load_tokenizer().vocab, words=words, spaces=spaces)


def _cut_before_links(text: str) -> Iterator[str]:
    """The text in pieces, cut where a link starts right after a letter, a digit or a mark other than a slash or dot."""
    start = 0
    for match in _LINK.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if match.start() > start and not before.isspace() and before not in "/(=":
            yield text[start : match.start()]
            start = match.start()
    yield text[start:]
