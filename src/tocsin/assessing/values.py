"""The numbers of a situation: from the tables of wordings and of defaults and the base rates, each with its reason."""

import numpy as np

from tocsin.codebook.names import base_rate, ensemble
from tocsin.codebook.rates import BaseRate
from tocsin.codebook.tables import load_table
from tocsin.models.choice import find_share
from tocsin.models.clock import find_ended
from tocsin.models.spread import invert_beta
from tocsin.records.coding import Stance, Status, Tie
from tocsin.records.quantity import Origin, Quantity, Reading

Evidences = tuple[str, ...]


def take_default(kind: str, name: str) -> float:
    """A plain number of the table of defaults."""
    return float(load_table("defaults")[kind][name])


def take_row(table: str, kind: str, name: str, unit: str, evidence: Evidences = (), lead: str = "") -> Quantity:
    """A quantity from a row of a table of wordings; quoted where evidence carries the wording, else a default."""
    row = next(r for r in load_table(table)[kind] if r["name"] == name)
    origin: Origin = "quoted" if evidence else "default"
    because = str(row["because"]).rstrip(".")
    reason = f"{lead}: {because}" if lead else because[0].upper() + because[1:]
    low, likely, high = (float(row[field]) for field in ("low", "likely", "high"))
    return Quantity(
        low=low, likely=likely, high=high, unit=unit, origin=origin, because=f"{reason}.", evidence=evidence
    )


def take_stance(stance: Stance, evidence: Evidences, lead: str = "The words carry") -> Quantity:
    """A position from 0 to 100 that a coded stance stands for."""
    return take_row("wording", "stance", stance, "points of 100", evidence, f"{lead} '{stance}'")


def take_silent() -> Quantity:
    """The position of a member that no article quotes."""
    return take_row("wording", "stance", "silent", "points of 100")


def take_salience(kind: str, evidence: Evidences) -> Quantity:
    """How much an actor cares, 0 to 1, by what the text shows: a kind of the wording table."""
    return take_row("wording", "salience", kind, "share of full attention", () if kind == "default" else evidence)


def lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def take_stock(status: Status, what: str, evidence: Evidences) -> Quantity:
    """The stock as a share of the need, 0 to 1, where a text tells of a need or shortage and of no amount."""
    quantity = take_row("defaults", "stock", status, "share of the need")
    return quantity.model_copy(
        update={"evidence": evidence, "because": f"A {status} of {what} is told: {lower_first(quantity.because)}"}
    )


def take_acts_alone(body: str) -> Quantity:
    """The position from which a member acts without the body."""
    quantity = take_row("defaults", "threshold", "acts alone", "points of 100")
    return quantity.model_copy(update={"because": f"Acting without {body}: {lower_first(quantity.because)}"})


def take_honoured(tie: Tie, body: str | None) -> Quantity:
    """The chance that a defence commitment is kept when invoked: rival readings of the record side by side."""
    return take_rivals(
        "honoured_defence_pact",
        "Rival studies, kept apart, read how often such commitments were kept as {rates}; "
        f"applied to {body or 'this tie'} ({tie}).",
    )


def take_rivals(id: str, because: str) -> Quantity:
    """A chance of which there are rival readings, kept apart; `because` tells `{rates}` of them."""
    found = ensemble(id)
    readings = tuple(read_rate(rate, found.worth_cases) for rate in found.rates)
    ranked = sorted(readings, key=lambda r: r.likely)
    return Quantity(
        low=min(r.low for r in readings), likely=ranked[len(ranked) // 2].likely, high=max(r.high for r in readings),
        unit="chance", origin="base rate", because=because.format(rates=join_rates(ranked)),
        source="; ".join(dict.fromkeys(r.source for r in ranked)), rivals=readings,
    )  # fmt: skip


def join_rates(readings: list[Reading]) -> str:
    shares = list(dict.fromkeys(f"{100 * r.likely:.3g}" for r in readings))
    return f"{', '.join(shares[:-1])} and {shares[-1]} %" if len(shares) > 1 else f"{shares[0]} %"


def read_rate(rate: BaseRate, worth_cases: float) -> Reading:
    assert rate.value is not None
    low, high = find_ends(rate.value, worth_cases)
    return Reading(
        likely=rate.value, low=low, high=high, because=f"{rate.quantity}: {rate.definition}, {rate.years}",
        source=rate.source, worth_cases=worth_cases,
    )  # fmt: skip


def find_ends(share: float, worth_cases: float) -> tuple[float, float]:
    """The 5 % and 95 % points of the Beta distribution that a share worth so many cases stands for."""
    low, high = invert_beta(np.array([0.05, 0.95]), share * worth_cases, (1 - share) * worth_cases)
    return round(float(min(low, share)), 4), round(float(max(high, share)), 4)


def take_carried_out(economic: bool = False) -> Quantity:
    """The chance that a threat is carried out once its condition is met; only threats of sanctions have a rate."""
    if economic:
        because = (
            "Rival readings of past threats of sanctions, kept apart, say that {rates} were carried out when defied."
        )
        return take_rivals("sanctions_carried_out", because)
    rate = base_rate("conditional_threat_carried_out")
    return Quantity(
        low=0.05, likely=0.5, high=0.95, unit="chance", origin="default", worth_cases=rate.worth_cases or 2,
        because="No published rate tells how often such defied threats are carried out, so every chance is as likely.",
    )  # fmt: skip


def take_clock() -> Quantity:
    """The chance per week that a debate is settled: that of a crisis ending."""
    rate = base_rate("crisis_end_weekly_hazard")
    assert rate.value is not None
    chance = round(float(find_ended(rate.value, 1.0)), 4)
    worth = take_default("worth", "clock_weeks")
    low, high = find_ends(chance, worth)
    return Quantity(
        low=low, likely=chance, high=high, unit="chance per week", origin="base rate", worth_cases=worth,
        because=(
            f"International crises ended at {rate.value:.4f} a week ({rate.n} crises, {rate.years}); a debate is no "
            f"crisis, so this is taken as worth {worth:g} weeks only."
        ),
        source=rate.source,
    )  # fmt: skip


def take_war_base() -> Quantity:
    """The chance that a crisis outside an existing war becomes one."""
    rate = base_rate("crisis_becomes_war")
    assert rate.value is not None
    worth = take_default("worth", "war_cases")
    low, high = find_ends(rate.value, worth)
    return Quantity(
        low=low, likely=rate.value, high=high, unit="chance", origin="base rate", worth_cases=worth,
        because=(
            f"{rate.k} of {rate.n} crises outside existing wars became full-scale wars ({rate.years}); the class "
            f"is a choice, so this is taken as worth {worth:g} cases."
        ),
        source=rate.source,
    )  # fmt: skip


def take_line_error() -> Quantity:
    """How far outcomes fell from the weighted mean on past issues."""
    rate = base_rate("compromise_model_error")
    assert rate.value is not None
    error = 2 * take_default("errors", "compromise_model_error")
    return Quantity(
        low=round(rate.value - error, 2), likely=rate.value, high=round(rate.value + error, 2),
        unit="points of 100", origin="base rate",
        because=f"On {rate.n} past issues outcomes fell {rate.value:g} points from the weighted mean on average.",
        source=rate.source,
    )  # fmt: skip


def take_attacker_wins() -> Quantity:
    """The chance that the attacker wins a decided battle between equal forces."""
    rate = base_rate("attacker_wins_slope")
    logit, error = take_default("battle", "attacker_wins_logit"), take_default("errors", "attacker_wins_logit")
    low, likely, high = (round(float(find_share(logit + z * error)), 4) for z in (-2, 0, 2))
    return Quantity(
        low=low, likely=likely, high=high, unit="chance", origin="base rate",
        because=f"Between equal forces the attacker won {100 * likely:.0f} % of {rate.n} land battles, {rate.years}.",
        source=rate.source,
    )  # fmt: skip


def take_force_slope() -> Quantity:
    """How much the ratio of strengths tilts the odds of a battle."""
    rate = base_rate("attacker_wins_slope")
    assert rate.value is not None
    error = 2 * take_default("errors", "attacker_wins_slope")
    return Quantity(
        low=round(rate.value - error, 4), likely=rate.value, high=round(rate.value + error, 4),
        unit="log odds per log ratio of strengths", origin="base rate",
        because="Strength matters little: the ratio of forces improves the forecast of a battle by 2 %.",
        source=rate.source,
    )  # fmt: skip
