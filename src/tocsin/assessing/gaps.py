"""Gaps: what no article tells, and what hangs on it."""

from collections.abc import Iterator, Sequence

from tocsin.assessing.cast import Cast
from tocsin.assessing.deciders import find_listed
from tocsin.codebook.names import is_member
from tocsin.records.disagreement import Contradiction, Copy
from tocsin.records.situation import (
    AssessedControl,
    AssessedIssue,
    AssessedSupply,
    AssessedThreat,
    Decision,
    Gap,
    Party,
    Source,
    War,
)


def find_gaps(
    sources: Sequence[Source],
    cast: Cast,
    parties: Sequence[Party],
    issues: Sequence[AssessedIssue],
    threats: Sequence[AssessedThreat],
    supplies: Sequence[AssessedSupply],
    control: Sequence[AssessedControl],
    wars: Sequence[War],
) -> tuple[Gap, ...]:
    """Everything that the models would need and no article tells, the weightiest kinds first."""
    found = [
        *find_undated(sources),
        *(gap for issue in issues for gap in find_issue_gaps(issue, cast)),
        *find_threat_gaps(threats),
        *find_war_gaps(wars),
        *find_control_gaps(control),
        *find_supply_gaps(supplies),
        *find_capability_gaps(parties),
    ]
    if not issues:
        found.append(
            Gap(about="issues", what="no proposal with a position on it was found", matters="no collective choice")
        )
    return tuple(dict.fromkeys(found))


def find_disagreement_gaps(
    contradictions: Sequence[Contradiction], copies: Sequence[Copy], sources: Sequence[Source]
) -> Iterator[Gap]:
    """Denials and numbers on which reports disagree, and articles that only repeat others."""
    for contradiction in contradictions:
        if contradiction.kind in ("denial", "number"):
            told = "; against it: ".join(f"{c.by or 'an article'}: '{c.says}'" for c in contradiction.claims)
            yield Gap(
                about=contradiction.about, what=f"reports disagree: {told}", matters="both are kept, none is judged"
            )
    names = {source.id: source.title or source.source for source in sources}
    for copy in copies:
        yield Gap(
            about=f"independence of {names[copy.document]}",
            what=f"it tells mostly in the words of {names[copy.of]}",
            matters="what both tell counts once",
        )


def find_undated(sources: Sequence[Source]) -> Iterator[Gap]:
    for source in sources:
        if source.published is None:
            yield Gap(
                about=f"date of {source.title or source.source}",
                what="no day of publication was found",
                matters="deadlines and dates stay open, and membership is taken from the latest tables",
            )
        elif source.published_from == "text":
            yield Gap(
                about=f"date of {source.title or source.source}",
                what=f"the day of publication, {source.published}, is inferred from the text",
                matters="all deadlines and the membership of bodies count from it",
            )


def find_issue_gaps(issue: AssessedIssue, cast: Cast) -> Iterator[Gap]:
    """Who decides, members that are silent, sides whose reports differ, and those who debate without a vote."""
    about = f"issue: {issue.proposal}"
    for stand in issue.stands:
        if stand.contested:
            yield Gap(
                about=f"position of {stand.on_behalf_of or stand.actor}",
                what=f"reports on '{issue.proposal}' disagree",
                matters="its range holds both readings",
            )
    decision = issue.decision
    if decision is None:
        yield Gap(about=about, what="no article tells who decides", matters="whether it is adopted has no chance")
        return
    heard = {s.on_behalf_of or s.actor for s in issue.stands}
    silent = [m for m in decision.members if m not in heard]
    if silent:
        yield Gap(
            about=about, what=describe_silence(silent, len(decision.members)), matters=explain_silence(decision, heard)
        )
    for party in sorted(heard - set(decision.members)):
        figure = cast.figure(party)
        body = cast.figure(decision.body)
        if (
            decision.rule != "own decision"
            and figure.type == "state"
            and is_known_outsider(figure.canonical, body.canonical, cast)
        ):
            yield Gap(
                about=f"vote of {party}",
                what=f"{party} stands on '{issue.proposal}' but is no member of {decision.body} on the day",
                matters="its stand is on the line, and its refusal blocks nothing",
            )


def is_known_outsider(state: str, body: str, cast: Cast) -> bool:
    """A state that the tables keep outside on the day, and let in at another: whose standing a reader may mistake."""
    return find_listed(body) is not None and not is_member(state, body, cast.on) and is_member(state, body, None)


def describe_silence(silent: Sequence[str], members: int) -> str:
    shown = ", ".join(silent[:6]) + (f" and {len(silent) - 6} more" if len(silent) > 6 else "")
    if len(silent) == members == 1:
        return f"no position of {silent[0]}, which decides, is reported"
    return f"no position of {len(silent)} of {members} members is reported: {shown}"


def explain_silence(decision: Decision, heard: set[str]) -> str:
    if not heard & {*decision.members, decision.body}:
        return "whether it is adopted has no chance"
    if decision.rule in ("consensus", "unanimity"):
        return "each of them could block; they are taken to stand together in a wide range"
    return "their votes are taken from a wide range"


def find_threat_gaps(threats: Sequence[AssessedThreat]) -> Iterator[Gap]:
    for threat in threats:
        about = f"threat of {threat.by or 'an unnamed party'}"
        if threat.condition is None:
            yield Gap(about=about, what="no condition is told", matters="whether it is triggered has no chance")
        elif threat.issue is None:
            yield Gap(
                about=about,
                what=f"its condition, '{threat.condition}', is no proposal that the articles debate",
                matters="whether it is triggered has no chance",
            )
        if threat.consequence is None:
            yield Gap(
                about=about, what="no consequence is told", matters="what would count as carrying it out stays open"
            )


def find_war_gaps(wars: Sequence[War]) -> Iterator[Gap]:
    for war in wars:
        if war.gaining is None:
            yield Gap(
                about=f"war: {' and '.join(war.sides)}",
                what="no article tells which side is gaining ground",
                matters="who gains ground next has no chance",
            )


def find_control_gaps(control: Sequence[AssessedControl]) -> Iterator[Gap]:
    for place in dict.fromkeys(c.place for c in control if c.contested):
        yield Gap(about=f"control of {place}", what="reports or claims disagree", matters="the ground is not settled")


def find_supply_gaps(supplies: Sequence[AssessedSupply]) -> Iterator[Gap]:
    unknown = [s for s in supplies if s.stock is not None]
    for actor in dict.fromkeys(s.actor for s in unknown):
        goods = ", ".join(dict.fromkeys(s.what for s in unknown if s.actor == actor))
        yield Gap(
            about=f"supplies of {actor or 'an unnamed party'}",
            what=f"how much of the need its stock covers is not told: {goods}",
            matters="the odds of battle and the weight of any delivery rest on a default",
        )


def find_capability_gaps(parties: Sequence[Party]) -> Iterator[Gap]:
    lacking = [p.name for p in parties if p.capability is not None and p.capability.origin == "default"]
    if lacking:
        yield Gap(
            about="capability",
            what=f"no table lists {', '.join(lacking[:6])}"
            + (f" and {len(lacking) - 6} more" if len(lacking) > 6 else ""),
            matters="their weight in the compromise rests on a default",
        )
