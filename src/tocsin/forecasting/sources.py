"""The models that a forecast used, each with its source."""

from collections.abc import Iterable

COMPROMISE = (
    "Compromise: mean of the positions weighted by capability and salience, with its error on past issues; half of "
    "the distribution on the stated positions (Van den Bos 1991; Achen 2006; DEU II, Thomson et al. 2012, JEPP 19:4)"
)
VOTING = "Rule of the body with the chance that each sentence was read rightly (Poisson binomial, Wang 1993)"
COALITION = "Coalition of the willing: threshold cascade (Granovetter 1978, American Journal of Sociology 83:1420)"
CLOCK = "Time: competing exponential hazards, from crises of the International Crisis Behavior project, 1918-2017"
PROCESS = (
    "Course of events: commitments and threats as guards in a jump process (Davis 1984; Singh 1999), run by the next "
    "reaction method (Gibson & Bruck 2000), with luck apart from parameters (analysis of variance, Searle et al. 1992)"
)
THREAT = "Threat carried out when its condition is met: no published rate, uniform between 0 and 1"
CHOICE = "Choice: agent-logit quantal response, calibrated (McKelvey & Palfrey 1998; Signorino 1999, APSR 93:279)"
ATTRITION = (
    "Forces: law of attrition with its exponent as an ensemble (Lanchester 1916; CDB90 and four other sets of battles)"
)
WAR_END = "End of a war: median duration of disputes at the level of war, 1816-2014 (Correlates of War MID)"
COMMITMENT = (
    "Commitment honoured: rival readings of the record of alliances side by side (Leeds, Long & Mitchell 2000, "
    "JCR 44:686; Berkemeier & Fuhrmann 2018, Research & Politics 5:2)"
)
GROUND = "Battle: logit of the ratio of strengths, fitted to 614 battles of CDB90, 1600-1973 (Helmbold 1993)"
WAR = "War: share of crises outside existing wars that become full-scale war (International Crisis Behavior, v14)"
DRIVERS = "Shares of variance: first-order sensitivity (Sobol 1993; Saltelli et al. 2008)"
MODELS = {
    "adopted": (COMPROMISE, VOTING, CLOCK),
    "acted outside": (COALITION,),
    "threat triggered": (CLOCK,),
    "threat carried out": (PROCESS, THREAT, CHOICE),
    "commitment invoked": (PROCESS, WAR),
    "commitment honoured": (COMMITMENT,),
    "ground gained": (GROUND,),
    "war begins": (PROCESS, WAR, CLOCK),
    "allies join": (PROCESS, COMMITMENT),
    "place changes hands": (PROCESS, GROUND, ATTRITION),
    "shortage binds": (PROCESS,),
    "war ends": (PROCESS, WAR_END),
}


def list_models(asked: Iterable[str]) -> tuple[str, ...]:
    """The models behind the kinds of question that were asked, each once."""
    used = [model for kind in dict.fromkeys(asked) for model in MODELS[kind]]
    return tuple(dict.fromkeys([*used, DRIVERS])) if used else ()
