"""Memory: who was spoken of so far, so that pronouns and short forms find their actor."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tocsin.coding.mentions import Who

FAR = 4
SUBJECT_BONUS = 1.5
SENTENCE_COST = 1.0
WITHIN_COST = 0.3


@dataclass(frozen=True)
class Mention:
    """One mention: its token, its sentence, who, whether it is a subject, the noun it was said with, quoted or not.

    `is_within` tells a subject of a clause that hangs in another ("when Chile left", "a law that Chile wrote").
    """

    token: int
    sentence: int
    whos: tuple[Who, ...]
    is_subject: bool
    noun: str
    is_plural: bool
    quotation: int
    is_within: bool = False


@dataclass
class Memory:
    """Mentions in the order of the text, and how often each actor was spoken of."""

    mentions: list[Mention] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    by_noun: dict[str, Mention] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    states: Counter[Who] = field(default_factory=Counter)

    def add(self, mention: Mention) -> None:
        """Remember a mention."""
        self.mentions.append(mention)
        self.counts.update(who.name for who in mention.whos)
        self.states.update(who for who in mention.whos if who.type == "state")
        if mention.noun:
            self.by_noun[mention.noun] = mention

    def list_recent(self, sentence: int, reach: int = FAR) -> Iterator[Mention]:
        """Mentions of this sentence and of the `reach` before it, the latest first."""
        for mention in reversed(self.mentions):
            if mention.sentence < sentence - reach:
                return
            yield mention

    def choose(self, sentence: int, fits: Callable[[Mention], float], reach: int = FAR) -> Mention | None:
        """The mention that fits best: near, a subject, often spoken of; `fits` gives a bonus, below 0 for no."""
        best, best_score = None, float("-inf")
        for place, mention in enumerate(self.list_recent(sentence, reach)):
            bonus = fits(mention)
            if bonus < 0:
                continue
            score = bonus - SENTENCE_COST * (sentence - mention.sentence) - 0.05 * min(place, 10)
            score += SUBJECT_BONUS * mention.is_subject - WITHIN_COST * mention.is_within
            if score > best_score:
                best, best_score = mention, score
        return best

    def find_state(self, sentence: int) -> Who | None:
        """The state the text is speaking of: a recent subject or its owner, else the most frequent one so far.

        None where the last subject is a list of states, since nothing tells which of them is meant.
        """
        for mention in self.list_recent(sentence, 2):
            if mention.is_subject and not mention.is_within:
                if sum(who.type == "state" for who in mention.whos) > 1:
                    return None
                for who in mention.whos:
                    if who.type == "state":
                        return who
                    owner = self.find_by_name(who.acts_for)
                    if owner is not None:
                        return owner
        common = self.states.most_common(1)
        return common[0][0] if common else None

    def find_main_state(self) -> Who | None:
        """The state that the text mostly speaks of: the last subject's, where no other is spoken of as often."""
        last = self.find_state(self.mentions[-1].sentence) if self.mentions else None
        others = [count for who, count in self.states.items() if who != last]
        return last if last is not None and self.states[last] > max(others, default=0) else None

    def find_by_name(self, name: str | None) -> Who | None:
        """The state of a name spoken of so far."""
        return next((who for who in self.states if who.name == name), None) if name else None
