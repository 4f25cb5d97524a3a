"""The page of one partner."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Resource
from kooperation_tui.domain.model import Delegation, DelegationKind, Organisation, Person
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.contributions import given_words, over
from kooperation_tui.tui.drawing.partners import status_words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View
from kooperation_tui.tui.words import RESOURCES

_KIND = 18
"""Cells of the kind of a contribution."""
NAMES = "names"
"""Id of the row with the partner's own names."""


def partner_page(view: View, identity: str) -> list[Row]:
    """Names, people (those who spoke for it before last), contributions."""
    tr, data = view.tr, view.data
    organisation = data.get(Organisation, identity)
    rows = [Row(_names(view, organisation), NAMES)]
    rows += [Row(text) for text in _former(view, organisation)]
    rows += [BLANK, Row(ink.put((tr.t("People"), "head")))]
    own = [d for d in data.rows(Delegation) if d.organisation == identity]
    own.sort(key=lambda d: (_ended(view, d), d.kind is not DelegationKind.DELEGATE))
    rows += [Row(_person(view, d), d.id) for d in own]
    if not own:
        rows.append(Row(ink.put((tr.t("Nobody is named yet."), "dim"))))
    given = [r for r in data.rows(Resource) if r.organisation == identity]
    rows += [BLANK, Row(ink.put((tr.t("Brings in"), "head")))]
    rows += [Row(_given(view, one), one.id) for one in given]
    if not given:
        rows.append(Row(ink.put((tr.t("Nothing is entered yet."), "dim"))))
    return rows


def _names(view: View, organisation: Organisation) -> Content:
    tr = view.tr
    pieces = [organisation.name]
    if organisation.short_name:
        pieces.append(tr.t("in short {name}", name=organisation.short_name))
    status = status_words(view, organisation) or tr.t("partner")
    if organisation.joined_on is not None and not status_words(view, organisation):
        status = tr.t("partner since {year}", year=str(organisation.joined_on.year))
    text = ink.put(" · ".join([*pieces, status]))
    return ink.hanging(ink.put((ink.fit(organisation.code, 9), "strong")), text, view.width)


def _former(view: View, organisation: Organisation) -> list[Content]:
    return [
        ink.put(
            " " * 9,
            (
                view.tr.t(
                    "until {day}: {name} ({code})",
                    day=view.tr.date_short(one.until),
                    name=one.name,
                    code=one.code,
                ),
                "dim",
            ),
        )
        for one in reversed(organisation.former)
    ]


def _ended(view: View, delegation: Delegation) -> bool:
    return delegation.until is not None and delegation.until < view.today


def _person(view: View, delegation: Delegation) -> Content:
    """Name, task and days; below function and addresses, never on the wall."""
    tr = view.tr
    person = view.data.get(Person, delegation.person)
    speaks = delegation.kind is DelegationKind.DELEGATE
    task = tr.t("represents") if speaks else tr.t("deputy")
    days = []
    if delegation.since is not None:
        days.append(tr.t("since {day}", day=tr.date_short(delegation.since)))
    if delegation.until is not None:
        days.append(tr.t("until {day}", day=tr.date_short(delegation.until)))
    ended = _ended(view, delegation)
    first = ink.put(
        (ink.fit(person.name, 28), "dim" if ended else "strong"),
        " ",
        (" ".join([task, *days]), "dim" if ended else ""),
    )
    about = [person.function] if view.beamer else [person.function, person.email, person.phone]
    others = plan.organisations_of(view.data, person.id, view.today)
    codes = words.codes(view.data, tuple(o for o in others if o != delegation.organisation))
    if codes and not ended:
        about.append(tr.t("also for {codes}", codes=codes))
    said = " · ".join(filter(None, about))
    if not said and not ended and not view.beamer:
        said = tr.t("no e-mail and no phone yet")
    if not said:
        return first
    below = ink.hanging(ink.put("  "), ink.put((said, "dim")), view.width)
    return ink.lines([first, below])


def _given(view: View, one: Resource) -> Content:
    """The kind, then what, how much and until when."""
    tone = "dim" if over(view, one) else ""
    kind = ink.put((ink.fit(view.tr.t(RESOURCES[one.kind]), _KIND), "dim"))
    return ink.hanging(kind, ink.put((given_words(view, one), tone)), view.width)
