"""The numbers of how things run on: how soon, how long, at what cost; from base rates where there are any."""

from tocsin.assessing.values import find_ends, lower_first, take_default, take_rivals, take_row
from tocsin.codebook.names import base_rate, ensemble
from tocsin.codebook.tables import load_table
from tocsin.records.quantity import Quantity, Reading


def take_pace() -> Quantity:
    """The chance per week that a threat or pact that is called on is answered."""
    return take_row("defaults", "pace", "answer", "chance per week")


def take_precision() -> Quantity:
    """How closely choices follow what they are worth."""
    return take_row("defaults", "precision", "choices", "log odds per unit of value")


def take_surprise() -> Quantity:
    """How often a decision goes by nothing that the text tells."""
    return take_row("defaults", "surprise", "decision", "chance")


def take_turns() -> Quantity:
    """How often a stand turns over before its matter is settled."""
    return take_row("defaults", "turns", "stand", "chance")


def take_yields() -> Quantity:
    """How often one that refuses what it is threatened over yields: rival readings of past threats side by side."""
    because = "Rival readings of past threats, kept apart, say that {rates} of those threatened gave in."
    return take_rivals("refusal_yields", because)


def take_cost(brings_war: bool, by: str) -> Quantity:
    """What a threat would cost those who decide on its condition."""
    quantity = take_row("defaults", "cost", "war" if brings_war else "harm", "points of 100")
    return quantity.model_copy(update={"because": f"The harm that {by} announces: {lower_first(quantity.because)}"})


def take_battles() -> Quantity:
    """How often a battle for a place under pressure is decided."""
    return take_row("defaults", "battles", "place", "per week")


def take_losses() -> Quantity:
    """The share of a force that is lost per week against an equal one."""
    return take_row("defaults", "losses", "force", "share per week")


def take_drift() -> Quantity:
    """How fast a short stock shrinks when nothing is decided."""
    return take_row("defaults", "drift", "stock", "share per week")


def take_binds() -> Quantity:
    """The stock, as a share of the need, below which a lack binds."""
    return take_row("defaults", "binds", "stock", "share of the need")


def take_delivers(proposal: str) -> Quantity:
    """The share of the gap that the delivery of a proposal would close."""
    quantity = take_row("defaults", "delivers", "delivery", "share of the gap")
    return quantity.model_copy(update={"because": f"\u2018{proposal}\u2019: {lower_first(quantity.because)}"})


def take_war_end() -> Quantity:
    """The chance per week that the fighting of a war ends: from the median duration of wars."""
    rate = base_rate("war_level_dispute_duration_median")
    assert rate.value is not None
    chance = round(1 - 0.5 ** (7 / rate.value), 4)
    worth = take_default("worth", "war_end_weeks")
    low, high = find_ends(chance, worth)
    return Quantity(
        low=low, likely=chance, high=high, unit="chance per week", origin="base rate", worth_cases=worth,
        because=(
            f"Half of {rate.n} disputes at the level of war lasted longer than {rate.value:g} days ({rate.years}); how "
            f"long a war has lasted tells little (Bennett & Stam 1996); taken as worth {worth:g} weeks."
        ),
        source=rate.source,
    )  # fmt: skip


def take_exponent() -> Quantity:
    """The exponent w of the law of attrition: rival sets of battles side by side."""
    errors = load_table("defaults")["exponent_errors"]
    readings = tuple(
        Reading(
            likely=round(rate.value / 2, 4), low=round(max(0.0, rate.value / 2 - errors[rate.id]), 4),
            high=round(rate.value / 2 + errors[rate.id], 4), because=f"{rate.quantity}, {rate.n} battles, {rate.years}",
            source=rate.source,
        )
        for rate in ensemble("loss_exponent").rates if rate.value is not None
    )  # fmt: skip
    ranked = sorted(readings, key=lambda r: r.likely)
    return Quantity(
        low=min(r.low for r in ranked), likely=ranked[len(ranked) // 2].likely, high=max(r.high for r in ranked),
        unit="exponent", origin="base rate", rivals=readings,
        because="Five sets of battles, kept apart; numbers weigh far less than the square law says.",
        source="; ".join(dict.fromkeys(r.source for r in readings)),
    )  # fmt: skip
