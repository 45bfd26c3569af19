"""Sets of forms that are one entity: joined when a rule says so and nothing speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.corpus.who.forms import Form

if TYPE_CHECKING:
    from generator.corpus.who.claims import ClaimKind


class Groups:
    """Disjoint sets of forms, by their index (union-find, the smaller joined to the larger)."""

    def __init__(self, forms: Sequence[Form], two: Iterable[tuple[int, int]] = ()) -> None:
        """`two`: pairs of forms that a person said are not one; no join ever brings them
        together.
        """
        self.forms = forms
        self._two = list(two)
        self._parent = list(range(len(forms)))
        self._articles = [set(form.articles) for form in forms]
        self._members = [[index] for index in range(len(forms))]
        self._role_words: dict[int, set[str]] = {}  # by set; only those that were asked for
        # the claims that joined, and the form that each explains
        self.settled: list[tuple[ClaimKind, int]] = []
        # a form of a body that many countries have → the country whose it is
        self.of_country: dict[int, str] = {}
        self.open: set[int] = set()  # forms of which it is not known whom they mean

    def of(self, form: int) -> int:
        """The set of a form, named by one of its forms."""
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def members(self, form: int) -> list[int]:
        """All forms of the same set, sorted."""
        return sorted(self._members[self.of(form)])

    def articles(self, form: int) -> set[str]:
        """Where any of them stands."""
        return self._articles[self.of(form)]

    def role_words(self, form: int) -> set[str]:
        """The telling words of all their roles."""
        root = self.of(form)
        if root not in self._role_words:
            self._role_words[root] = set().union(
                *(self.forms[i].role_words for i in self._members[root])
            )
        return self._role_words[root]

    def genders(self, form: int) -> set[str]:
        """Whether the articles call them he, she or both; nothing = they don't say."""
        return {gender for i in self._members[self.of(form)] if (gender := self.forms[i].gender)}

    def apart(self, one: int, other: int) -> bool:
        """Whether a person said so, or one article has both names, so that its author meant two
        people.
        """
        if self.forms[one].split or self.forms[other].split:
            return True
        few, many = sorted((self.articles(one), self.articles(other)), key=len)
        return any(article in many for article in few)

    def join(self, one: int, other: int) -> bool:
        """Make one set of two, unless a person said that they are two; whether it was done. Only
        `claims.settle` calls this."""
        small, large = sorted(
            (self.of(one), self.of(other)), key=lambda root: (len(self._members[root]), -root)
        )
        if small == large or any({self.of(a), self.of(b)} == {small, large} for a, b in self._two):
            return False
        if large in self._role_words:
            self._role_words[large] |= self.role_words(small)
        self._parent[small] = large
        self._members[large] += self._members[small]
        self._articles[large] |= self._articles[small]
        return True

    def all(self) -> list[list[int]]:
        """Every set, each sorted, by first member."""
        return sorted(
            sorted(self._members[root]) for root in range(len(self.forms)) if self.of(root) == root
        )
