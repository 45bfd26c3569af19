"""What people say of names and subjects, laid over what the machine found."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import EntityKind


@dataclass(frozen=True, slots=True)
class NameCorrection:
    """What a person says about one name, from `names:` of seeds/corrections.yml. Each field wins on
    its own.
    """

    where: str  # "seeds/corrections.yml:12"
    name: str  # the name that the site shall show, or the one that it shows now
    also: tuple[str, ...] = ()  # other spellings and names of the same one: merged into `name`
    rename: str | None = None  # None = keep the name
    kind: EntityKind | None = None  # None = as the machine says
    roles: tuple[str, ...] | None = None  # None = as the machine says; () = none
    # roles that the articles give and that are wrong; the others stay
    not_roles: tuple[str, ...] = ()
    not_a_name: bool = False  # True = nobody: no page, no links
    # split: the mentions in these articles (ids) are this one, all others are not
    only_in: tuple[str, ...] = ()
    # the name that the one in all other articles shall have; None = the same name
    elsewhere: str | None = None
    # names that look alike and are others: never merged, no longer listed as likely
    apart_from: tuple[str, ...] = ()
    # True = somebody looked at it, and what the entry does not change is right
    checked: bool = False


@dataclass(frozen=True, slots=True)
class SubjectCorrection:
    """A subject that a person declares, from `subjects:` of seeds/corrections.yml."""

    where: str  # "seeds/corrections.yml:12"
    name: str  # "Carbon tax"
    # of quotations, without regard to capitals: "carbon tax", "emission*" (any ending)
    words: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()  # what stands inside such words is not meant: "syntax tax"
    tags: tuple[str, ...] = ()  # articles with one of these tags are listed apart
    under: str | None = None  # the name of the broader subject
    was: tuple[str, ...] = ()  # former names: their addresses lead here
    iptc: str = ""  # a code of the IPTC's Media Topics: "20000424"; "" = none
    not_a_subject: bool = False  # True = never proposed, never published
