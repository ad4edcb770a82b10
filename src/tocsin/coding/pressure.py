"""Pressure: an act that hangs on what another does, and is no kindness, though no word of it is one of harm."""

from spacy.tokens import Token

from tocsin.codebook.tables import load_table
from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.clauses import find_child, find_grammatical_subject, find_modals, is_negated, is_passive
from tocsin.coding.event_types import match_verb
from tocsin.coding.harm import is_bystander, is_hostile, is_own
from tocsin.coding.threat_words import SET_ON, load_cues

FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})


def is_pressing(article: Article, verb: Token, tie: Token, speaker: Who) -> bool:
    """Whether a party's own act presses another: it is tied to another's act, and told as a warning or done to them."""
    if is_bystander(speaker):
        return False
    if is_refusal(verb) or (is_negated(tie) and is_told_grimly(verb)):
        return not is_own_deed(article, tie, speaker)
    if is_friendly(verb):
        return False
    if is_fight(tie):
        return not is_own_deed(article, tie, speaker)
    if is_invited(article, tie, speaker):
        return False
    return is_warned(verb) or hits_other(article, verb, tie, speaker)


def is_set_on(article: Article, verb: Token, tie: Token, speaker: Who) -> bool:
    """Whether a party says outright what it will do to press another, whatever the act: "will leave the league unless".

    The act is no kindness and the condition a deed, or its omission, of somebody else.
    """
    idle = is_negated(verb) or is_passive(verb) or verb.lemma_.lower() in load_cues("harm", "suffered")
    if idle or is_natural(tie) or is_bystander(speaker) or not SET_ON & set(find_modals(verb)):
        return False
    if is_friendly(verb) and not (is_left_undone(tie) and verb.lemma_.lower() in load_cues("pressure", "light")):
        return False
    return tie.pos_ == "VERB" and not is_invited(article, tie, speaker) and find_grammatical_subject(tie) is not None


def is_left_undone(tie: Token) -> bool:
    """Whether a condition is that another does not do something ("unless the siege is lifted")."""
    unless = any(c.lower_ == "unless" for c in tie.children)
    subject = find_grammatical_subject(tie)
    none = subject is not None and any(c.lower_ == "no" for c in subject.children)
    return unless or is_negated(tie) or none or tie.lemma_.lower() in ("fail", "refuse", "neglect")


def is_warned_off(verb: Token, tie: Token) -> bool:
    """Whether what another will have if it acts is no kindness: "whoever sells to them will", "there will be no talks".

    Of the many that may do a thing something is told, or of a deed that nothing good is to be there after it.
    """
    if not SET_ON & set(find_modals(verb)):
        return False
    if tie.pos_ == "VERB" and find_child(verb, "expl") is not None:
        left_out = {t.i for t in tie.subtree}
        return any(t.lower_ == "no" for t in verb.subtree if t.i not in left_out)
    if is_friendly(verb):
        return False
    if tie.pos_ == "VERB":
        return is_left_undone(tie) and not is_negated(verb)
    clause = find_child(tie, "acl:relcl", "acl")
    close = clause is not None and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).lower_ != ","
    doing = tie.lower_ in ("whoever", "anyone", "anybody", "those", "everyone") or close
    return doing and tie == find_grammatical_subject(verb)


def is_refusal(verb: Token) -> bool:
    """Whether an act keeps from another what it had ("will not reopen the border as long as")."""
    return is_negated(verb) and verb.lemma_.lower() in load_cues("undoing", "reopening")


def is_fight(tie: Token) -> bool:
    """Whether a condition is a fight that another picks ("if it prefers confrontation")."""
    return tie.pos_ == "VERB" and any(
        t.lemma_.lower() in load_cues("fights", "nouns")
        for c in tie.children
        if c.dep_ in ("obj", "obl", "xcomp")
        for t in c.subtree
    )


def find_lever(article: Article, verb: Token, speaker: Who) -> Token | None:
    """The reason that makes an announced step against another the price of its deed ("will impose tariffs over")."""
    if (
        not {"will", "would"} & set(find_modals(verb))
        or is_negated(verb)
        or (is_friendly(verb) and verb.lemma_ != "take")
    ):
        return None
    if not hits_other(article, verb, None, speaker):
        return None
    around = [t for t in verb.subtree if t.i > verb.i]
    words = " ".join(t.lower_ for t in around)
    if any(phrase in words for phrase in load_table("cues_threats")["levers"]["phrases"]):
        return verb
    if not is_hostile(verb):
        return None
    over = (t for t in around if t.lower_ in load_cues("levers", "prepositions") and is_reason(t, verb))
    told = (t for t in around if t.dep_ == "advcl" and t.lemma_.lower() in load_cues("levers", "verbs"))
    return next(over, None) or next(told, None)


def is_friendly(verb: Token) -> bool:
    """Whether an act does another good: help, agreement, or an end to what hurts; "will not help" does not."""
    lemma = verb.lemma_.lower()
    if lemma in load_cues("starting", "going_on") and (on := find_child(verb, "xcomp")) is not None:
        return is_friendly(on)
    if lemma in load_cues("easing", "verbs"):
        return not _ends_good(verb)
    match = match_verb(verb)
    kind = lemma in load_cues("pressure", "friendly") or (match is not None and match.type in FRIENDLY)
    return kind != is_negated(verb)


def _ends_good(verb: Token) -> bool:
    """Whether what a verb stops is a good to another: "stop sending gas", "end all talks"."""
    inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB"), None)
    if inner is not None:
        match = match_verb(inner)
        return inner.lemma_.lower() in load_cues("pressure", "friendly") or (
            match is not None and match.type in FRIENDLY
        )
    things = [t for c in verb.children if c.dep_ in ("obj", "nsubj:pass") for t in c.subtree]
    return any(t.lemma_.lower() in load_cues("cuts", "lifelines") for t in things)


def is_invited(article: Article, tie: Token, speaker: Who) -> bool:
    """Whether an act hangs on a wish, a leave, or a deed of the speaker's own side."""
    return tie.lemma_.lower() in load_cues("pressure", "inviting") or is_own_deed(article, tie, speaker)


def is_asked(tie: Token) -> bool:
    """Whether a condition is only that somebody asks for it or lets it happen."""
    return tie.lemma_.lower() in load_cues("pressure", "asking") and not is_negated(tie) and not is_passive(tie)


def is_natural(tie: Token) -> bool:
    """Whether a condition is the work of nature or of markets ("if the storm reaches the coast")."""
    subject = find_grammatical_subject(tie)
    return subject is not None and subject.lemma_.lower() in load_cues("pressure", "nature")


def is_own_deed(article: Article, tie: Token, speaker: Who) -> bool:
    """Whether a condition is a deed of the speaker's own side."""
    subject = find_grammatical_subject(tie) if tie.pos_ in ("VERB", "AUX", "ADJ") else None
    if subject is None:
        return False
    near = [subject, *(c for c in subject.children if c.dep_ == "nmod:poss")]
    return any(is_own(w, speaker) for t in near if t.lower_ not in ("it", "they") for w in article.cast.who(t))


def is_warned(verb: Token) -> bool:
    """Whether an act is told with a word of warning: above it, or behind it as who said it."""
    return _is_told_by(verb, load_cues("pressure", "warning"))


def is_told_grimly(verb: Token) -> bool:
    """Whether an act is told by a word of threat, above it or behind it: "we shall get them out, he warned"."""
    return _is_told_by(verb, load_cues("announcing", "grim"))


def _is_told_by(verb: Token, words: frozenset[str]) -> bool:
    """Whether one of these words stands above an act, or behind it as how it was said."""
    near = [*verb.ancestors, *(c for t in (verb, *verb.ancestors) for c in t.children if c.dep_ == "parataxis")]
    return any(t.lemma_.lower() in words for t in near)


def is_reason(word: Token, verb: Token) -> bool:
    """Whether a preposition gives the reason of an act: it hangs on its verb or on what is done to somebody."""
    return word.dep_ == "case" and word.head.head in (verb, *(c for c in verb.children if c.dep_ == "obj"))


def hits_other(article: Article, verb: Token, tie: Token | None, speaker: Who) -> bool:
    """Whether another party is among those whom an act is done to."""
    left_out = {t.i for t in tie.subtree} if tie is not None else set()
    for head in verb.children:
        if head.dep_.split(":")[0] not in ("obj", "iobj", "obl", "xcomp") or head.i in left_out:
            continue
        for token in (t for t in head.subtree if t.i not in left_out):
            whos = article.cast.who_alone(token)
            if any(w.type in ("state", "alliance", "organisation", "group") and not is_own(w, speaker) for w in whos):
                return True
    return False


def is_unbounded(verb: Token) -> bool:
    """Whether somebody is to stop at nothing: "do what it must", "use all means", "take every necessary step"."""
    thing = find_child(verb, "obj")
    if thing is None or verb.lemma_.lower() not in ("do", "use", "take"):
        return False
    if thing.lower_ in ("what", "whatever"):
        return thing.lower_ == "whatever" or any(
            t.lower_ in ("must", "necessary", "needed") or (t.lemma_ == "have" and t.nbor().lower_ == "to")
            for t in thing.subtree
        )
    whole = any(c.lower_ in ("all", "every", "any") for c in thing.children)
    return whole and thing.lemma_.lower() in load_cues("readiness", "steps") | {"means", "mean", "option", "force"}


def is_return(verb: Token) -> bool:
    """Whether a force is to come again ("the ships would be back", "our tanks will return"), not to go home."""
    subject = find_grammatical_subject(verb)
    if subject is None or subject.lemma_.lower() not in (
        load_cues("weighing", "forces") | load_cues("weighing", "vessels")
    ):
        return False
    home = any(t.lower_ in ("home", "base", "barracks", "port") for t in verb.subtree)
    return verb.lemma_.lower() in load_cues("weighing", "coming_back") and not home and not is_negated(verb)


def is_at_stake(verb: Token) -> bool:
    """Whether what another lives by is told to hang on its conduct ("the loans hinge on reforms")."""
    thing = find_grammatical_subject(verb)
    hangs = verb.lemma_.lower() in load_cues("weighing", "hinging") and not is_negated(verb)
    goods = load_cues("cuts", "objects") | {"union", "loan", "accession", "candidacy", "future"}
    return hangs and thing is not None and any(t.lemma_.lower() in goods for t in (thing, *thing.lefts))


def is_foretold(article: Article, verb: Token, tie: Token, speaker: Who) -> bool:
    """Whether a state warns of what another's act would bring, whatever the words ("would cease to be calm if")."""
    side = speaker.type == "state" or speaker.acts_for is not None
    actor = find_grammatical_subject(tie) if tie.pos_ == "VERB" and not is_passive(tie) else None
    kind = is_friendly(verb) and verb.lemma_.lower() not in load_cues("ends", "words")
    if not side or is_bystander(speaker) or actor is None or kind or not is_warned(verb):
        return False
    whos = [w for w in article.cast.who(actor) if w.type in ("state", "alliance", "group")]
    return bool(whos) and not any(is_own(w, speaker) for w in whos) and bool({"will", "would"} & set(find_modals(verb)))
