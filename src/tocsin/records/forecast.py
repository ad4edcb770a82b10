"""Forecast: chances with their ranges, and what each of them rests on."""

from typing import Literal, Self

from pydantic import Field, model_validator

from tocsin.errors import InputError
from tocsin.records.frozen import IsoDate, Record, Share, hash_words
from tocsin.records.series import Series, StockSeries
from tocsin.records.situation import Situation

Asked = Literal[
    "adopted", "acted outside", "threat triggered", "threat carried out", "commitment invoked",
    "commitment honoured", "ground gained", "war begins", "allies join", "place changes hands", "shortage binds",
    "war ends",
]  # fmt: skip


class Chance(Record):
    """A chance with two ranges kept apart.

    `noise_*` is the Monte Carlo error (95 %, of finitely many worlds); `low` and `high` hold the chance for 90 % of
    the parameter sets that the situation's ranges allow: what is not known.
    """

    value: Share
    low: Share
    high: Share
    noise_low: Share
    noise_high: Share
    luck_share: Share | None = Field(
        default=None, description="share of the outcome's variance that no parameter explains: luck, not ignorance"
    )

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


class Spread(Record):
    """An amount with its range: `likely` is its middle or mean, `low` and `high` hold 80 to 90 % of the worlds."""

    low: float
    likely: float
    high: float
    unit: str


class Rival(Record):
    """One of the rival codings that worlds choose from, and the chance in the worlds that chose it."""

    because: str
    source: str
    chance: Share


class Driver(Record):
    """One input of an answer: its path in the situation and the share of the answer's variance that it carries."""

    path: str
    variance_share: Share
    origin: Literal["quoted", "base rate", "analyst", "default"]
    because: str
    source: str | None = None
    evidence: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()


class Question(Record):
    """One question with a deadline, how it would be resolved, and the model's chance."""

    id: str
    label: str = Field(description="e.g. 'adopted: send ground troops'")
    asked: Asked
    about: str = Field(description="id of the issue, threat, commitment or war of the situation")
    actor: str | None = None
    text: str = Field(description="the question as a sentence")
    resolved_by: str = Field(description="what would settle it")
    weeks: int
    deadline: IsoDate | None
    chance: Chance | None = Field(description="null where the text does not say enough")
    because: str = Field(description="how the number comes about, in a sentence or two")
    default_share: Share = Field(default=0, description="share of the answer's variance that stands on defaults")
    drivers: tuple[Driver, ...] = ()
    evidence: tuple[str, ...] = ()
    clause: str = Field(default="", description="what the chance is of, without the deadline")
    own: bool = Field(default=False, description="asked by the user, beside the questions that the situation gives")
    given: str | None = Field(default=None, description="label of the question whose yes is taken for granted")
    timing: Spread | None = Field(default=None, description="when it happens, in weeks, where it does: 10, 50, 90 %")
    number: Spread | None = Field(default=None, description="an amount beside the chance: mean, 5 and 95 %")
    series: Series | None = Field(default=None, description="how the chance builds up over the weeks, where it does")
    stock: StockSeries | None = Field(default=None, description="the stock that the question is about, over the weeks")


class Blocker(Record):
    """A member whose refusal blocks an issue, with the share of worlds in which it does."""

    actor: str
    share: Share
    quoted: bool = Field(description="whether a quotation carries its position, or its silence an assumption")
    needs: float | None = Field(
        default=None, description="points that it would have to move to accept, on average where its words refuse"
    )


class Region(Record):
    """Neighbouring points of a line, with the chance that the outcome lies among them."""

    low: float
    high: float
    chance: Share


class Lever(Record):
    """What an actor's stand does to the outcome.

    `mean_per_ten` is how far the mean moves where the actor moves by 10; `median_share` the share of the variance of
    the distribution's median that its range carries, alone and with the others'.
    """

    actor: str
    mean_per_ten: float
    median_share: Share | None = None


class Move(Record):
    """A move on a line that, with the others of its list, would turn a decision."""

    actor: str
    start: float
    end: float


class Outcome(Record):
    """Where the collective choice on one issue would settle, from 0 to 100.

    `masses` are the chances of the 101 whole points. `mean` is the compromise; of the whole distribution the `median`
    is the best point for absolute error, the `mode` for a hit; `regions` are the densest points that hold 80 %.
    """

    issue: str
    mean: float
    mean_low: float
    mean_high: float
    low: float
    high: float
    mode: float
    masses: tuple[float, ...] = Field(min_length=101, max_length=101)
    blockers: tuple[Blocker, ...] = ()
    actors_outside: tuple[Blocker, ...] = Field(
        default=(), description="who acts without the body, in what share of worlds"
    )
    median: float | None = None
    regions: tuple[Region, ...] = ()
    levers: tuple[Lever, ...] = ()
    turned_by: tuple[Move, ...] = Field(
        default=(), description="the least moves, from where the members most likely stand, that turn the decision"
    )


class Leverage(Record):
    """How far an answer moves if one piece of evidence is wrong, that is, without the records that rest on it alone.

    Where `how` is 'turned', with their stances turned instead.
    """

    evidence: str
    question: str
    moves: float = Field(description="chance without it minus chance with it")
    how: Literal["dropped", "turned"] = "dropped"
    records: tuple[str, ...] = Field(default=(), description="ids of the coded records that rest on it")


class Difference(Record):
    """How far a supposition moves an answer, in the same worlds: here minus without it, with both ranges of its own."""

    question: str
    value: float
    low: float
    high: float
    noise_low: float
    noise_high: float


class Forecast(Record):
    """One `forecast.json`. **Holds** same situation, seed, draws and weeks: the same bytes."""

    format: Literal["tocsin/forecast/1"] = "tocsin/forecast/1"
    version: str
    seed: int
    draws: int
    weeks: int
    situation_hash: str
    situation: Situation
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]
    leverage: tuple[Leverage, ...]
    turned: tuple[Leverage, ...] = Field(default=(), description="leverage with the stances of a sentence turned")
    differences: tuple[Difference, ...] = Field(default=(), description="against the same without the supposition")
    without_hash: str | None = Field(default=None, description="hash of the situation without the supposition")
    models: tuple[str, ...] = Field(description="models used, each with its source")

    @model_validator(mode="after")
    def check_hash(self) -> Self:
        if self.situation_hash != hash_situation(self.situation):
            raise ValueError("the situation in this forecast is not the one that was forecast (its hash differs)")
        return self

    def chance(self, label: str) -> Chance:
        """The chance of the question called `label`, or whose label holds all its words.

        Raises InputError where no question, or several, fit, or where the text does not say enough.
        """
        question = self.question(label)
        if question.chance is None:
            raise InputError(question.label, "the text does not say enough for a chance", question.because)
        return question.chance

    def series(self, label: str) -> Series:
        """How the chance of the question called `label` builds up, or whose label holds all its words.

        Raises InputError where no question, or several, fit, or where its chance does not build up over time.
        """
        question = self.question(label)
        if question.series is None:
            what = "it has no chance" if question.chance is None else "its chance does not build up over the weeks"
            raise InputError(question.label, what, "Ask for one that has a deadline, or forecast again")
        return question.series

    def question(self, label: str) -> Question:
        for q in self.questions:
            if q.label == label:
                return q
        wanted = split_words(label)
        fits = [q for q in self.questions if wanted <= split_words(q.label)]
        if len(fits) == 1:
            return fits[0]
        known = "; ".join(q.label for q in fits or self.questions)
        raise InputError("forecast", f"'{label}' fits {len(fits)} questions", f"The questions are: {known}")


def split_words(label: str) -> frozenset[str]:
    return frozenset(label.lower().replace(":", " ").replace(",", " ").split())


def hash_situation(situation: Situation) -> str:
    """SHA-256 of the situation's JSON without what is at its default, 16 hex digits.

    **Holds** a field that a later version adds with a default changes no hash.
    """
    return hash_words(situation.model_dump_json(by_alias=True, exclude_defaults=True), length=16)
