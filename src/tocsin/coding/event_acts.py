"""Acts: what the verbs and nouns of a text tell as done, with its type, before it becomes a record."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tocsin.codebook.lexicon import open_class
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import (
    find_grammatical_subject,
    find_modals,
    find_objects,
    find_obliques,
    find_subjects,
    is_negated,
    is_passive,
    phrase_of,
)
from tocsin.coding.event_gaps import spread_act
from tocsin.coding.event_hedges import is_charged, is_opinion, is_under_proviso
from tocsin.coding.event_kinds import PLEDGES, VISIT, choose_match, judge_type, rate_act
from tocsin.coding.event_modes import Act, Telling, read_telling
from tocsin.coding.event_naming import match_naming
from tocsin.coding.event_nouns import is_told_once, read_noun
from tocsin.coding.event_pledges import (
    WILL,
    is_only_if,
    is_own,
    is_promised,
    is_refused,
    is_tied,
    name_promiser,
    read_pledge,
)
from tocsin.coding.event_roles import find_doers, find_hung, find_targets, is_party, name_doers
from tocsin.coding.event_types import CLASSES, Match, load_cues, match_noun, match_verb
from tocsin.coding.event_votes import read_votes

JOINT = frozenset({"CONSULT", "AGREE"})
PURPOSES = frozenset({"REQUEST", "CONSULT", "AGREE"})
BODIES = ("alliance", "organisation")
WOULD = frozenset({"would"})
AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "san", "crat", "ee", "ant", "eer", "ite")
NUMBERS = frozenset({"tens", "dozens", "hundreds", "thousands", "millions"})


def list_acts(article: Article, sentence: list[Token]) -> Iterator[Act]:
    """The acts that a sentence tells by its verbs and nouns, in order."""
    carried: set[int] = set()
    for token in sentence:
        if token.pos_ == "VERB" or (token.tag_ == "VBG" and token.dep_ == "xcomp"):
            for act, carrier in read_verb(article, token):
                carried.update({token.i} if carrier is None else {token.i, carrier.i})
                yield act
            yield from read_votes(article, token)
    for token in sentence:
        named = token.pos_ in ("NOUN", "PROPN") or (token.lower_ == "fighting" and token.dep_ == "csubj")
        if named and token.i not in carried and token.dep_ not in ("compound", "amod"):
            yield from read_noun(article, token)


def read_verb(article: Article, verb: Token) -> Iterator[tuple[Act, Token | None]]:
    """The act that a verb tells with its objects, and the noun that carries it."""
    match = match_naming(article, verb) or choose_match(verb)
    own = is_refused(verb) or is_promised(verb)
    if _lacks_agent(verb) or _is_habit(match, verb) or _is_outcome(verb):
        return
    if is_under_proviso(verb) or is_charged(verb):
        return
    if any(o.lower_ in load_cues("nothing") for o in find_objects(verb)) or _asks_for_no_name(verb):
        return
    telling = read_telling(article, verb, WOULD if own else frozenset())
    if telling is None or (telling.quoted and not _is_performed(article, verb) and not is_refused(verb)):
        return
    told = list(_read_matched(article, verb, match, telling)) if match is not None and not _gives_none(verb) else []
    if told or (match is not None and CLASSES[match.type] == "material conflict" and not is_negated(verb)):
        yield from told
    else:
        yield from ((act, None) for act in read_pledge(article, verb, telling))


def _read_matched(article: Article, verb: Token, match: Match, telling: Telling) -> Iterator[tuple[Act, Token | None]]:
    """The act of a verb of a known type."""
    name = judge_type(article, match, verb) if not is_opinion(match, verb) else None
    purpose = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
    if name is None or (purpose and name not in PURPOSES and not _is_settled_there(verb.head)):
        return
    doers = find_doers(article, verb) or _find_alerted(article, verb, name) or _find_named(article, verb, name)
    if ("would" in find_modals(verb) and not is_own(telling, doers, verb)) or is_only_if(verb):
        return
    extra = [match.carrier] if match.carrier is not None and match.carrier.dep_ != "obj" else []
    targets = find_targets(article, verb, doers, *extra)
    if _is_idle(match, name, verb, doers, targets) or (not doers and not _is_authorless(name, verb)):
        return
    if is_own(telling, doers, verb) and WILL & set(find_modals(verb)):
        doers = name_promiser(telling, doers)
    act = Act(
        name, verb, doers, targets, telling, f"verb: {match.why} ({verb.text})", rate_act(name, match, telling, doers)
    )
    for each in spread_act(article, act):
        alone = each.type == "AGREE" and bool(WILL & set(find_modals(verb)))
        if each.type in JOINT and not is_passive(verb) and not alone:
            yield from _pair_with(article, each, match)
        else:
            yield each, match.carrier


def _is_idle(match: Match, name: str, verb: Token, doers: tuple[Who, ...], targets: tuple[Who, ...]) -> bool:
    """Whether a verb tells too little to be an act: no party on the other side, a pledge on a condition, the press."""
    if match.why == VISIT and not _is_visit(doers, targets):
        return True
    if name == "AGREE" and verb.lemma_ in PLEDGES and is_tied(verb):
        return True
    if name == "CONSULT" and verb.lemma_ in ("speak", "talk") and _is_to_press(verb):
        return True
    done = bool(find_objects(verb)) and not is_passive(verb)
    backed = name == "SUPPORT" and done and verb.tag_ in ("VBD", "VBN")
    asked = name in ("REQUEST", "ACCUSE") and done and any(c.dep_ == "xcomp" for c in verb.children)
    together = name in ("CONSULT", "COOPERATE") and (len(doers) > 1 or any(d.type in BODIES for d in doers))
    press = load_cues("press") - load_cues("crowds")
    if doers and all(w.name.lower().split()[-1].removesuffix("s") in press for w in doers):
        return True
    struck = name == "ASSAULT" and (not doers or bool(find_obliques(verb, "between")))
    return match.weak and not (targets or together or backed or asked or struck)


def _is_settled_there(head: Token) -> bool:
    """Whether the purpose behind a verb or noun is what was decided ("voted to leave", "the last to leave")."""
    return head.lemma_ in load_cues("decisions") or head.pos_ in ("NOUN", "ADJ")


def _is_to_press(verb: Token) -> bool:
    """Whether somebody speaks to reporters or a crowd."""
    return any(o.lemma_.lower() in load_cues("press") for o in find_obliques(verb, "to", "with"))


def _asks_for_no_name(verb: Token) -> bool:
    """Whether a source only asks not to be named, or is asked by the press ("asked to comment, he said")."""
    answered = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl")
    return verb.lemma_ == "ask" and (
        answered or any(c.lemma_ in ("name", "identify", "quote", "comment") for c in verb.children if c.i > verb.i)
    )


def _is_visit(doers: tuple[Who, ...], targets: tuple[Who, ...]) -> bool:
    """Whether somebody who acts for a state or body goes to another state."""
    official = any(d.acts_for is not None and d.type == "person" for d in doers)
    return official and any(t.type in ("state", "alliance") for t in targets)


def _lacks_agent(verb: Token) -> bool:
    """Whether a bare participle ("both suspended from the bloc") names nobody who does it."""
    return (
        verb.tag_ == "VBN"
        and not find_hung(verb)
        and not any(c.dep_.startswith("aux") for c in verb.children)
        and verb.dep_ != "conj"
        and not any(c.dep_ == "nsubj" for c in verb.children)
        and not find_obliques(verb, "by")
    )


def _is_habit(match: Match | None, verb: Token) -> bool:
    """Whether a verb tells what is done again and again: "often accuses", "the zone that it occupies"."""
    if any(c.dep_ == "advmod" and c.lower_ in load_cues("habits") for c in verb.children):
        return True
    if match is None or verb.dep_ != "acl:relcl":
        return False
    lasts = verb.tag_ in ("VBZ", "VBP") and (CLASSES[match.type].startswith("material") or match.type == "CONSULT")
    # "an army that has shelled villages": what they are known for, told of whenever.
    return lasts or (
        match.type == "ASSAULT" and any(c.tag_ in ("VBZ", "VBP") and c.lemma_ == "have" for c in verb.children)
    )


def _is_outcome(verb: Token) -> bool:
    """Whether a participle tells what an attack did, which is no second attack ("struck the camp, killing three")."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "xcomp") or verb.lemma_.lower() not in load_cues("hurts"):
        return False
    match = match_verb(verb.head) if verb.head.pos_ == "VERB" else None
    return match is not None and match.type == "ASSAULT" and verb.i > verb.head.i


def _gives_none(verb: Token) -> bool:
    """Whether "no" before its object denies what a verb says ("made no pledge"); "has no intention" is a refusal."""
    denied = [o for o in find_objects(verb) if any(c.lower_ == "no" and c.dep_ == "det" for c in o.children)]
    meant = any(o.lemma_ == "intention" for o in find_objects(verb))
    return not denied if meant and verb.lemma_ == "have" else bool(denied)


def _is_performed(article: Article, verb: Token) -> bool:
    """Whether a quoted verb is what its speaker does in saying it ("we strongly urge"), or is told of one outside."""
    quotation, subject = article.find_quotation(verb), find_grammatical_subject(verb)
    if subject is not None and quotation is not None and article.find_quotation(subject) is None:
        return True
    spoken = any(c.lower_ in ("i", "we", "he", "she") for c in verb.children if c.dep_.startswith("nsubj"))
    return spoken and verb.lemma_.lower() in load_cues("performed") and verb.tag_ in ("VBP", "VB", "VBZ")


def _find_named(article: Article, verb: Token, name: str) -> tuple[Who, ...]:
    """A body that no table knows, by its name, for acts that only bodies and people do."""
    if name in ("MOBILIZE", "OTHER", "YIELD"):
        return ()
    armed = name in ("ASSAULT", "COERCE")
    if armed:
        nouns = load_cues("attackers").union(open_class("@forces"), open_class("@crafts"))
        named = [s for s in find_subjects(verb) if s.lemma_.lower() in nouns]
        return tuple(w for s in named for w in article.cast.name_noun(s) if is_party(w))
    voiced = name in (
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "SUPPORT",
        "PROTEST",
        "AGREE",
        "SANCTION",
        "AID",
        "CONSULT",
        "COOPERATE",
    )
    named = [s for s in find_subjects(verb) if s.pos_ == "PROPN" or (voiced and _is_people(s))]
    whos = [w for s in named for w in name_crowd(s) or article.cast.who_speaks(s)]
    return tuple(w for w in whos if is_party(w))


def _is_people(noun: Token) -> bool:
    """Whether a noun names people by what they do or are, or a body of them ("partisans", "the senate")."""
    lemma = noun.lemma_.lower()
    many = noun.tag_ == "NNS" and lemma.endswith(AGENT_ENDINGS)
    return many or bool({lemma, noun.lower_} & (load_cues("crowds") | load_cues("voices")))


def name_crowd(number: Token) -> tuple[Who, ...]:
    """A crowd by its number ("thousands of people", "15 states")."""
    counted = any(c.dep_ == "nummod" for c in number.children) and number.tag_ == "NNS"
    return (Who(phrase_of(number).lower(), None, "group"),) if counted or number.lower_ in NUMBERS else ()


def _find_alerted(article: Article, verb: Token, name: str) -> tuple[Who, ...]:
    """Whose army is put on alert or sent where nobody is named who does it."""
    if name != "MOBILIZE" or not is_passive(verb):
        return ()
    return tuple(w for o in find_objects(verb) for w in name_doers(article, o))


def _is_authorless(name: str, verb: Token) -> bool:
    """Whether an attack is told though nobody is named as its author."""
    if name != "ASSAULT":
        return False
    lemma, subject = verb.lemma_.lower(), find_grammatical_subject(verb)
    if subject is not None and subject.lemma_.lower() in load_cues("projectiles"):
        return True
    by_attack = find_obliques(verb, "in", "by", "during")
    by_attack += [subject] if subject is not None and is_told_once(subject) else []
    if lemma in load_cues("hurts") and any(match_noun(t) == "ASSAULT" for t in by_attack):
        return True
    if lemma in load_cues("hurts") and is_passive(verb) and any(_is_blast(c) for c in verb.children):
        return True
    return is_passive(verb) and lemma in load_cues("authorless")


def _is_blast(clause: Token) -> bool:
    """Whether a clause tells of what goes off or is fired ("when a mine exploded")."""
    subject = find_grammatical_subject(clause) if clause.dep_ == "advcl" else None
    return subject is not None and subject.lemma_.lower() in load_cues("projectiles")


def _pair_with(article: Article, act: Act, match: Match) -> Iterator[tuple[Act, Token | None]]:
    """A joint act: one for those who act, and one for those it is done with ("met", "signed a deal with")."""
    yield act, match.carrier
    heads = [act.verb, *find_objects(act.verb), *find_obliques(act.verb, "by", "on", "in", "for", "into")]
    beside = (o for head in heads for o in find_obliques(head, "with") if o.lemma_ not in load_cues("no_partners"))
    others = [w for o in beside for w in name_doers(article, o)]
    if act.type == "CONSULT" and act.verb.lemma_ in ("meet", "phone", "telephone"):
        others += [w for o in find_objects(act.verb) for w in article.cast.who(o)]
    if act.type == "CONSULT" and act.verb.lemma_ in ("speak", "talk"):
        others += [
            w for o in find_obliques(act.verb, "to") for w in article.cast.who(o) if w.type in ("person", "state")
        ]
    partners = tuple(dict.fromkeys(w for w in others if w not in act.doers and w.type != "group" and is_party(w)))
    if act.type == "AGREE":
        partners = tuple(w for w in partners if w.type != "person" or w.acts_for is not None)
    if partners:
        yield replace(act, doers=partners, targets=act.doers, certainty=act.certainty - 0.05), match.carrier
