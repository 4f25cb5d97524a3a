"""What can be done on F7 to F9: actions, partners, what is past."""

from __future__ import annotations

from typing import Final

from kooperation_tui.i18n import N_
from kooperation_tui.tui.action import Action, action

_PLAN: Final = (
    action("actions.done", "d", N_("done"), N_("This action is done."), 3),
    action("actions.running", "l", N_("is running"), N_("Somebody works on it, or again.")),
    action("actions.postpone", "t", N_("new date"), N_("Gives it another day.")),
    action("actions.new", "n", N_("new"), N_("An action outside a meeting, old ones too."), 6),
    action("actions.hold", "h", N_("on hold"), N_("It rests for a while, with a reason.")),
    action("actions.drop", "f", N_("dropped"), N_("It is dropped, with a reason.")),
    action("actions.give", "g", N_("hand over"), N_("Somebody else takes it.")),
    action(
        "actions.change",
        "e",
        N_("change"),
        N_("With whom, for which goal, why without a date; the words of one from before."),
        5,
    ),
    action("actions.helpers", "m", N_("who helps"), N_("Partners that help with this action.")),
    action("actions.history", "enter", N_("history"), N_("Shows what became of it so far."), 4),
    action("actions.who", "w", N_("whose"), N_("Shows the actions of one partner or person.")),
    action("actions.finished", "a", N_("finished ones"), N_("Shows or hides what is finished.")),
)
_PARTNERS: Final = (
    action("partners.new", "n", N_("new"), N_("Enters a partner with its people."), 3),
    action(
        "partners.paste",
        "i",
        N_("insert list"),
        N_("Takes over columns copied from a spreadsheet, after a look at them."),
        4,
    ),
    action(
        "partners.open",
        "enter",
        N_("open partner"),
        N_("Names, people, e-mail and phone of this partner; who speaks for it since when."),
        5,
    ),
    action(
        "partners.status",
        "t",
        N_("status, leaving"),
        N_("Partner, associate, no vote for a while; or it leaves: last day, what it hands over."),
    ),
    action("partners.bring", "b", N_("contribution"), N_("Notes what this partner brings in.")),
    action(
        "partners.contributions",
        "k",
        N_("skills and resources"),
        N_("What all partners bring in, as a table that narrows down while you type."),
    ),
    action(
        "partners.data",
        "d",
        N_("data we keep"),
        N_("Lists with data of people: what for, who keeps them, how long, when checked."),
    ),
    action(
        "partners.ending",
        "",
        N_("end the network"),
        N_("What has to be settled before it ends; x saves it as a document."),
    ),
    action(
        "partners.admit",
        "u",
        N_("admission"),
        N_("Somebody wants to join: enters the application, or its next step."),
        6,
    ),
)
_ARCHIVE: Final = (
    action(
        "archive.search",
        "slash",
        N_("search"),
        N_("Searches minutes, decisions, actions, agreement and partners."),
        3,
        shown="/",
    ),
    action("archive.open", "enter", N_("read"), N_("Shows the minutes or the decision."), 4),
    action(
        "archive.choose",
        "m",
        N_("to this meeting"),
        N_("From now on F3, F4 and F5 show this meeting."),
        5,
    ),
    action(
        "archive.standing",
        "s",
        N_("status"),
        N_("Says that a decision is carried out, superseded, revoked or expired."),
        6,
    ),
    action(
        "archive.decision",
        "n",
        N_("earlier decision"),
        N_("Enters a decision taken before this program, with its number and day."),
        7,
    ),
    action(
        "archive.meeting",
        "v",
        N_("earlier meeting"),
        N_("Enters a meeting held before this program; its minutes lie elsewhere."),
        8,
    ),
)
RECORDS: Final[tuple[Action, ...]] = (*_PLAN, *_PARTNERS, *_ARCHIVE)
