"""The log of a meeting in the capture language: whoever reads it learns to type it."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.afterwards import is_before
from kooperation_tui.domain.model import Disposition, Meeting
from kooperation_tui.domain.state import Entry, Wording
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.attendance import without_taken_back
from kooperation_tui.tui.drawing.ballot import ballot_lines, result_words
from kooperation_tui.tui.drawing.course import course
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.drawing.sections import in_sections
from kooperation_tui.tui.view import View

_OF_AN_ITEM = (ev.Noted, ev.ActionTaken, ev.Parked, ev.Proposed)
_HIDDEN = (ev.PointBound,)
_INDENT = 9
"""Cells of time and mark before the text."""


def log_rows(view: View, item: str = "") -> list[Row]:
    """The entries of the meeting, oldest first; only one item's if it is named."""
    state = view.state
    if state is None:
        return []
    entries = [e for e in without_taken_back(state) if not isinstance(e.what, _HIDDEN)]
    if view.beamer:
        entries = [e for e in entries if not _is_gap(e)]
    if item:
        entries = [e for e in entries if e.item == item]
    return [
        Row(entry_text(view, entry, section), entry.id) for section, entry in in_sections(entries)
    ]


def _is_gap(entry: Entry) -> bool:
    """A marked gap is nobody's business on the wall."""
    return isinstance(entry.what, ev.Noted) and entry.what.kind is ev.NoteKind.GAP


def entry_text(view: View, entry: Entry, section: str = "") -> Content:
    """Time, mark and text of one entry; continuation lines hang under the text.

    Args:
        section: the item under which it stands; if it belongs to another one, that is said.
    """
    mark, text = _mark_and_text(view, entry)
    if section and isinstance(entry.what, _OF_AN_ITEM) and entry.item != section:
        text = ink.put((_item_name(view, entry.item), "dim"), text)
    if entry.deleted:
        text = ink.put((view.tr.t("struck out: ") + text.plain, "dim"))
    elif entry.lifted is not None:
        text = ink.put((view.tr.t("no longer holds:") + " " + text.plain, "dim"))
    first = ink.put((_clock(view, entry), "dim"), " ", (mark.center(3), "mark"))
    room = view.width - _INDENT
    rows = [ink.hanging(first, text, view.width)]
    under = [ink.put(remark) for remark in entry.remarks]
    if isinstance(entry.what, ev.Balloted):
        under = [*ballot_lines(view, entry.what), *under]
    for line in under:
        rows += [ink.put(" " * _INDENT, row) for row in line.wrap(max(room, 10))]
    return ink.lines(rows)


def _item_name(view: View, item: str) -> str:
    """`TOP 4: ` before a line that was typed for another item."""
    known = view.state.item(item) if view.state is not None else None
    if known is None or not known.item.number:
        return ""
    return view.tr.t("Item {number}", number=known.item.number) + ": "


def _clock(view: View, entry: Entry) -> str:
    """When it holds; of attendance entered afterwards nobody knows the minute."""
    time, meeting, state = view.tr.time(entry.at), view.meeting, view.state
    if meeting is None or state is None or not is_before(meeting, state, entry.at):
        return time
    return " " * len(time)


def entry_words(view: View, entry: Entry) -> str:
    """The text of one entry in one line, without its time and mark."""
    return " ".join(_mark_and_text(view, entry)[1].plain.split())


def _mark_and_text(view: View, entry: Entry) -> tuple[str, Content]:
    what = entry.what
    match what:
        case ev.Noted():
            return _noted(view, entry, what)
        case ev.Proposed():
            return "!", _proposed(view, entry, what)
        case ev.ActionTaken():
            return ">", _action(view, entry, what)
        case ev.ActionProgressed():
            return ">", _progress(view, what)
        case ev.Parked():
            return "#", _parked(view, entry, what)
        case ev.ParkingDisposed():
            return "#", _disposed(view, what)
        case ev.Balloted(ballot=ballot):
            words_, tone = result_words(ballot, view.tr)
            number = f"  {words.short_number(what.number)}" if what.number else ""
            return "=", ink.put((words_, tone), (number, "dim"))
    found = _attendance(view, what) or _wording_life(view, entry, what)
    return found or ("", course(view, entry, what))


def _noted(view: View, entry: Entry, what: ev.Noted) -> tuple[str, Content]:
    tr = view.tr
    who = f"{words.code(view.data, what.organisation)}: " if what.organisation else ""
    if entry.confidential and view.beamer:
        return "%", ink.put((tr.t("confidential entry"), "dim"))
    match what.kind:
        case ev.NoteKind.QUESTION:
            return "?", ink.put(entry.text)
        case ev.NoteKind.GAP:
            return "?", ink.put((tr.t("A gap: something is missing here"), "warn"))
        case ev.NoteKind.STATEMENT:
            return ":", ink.put((tr.t("Statement") + " ", "dim"), who, entry.text)
        case ev.NoteKind.MINORITY:
            return ":", ink.put((tr.t("Minority opinion") + " ", "dim"), who, entry.text)
        case ev.NoteKind.ANNEX:
            return "", ink.put((tr.t("Annex") + " ", "dim"), entry.text)
        case _ if entry.confidential:
            return "%", ink.put((tr.t("confidential") + " ", "warn"), entry.text)
        case _:
            return "", ink.put(who, entry.text)


def _wording_of(view: View, identity: str) -> Wording | None:
    return view.state.wording(identity) if view.state is not None else None


def _proposed(view: View, entry: Entry, what: ev.Proposed) -> Content:
    wording = _wording_of(view, what.wording)
    current = wording is None or wording.text == entry.text
    blocks = words.blocks_name(what.points, view.tr)
    about = f"{blocks}: " if blocks else ""
    if not current:
        return ink.put((view.tr.t("earlier wording:") + " " + entry.text, "dim"))
    return ink.put((about, "dim"), (entry.text, "strong"))


def _action(view: View, entry: Entry, what: ev.ActionTaken) -> Content:
    tr = view.tr
    if what.owner or what.owner_organisation:
        name = words.person_name(view.data, what.owner)
        code = words.code(view.data, what.owner_organisation) if what.owner_organisation else ""
        owner = f"@ {name} ({code})" if name and code else f"@ {name or code}"
    else:
        reason = f" ({what.owner_reason})" if what.owner_reason else ""
        owner = "@ " + tr.t("nobody") + reason
    helpers = [words.code(view.data, o) for o in what.helpers] + list(what.outside)
    if what.due is not None:
        due = ink.put(
            ("  " + tr.t("by") + " ", "dim"),
            f"{tr.weekday_short(what.due)} {tr.date_tiny(what.due)}",
        )
    else:
        due = ink.put(("  " + (what.due_reason or tr.t("no date yet")), "warn"))
    return ink.put(
        entry.text,
        "  ",
        (owner, "link"),
        *(f" + {helper}" for helper in helpers),
        due,
        (f"  {words.short_number(what.number)}", "dim"),
    )


def _progress(view: View, what: ev.ActionProgressed) -> Content:
    from kooperation_tui.domain.model import Action

    tr = view.tr
    action = view.data.find(Action, what.action)
    pieces: list[ink.Piece] = []
    if action is not None:
        pieces += [(words.short_number(action.number) + " ", "dim"), action.short or action.title]
    if what.status is not None:
        pieces += [": ", (tr.t(words.ACTION_STATES[what.status]), "good")]
    if what.due is not None:
        pieces += [("  " + tr.t("by") + " ", "dim"), tr.day_short(what.due)]
    if what.owner or what.owner_organisation:
        name = words.person_name(view.data, what.owner) or words.code(
            view.data, what.owner_organisation
        )
        pieces += [("  @ " + name, "link")]
    if what.reason:
        pieces += ["  " + what.reason]
    return ink.put(*pieces)


def _parked(view: View, entry: Entry, what: ev.Parked) -> Content:
    by = f"{words.code(view.data, what.by)} · " if what.by else ""
    return ink.put(
        (view.tr.t("Parking lot") + " ", "dim"),
        entry.text,
        (f"  {by}{words.short_number(what.number)}", "dim"),
    )


def _disposed(view: View, what: ev.ParkingDisposed) -> Content:
    from kooperation_tui.domain.model import ParkingItem

    tr = view.tr
    topic = view.data.find(ParkingItem, what.parking)
    known: list[ink.Piece] = []
    if topic is not None:
        known = [(words.short_number(topic.number) + " ", "dim"), topic.text]
    match what.disposition:
        case Disposition.AGENDA:
            where = tr.t("goes to the agenda of the next meeting")
        case Disposition.BODY:
            where = tr.t("goes to {target}", target=words.target_name(view.data, what.target, tr))
        case Disposition.ACTION:
            where = tr.t("becomes an action")
        case Disposition.DROPPED:
            where = tr.t("is dropped")
        case _:
            where = tr.t("stays for later")
    return ink.put(*known, ": ", where, f" {what.note}" if what.note else "")


def _attendance(view: View, what: ev.Payload) -> tuple[str, Content] | None:
    tr, data = view.tr, view.data
    match what:
        case ev.Arrived(arrivals=arrivals):
            who = []
            for one in arrivals:
                name = words.person_name(data, one.person)
                extra = tr.t("online") if one.remote else tr.t("deputy") if one.deputy else ""
                code = words.code(data, one.organisation)
                who.append(" ".join(filter(None, [code, name, f"({extra})" if extra else ""])))
            return "+", ink.put(", ".join(who))
        case ev.Left(organisations=gone):
            return "−", ink.put((tr.t("leaves") + " ", "dim"), words.codes(data, gone))
        case ev.Excused(organisations=excused):
            return "~", ink.put((tr.t("not coming") + " ", "dim"), words.codes(data, excused))
        case ev.GuestCame(name=name, organisation=organisation):
            org = f", {organisation}" if organisation else ""
            return "+", ink.put((tr.t("Guest") + " ", "dim"), name, org)
        case ev.GuestLeft(name=name):
            return "−", ink.put((tr.t("Guest leaves:") + " ", "dim"), name)
        case ev.VotesChanged(entitled=entitled, organisations=joined):
            said = tr.t(
                "{codes} has a vote now, {count} in all",
                codes=words.codes(data, joined),
                count=len(entitled),
            )
            return "+", ink.put((said, "dim"))
        case ev.RulesChanged(rules=rules, agreed=agreed):
            said = words.rules_count(tr, agreed=agreed, changed=bool(rules.deviations))
            return "", ink.put((said, "dim"))
        case ev.RoleTaken(role=role, person=person):
            name = words.person_name(data, person) or tr.t("nobody")
            return "/", ink.put((tr.t(words.ROLES[role]) + ": ", "dim"), name)
    return None


def _wording_life(view: View, entry: Entry, what: ev.Payload) -> tuple[str, Content] | None:
    tr, data = view.tr, view.data
    match what:
        case ev.Objected(number=number, kind=kind, organisation=organisation):
            paramount = kind is ev.ObjectionKind.PARAMOUNT
            word = tr.t("Objection") if paramount else tr.t("Concern")
            who = words.code(data, organisation)
            return "/", ink.put((f"{word} {number} {who}: ", "warn"), entry.text)
        case ev.ObjectionSettled(number=number, integrated=integrated):
            done = tr.t("integrated") if integrated else tr.t("withdrawn")
            return "/", ink.put((f"{number} {done} ", "good"), entry.text)
        case ev.OptionAdded(label=label):
            return "/", ink.put((tr.t("Option {label}:", label=label) + " ", "dim"), entry.text)
        case ev.Recused(organisation=organisation):
            return "/", ink.put(
                (tr.t("does not vote:") + " ", "dim"), words.code(data, organisation)
            )
        case ev.ReviewSet(on=on):
            return "/", ink.put((tr.t("to be reviewed on") + " ", "dim"), tr.day_short(on))
        case ev.WordingEnded(withdrawn=withdrawn):
            return "/", ink.put((tr.t("withdrawn") if withdrawn else tr.t("rejected"), "warn"))
        case ev.Voided(reason=reason):
            return "=", ink.put((tr.t("ballot void") + " ", "warn"), reason)
        case ev.Corrected(item=item, part=part, old=old, new=new):
            if entry.confidential and view.beamer:
                return "/", ink.put((tr.t("confidential entry"), "dim"))
            head = tr.t("Correction to {part}:", part=words.passage(part, item, tr))
            return "/", ink.put((head + " ", "dim"), f"„{old}“ → „{new}“")
        case ev.Approves(meeting=""):
            return "/", ink.put((tr.t("this approves no minutes"), "dim"))
        case ev.Approves(meeting=meeting):
            row = data.find(Meeting, meeting)
            day = tr.date_short(row.start.date()) if row is not None else "–"
            return "/", ink.put((tr.t("this approves the minutes of {day}", day=day), "dim"))
    return None
