"""Forces and ground: the odds of a decided battle, and how strengths wear down."""

import numpy as np
from numpy.typing import NDArray

from tocsin.models.choice import tilt_rate

Array = NDArray[np.float64]
LEAST = 1e-9


def find_odds(
    equal_chance: Array | float, slope: Array | float, attacker: Array | float, defender: Array | float
) -> Array:
    """The chance that the attacker wins: A^m e^a / (A^m e^a + D^m).

    `equal_chance` is its chance between equal strengths (expit of a), `slope` is m, `attacker` and `defender` are
    strengths in one unit.

    **Source** logit fit to 614 decided land battles of CDB90, 1600-1973: a = .405 (.098), m = .478 (.125).
    **Holds** equal strengths give `equal_chance`; rescaling both strengths changes nothing; more of one's own
    strength never lowers one's own chance while m is not negative.
    """
    ratio = np.log(np.maximum(attacker, LEAST)) - np.log(np.maximum(defender, LEAST))
    return tilt_rate(equal_chance, ratio, slope)


def wear_down(
    one: Array | float,
    two: Array | float,
    *,
    loss_one: Array | float,
    loss_two: Array | float,
    exponent: Array | float,
    weeks: float,
) -> tuple[Array, Array]:
    """Both forces after `weeks`: dA/dt = -loss_one D^w A^(1-w), dD/dt = -loss_two A^w D^(1-w); `exponent` is w.

    One Runge-Kutta step of fourth order; `loss_*` per week already hold the other side's supply.

    **Source** Lanchester 1916, in the generalised form of Helmbold 1965 and Taylor 1983: w = 1 square law, 1/2 linear
    in the ratio, 0 logarithmic. CDB90 puts w near .35, older battles near .1: the law is weak and is never certain.
    **Holds** loss_two A^2w - loss_one D^2w stays (loss_two ln A - loss_one ln D at w = 0); rescaling both forces
    rescales the result; without losses nothing changes; forces never fall below 0.
    """
    a, d = np.asarray(one, dtype=np.float64), np.asarray(two, dtype=np.float64)

    def fall(a: Array, d: Array) -> tuple[Array, Array]:
        a, d = np.maximum(a, LEAST), np.maximum(d, LEAST)
        ratio = (d / a) ** exponent
        return np.asarray(-loss_one * ratio * a), np.asarray(-loss_two / ratio * d)

    half = weeks / 2
    first = fall(a, d)
    second = fall(a + half * first[0], d + half * first[1])
    third = fall(a + half * second[0], d + half * second[1])
    last = fall(a + weeks * third[0], d + weeks * third[1])
    whole = [weeks / 6 * (first[n] + 2 * second[n] + 2 * third[n] + last[n]) for n in (0, 1)]
    return np.maximum(a + whole[0], 0.0), np.maximum(d + whole[1], 0.0)


def find_invariant(one: Array, two: Array, loss_one: float, loss_two: float, exponent: float) -> Array:
    """What the law of attrition keeps: loss_two A^2w - loss_one D^2w, with logarithms at w = 0."""
    if exponent == 0:
        return np.asarray(loss_two * np.log(one) - loss_one * np.log(two))
    return np.asarray(loss_two * one ** (2 * exponent) - loss_one * two ** (2 * exponent))
