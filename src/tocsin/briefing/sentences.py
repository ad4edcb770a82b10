"""Sentences: likelihood in the words of ICD 203 with chance and range, and dates; confidence is said elsewhere."""

import re
from datetime import date

from tocsin.briefing.words import Words, capitalise, link, list_names, say, shorten, stress, tidy
from tocsin.records.forecast import Chance, Forecast, Question
from tocsin.records.quantity import Quantity
from tocsin.records.situation import AssessedThreat, Decision, Situation

MODEL_LABEL = "model, not forecast of record"
LIKELIHOODS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.01, "almost certain"),
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PROPOSAL_LENGTH = 110
WITH_ARTICLE = re.compile(
    r"(?=[A-Z])(?!The ).*\b(?:United|Union|Republic|Kingdom|Nations|Emirates|States|Council|Community|"
    r"Organi[sz]ation|Association|League|Netherlands|Philippines|Maldives|Bahamas|Gambia|Movement|Front|Party|"
    r"Government|Coalition|Alliance|Army|Commission|Parliament|Assembly|Authority)\b|"
    r"(?:Taliban|West|Kremlin|EU|UN|US|UK|UAE|AU|G7|G20)$"
)
SHARE_UNITS = ("chance", "share")


def find_likelihood(value: float) -> str:
    """The words for a chance from 0 to 1, as it is shown in whole percent.

    **Source** Intelligence Community Directive 203, Analytic Standards (2015), section D.6.e(2)(a).
    """
    return next(words for bound, words in LIKELIHOODS if round(value, 2) < bound)


def format_percent(share: float) -> str:
    """A share as whole percent; never 0 % or 100 %, since no model shows either."""
    whole = round(100 * share)
    return "under 1%" if whole == 0 else "over 99%" if whole == 100 else f"{whole}%"


def format_range(low: float, high: float) -> str:
    """'2% to 30%'; 'under 1%' where both ends are that."""
    first, last = format_percent(low), format_percent(high)
    return first if first == last else f"{first} to {last}"


def format_chance(chance: Chance) -> str:
    return f"{format_percent(chance.value)} ({format_range(chance.low, chance.high)})"


def format_number(value: float) -> str:
    """Three digits at most, none that mean nothing."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{float(f'{value:.3g}'):g}"


def format_quantity(quantity: Quantity) -> str:
    """'20 (10 to 40)', in percent for shares and chances; one number where the range is none."""
    sign, times = ("%", 100.0) if quantity.unit.startswith(SHARE_UNITS) else ("", 1.0)
    likely, low, high = (format_number(times * v) for v in (quantity.likely, quantity.low, quantity.high))
    if quantity.low == quantity.high:
        return f"{likely}{sign} (taken as given)"
    return f"{likely}{sign} ({low}{sign} to {high}{sign})"


def format_date(day: str | None) -> str:
    """'28 February 2024' of 2024-02-28; an interval from its first to its last day."""
    if day is None:
        return ""
    first, _, last = day.partition("/")
    if last and last != first:
        return f"{format_date(first)} to {format_date(last)}"
    parsed = date.fromisoformat(first)
    return f"{parsed.day} {MONTHS[parsed.month - 1]} {parsed.year}"


def format_day(day: date) -> str:
    """'28 Feb 2024'."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def format_share(share: float) -> str:
    """A share as percent that a record states; unlike a chance of the model it may be 0 or 100."""
    return f"{format_number(100 * share)}%"


def tell_deadline(question: Question) -> str:
    """'by 28 August 2024', or 'within 26 weeks of the article' where no article is dated."""
    if question.deadline is not None:
        return f"by {format_date(question.deadline)}"
    return f"within {question.weeks} weeks of the article" if question.weeks != 1 else "within a week of the article"


def name_party(names: str) -> str:
    """One name, or several joined by commas and 'and', as they stand within a sentence: 'the United States'."""
    parts = re.split(r"(, | and )", tidy(names))
    return "".join(f"the {part}" if WITH_ARTICLE.match(part) else part for part in parts)


def name_wording(text: str) -> str:
    """The coder's wording of a proposal, condition or consequence, in single marks: it is no quotation."""
    return f"‘{shorten(text, PROPOSAL_LENGTH)}’"


def judge_chance(question: Question, situation: Situation, to: str | None) -> Words:
    """A whole sentence: likelihood word, chance, range, and what it is the chance of."""
    assert question.chance is not None
    value = question.chance.value
    word = find_likelihood(value)
    numbers = say(
        " (", link(format_percent(value), to), ", range ",
        link(format_range(question.chance.low, question.chance.high), to), ") that ",
    )  # fmt: skip
    lead = say("There is ", stress(word)) if word == "almost no chance" else say("It is ", stress(word))
    if word == "roughly even chance":
        lead = say("There is a ", stress(word))
    return say(lead, numbers, tell_clause(question, situation), ".")


def tell_clause(question: Question, situation: Situation) -> str:
    """What a question is about, as the clause after 'that'."""
    when = tell_deadline(question)
    match question.asked:
        case "adopted" | "acted outside":
            return f"{tell_proposal(question, situation)} {when}"
        case "threat triggered" | "threat carried out":
            return f"{tell_threat(question, situation)} {when}"
        case "commitment invoked":
            return f"the commitment of {name_commitment(question, situation)} will be invoked {when}"
        case "commitment honoured":
            commitment = name_commitment(question, situation)
            return f"a given partner would keep the commitment of {commitment} once it is invoked"
        case "ground gained":
            return f"{tell_battle(question, situation, 'will win')} that is decided {when}"
        case "war begins":
            return f"fighting at the level of war will begin between {name_party(question.about)} {when}"
        case _:
            return f"{question.clause} {when}"


def tell_battle(question: Question, situation: Situation, verb: str) -> str:
    war = next((w for w in situation.wars if w.id == question.about), None)
    others = [s for s in war.sides if s != question.actor] if war else []
    against = f" with {name_party(others[0])}" if others else ""
    return f"{name_party(question.actor or 'the attacking side')} {verb} the next battle{against}"


def tell_proposal(question: Question, situation: Situation) -> str:
    issue = next((i for i in situation.issues if i.id == question.about), None)
    proposal = name_wording(issue.proposal if issue else question.label)
    decision = issue.decision if issue else None
    if question.asked == "acted outside":
        body = name_party(decision.body) if decision else "the body"
        return f"members of {body} will act on {proposal} without its decision"
    if decision is None:
        return f"{proposal} will be decided"
    verb = "go through with" if decision.rule == "own decision" else "adopt"
    return f"{name_party(decision.body)} will {verb} {proposal}"


def tell_threat(question: Question, situation: Situation) -> str:
    threat = next((t for t in situation.threats if t.id == question.about), None)
    who = name_party(name_threatener(threat))
    if question.asked == "threat triggered":
        condition = f" ({name_wording(threat.condition)})" if threat and threat.condition else ""
        return f"the condition of the threat by {who}{condition} will be met"
    consequence = f" ({name_wording(threat.consequence)})" if threat and threat.consequence else ""
    return f"the threat by {who}{consequence} will be triggered and carried out"


def name_threatener(threat: AssessedThreat | None) -> str:
    return threat.by if threat and threat.by else "an unnamed party"


def name_commitment(question: Question, situation: Situation) -> str:
    found = next((c for c in situation.commitments if c.id == question.about), None)
    if question.actor:
        return name_party(question.actor)
    return name_party(list_names(found.parties, 8)) if found else question.about


def find_question(forecast: Forecast, name: str) -> Question | None:
    """The question with this id or label."""
    return next((q for q in forecast.questions if name in (q.id, q.label)), None)


def name_question(question: Question, situation: Situation) -> str:
    """What a question is called in charts and tables, without its deadline."""
    issue = next((i for i in situation.issues if i.id == question.about), None)
    threat = next((t for t in situation.threats if t.id == question.about), None)
    proposal = shorten(issue.proposal if issue else question.label, PROPOSAL_LENGTH)
    match question.asked:
        case "adopted":
            return f"{name_deed(issue.decision if issue else None)}: {proposal}"
        case "acted outside":
            body = issue.decision.body if issue and issue.decision else "the body"
            return f"Without {body}, members do: {proposal}"
        case "threat triggered":
            return (
                f"Threat by {name_threatener(threat)}, condition met: {name_part(threat.condition if threat else None)}"
            )
        case "threat carried out":
            return (
                f"Threat by {name_threatener(threat)}, carried out: {name_part(threat.consequence if threat else None)}"
            )
        case "commitment invoked":
            return f"Commitment invoked: {name_commitment(question, situation)}"
        case "commitment honoured":
            return f"If invoked, kept by a given partner: {name_commitment(question, situation)}"
        case "ground gained":
            return capitalise(tell_battle(question, situation, "wins"))
        case "war begins":
            return f"War begins: {question.about}"
        case _:
            return capitalise(question.label)


def name_deed(decision: Decision | None) -> str:
    if decision is None:
        return "Decided"
    return f"{decision.body} {'goes through with' if decision.rule == 'own decision' else 'adopts'}"


def name_part(words: str | None) -> str:
    return shorten(words, PROPOSAL_LENGTH) if words else "not told"
