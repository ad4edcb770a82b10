"""Groups: noun phrases that name actors in the text's own words."""

from spacy.tokens import Token

from tocsin.coding.clauses import has_case, phrase_of
from tocsin.coding.mentions import Who
from tocsin.coding.nouns import load_nouns
from tocsin.coding.scene import Scene, find_adjective, list_modifiers

INSIDE = frozenset({"in", "at", "within", "inside", "near"})
DASHES = frozenset({"-", "–", "—"})
MARKS_BEFORE = frozenset({"•", "-", "–", "—", "*", ":", '"', "“", "‘"})
MARKS = " ,;:\"'“”‘’()"
DOERS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "eer", "man", "woman", "person", "folk")
SPEAKERS = ("people_nouns", "collective_nouns", "organ_nouns", "body_nouns", "state_nouns", "partitives", "doers")
NO_DOERS = ("ment", "event", "ever", "atter", "umber", "ower", "ater", "etter", "ector", "actor", "ision")
THINGS = (*NO_DOERS, "tion", "sion", "ness", "ty", "ance", "ence", "ing", "ism", "ship", "age", "ure", "al", "th")


def read_name(scene: Scene, token: Token) -> tuple[Who, ...]:
    """Who a name stands for, with what the text has said of them so far; () for a token that is no name."""
    name = scene.find_name(token)
    return (scene.people.get(name.who.name, name.who),) if name is not None and name.who is not None else ()


def take_compound(token: Token) -> str:
    """A noun with what a hyphen ties to it: "commander-in-chief"."""
    end = token.i
    doc = token.doc
    while end + 2 < len(doc) and not doc[end].whitespace_ and doc[end + 1].text == "-" and not doc[end + 1].whitespace_:
        end += 2
    return doc[token.i : end + 1].text


def describe(scene: Scene, token: Token) -> str:
    """A noun phrase in the text's words: what only points at it left out, of whom it is by canonical names."""
    modifiers = _cut_at_bounds(scene, [t for t in list_modifiers(token) if t.i not in scene.datelines])
    words = [" " if t.tag_ == "POS" else _write_word(scene, t) for t in modifiers]
    words = [*"".join(words).split(), take_compound(token)]
    idle = _list_idle(len(words))
    while len(words) > 1 and (words[0].lower().strip(",") in idle or words[0].endswith("year-old")):
        words.pop(0)
    first = token.doc[token.i - len(words) + 1]
    if words[0].istitle() and _opens_line(first) and scene.find_name(first) is None:
        words[0] = words[0].lower()
    behind = next((c for c in token.rights if c.dep_ in ("nmod", "amod", "acl") and c.i - token.i < 7), None)
    tail = _describe_behind(scene, behind) if behind is not None else ""
    return f"{' '.join(words)} {tail}".strip(MARKS)


def _write_word(scene: Scene, token: Token) -> str:
    """A word as it stands before a noun: a state that owns it by its adjective ("Irish" for "Ireland's")."""
    name = scene.names.get(token.i)
    owns = token.dep_ == "nmod:poss" and name is not None and name.who is not None and name.who.type == "state"
    if owns and name is not None and name.who is not None:
        return find_adjective(name.who.name) if token.i + 1 == name.last else ""
    return token.text + ("" if "-" in (token.text, token.nbor().text) else " ")


def _cut_at_bounds(scene: Scene, modifiers: list[Token]) -> list[Token]:
    """The modifiers behind the last word that counts the noun ("about 30"), points at it, or is of another phrase."""
    for place in range(len(modifiers) - 1, -1, -1):
        if _is_bound(scene, modifiers[place]):
            one = modifiers[place].lower_ in ("a", "an") and modifiers[place].head.i > modifiers[place].i + 1
            other = one and place + 1 < len(modifiers) and modifiers[place + 1].tag_ == "NN" and _is_many(modifiers)
            return modifiers[place + 1 + other :]
    return modifiers


def _list_idle(size: int) -> frozenset[str]:
    """Words that are no part of a group's name before a phrase of so many: "several donors", but "aid agencies"."""
    kept = load_nouns("quantifiers") | (load_nouns("vague_counts") if size == 2 else frozenset())
    return load_nouns("pointers") - kept


def _is_many(modifiers: list[Token]) -> bool:
    """Whether the noun behind the modifiers is plural, so that "an" is of another: "an act rights groups deplored"."""
    after = modifiers[-1].nbor()
    return after.tag_ == "NNS"


def _is_bound(scene: Scene, token: Token) -> bool:
    if token.tag_ == "POS" and token.head.i not in scene.names and token.head.lemma_ in load_nouns("state_nouns"):
        return True
    before = token.nbor(-1) if token.i else token
    if token.text in DASHES and token.whitespace_:
        return True
    if "-" in (token.nbor().text, before.text):
        return False
    counts = token.text[:1].isdigit() or token.lower_ in load_nouns("counts")
    counted = token.like_num and before.lower_ in load_nouns("counts")
    return counts or counted or token.pos_ in ("ADP", "SCONJ") or token.lower_ in load_nouns("determiners")


def _opens_line(token: Token) -> bool:
    """Whether a word is capitalised because it opens a sentence, a quotation or the point of a list."""
    return bool(token.is_sent_start) or token.nbor(-1).text in MARKS_BEFORE


def _describe_behind(scene: Scene, token: Token) -> str:
    """ "of Vladimir Putin", "from the northern states", "close to Olaf Scholz"; nothing for a time."""
    cases = [c for c in token.children if c.dep_ == "case" and c.i < token.i]
    whos = scene.found.get(token.i, ()) or read_name(scene, token)
    if token.dep_ == "amod":
        inner = next((c for c in token.children if c.dep_ == "obl"), None)
        behind = _describe_behind(scene, inner) if inner is not None else ""
        return f"{token.text} {behind}" if behind else ""
    if not cases or cases[0].lower_ not in ("of", "from", "in", "for", "to", "inside", "within", "near"):
        return ""
    if whos and cases[0].lower_ not in INSIDE:
        return f"{cases[0].text} {whos[0].name}"
    place = next(
        (c for c in token.children if c.dep_ == "nmod" and token.lemma_.lower() in load_nouns("settlements")), None
    )
    if place is not None and scene.find_name(place) is not None and has_case(place, "of"):
        return f"{cases[0].text} {phrase_of(place)}"
    name = scene.find_name(token)
    if cases[0].lower_ in ("in", "to", "for", "near") and name is None:
        return ""
    return f"{cases[0].text} {phrase_of(token).split(' (')[0]}"


def can_speak(token: Token) -> bool:
    """Whether a noun is one of people or their bodies: by a list, its ending ("smuggler"), or a "who" behind."""
    lemma = token.lemma_.lower()
    part = next((c for c in token.children if c.dep_ == "nmod"), None)
    if part is not None and lemma in load_nouns("partitives") | {"dozen"}:
        return can_speak(part)
    if token.pos_ != "NOUN" or any(lemma in load_nouns(key) for key in SPEAKERS):
        return True
    if lemma.endswith(DOERS) and not lemma.endswith(NO_DOERS):
        return True
    if token.tag_ == "NNS" and not lemma.endswith(THINGS):
        return True
    return any(t.tag_ in ("WP", "WP$") for c in token.children if c.dep_ == "acl:relcl" for t in c.subtree)


def is_private(token: Token) -> bool:
    """Whether a noun is of people who act for themselves, whatever state they are of ("Peruvian business leaders")."""
    return token.lemma_.lower() in load_nouns("private") or is_of_sphere(token)


def is_of_sphere(token: Token) -> bool:
    """Whether a noun of people names the sphere they are of: "business leaders", "union officials"."""
    spheres = load_nouns("spheres")
    return token.lemma_.lower() in load_nouns("people_nouns") and any(
        t.lower_ in spheres for t in list_modifiers(token) if t.head.i == token.i
    )
