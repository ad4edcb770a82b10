"""Issues: the proposals of an article, each once, whatever its wordings."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.proposals import Proposal, find_key, is_pointing, is_same, load_words, word_proposal
from tocsin.records.coding import Issue, name_record
from tocsin.records.frozen import Span

NEAR = 100
BACK = 500


@dataclass
class Agenda:
    """The proposals found so far, each with the issue that it is a wording of."""

    article: Article
    issues: list[Issue] = field(default_factory=list)
    wordings: list[tuple[Proposal, str]] = field(default_factory=list)
    worded: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def find_issue(self, head: Token, holders: tuple[Who, ...], evidence: Span, *, met: bool = False) -> str | None:
        """The id of the issue that `head` is about, met before or (unless `met`) new; None where it names no action."""
        if is_pointing(head) and (last := self.find_last(head)) is not None:
            return last
        proposal = word_proposal(self.article, find_fuller(head), holders)
        if is_pointing(head):
            named = head.lemma_.lower() in load_words("documents")
            proposal = replace(proposal, words=f"adopt the {proposal.words}") if named and proposal else None
        if proposal is None:
            same = bool(self.wordings) and find_key(head) == self.wordings[-1][0].action
            return self.find_last(head) if same and not is_pointing(head) else None
        known = self.find_known(proposal)
        if met and known is None:
            return None
        issue = known or self.open_issue(proposal, evidence)
        for key in proposal.keys:
            self.worded[key].append(len(self.wordings))
        self.wordings.append((proposal, issue))
        return issue

    def find_known(self, proposal: Proposal) -> str | None:
        """The issue of the last wording that is of the same proposal, looked for among those that share a word."""
        near = sorted({place for key in proposal.keys for place in self.worded.get(key, ())}, reverse=True)
        return next((self.wordings[n][1] for n in near if is_same(proposal, self.wordings[n][0])), None)

    def find_last(self, head: Token, *, near: bool = False) -> str | None:
        """The issue spoken of last before a word that only points, where that is not far (`near`: a sentence back)."""
        if not self.wordings:
            return None
        last = self.wordings[-1][0].token
        if near and last < head.doc[max(head.sent.start - 1, 0)].sent.start:
            return None
        if 0 <= head.i - last <= NEAR or head.sent.start <= last < head.sent.end:
            return self.wordings[-1][1]
        return None

    def list_issues(self, held: set[str]) -> list[Issue]:
        """The issues that somebody stands on, each in its first wording, or the first with a verb if there is one."""
        return [self.reword(issue) for issue in self.issues if issue.id in held]

    def reword(self, issue: Issue) -> Issue:
        wordings = [p for p, known in self.wordings if known == issue.id]
        acting = (p for p in wordings if self.article.doc[p.token].pos_ == "VERB" and p.object is not None)
        best = next(acting, None)
        if best is None or self.article.doc[wordings[0].token].pos_ == "VERB":
            return issue
        return issue.model_copy(update={"proposal": best.words, "why": f"{issue.why}; worded by: {best.words}"})

    def open_issue(self, proposal: Proposal, evidence: Span) -> str:
        document = self.article.document.id
        issue = Issue(
            id=name_record("issue", document, evidence, proposal.words), document=document, evidence=evidence,
            certainty=0.7, why=f"first wording: {proposal.words}", proposal=proposal.words,
        )  # fmt: skip
        self.issues.append(issue)
        return issue.id


def find_fuller(head: Token) -> Token:
    """The nearest mention before of what a bare definite noun names, where that says more: "the operation"."""
    words = [c for c in head.children if c.dep_ not in ("punct", "conj", "cc")]
    if (
        head.pos_ != "NOUN"
        or [c.lower_ for c in words if c.dep_ == "det"] != ["the"]
        or any(tells_more(c, head) for c in words)
    ):
        return head
    before = (t for t in reversed(head.doc[max(head.i - BACK, 0) : head.i]) if t.pos_ == "NOUN")
    same = (t for t in before if find_key(t) == find_key(head) and any(tells_more(c, t) for c in t.children))
    return next(same, head)


def tells_more(child: Token, head: Token) -> bool:
    return child.dep_ in ("nmod", "compound", "nmod:poss") or (child.dep_ == "amod" and child.i < head.i)
