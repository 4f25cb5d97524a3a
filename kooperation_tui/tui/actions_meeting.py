"""What can be done on F2 to F5: before, in and after a meeting."""

from __future__ import annotations

from typing import Final

from kooperation_tui.i18n import N_
from kooperation_tui.tui.action import Action, action

_PREPARING: Final = (
    # F2
    action(
        "overview.open",
        "enter",
        N_("open it"),
        N_("Goes to the agenda of this meeting, or to its minutes."),
        3,
    ),
    action(
        "overview.new",
        "n",
        N_("new meeting"),
        N_("Date, time, place and a template for the agenda."),
        4,
    ),
    action(
        "overview.change", "o", N_("change"), N_("Changes date, time or place of this meeting."), 8
    ),
    action(
        "overview.cancel",
        "delete",
        N_("call off"),
        N_("This meeting does not take place: called off, or removed as a mistake."),
    ),
    action(
        "overview.all",
        "a",
        N_("reminders"),
        N_("Everything that must not be forgotten; Enter goes where something can be done."),
        8,
    ),
    action(
        "overview.network",
        "d",
        N_("the network"),
        N_("Its name, who answers for data protection, how long it runs."),
    ),
    # F3
    action("agenda.new", "n", N_("new"), N_("Adds an item to the agenda."), 3),
    action(
        "agenda.edit",
        "enter",
        N_("edit"),
        N_("Changes title, kind, minutes and owner of this item."),
        4,
    ),
    action("agenda.up", "shift+up", N_("move"), N_("Moves it: ↑ up, ↓ down."), 8, "shift+updown"),
    action("agenda.down", "shift+down", N_("move down"), N_("Moves this item down.")),
    action(
        "agenda.proposals",
        "v",
        N_("proposals"),
        N_("Shows what waits for an agenda, with its reason; Enter takes it."),
    ),
    action(
        "agenda.template",
        "t",
        N_("template"),
        N_("Fills an empty agenda with the items of a template."),
        3,
    ),
    action(
        "agenda.longer",
        "plus",
        N_("longer"),
        N_("Five minutes more for this item."),
        shown="+",
    ),
    action(
        "agenda.shorter",
        "minus",
        N_("shorter"),
        N_("Five minutes less for this item."),
        shown="−",
    ),
    action("agenda.pause", "p", N_("break"), N_("Puts a break of ten minutes here.")),
    action(
        "agenda.wording",
        "w",
        N_("wording"),
        N_("Writes the wording to decide on into the agenda."),
    ),
    action("agenda.remove", "delete", N_("remove"), N_("Removes this item, after asking.")),
    action(
        "agenda.meeting",
        "o",
        N_("date and place"),
        N_("Changes date, time or place of this meeting."),
    ),
    action(
        "agenda.invited",
        "e",
        N_("invitation sent"),
        N_("Notes on which day the invitation went out."),
    ),
    # F4
    action(
        "roles.pick",
        "enter",
        N_("choose"),
        N_("Chooses who takes this role; a role may stay empty."),
        3,
    ),
    action(
        "roles.said",
        "z",
        N_("promised"),
        N_("Notes that this person promised to take the role, or was asked."),
        4,
    ),
    action(
        "roles.notnow",
        "d",
        N_("not this time"),
        N_("This person does not want the role this time; the next one is proposed."),
        5,
    ),
    action("roles.clear", "delete", N_("leave empty"), N_("Leaves this role empty.")),
    action("roles.history", "w", N_("who did what"), N_("Shows who had which role when."), 6),
    action(
        "roles.bodies",
        "g",
        N_("bodies"),
        N_("Teams and working groups with meetings of their own: enters one, changes it."),
    ),
    action(
        "roles.coming",
        "k",
        N_("who is coming"),
        N_("Goes to F5, where the answers of the partners stand."),
        7,
    ),
)

_RUNNING: Final = (
    # F5
    action(
        "minutes.strike",
        "",
        N_("Strike the entry out"),
        N_("The chosen entry; its wording stays in the log."),
    ),
    action(
        "minutes.move",
        "",
        N_("Move the entry"),
        N_("The chosen entry goes to another item."),
    ),
    action(
        "minutes.confidential",
        "",
        N_("Confidential or not"),
        N_("The chosen entry stands in the internal minutes only, or in all."),
    ),
    action(
        "minutes.next",
        "ctrl+n",
        N_("next item"),
        N_("Ends this item and goes on to the next."),
        4,
        typing=True,
    ),
    action(
        "minutes.gaps",
        "ctrl+g",
        N_("Still missing"),
        N_("Shows what the minutes still need."),
        5,
        typing=True,
    ),
    action(
        "minutes.export",
        "ctrl+r",
        N_("Export"),
        N_("Save agenda, minutes or agreement as a file."),
        7,
        typing=True,
    ),
    action(
        "minutes.moment",
        "ctrl+o",
        N_("Moment!"),
        N_("Marks a gap here and tells everybody that the minutes need a moment."),
        6,
        typing=True,
    ),
    action(
        "minutes.walk",
        "ctrl+l",
        N_("Actions one by one"),
        N_("Each open action, overdue first: done, new date, on hold, dropped."),
        typing=True,
    ),
    action(
        "minutes.reveal",
        "ctrl+t",
        N_("Show what is confidential"),
        N_("Projector on: shows or hides the confidential line you are typing."),
        typing=True,
    ),
    action(
        "minutes.fist",
        "",
        N_("Fist of five"),
        N_("Everybody shows no to five fingers; you enter how many showed what."),
    ),
    action(
        "minutes.consent",
        "",
        N_("Consent"),
        N_("Leads through the rounds: questions, reactions, objections."),
    ),
    action(
        "minutes.consensing",
        "",
        N_("Systemic consensing"),
        N_("Each partner says how hard each option is to bear; the sums are computed."),
    ),
    action(
        "minutes.pause", "", N_("Break"), N_("The planned break if it is due, else 10 minutes.")
    ),
    action("minutes.resume", "", N_("End of the break"), N_("Goes on with the item before it.")),
    action(
        "minutes.handover",
        "",
        N_("Hand a role over"),
        N_("Facilitation, minutes, time …: somebody else from now on."),
    ),
    action("minutes.guest", "", N_("Guest comes"), N_("Guests are never counted.")),
    action("minutes.guestgoes", "", N_("Guest goes"), N_("The guest leaves the room.")),
    action(
        "minutes.close",
        "",
        N_("Close the meeting"),
        N_("Shows what is missing, then closes the meeting."),
    ),
    action("minutes.start", "", N_("Begin the meeting"), N_("The meeting begins now.")),
    action(
        "minutes.afterwards",
        "",
        N_("Enter the meeting afterwards"),
        N_("It was held on paper: each line takes the time it begins with, none the time of now."),
    ),
    action(
        "minutes.switch",
        "tab",
        N_("complete"),
        N_("Completes a code or a name; in the attendance list, goes to the line."),
        3,
        typing=True,
    ),
    action(
        "minutes.send",
        "ctrl+s",
        N_("Minutes were sent"),
        N_("Writes them for the mail, notes the day and keeps the text as it went out."),
        8,
        typing=True,
    ),
    action(
        "minutes.object",
        "",
        N_("Objection to the minutes"),
        N_("A partner objects; the next meeting decides about it."),
    ),
    action(
        "minutes.settle",
        "",
        N_("What became of an objection"),
        N_("Accepted, rejected, noted or withdrawn; the minutes stay as they are."),
    ),
    action(
        "minutes.redraft",
        "",
        N_("Draw up the minutes again"),
        N_("Sent minutes become a draft, the next version, and are sent again."),
    ),
    action(
        "minutes.approve",
        "",
        N_("Minutes were approved"),
        N_("Notes the day, and the decision if there is one."),
    ),
)

MEETING: Final[tuple[Action, ...]] = (*_PREPARING, *_RUNNING)
