"""The run of a meeting in the log: items, breaks, outcomes, each in one quiet line."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.state import Entry
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View


def course(view: View, entry: Entry, what: ev.Payload) -> Content:
    """What belongs to the run of the meeting, in one quiet line."""
    tr, state = view.tr, view.state

    def title(identity: str) -> str:
        known = state.item(identity) if state is not None else None
        if known is None:
            return ""
        if not known.item.number:
            return known.item.title or tr.t("Break")
        return f"{tr.t('Item {number}', number=known.item.number)}  {known.item.title}"

    match what:
        case ev.Started(items=items):
            return ink.put((title(items[0].id) if items else tr.t("The meeting begins"), "head"))
        case ev.ItemBegan(item=item):
            return ink.put((title(item), "head"))
        case ev.BreakBegan(minutes=minutes):
            said = tr.n("Break, {count} minute", "Break, {count} minutes", minutes)
            return ink.put((said if minutes else tr.t("Break"), "dim"))
        case ev.Resumed():
            return ink.put((tr.t("The break is over"), "dim"))
        case ev.Extended(minutes=minutes):
            said = tr.n("{count} more minute", "{count} more minutes", minutes)
            return ink.put((said, "dim"))
        case ev.Closed():
            return ink.put((tr.t("The meeting is closed"), "head"))
        case ev.ItemAdded(item=item):
            return ink.put((tr.t("new on the agenda:") + " ", "dim"), item.title)
        case ev.ItemMoved(item=item, before=before):
            said = tr.t("{item} before {other}", item=title(item), other=title(before))
            return ink.put((said, "dim"))
        case ev.ItemTimed(item=item, minutes=minutes):
            said = tr.t("{item}: {minutes} min", item=title(item), minutes=minutes)
            return ink.put((said, "dim"))
        case ev.Outcome():
            return _outcome(tr, what, entry)
        case ev.NextMeetingSet(start=start, place=place):
            when = f"{tr.day_short(start.date())} {tr.time(start)}"
            where = f", {place}" if place else ""
            return ink.put((tr.t("Next meeting") + " ", "dim"), when + where)
    return ink.put(entry.text)


def _outcome(tr: Translator, what: ev.Outcome, entry: Entry) -> Content:
    point = words.blocks_name((what.point,), tr) + ": " if what.point else ""
    match what.kind:
        case ev.OutcomeKind.POSTPONED if what.until is not None:
            said = tr.t("postponed to {day}", day=tr.day_short(what.until))
        case ev.OutcomeKind.POSTPONED:
            said = tr.t("postponed to the next meeting")
        case ev.OutcomeKind.PARKED:
            said = tr.t("goes to the parking lot")
            said += f" ({words.short_number(what.number)})" if what.number else ""
        case ev.OutcomeKind.DROPPED:
            said = tr.t("is dropped")
        case ev.OutcomeKind.NOTED:
            said = tr.t("noted")
        case _:
            said = tr.t("Outcome")
    return ink.put((point + said + (": " if entry.text else ""), "dim"), entry.text)
