"""The codebook's look-ups in one place: names, offices, bodies, capability, base rates."""

from tocsin.codebook.bodies import find_body, is_member, list_bodies_of, list_defence_pacts, members, rule
from tocsin.codebook.capability import capability, has_capability
from tocsin.codebook.cinc import cinc, cinc_source, cinc_spread, find_capability_year
from tocsin.codebook.index import is_shielded, list_readings
from tocsin.codebook.people import find_office_holder
from tocsin.codebook.rates import base_rate, ensemble
from tocsin.codebook.resolve import find_known

__all__ = [
    "base_rate",
    "capability",
    "cinc",
    "cinc_source",
    "cinc_spread",
    "ensemble",
    "find_body",
    "find_capability_year",
    "find_known",
    "find_office_holder",
    "has_capability",
    "is_member",
    "is_shielded",
    "list_bodies_of",
    "list_defence_pacts",
    "list_readings",
    "members",
    "rule",
]
