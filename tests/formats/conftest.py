"""Small records of every format, made by hand."""

import pytest

from tocsin.records.briefing import Briefing, ChartFile
from tocsin.records.coding import Actor, Coding, Issue, Position, Statement, Threat
from tocsin.records.document import Document, name_document
from tocsin.records.forecast import Chance, Forecast, Leverage, Outcome, Question, hash_situation
from tocsin.records.frozen import Span
from tocsin.records.quantity import Quantity, Reading
from tocsin.records.situation import AssessedIssue, Decision, Evidence, Gap, Membership, Party, Situation, Source, Stand

TEXT = (
    "Belavia’s 😀 minister said it is against a blockade of Corland.\r\n"
    "“If they close the strait, we will answer,” the Harbour House warned.\n"
    "— The Belavia Post (@belaviapost) May 3, 2031"
)


def find_span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), quote=words)


def assume(likely: float, unit: str = "points of 100") -> Quantity:
    return Quantity(low=0, likely=likely, high=100, unit=unit, origin="default", because="no article says")


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    signature = find_span("— The Belavia Post (@belaviapost) May 3, 2031")
    return [
        Document(
            id=name_document(TEXT), title="A blockade", source="strait.txt", published="2031-05-03",
            published_from="text", published_evidence=signature, text=TEXT,
        ),
        Document(id=name_document("Second."), source="example.org", address="https://example.org/a", text="Second."),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def coding(documents: list[Document]) -> Coding:
    name = documents[0].id
    against = find_span("it is against a blockade of Corland")
    warning = find_span("“If they close the strait, we will answer,” the Harbour House warned.")
    said = find_span("If they close the strait, we will answer,")
    records = (
        Actor(id="act-1", document=name, evidence=find_span("Belavia"), certainty=0.9, name="Belavia", type="state",
              mentions=(find_span("Belavia"), find_span("Harbour House"))),
        Issue(id="iss-1", document=name, evidence=find_span("a blockade of Corland"), certainty=0.8,
              proposal="blockade Corland"),
        Position(id="pos-1", document=name, evidence=against, certainty=0.7, actor="Belavia", issue="iss-1",
                 stance="oppose"),
        Statement(id="sta-1", document=name, evidence=warning, certainty=0.9, speaker="Harbour House", direct=True,
                  content=said, on_behalf_of="Belavia", said_on="2031-05-01/2031-05-03"),
        Threat(id="thr-1", document=name, evidence=warning, certainty=0.6, by="Belavia", condition="close the strait",
               consequence="we will answer"),
    )  # fmt: skip
    return Coding(documents=tuple(documents), records=records)


@pytest.fixture(scope="session")
def situation(documents: list[Document]) -> Situation:
    words = find_span("it is against a blockade of Corland")
    quoted = Quantity(low=0, likely=5, high=20, unit="points of 100", origin="quoted", because="against",
                      evidence=("e1",))  # fmt: skip
    rivals = (
        Reading(likely=0.2, low=0.1, high=0.3, because="one study", source="A", worth_cases=10),
        Reading(likely=0.7, low=0.6, high=0.8, because="another study", source="B"),
    )
    clock = Quantity(low=0.02, likely=0.05, high=0.1, unit="chance per week", origin="base rate",
                     because="debates of this kind", source="C", worth_cases=20, rivals=rivals)  # fmt: skip
    stand = Stand(actor="Belavia", stance="oppose", position=quoted, salience=assume(0.5, "share"), certainty=0.7,
                  evidence=("e1",), records=("pos-1",))  # fmt: skip
    decision = Decision(body="Strait Council", rule="consensus", origin="default", because="its charter",
                        members=("Belavia", "Corland"), silent_position=assume(50))  # fmt: skip
    issue = AssessedIssue(id="i1", proposal="blockade Corland", zero="no blockade", hundred="a full blockade",
                          decision=decision, stands=(stand,), line_error=assume(24.33), evidence=("e1",),
                          records=("iss-1",))  # fmt: skip
    source = Source(id=documents[0].id, title="A blockade", source="strait.txt", address=None, published="2031-05-03",
                    published_from="text", words=30)  # fmt: skip
    evidence = Evidence(id="e1", document=documents[0].id, start=words.start, end=words.end, quote=words.quote,
                        before="minister said ", after=".", records=("pos-1",))  # fmt: skip
    council = Membership(body="Strait Council", origin="table", source="public record")
    return Situation(
        title="A blockade", as_of="2031-05-03", as_of_from="text", sources=(source,),
        actors=(Party(name="Belavia", type="state", belongs_to=(council,)),), issues=(issue,), commitments=(),
        threats=(), control=(), supplies=(), events=(), statements=(), wars=(), clock=clock, war_base=clock,
        gaps=(Gap(about="Corland", what="its position", matters="it may block"),), evidence=(evidence,),
    )  # fmt: skip


@pytest.fixture(scope="session")
def forecast(situation: Situation) -> Forecast:
    question = Question(
        id="q1", label="adopted: blockade Corland", asked="adopted", about="i1", text="Will it be adopted?",
        resolved_by="the council's minutes", weeks=26, deadline="2031-11-01", because="two are against",
        chance=Chance(value=0.1, low=0.02, high=0.3, noise_low=0.09, noise_high=0.11),
    )  # fmt: skip
    outcome = Outcome(issue="i1", mean=11.3, mean_low=2.0, mean_high=40.1, low=1, high=50, mode=5,
                      masses=(1.0,) + 100 * (0.0,))  # fmt: skip
    return Forecast(
        version="1", seed=7, draws=1000, weeks=26, situation_hash=hash_situation(situation), situation=situation,
        questions=(question,), outcomes=(outcome,), models=("a weighted mean",),
        leverage=(Leverage(evidence="e1", question="q1", moves=-0.05),),
    )  # fmt: skip


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    chart = ChartFile(name="position-i1", vega_lite='{"mark": "point"}', csv="actor,position\nBelavia,5\n")
    return Briefing(title="A blockade", bottom_line=("Nothing happens.",), html="<!doctype html><p>é</p>",
                    markdown="# A blockade\n", charts=(chart,))  # fmt: skip
