"""Names in a sentence: spans from the network's tags, trimmed to the name."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

TYPES = {"PERSON": "PERSON", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "NORP": "MISC", "PRODUCT": "MISC"}

TITLES = frozenset(
    {
        "president", "presidents", "prime", "minister", "ministers", "chancellor", "king", "queen", "prince",
        "princess", "sheikh", "emir", "sultan", "general", "gen.", "lt.", "lt", "col.", "col", "colonel", "major",
        "maj.", "captain", "capt.", "admiral", "adm.", "secretary", "senator", "sen.", "rep.", "representative",
        "gov.", "governor", "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "prof.", "professor", "sir",
        "lord", "lady", "ambassador", "envoy", "spokesman", "spokeswoman", "spokesperson", "chief", "leader",
        "commander", "deputy", "vice", "foreign", "defense", "defence", "premier", "ayatollah", "pope", "judge",
        "justice", "chairman", "chairwoman", "director", "former", "ex", "late", "then", "acting", "dictator",
        "oligarch", "analyst", "sgt.", "brig.", "rev.", "hon.", "congressman", "congresswoman", "mp", "republican",
        "democrat", "democratic",
    }
)  # fmt: skip
ARTICLES = frozenset({"al-", "el-", "as-", "ad-", "ul-", "ash-", "an-", "at-", "abu-", "abdel-", "abdul-"})
BODIES = frozenset(
    {
        "Ministry", "Party", "Council", "University", "Committee", "Agency", "Bank", "Court", "Army", "Forces", "Force",
        "Group", "Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Co.", "Association", "Commission", "Parliament", "Congress",
        "Senate", "Front", "Movement", "Brigade", "Brigades", "Institute", "Department", "Organization", "Organisation",
        "Federation", "Assembly", "Navy", "Police", "Fund", "Alliance", "Coalition", "Times", "Post", "News", "Guard",
        "Guards", "Bureau", "Authority", "Foundation", "Centre", "Society", "Club", "Company", "Press", "Command",
    }
)  # fmt: skip
PLACES = frozenset(
    {
        "River", "Sea", "Island", "Islands", "Strait", "Straits", "Province", "County", "City", "Street", "Peninsula",
        "Valley", "Mountains", "Bay", "Gulf", "Region", "District", "Ocean", "Desert", "Lake", "Canal", "Oblast",
        "Shoal", "Heights", "Coast", "Square", "Basin", "Corridor", "Border", "Republic",
    }
)  # fmt: skip
CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "june", "july", "august", "september", "october", "november", "december", "today",
        "tomorrow", "yesterday",
    }
)  # fmt: skip
COMPANY_FORMS = frozenset({"Inc.", "Inc", "LLC", "LLP", "L.P.", "LP", "Ltd.", "Ltd", "Corp.", "Co.", "PLC", "plc"})
_MARKS = frozenset({"'s", "’s", "'", "’", ","})


def find_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans `(start, end, type)` from B- and I- tags; where the words of a span differ in type, most of them decide."""
    spans: list[tuple[int, int, str]] = []
    kinds: list[str] = []
    for i, tag in enumerate([*tags, "O"]):
        if kinds and not tag.startswith("I-"):
            spans.append((i - len(kinds), i, max(kinds, key=kinds.count)))
            kinds = []
        if tag != "O":
            kinds.append(tag[2:])
    return spans


def make_spans(doc: Doc, tags: Sequence[str]) -> list[Span]:
    """The names of `doc` from one tag a token, of the types PERSON, LOC, ORG and MISC, trimmed to the name."""
    spans = []
    for start, end, kind in _join(doc, [span for span in find_spans(tags) if span[2] in TYPES]):
        trimmed = _trim(doc, start, end, kind)
        if trimmed:
            spans.append(Span(doc, *trimmed, label=_find_type(doc[trimmed[0] : trimmed[1]], TYPES[kind])))
    taken = {token.i for span in spans for token in span}
    handles = [token for token in doc if token.i not in taken and _is_titled_handle(token)]
    return [*spans, *(Span(doc, token.i, token.i + 1, label="PERSON") for token in handles)]


def _is_titled_handle(token: Token) -> bool:
    """A handle with a title before it stands for a person ("French President @EmmanuelMacron")."""
    return token.text[0] == "@" and len(token) > 1 and any(child.dep_ == "nmod:desc" for child in token.lefts)


def _join(doc: Doc, spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Neighbouring spans that the tree holds together as one name ("Kennedy" + "Space Center"); the head's type."""
    joined: list[tuple[int, int, str]] = []
    for tagged in spans:
        start, end, kind = _extend(doc, *tagged)
        if joined and start <= joined[-1][0]:
            joined.pop()
        if joined and start < joined[-1][1]:
            start = joined[-1][1]
        if start >= end:
            continue
        if joined and joined[-1][1] == start:
            begun, _, before = joined[-1]
            outward = _leaves_to(doc[begun:start], start, end)
            inward = _leaves_to(doc[start:end], begun, start)
            if outward or inward:
                joined[-1] = (begun, end, kind if outward else before)
                continue
        joined.append((start, end, kind))
    return joined


def _extend(doc: Doc, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """The span with what a hyphen ties to it: the article before ("al-Qaeda"), the rest of a person's name after.

    A company keeps the form that it is registered in ("Holland & Hart, LLP").
    """
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2 : start].text.lower() in ARTICLES:
        start -= 2
    while kind == "PERSON" and end + 1 < len(doc) and _ties_on(doc[end], doc[end + 1]) and not doc[end - 1].whitespace_:
        end += 2
    if kind == "ORG" and end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in COMPANY_FORMS:
        end += 2
    return start, end, kind


def _ties_on(hyphen: Token, following: Token) -> bool:
    return hyphen.text == "-" and not hyphen.whitespace_ and following.pos_ == "PROPN"


def _leaves_to(span: Span, start: int, end: int) -> bool:
    """Whether the head word of `span` hangs, as part of a name, from a proper noun within `start` to `end`."""
    root = span.root
    return start <= root.head.i < end and root.dep_ in ("compound", "flat") and root.head.pos_ == "PROPN"


def _trim(doc: Doc, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The span without articles, titles and roles before a person, adjectives before the name, and possessives."""
    while start < end and (_is_edge(doc[start]) or (kind == "PERSON" and _is_role(doc[start].text))):
        start += 1
    while end > start and (doc[end - 1].text in _MARKS or doc[end - 1].is_space):
        end -= 1
    name = doc[start:end].text
    if start == end or not any(c.isalpha() for c in name) or name.lower() in CALENDAR:
        return None
    return start, end


def _is_edge(token: Token) -> bool:
    return token.lower_ in ("the", "a", "an") or not any(c.isalnum() for c in token.text)


def _is_role(word: str) -> bool:
    return word.lower() in TITLES or (word.islower() and len(word) > 3)


def _find_type(span: Span, kind: str) -> str:
    """The type, mended where the words say more than the network: "Iranian", "... Ministry", "... River", "Mr. ..."."""
    last = span[-1]
    if kind in ("LOC", "ORG") and len(span) == 1 and last.tag_ == "JJ":
        return "MISC"
    if kind == "PERSON" and len(span) > 1 and last.text in BODIES | PLACES:
        return "ORG" if last.text in BODIES else "LOC"
    if kind in ("LOC", "MISC") and len(span) > 1 and last.text in BODIES:
        return "ORG"
    if kind in ("ORG", "MISC") and len(span) > 1 and last.text in PLACES:
        return "LOC"
    titled = any(child.dep_ == "nmod:desc" and child.lower_ in TITLES for child in span.root.lefts)
    return "PERSON" if titled and kind in ("LOC", "ORG") else kind
