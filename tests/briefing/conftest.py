"""Invented situations and forecasts: a harbour dispute, a crowd, an empty note, text that attacks the page."""

import re
from collections.abc import Callable

import pytest

from tocsin.records.coding import Stance
from tocsin.records.forecast import (
    Asked,
    Blocker,
    Chance,
    Driver,
    Forecast,
    Leverage,
    Outcome,
    Question,
    hash_situation,
)
from tocsin.records.quantity import Quantity
from tocsin.records.series import Series, StockSeries
from tocsin.records.situation import (
    AssessedCommitment,
    AssessedControl,
    AssessedEvent,
    AssessedIssue,
    AssessedStatement,
    AssessedSupply,
    AssessedThreat,
    Decision,
    Evidence,
    Gap,
    Party,
    Situation,
    Source,
    Stand,
    War,
)

POSITIONS: dict[Stance, tuple[float, float, float]] = {
    "support": (75, 100, 100), "oppose": (0, 0, 25), "open": (30, 50, 75), "conditional": (25, 60, 90),
    "neutral": (30, 50, 70),
}  # fmt: skip
SENTENCES = (
    "Aldania wants the harbour of Port Selm closed to foreign warships.",
    "Borsk and Cestria are against closing the harbour.",
    "If the harbour is closed, Borsk will recall its grain ships, its envoy warned.",
    "The Harbour League has promised to defend Aldania.",
    "Borsk took the island of Tarn on Monday.",
    "Cestria is short of coal.",
    "“We will talk for as long as it takes,” said Mira Oss of Cestria.",
)


def assume(likely: float, unit: str = "chance", low: float | None = None, high: float | None = None) -> Quantity:
    return Quantity(
        low=likely / 2 if low is None else low,
        likely=likely,
        high=likely if high is None else high,
        unit=unit,
        origin="default",
        because="assumed for the test.",
    )


def give_stand(actor: str, stance: Stance, evidence: str, on_behalf_of: str | None = None) -> Stand:
    low, likely, high = POSITIONS[stance]
    position = Quantity(
        low=low, likely=likely, high=high, unit="points of 100", origin="quoted",
        because=f"The words carry '{stance}'.",
        evidence=(evidence,),
    )  # fmt: skip
    return Stand(
        actor=actor, on_behalf_of=on_behalf_of, stance=stance, position=position, evidence=(evidence,),
        salience=assume(0.5, "share of full attention"), certainty=0.8, records=(f"pos-{actor}",),
    )  # fmt: skip


def lay_line(id: str, proposal: str, stands: tuple[Stand, ...], body: str | None = "Harbour League") -> AssessedIssue:
    decision = None
    if body is not None:
        decision = Decision(
            body=body, rule="consensus", origin="default", because="Its charter says so.",
            source="https://example.org/charter",
            members=("Aldania", "Borsk", "Cestria"), silent_position=assume(50, "points of 100", 0, 100),
        )  # fmt: skip
    return AssessedIssue(
        id=id, proposal=proposal, zero=f"not: {proposal}", hundred=proposal, decision=decision, stands=stands,
        line_error=assume(24, "points of 100", 21, 27), evidence=tuple(s.evidence[0] for s in stands), records=(id,),
    )  # fmt: skip


def quote_sentences(sentences: tuple[str, ...], document: str = "d1", first: int = 1) -> tuple[Evidence, ...]:
    text, found = " ".join(sentences), []
    for number, sentence in enumerate(sentences, first):
        start = text.index(sentence)
        found.append(
            Evidence(
                id=f"e{number}", document=document, start=start, end=start + len(sentence), quote=sentence,
                before=text[max(0, start - 60) : start], after=text[start + len(sentence) :][:60],
                records=(f"r{number}",),
            )
        )  # fmt: skip
    return tuple(found)


def name_source(id: str = "d1", title: str | None = "A harbour is disputed", address: str | None = None) -> Source:
    return Source(
        id=id,
        title=title,
        source="harbour.txt",
        address=address,
        published="2031-05-03",
        published_from="text",
        words=90,
    )


def make_situation(**changed: object) -> Situation:
    """A situation with nothing in it but what is given."""
    fields: dict[str, object] = {
        "title": "Note", "as_of": None, "as_of_from": None, "sources": (name_source(title=None),), "actors": (),
        "issues": (),
        "commitments": (), "threats": (), "control": (), "supplies": (), "events": (), "statements": (), "wars": (),
        "clock": assume(0.04, "chance per week"), "war_base": assume(0.08), "gaps": (), "evidence": (),
    }  # fmt: skip
    return Situation(**(fields | changed))  # type: ignore[arg-type]


def ask(
    label: str,
    asked: Asked,
    about: str,
    value: float | None = 0.12,
    actor: str | None = None,
    evidence: tuple[str, ...] = ("e1",),
) -> Question:
    chance = series = None
    if value is not None:
        chance = Chance(
            value=value, low=value / 3, high=(1 + 2 * value) / 3, noise_low=value - 0.005, noise_high=value + 0.005
        )
        series = build_up(chance) if asked not in ("commitment honoured", "ground gained") else None
    driver = Driver(
        path="clock", variance_share=0.7, origin="default", because="assumed for the test.", evidence=evidence
    )
    return Question(
        id=f"que-{label}", label=label, asked=asked, about=about, actor=actor, text=f"Will it be so: {label}?",
        resolved_by="A public report.", weeks=26, deadline="2031-11-01", chance=chance,
        because="Counted in the worlds.",
        default_share=0.3, drivers=(driver,), evidence=evidence, series=series,
        stock=run_down() if asked == "shortage binds" else None,
        clause="Cestria will lack coal so far that it binds" if asked == "shortage binds" else "",
    )  # fmt: skip


def build_up(chance: Chance, pace: float = 0.5) -> Series:
    """A chance that is reached as a power of the share of the 26 weeks."""
    weeks = tuple(map(float, range(27)))
    value, low, high = (
        tuple(round(end * (week / 26) ** pace, 4) for week in weeks) for end in (chance.value, chance.low, chance.high)
    )
    return Series(weeks=weeks, value=value, low=low, high=high)


def run_down() -> StockSeries:
    weeks = tuple(map(float, range(27)))
    p05, p25, p50, p75, p95 = (
        tuple(round(0.8 * (1 - loss) ** week, 4) for week in weeks) for loss in (0.06, 0.03, 0.02, 0.01, 0.0)
    )
    return StockSeries(weeks=weeks, p05=p05, p25=p25, p50=p50, p75=p75, p95=p95)


def make_forecast(
    situation: Situation,
    questions: tuple[Question, ...] = (),
    outcomes: tuple[Outcome, ...] = (),
    leverage: tuple[Leverage, ...] = (),
) -> Forecast:
    return Forecast(
        version="0.0", seed=7, draws=10_000, weeks=26, situation_hash=hash_situation(situation), situation=situation,
        questions=questions, outcomes=outcomes, leverage=leverage, models=("A model (Source 1999)",),
    )  # fmt: skip


def settle(issue: str) -> Outcome:
    return Outcome(
        issue=issue, mean=31, mean_low=20, mean_high=44, low=3, high=71, mode=0, masses=(0.2,) + 100 * (0.008,),
        blockers=(Blocker(actor="Borsk", share=0.9, quoted=True),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def make() -> Callable[..., Situation]:
    return make_situation


@pytest.fixture(scope="session")
def harbour() -> Situation:
    """One of everything."""
    stands = (
        give_stand("Aldania", "support", "e1"),
        give_stand("Borsk", "oppose", "e2"),
        give_stand("Cestria", "oppose", "e2"),
        give_stand("Mira Oss", "open", "e7", on_behalf_of="Dorland"),
    )
    honoured = Quantity(
        low=0.2,
        likely=0.41,
        high=0.8,
        unit="chance",
        origin="base rate",
        because="How often it was kept.",
        source="Study 2018",
    )
    return make_situation(
        title="A harbour is disputed",
        as_of="2031-05-03",
        as_of_from="text",
        sources=(name_source(address="https://example.org/a?b=1&c=2"),),
        actors=(
            Party(name="Aldania", type="state", capability=honoured.model_copy(update={"unit": "share of the world"})),
            Party(name="Borsk", type="state", capability=assume(0.02, "share of the world")),
        ),
        issues=(
            lay_line("i1", "close the harbour of Port Selm", stands),
            lay_line("i2", "send coal to Cestria", (give_stand("Aldania", "support", "e6"),), body=None),
        ),
        commitments=(
            AssessedCommitment(
                id="c1", parties=("Harbour League", "Aldania"), tie="defence", body="Harbour League",
                covers=("Aldania",),
                honoured=honoured, certainty=0.9, evidence=("e4",), records=("com-1",),
            ),
        ),
        threats=(
            AssessedThreat(
                id="t1", by="Borsk", to="Aldania", condition="the harbour is closed",
                consequence="recall its grain ships",
                issue="i1", linked_because="both name the harbour", carried_out=assume(0.5), certainty=0.9,
                evidence=("e3",),
                records=("thr-1",),
            ),
        ),
        control=(AssessedControl(place="Tarn", holder="Borsk", change="gained", when="on Monday", evidence=("e5",),
        records=("con-1",)),),
        supplies=(
            AssessedSupply(
                actor="Cestria", status="shortage", what="coal", stock=assume(0.5, "share of the need"), certainty=0.9,
                evidence=("e6",), records=("res-1",),
            ),
        ),
        events=(
            AssessedEvent(
                actor="Borsk", type="ASSAULT", mode="asserted", action="take", place="Tarn", when="on Monday",
                date="2031-04-28",
                evidence=("e5",), records=("eve-1",),
            ),
        ),
        statements=(
            AssessedStatement(
                speaker="Mira Oss", on_behalf_of="Cestria", direct=True, content="We will talk", evidence=("e7",),
                said_on="2031-05-01",
                records=("sta-1",),
            ),
        ),
        wars=(
            War(
                id="w1", sides=("Aldania", "Borsk"), gaining="Borsk", attacker_wins=assume(0.6),
                force_slope=assume(0.48, "log odds"),
                evidence=("e5",),
            ),
        ),
        gaps=(Gap(about="Port Selm", what="who owns it", matters="nobody can tell who may close it"),),
        evidence=quote_sentences(SENTENCES),
    )  # fmt: skip


@pytest.fixture(scope="session")
def harbour_forecast(harbour: Situation) -> Forecast:
    questions = (
        ask("adopted: close the harbour of Port Selm", "adopted", "i1", 0.12, "Harbour League", ("e1", "e2")),
        ask("acted outside Harbour League: close the harbour", "acted outside", "i1", 0.5, evidence=("e1",)),
        ask("adopted: send coal to Cestria", "adopted", "i2", None, evidence=("e6",)),
        ask("threat triggered: Borsk", "threat triggered", "t1", 0.3, "Borsk", ("e3",)),
        ask("threat carried out: Borsk", "threat carried out", "t1", 0.03, "Borsk", ("e3",)),
        ask("honoured: Harbour League", "commitment honoured", "c1", 0.41, "Harbour League", ("e4",)),
        ask("ground gained: Borsk against Aldania", "ground gained", "w1", 0.7, "Borsk", ("e5",)),
        ask("shortage binds: Cestria, coal", "shortage binds", "Cestria, coal", 0.4, "Cestria", ("e6",)),
    )
    leverage = (
        Leverage(evidence="e1", question=questions[0].label, moves=-0.07),
        Leverage(evidence="e2", question=questions[0].id, moves=0.21),
    )
    return make_forecast(harbour, questions, (settle("i1"),), leverage)


@pytest.fixture(scope="session")
def empty() -> Situation:
    """A note of which nothing could be coded."""
    return make_situation()


@pytest.fixture(scope="session")
def crowd() -> Situation:
    """Twenty-five parties with long names on one proposal."""
    sentences = tuple(f"The delegation of the {n}th province speaks at length about it." for n in range(1, 26))
    stances: tuple[Stance, ...] = ("support", "oppose", "open", "conditional", "neutral")
    stands = tuple(
        give_stand(f"Delegation of the {n}th province of the United Isles", stances[n % 5], f"e{n}")
        for n in range(1, 26)
    )
    proposal = "move the seat of the assembly from the old capital to the new one before the next election is held"
    return make_situation(
        title="A crowd",
        evidence=quote_sentences(sentences),
        issues=(lay_line("i1", proposal, stands, body="United Isles"),),
    )


MARKUP = '<script>alert(1)</script><img src="http://evil.example/x" onerror=x>'
ATTACK = MARKUP + " [a](javascript:x) | `b` **c** {{ 7*7 }} ' \""
FREE_TEXT = re.compile(
    "title|address|source|quote|before|after|proposal|zero|hundred|because|by|to|what|condition|consequence|place|when|"
    "action|about|matters|speaker|linked_because|body|label|resolved_by"
)


def spoil(value: object, key: str = "") -> object:
    """The value with every free text in it turned into an attack on the page."""
    if isinstance(value, dict):
        return {k: spoil(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [spoil(v, key) for v in value]
    return ATTACK if isinstance(value, str) and FREE_TEXT.fullmatch(key) else value


@pytest.fixture(scope="session")
def attack(harbour: Situation) -> Situation:
    return Situation.model_validate(spoil(harbour.model_dump(mode="json")))


@pytest.fixture(scope="session")
def attack_forecast(attack: Situation, harbour_forecast: Forecast) -> Forecast:
    questions = [Question.model_validate(spoil(q.model_dump(mode="json"))) for q in harbour_forecast.questions]
    return make_forecast(attack, tuple(questions), harbour_forecast.outcomes, harbour_forecast.leverage)


@pytest.fixture(scope="session")
def foretell() -> Callable[..., Forecast]:
    return make_forecast


@pytest.fixture(scope="session")
def three_articles(harbour: Situation) -> Situation:
    """The harbour told in three articles."""
    evidence = [
        e.model_copy(update={"id": f"e{7 * k + n}", "document": f"d{k + 1}"})
        for k in range(3)
        for n, e in enumerate(quote_sentences(SENTENCES), 1)
    ]
    sources = tuple(name_source(f"d{k}", f"Article {k}") for k in (1, 2, 3))
    return harbour.model_copy(update={"evidence": tuple(evidence), "sources": sources})
