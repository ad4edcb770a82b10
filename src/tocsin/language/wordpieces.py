"""What the network sees of a word: its word pieces and the shape of its letters."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

PIECES_PER_WORD = 8
UNKNOWN_PIECE = 100


@dataclass(frozen=True)
class WordPieces:
    """The word piece vocabulary, with the pieces of the words met so far."""

    vocabulary: Tokenizer
    known: dict[str, list[int]] = field(default_factory=dict)

    def find(self, word: str) -> list[int]:
        """The pieces of a word, `PIECES_PER_WORD` at most; a handle is read as the words inside it."""
        pieces = self.known.get(word)
        if pieces is None:
            ids = self.vocabulary.encode(read_handle(word), add_special_tokens=False).ids
            pieces = self.known[word] = ids[:PIECES_PER_WORD] or [UNKNOWN_PIECE]
        return pieces


def load_wordpieces(path: Path) -> WordPieces:
    """The vocabulary in the `tokenizers` JSON format at `path`."""
    vocabulary = Tokenizer.from_file(str(path))
    vocabulary.no_truncation()
    vocabulary.no_padding()
    return WordPieces(vocabulary)


def find_shape(word: str) -> int:
    """How a word is written, 1 to 8: digits, with digits, no letter, capitals, one capital, Titled, small, miXed."""
    letters = word[1:] if word[0] in "@#" and len(word) > 1 else word
    if letters.isdigit():
        return 1
    if any(c.isdigit() for c in letters):
        return 2
    if not any(c.isalpha() for c in letters):
        return 3
    if letters.isupper():
        return 4 if len(letters) > 1 else 5
    if letters[0].isupper():
        return 6
    return 7 if letters.islower() else 8


def read_handle(word: str) -> str:
    """The words inside a handle or hashtag: '@EmmanuelMacron' reads as 'Emmanuel Macron'."""
    if len(word) < 2 or word[0] not in "@#":
        return word
    inner = word[1:].replace("_", " ")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", inner).strip() or word
