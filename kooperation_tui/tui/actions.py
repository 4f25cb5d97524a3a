"""Everything a person can do, once: bindings, palette, help and foot are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui.action import EVERYWHERE, Action
from kooperation_tui.tui.action import action as _a
from kooperation_tui.tui.actions_meeting import MEETING
from kooperation_tui.tui.actions_records import RECORDS

__all__ = ["ACTIONS", "AREAS", "EVERYWHERE", "Action", "Area", "bindings", "foot_of", "of_area"]


@dataclass(frozen=True)
class Area:
    """A place reached by one function key."""

    id: str
    key: str
    name: str


AREAS: Final = (
    Area("overview", "f2", N_("Overview")),
    Area("agenda", "f3", N_("Agenda")),
    Area("roles", "f4", N_("Roles")),
    Area("minutes", "f5", N_("Minutes")),
    Area("agreement", "f6", N_("Agreement")),
    Area("actions", "f7", N_("Actions")),
    Area("partners", "f8", N_("Partners")),
    Area("archive", "f9", N_("Archive")),
)


def short_names(tr: Translator) -> dict[str, str]:
    """The names of the areas for 80 columns."""
    return {
        "overview": tr.p("short area", "Start"),
        "agenda": tr.p("short area", "Agenda"),
        "roles": tr.p("short area", "Roles"),
        "minutes": tr.p("short area", "Minutes"),
        "agreement": tr.p("short area", "Agreement"),
        "actions": tr.p("short area", "Plan"),
        "partners": tr.p("short area", "Partners"),
        "archive": tr.p("short area", "Archive"),
    }


ACTIONS: Final = (
    _a("app.help", "f1", N_("Help"), N_("Help for the place you are at."), 1, typing=True),
    _a(
        "app.palette",
        "ctrl+p",
        N_("Commands"),
        N_("Find everything you can do here by name."),
        2,
        typing=True,
    ),
    _a("app.undo", "ctrl+z", N_("Undo"), N_("Takes your last change back, after asking."), 0),
    _a("app.export", "x", N_("Export"), N_("Save agenda, minutes or agreement as a file."), 7),
    _a(
        "app.beamer",
        "f12",
        N_("Projector on or off"),
        N_("Hides what does not belong on the wall: contacts, confidential lines, gaps."),
        typing=True,
    ),
    _a(
        "app.circular",
        "",
        N_("Decision in text form …"),
        N_("Asks all partners between two meetings; notes their answers and counts them."),
    ),
    _a(
        "app.network",
        "",
        N_("Network …"),
        N_("Its name, place and language, and who answers for data protection."),
    ),
    _a("app.open", "", N_("Open a file …"), N_("Another network: one opened before, or its file.")),
    _a(
        "app.another",
        "",
        N_("Other network"),
        N_("To the first screen: a new network, a file, practising. Nothing is lost."),
    ),
    _a("app.language", "", N_("Deutsch / English"), N_("Switches the language of the interface.")),
    _a("app.theme", "", N_("Colours"), N_("Choose the colours of the interface.")),
    _a("app.messages", "", N_("Messages"), N_("Everything the program has told you so far.")),
    _a(
        "app.leave",
        "ctrl+q",
        N_("Quit"),
        N_("Leaves the program; everything is saved."),
        9,
        typing=True,
    ),
    *MEETING,
    # F6
    _a(
        "agreement.open",
        "enter",
        N_("read"),
        N_("Shows the whole block: questions, wording, course, what follows from it."),
        3,
    ),
    _a(
        "agreement.decide",
        "a",
        N_("decide"),
        N_("Puts the wording to the vote in the running meeting; F5 asks how."),
        3,
    ),
    _a(
        "agreement.talk",
        "b",
        N_("questions"),
        N_("The questions one by one; while the item runs the answers become notes."),
        4,
    ),
    _a(
        "agreement.wording",
        "e w",
        N_("wording"),
        N_("Writes the wording of this block."),
        4,
    ),
    _a(
        "agreement.clause",
        "k",
        N_("clause"),
        N_("Takes a sample clause, asks for its places, then opens the editor."),
        5,
    ),
    _a(
        "agreement.item",
        "t",
        N_("on an agenda"),
        N_("Puts this block on the agenda of the next planned meeting."),
        7,
    ),
    _a(
        "agreement.difference",
        "d",
        N_("difference"),
        N_("Shows word by word what differs from the text in force."),
    ),
    _a(
        "agreement.state",
        "s",
        N_("state"),
        N_("Agreed with a decision or on paper, or not needed with a reason."),
    ),
    _a(
        "agreement.responsible",
        "z",
        N_("responsible"),
        N_("Chooses who looks after this block."),
    ),
    _a(
        "agreement.versions",
        "f",
        N_("versions"),
        N_("New, proposed, adopted, open for signature, in force: the next step of a version."),
        6,
    ),
    _a(
        "agreement.signatures",
        "u",
        N_("signatures"),
        N_("Who signed for which partner, who is pending and why."),
        6,
    ),
    _a(
        "agreement.facts",
        "g",
        N_("facts"),
        N_("What is entered for this block: rules, goals, registers, deadlines, addresses."),
    ),
    _a(
        "agreement.rules",
        "",
        N_("Rules …"),
        N_("Quorum, majorities, deadlines: what was agreed, and what is only proposed."),
    ),
    _a(
        "agreement.goals",
        "",
        N_("Goals …"),
        N_("What the network wants, by what it is seen, what the year brought."),
    ),
    _a(
        "agreement.terms",
        "",
        N_("Term and funding …"),
        N_("How long it runs, who pays, notice, the day of the yearly review."),
    ),
    _a(
        "agreement.paper",
        "p",
        N_("in force on paper"),
        N_("An agreement that was signed on paper before: its number, its day, who signed."),
    ),
    *RECORDS,
    # welcome
    _a(
        "welcome.create",
        "1",
        N_("new network"),
        N_("Name, language and rules; takes ten minutes."),
        3,
    ),
    _a("welcome.open", "2", N_("open a file"), N_("Opens a network that is there already."), 4),
    _a(
        "welcome.practise",
        "3",
        N_("try it out"),
        N_("A practice network; nothing of yours is touched."),
        5,
    ),
    _a(
        "welcome.language",
        "l",
        N_("Deutsch/English"),
        N_("Switches the language of the interface."),
        6,
    ),
    _a("welcome.folder", "o", N_("change folder"), N_("Where a new network’s file will lie.")),
)


def of_area(area: str) -> tuple[Action, ...]:
    """The actions of one area."""
    return tuple(action for action in ACTIONS if action.area == area)


def everywhere() -> tuple[Action, ...]:
    """The actions that are there in every area."""
    return of_area(EVERYWHERE)


def foot_of(area: str) -> tuple[Action, ...]:
    """What the foot offers here: help and palette first, at most seven."""
    found = sorted(
        (a for a in (*everywhere(), *of_area(area)) if a.foot),
        key=lambda a: (a.foot, a.area != EVERYWHERE),
    )
    return tuple(found)


def bindings(area: str) -> list[Binding]:
    """The bindings of an area's screen, or of the app for `EVERYWHERE`."""
    return [
        Binding(
            ",".join(action.keys),
            action.method.partition("_")[2],
            action.label,
            id=action.id,
            show=False,
            priority=action.typing,
        )
        for action in of_area(area)
        if action.keys
    ]
