"""Everything a person can do, once: bindings, palette, help and foot are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from kooperation_tui.i18n import N_, Translator

EVERYWHERE: Final = "everywhere"


@dataclass(frozen=True)
class Action:
    """Something to do.

    Attributes:
        id: `area.verb`; the method is `action_verb` of that area's screen, or of the app.
        keys: keys as Textual names them; the first one is shown.
        label: a word or two for the foot and the palette (message id).
        help: one sentence for F1 (message id).
        area: where it is available.
        foot: place in the foot counted from 1; 0 if it has none.
        shown: name of the key for people, where one name stands for several keys.
        typing: works while text is being typed, too.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    area: str
    foot: int = 0
    shown: str = ""
    typing: bool = False

    @property
    def method(self) -> str:
        """What Textual calls."""
        return self.id.replace(".", "_")

    @property
    def key(self) -> str:
        """The key to show."""
        return self.shown or (self.keys[0] if self.keys else "")


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


def _a(
    id: str, keys: str, label: str, help: str, foot: int = 0, shown: str = "", typing: bool = False
) -> Action:
    area = id.partition(".")[0]
    return Action(
        id=id,
        keys=tuple(keys.split()),
        label=label,
        help=help,
        area=EVERYWHERE if area == "app" else area,
        foot=foot,
        shown=shown,
        typing=typing,
    )


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
    _a("app.beamer", "", N_("Projector on or off"), N_("Hides what does not belong on the wall.")),
    _a("app.language", "", N_("Deutsch / English"), N_("Switches the language of the interface.")),
    _a("app.theme", "", N_("Colours"), N_("Choose the colours of the interface.")),
    _a("app.messages", "", N_("Messages"), N_("Everything the program has told you so far.")),
    _a(
        "app.leave",
        "ctrl+q",
        N_("Quit"),
        N_("Leaves the program; everything is saved."),
        8,
        typing=True,
    ),
    # F2
    _a("overview.open", "enter", N_("open meeting"), N_("Shows this meeting on F3, F4 and F5."), 3),
    _a(
        "overview.new",
        "n",
        N_("new meeting"),
        N_("Date, time, place and a template for the agenda."),
        4,
    ),
    _a("overview.change", "o", N_("change"), N_("Changes date, time or place of this meeting."), 5),
    # F3
    _a("agenda.new", "n", N_("new"), N_("Adds an item to the agenda."), 3),
    _a(
        "agenda.edit",
        "enter",
        N_("edit"),
        N_("Changes title, kind, minutes and owner of this item."),
        4,
    ),
    _a("agenda.up", "shift+up", N_("move up"), N_("Moves this item up."), 5, shown="shift+updown"),
    _a("agenda.down", "shift+down", N_("move down"), N_("Moves this item down.")),
    _a("agenda.pause", "p", N_("break"), N_("Puts a break of ten minutes here."), 6),
    _a(
        "agenda.wording", "w", N_("wording"), N_("Writes the wording to decide on into the agenda.")
    ),
    _a("agenda.remove", "delete", N_("remove"), N_("Removes this item, after asking.")),
    _a(
        "agenda.meeting",
        "o",
        N_("date and place"),
        N_("Changes date, time or place of this meeting."),
    ),
    _a(
        "agenda.invited",
        "e",
        N_("invitation sent"),
        N_("Notes that the invitation went out today."),
    ),
    # F4
    _a(
        "roles.pick",
        "enter",
        N_("choose"),
        N_("Chooses who takes this role; a role may stay empty."),
        3,
    ),
    _a("roles.clear", "delete", N_("leave empty"), N_("Leaves this role empty."), 4),
    # F5
    _a(
        "minutes.next",
        "ctrl+n",
        N_("next item"),
        N_("Ends this item and goes on to the next."),
        4,
        typing=True,
    ),
    _a(
        "minutes.gaps",
        "ctrl+g",
        N_("Still missing"),
        N_("Shows what the minutes still need."),
        5,
        typing=True,
    ),
    _a(
        "minutes.close",
        "",
        N_("Close the meeting"),
        N_("Shows what is missing, then closes the meeting."),
    ),
    _a("minutes.start", "", N_("Begin the meeting"), N_("The meeting begins now.")),
    _a(
        "minutes.switch",
        "tab",
        N_("complete"),
        N_("Completes a code or a name; in the attendance list, goes to the line."),
        3,
        typing=True,
    ),
    # F6
    _a(
        "agreement.wording",
        "enter w",
        N_("write wording"),
        N_("Writes the wording of this block."),
        3,
    ),
    _a(
        "agreement.state",
        "s",
        N_("state"),
        N_("Agreed with a decision or on paper, or not needed with a reason."),
        4,
    ),
    _a(
        "agreement.responsible",
        "z",
        N_("responsible"),
        N_("Chooses who looks after this block."),
        5,
    ),
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
