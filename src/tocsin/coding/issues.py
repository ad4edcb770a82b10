"""Issues: the proposals of an article, each once, whatever its wordings."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from tocsin.coding.actors import Who
from tocsin.coding.article import Article
from tocsin.coding.proposals import Proposal, find_key, is_pointing, is_same, word_proposal
from tocsin.records.coding import Issue, name_record
from tocsin.records.frozen import Span

NEAR = 120


@dataclass
class Agenda:
    """The proposals found so far, each with the issue that it is a wording of."""

    article: Article
    issues: list[Issue] = field(default_factory=list)
    wordings: list[tuple[Proposal, str]] = field(default_factory=list)

    def find_issue(self, head: Token, holders: tuple[Who, ...], evidence: Span) -> str | None:
        """The id of the issue that `head` is about: one met before, or a new one; None where it names no action."""
        if is_pointing(head):
            return self.find_last(head)
        proposal = word_proposal(self.article, head, holders)
        if proposal is None:
            return self.find_last(head) if self.wordings and find_key(head) == self.wordings[-1][0].action else None
        known = next((issue for other, issue in reversed(self.wordings) if is_same(proposal, other)), None)
        issue = known or self.open_issue(proposal, evidence)
        self.wordings.append((proposal, issue))
        return issue

    def find_last(self, head: Token) -> str | None:
        """The issue spoken of last before a word that only points, where that is not far."""
        if self.wordings and 0 <= head.i - self.wordings[-1][0].token <= NEAR:
            return self.wordings[-1][1]
        return None

    def open_issue(self, proposal: Proposal, evidence: Span) -> str:
        document = self.article.document.id
        issue = Issue(
            id=name_record("issue", document, evidence, proposal.words), document=document, evidence=evidence,
            certainty=0.7, why=f"first wording: {proposal.words}", proposal=proposal.words,
        )  # fmt: skip
        self.issues.append(issue)
        return issue.id
