"""Places taken up again: the named place that "the city" stands for."""

from collections import Counter

from spacy.tokens import Token

from tocsin.codebook.resolve import find_known
from tocsin.coding.article import Article
from tocsin.coding.clauses import has_case
from tocsin.coding.phrases import look_back
from tocsin.coding.place_names import find_place_name, is_of

TAKEN_UP = frozenset(
    "city town village island enclave district region province territory peninsula capital area".split()
)
OTHER_KINDS = TAKEN_UP | frozenset("state river lake sea strait gulf bay mountain mountains valley border".split())
SEAS = frozenset("Sea Ocean Gulf Strait Bay Channel Passage Lake".split())
POINTERS = frozenset({"the", "that", "this"})
LONGEST_ACRONYM = 4


def find_spoken_of(article: Article, token: Token) -> str | None:
    """The named place that "the city" takes up, spoken of last in the sentence or the one before."""
    pointed = any(c.lower_ in POINTERS for c in token.children)
    in_town = token.lower_ == "town" and not any(c.dep_ == "det" for c in token.children)
    if token.lemma_.lower() not in TAKEN_UP or not (pointed or in_town):
        return None
    if token.tag_ != "NN" or any(c.dep_ in ("nmod", "acl", "compound") for c in token.children):
        return None
    first = token.doc[max(token.sent.start - 1, 0)].sent.start
    if (introduced := _find_introduced(token)) is not None:
        return introduced
    ahead = [t for t in reversed(token.doc[first : token.i]) if not (t.is_upper and len(t) > LONGEST_ACRONYM)]
    for before in ahead:
        if before.lemma_.lower() in TAKEN_UP and (again := find_spoken_of(article, before)) is not None:
            return again
        words = find_place_name(before)
        other = words is not None and _is_other_kind(words, token)
        if words is not None and not other and (not article.cast.who_alone(before) or _is_capital(before)):
            return words
    return next((t.text for t in ahead if is_in_place_slot(article, t)), None)


def find_waters(noun: Token) -> str | None:
    """The sea that "the waters" takes up: the one that the text named last."""
    if noun.lower_ not in ("waters", "sea", "waterway") or not any(c.lower_ in POINTERS for c in noun.children):
        return None
    if any(c.dep_ in ("amod", "nmod", "compound") for c in noun.children):
        return None
    names = (find_place_name(t) for t in reversed(look_back(noun)) if t.ent_type_)
    return next((w for w in names if w is not None and w.split()[-1] in SEAS), None)


def find_country(article: Article, noun: Token) -> str | None:
    """The state that "the country" stands for: the only one of its sentence before it, else the one named most."""
    if noun.lemma_.lower() not in ("country", "nation") or noun.tag_ != "NN":
        return None
    if not any(c.lower_ in POINTERS for c in noun.children) or any(c.dep_ in ("amod", "nmod") for c in noun.children):
        return None
    near = {s for t in noun.doc[noun.sent.start : noun.i] for s in _name_states(article, t)}
    if len(near) == 1:
        return near.pop()
    told = Counter(s for t in look_back(noun) for s in _name_states(article, t))
    return told.most_common(1)[0][0] if told else None


def _name_states(article: Article, token: Token) -> list[str]:
    return [w.name for w in article.cast.who_alone(token) if w.type == "state"] if token.pos_ != "PRON" else []


def _is_other_kind(words: str, token: Token) -> bool:
    """Whether a name ends in another kind of place than a noun: "the city" takes up no "Lake Province"."""
    last = words.split()[-1].lower()
    return last in OTHER_KINDS and last != token.lemma_.lower()


def _is_capital(name: Token) -> bool:
    """Whether a name is a town's by which a state is called ("Mogadishu")."""
    known = find_known(name.text)
    return (
        known is not None and known.form == "capital" and has_case(name, "in", "into", "from", "at", "near", "outside")
    )


def is_in_place_slot(article: Article, name: Token) -> bool:
    """Whether a name stands where places stand, whatever it was taken for ("the capture of X", "X has fallen")."""
    if name.pos_ != "PROPN" or name.ent_type_ == "ORG" or any(c.dep_ == "flat" for c in name.children):
        return False
    if any(w.type != "person" or w.acts_for for w in article.cast.who_alone(name)):
        return False
    falls = name.dep_.startswith("nsubj") and name.head.lemma_ == "fall"
    return falls or (has_case(name, "in", "into", "of", "at", "near", "from", "on") and name.head.pos_ == "NOUN")


def _find_introduced(token: Token) -> str | None:
    """The name that the text gave last to a place of this kind: "the city of X", "X, a city"."""
    for before in reversed(token.doc[: token.i]):
        if before.lemma_.lower() != token.lemma_.lower() or before.tag_ != "NN":
            continue
        named = [c for c in before.children if c.i > before.i and c.dep_ in ("nmod", "appos") and c.pos_ == "PROPN"]
        named = [c for c in named if c.dep_ == "appos" or is_of(c)]
        named += [before.head] if before.dep_ == "appos" and before.head.pos_ == "PROPN" else []
        if (words := next((w for c in named if (w := find_place_name(c))), None)) is not None:
            return words
    return None
