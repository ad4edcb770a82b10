"""The error tree. Every error says where, what is wrong with the value, and what to do.

TocsinError            exit code 1
├── InputError         1   a file, page or argument that cannot be used
├── FormatError        1   a stage file that does not hold what its format promises
├── NothingFound       3   the input is sound, and holds nothing to work on
└── PartialFailure     4   some inputs failed, the others were done
"""


class TocsinError(Exception):
    """Something that a user can mend; prints as one line: where, what, what to do."""

    exit_code = 1

    def __init__(self, where: str, what: str, mend: str = "") -> None:
        self.where, self.what, self.mend = where, what, mend
        super().__init__(where, what, mend)

    def __str__(self) -> str:
        sentences = [f"{self.where}: {self.what}", self.mend]
        return " ".join(s.rstrip(".") + "." for s in sentences if s)


class InputError(TocsinError):
    """A file, page or argument that cannot be used."""


class FormatError(TocsinError):
    """A stage file that does not hold what its format promises."""


class NothingFound(TocsinError):
    """The input is sound, and holds nothing to work on."""

    exit_code = 3


class PartialFailure(TocsinError):
    """Some inputs failed, the others were done."""

    exit_code = 4
