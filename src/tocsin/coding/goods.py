"""Goods: the nouns that name weapons, soldiers, money, food and the like, and how much of them is spoken of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.clauses import find_child, has_case
from tocsin.coding.sums import has_sign, skip_brackets, write_counter, write_money, write_sum

FURTHEST = 60
ARMS = frozenset({"soldiers", "weapons", "missiles", "ships", "aircraft", "armour"})
MODEL = re.compile(r"(?!(G|Covid|COVID)-)[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Z]?s?")
CURRENT = frozenset({"electric", "electrical", "nuclear", "solar", "more", "less", "enough", "sufficient", "reliable"})
MILLIONS = frozenset({"m", "mn", "mln", "bn", "bln", "million", "billion", "trillion"})
MEASURES = frozenset({"ton", "tonne", "litre", "liter", "gallon", "barrel", "kilo", "kilogram"})


@dataclass(frozen=True)
class Good:
    """A good in the text: its kind, its words, how much of it as written, and the noun that names it."""

    kind: str
    what: str
    amount: str | None
    noun: Token


@cache
def load_list(key: str) -> frozenset[str]:
    """One list of words of the cues of resources."""
    return frozenset(load_table("cues_resources")[key])


@cache
def index_goods() -> Mapping[str, str]:
    """The kind of each noun that names a good, in lower case."""
    found = {"vehicle": "armour", "equipment": "aid", "help": "aid", "defence": "weapons", "gear": "aid"}
    found.update(dict.fromkeys(load_table("cues_resources")["aid"], "aid"))
    for row in load_table("goods")["good"]:
        for noun in row["nouns"]:
            found.setdefault(noun.lower(), row["kind"])
    return found


def find_good(token: Token) -> Good | None:
    """The good that a noun phrase names; what is counted, not its counter ("hundreds of rounds")."""
    if token.dep_ in ("amod", "nummod") and token.pos_ != "NUM":
        return None
    if is_money(token):
        if token.lemma_.lower() in load_list("in_kind"):
            return Good(_kind_of(token) or "money", token.lower_, write_sum(token), token)
        if token.pos_ == "NOUN" and is_named_sum(token):
            what = write_good(token)
            paid = token.lemma_.lower() in ("contribution", "donation", "gift")
            return Good("money", f"{what} of money" if paid else what, write_sum(token), token)
        if token.pos_ == "NOUN" and token.lemma_.lower() not in load_list("currencies") | load_list("counters"):
            return Good("money", "money", write_sum(token), token)
        return _read_sum(token)
    counted = _find_counted(token)
    if counted is not None and (token.lemma_.lower() in load_list("counters") or token.like_num or token.pos_ == "NUM"):
        inner = find_good(counted)
        if inner is not None:
            amount = write_counter(token)
            return Good(
                inner.kind,
                inner.what,
                amount if inner.amount is None or counted.lemma_.lower() in load_list("counters") else inner.amount,
                inner.noun,
            )
    kind = _kind_of(token)
    if kind == "money" and token.lemma_.lower() in ("million", "billion", "trillion"):
        return Good(kind, kind, write_money(token), token)
    if (
        kind is None
        and counted is None
        and token.lemma_.lower() in MEASURES
        and find_child(token, "nummod") is not None
    ):
        named = find_measured_before(token)
        return Good(named.kind, named.what, write_counter(token), token) if named is not None else None
    if kind is None and (token.pos_ == "NUM" or token.lemma_.lower() in load_list("pronouns")):
        named = find_named_before(token) if counted is None or counted.pos_ == "PRON" else None
        return Good(named.kind, named.what, write_counter(token), token) if named is not None else None
    if kind == "money" and token.lemma_.lower() in load_list("currencies"):
        given_as = _find_in_kind(token)
        what = given_as.lower_ if given_as is not None and given_as.lemma_ in load_list("in_kind") else kind
        return Good(kind, what, write_amount(token), token)
    return Good(kind, write_good(token), write_amount(token), token) if kind else None


def _read_sum(token: Token) -> Good:
    """What a sum stands for: the goods that it is given as or is the worth of, else money, with what it is for."""
    in_kind = _find_in_kind(token)
    inner = find_good(in_kind) if in_kind is not None else None
    if inner is not None and inner.what != "money":
        return Good(inner.kind, inner.what, write_money(token), inner.noun)
    near = (*token.children, *(c for c in token.head.children if token.dep_ == "obj"))
    purpose = next((c for c in near if c.i > token.i and has_case(c, "for") and not is_money(c)), None)
    bought = find_good(purpose) if purpose is not None and purpose.pos_ == "NOUN" else None
    what = f"money for {bought.what}" if bought is not None and bought.kind not in ("soldiers", "money") else "money"
    return Good("money", what, write_money(token), token)


def is_named_sum(noun: Token) -> bool:
    """Whether a noun is what a sum is called ("a 2 billion dollar package", "a contribution of 5 million")."""
    if noun.lemma_.lower() in load_list("currencies") | load_list("counters") | load_list("trades"):
        return False
    before = any(t.i < noun.i and (has_sign(t) or t.lemma_.lower() in load_list("currencies")) for t in noun.children)
    return before or noun.lemma_.lower() in load_list("gifts") or _kind_of(noun) is not None


def is_arms(token: Token) -> bool:
    """Whether a noun names soldiers or weapons, which move and are denied without being given or lacking."""
    good = find_good(token)
    return good is not None and good.kind in ARMS


def find_any_good(token: Token) -> Good | None:
    """The good that a noun names where only goods can stand, though no table has it; none for what is no thing."""
    lemma = token.lemma_.lower()
    uncounted = load_list("no_goods") | load_list("counters")
    if token.pos_ != "NOUN" or lemma in uncounted or lemma.endswith(tuple(load_list("no_goods_endings"))):
        return None
    return Good("other", write_good(token), write_amount(token), token)


def find_named_before(token: Token) -> Good | None:
    """The good that a bare number takes up again ("needs 300 of them", "would give a few")."""
    for noun in reversed(token.doc[max(token.i - FURTHEST, 0) : token.i]):
        kind = _kind_of(noun) if noun.tag_ in ("NNS", "NNPS") else None
        if kind is not None and kind != "money" and noun.lemma_.lower() not in load_list("counters"):
            return Good(kind, write_good(noun), None, noun)
    return None


def find_measured_before(token: Token) -> Good | None:
    """The food or fuel that a bare weight takes up ("has coal for a month, but would need another 900 tonnes")."""
    for noun in reversed(token.doc[max(token.i - FURTHEST, 0) : token.i]):
        kind = _kind_of(noun) if noun.dep_ not in ("compound", "nmod:poss") else None
        if kind in ("food", "energy", "water", "materials") and noun.lemma_.lower() not in load_list("counters"):
            return Good(kind, write_good(noun), None, noun)
    return None


def is_sum(noun: Token) -> bool:
    """Whether a noun is a sum of money."""
    good = find_good(noun)
    return good is not None and good.kind == "money"


def is_money(token: Token) -> bool:
    """Whether a token heads a sum of money ("$200 million", "2 billion euros")."""
    if any(has_sign(t) for t in (token, *token.children)):
        return True
    if any(
        c.dep_ == "compound" and c.lemma_.lower() in load_list("currencies") and is_counted(c) for c in token.children
    ):
        return True
    return token.lemma_.lower() in load_list("currencies") and is_counted(token)


def is_counted(token: Token) -> bool:
    """Whether a number stands before a currency."""
    return any(c.like_num or c.lower_ in MILLIONS for c in token.children)


def find_model(token: Token) -> tuple[int, int] | None:
    """The first and the end of a model's name of letters and a number ("F-16s", "T-72") that a word belongs to."""
    for first in (token.i, token.i - 2):
        if first < token.sent.start or first + 3 > token.sent.end or token.doc[first + 1].text != "-":
            continue
        if MODEL.fullmatch(token.doc[first : first + 3].text):
            return first, first + 3
    return None


def write_good(token: Token) -> str:
    """The good in the text's words, without numbers, articles and words of quantity."""
    if (model := find_model(token)) is not None:
        return str(token.doc[model[0] : model[1]].text)
    words = [t for t in token.subtree if t.i <= token.i and _is_part(t, token)]
    first = words[0] if words else token
    between = list(token.doc[first.i : token.i + 1])
    whole = all(t in words or t.text == "-" or t.nbor(1).text == "-" or t.nbor(-1).text == "-" for t in between[:-1])
    written = token.doc[first.i : token.i + 1].text if whole else " ".join(t.text for t in words)
    return (
        written[:1].lower() + written[1:]
        if words and words[0].i == token.sent.start and words[0].pos_ != "PROPN"
        else written
    )


def write_amount(token: Token) -> str | None:
    """How much of a good is spoken of, as written ("12", "hundreds of"), or None."""
    numbers = [
        c
        for c in token.lefts
        if c.dep_ == "nummod" or c.lower_ in ("several", "dozens", "more", "few", "some", "many", "additional")
    ]
    if not numbers:
        return None
    words = [t for n in numbers for t in n.subtree]
    return " ".join(t.text for t in sorted(words, key=lambda t: t.i)) or None


def _is_part(word: Token, noun: Token) -> bool:
    if word.i == noun.i:
        return True
    if word.head.i != noun.i and word.head.head.i != noun.i:
        return False
    if word.dep_ in (
        "det",
        "nummod",
        "case",
        "punct",
        "cc",
        "nmod:poss",
        "conj",
        "advmod",
        "nsubj",
        "cop",
        "mark",
        "aux",
    ):
        return word.text == "-"
    if has_sign(word) or word.lemma_.lower() in load_list("currencies") | MILLIONS or word.like_num:
        return False
    return (
        word.lower_ not in load_list("sizes") | load_list("to_come")
        and word.lower_ not in ("well", "as")
        and word.ent_type_ not in ("LOC",)
    )


def _kind_of(token: Token) -> str | None:
    if token.pos_ not in ("NOUN", "PROPN", "NUM"):
        return None
    goods = index_goods()
    if (model := find_model(token)) is not None:
        words = token.doc[model[0] : model[1]].text.lower()
        return goods.get(words) or goods.get(words.rstrip("s")) or "weapons"
    if token.lower_ == "power" and _is_rule(token):
        return None
    first = token.sent.start
    before = token.doc[token.i - 1].lower_ if token.i > first else ""
    earlier = token.doc[token.i - 2].lower_ if token.i > first + 1 else ""
    for words in (
        f"{earlier} {before} {token.lemma_.lower()}",
        f"{before} {token.lower_}",
        f"{before} {token.lemma_.lower()}",
        token.lower_,
        token.lemma_.lower(),
        token.lower_.rstrip("s"),
    ):
        if words in goods:
            return goods[words]
    # "oxygen kits", "Patriot launch units": what the set is of names the good.
    if token.lemma_.lower() in load_list("sets") and before in goods:
        return goods[before]
    # "14 Challenger 2s": a model's number hangs behind its name.
    is_model = token.text[:1].isdigit()
    return next(
        (
            goods[c.lower_]
            for c in token.children
            if is_model and c.lower_ in goods and c.dep_.split(":")[0] in ("compound", "nmod", "flat")
        ),
        None,
    )


def _is_rule(power: Token) -> bool:
    """Whether "power" is that of those who rule, which is handed over or shared, and no current."""
    handed = power.dep_ in ("obj", "nsubj:pass") and power.head.lemma_.lower() in load_list("rules")
    return handed or any(c.dep_ == "amod" and c.lower_ not in CURRENT for c in power.children)


def _find_counted(token: Token) -> Token | None:
    return next(
        (c for c in token.children if c.dep_ in ("nmod", "nmod:of") and any(k.lower_ == "of" for k in c.children)), None
    )


def _find_in_kind(token: Token) -> Token | None:
    """What a sum is given as ("$500 million in grants"), on whatever the tree hangs it."""
    last = max([token.i, *(c.i for c in token.children if c.dep_ in ("nummod", "compound"))])
    after = token.doc[skip_brackets(token.doc, last + 1) : token.sent.end]
    behind = next((t for t in after if t.text not in ("'", "’", "'s") and t.lower_ not in ("worth", "more")), None)
    if behind is None or behind.lower_ not in ("in", "of"):
        return None
    noun = behind.head
    return noun if noun.i > last and (noun.lemma_.lower() in load_list("in_kind") or _kind_of(noun)) else None
