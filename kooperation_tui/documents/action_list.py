"""Actions as a list: every line says what its numbers and names are.

A table of seven columns is hard to follow for whoever hears it read out, and gets
unreadable in a mail.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kooperation_tui.documents import actions_part, words
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain.model import Action
from kooperation_tui.domain.tasks import is_overdue


def standing(scene: Scene, action: Action) -> str:
    """overdue, open, done … as of today."""
    if is_overdue(action, scene.local(scene.now).date()):
        return scene.tr.p("document action", "overdue")
    return words.action_status(scene.tr, action.status)


def action_line(scene: Scene, action: Action, *, owner: bool = True) -> str:
    """M-2026-012: Print flyers. Who: Petra Vogt (BIB). With: BB. By when: … Status: overdue."""
    tr = scene.tr
    said = [f"**{inline(action.number)}:** {sentence(inline(action.title))}"]
    if owner:
        said.append(tr.t("Who: {who}.", who=actions_part.owner(scene, action)))
    if action.helpers or action.outside:
        said.append(tr.t("With: {who}.", who=actions_part.helpers(scene, action)))
    said.append(tr.t("By when: {day}.", day=actions_part.due(tr, action)))
    said.append(tr.t("Status: {status}.", status=standing(scene, action)))
    return " ".join(said)


def action_list(scene: Scene, paper: Paper, actions: Iterable[Action]) -> None:
    """A bullet for each action."""
    for action in actions:
        paper.bullet(action_line(scene, action))


def by_person(scene: Scene, actions: Iterable[Action]) -> list[tuple[str, list[Action]]]:
    """Actions under the name of whoever promised them, by name; those of nobody last."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(_heading(scene, action), []).append(action)
    nobody = _nobody(scene)
    return sorted(groups.items(), key=lambda group: (group[0] == nobody, group[0].casefold()))


def people_list(scene: Scene, paper: Paper, actions: Sequence[Action]) -> None:
    """A heading for each person, and the actions below it."""
    for who, theirs in by_person(scene, actions):
        paper.heading(3, who)
        for action in theirs:
            paper.bullet(action_line(scene, action, owner=who == _nobody(scene)))


def _heading(scene: Scene, action: Action) -> str:
    if action.owner or action.owner_organisation:
        return actions_part.owner(scene, action)
    return _nobody(scene)


def _nobody(scene: Scene) -> str:
    return scene.tr.p("action plan", "Nobody yet")
