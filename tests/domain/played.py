"""The model meeting of 14 October 2026 as intents, played by the minute-taker.

The practice network is the morning of that meeting; times, people and words are
those of the model minutes (tests/model).
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Moment
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Disposition,
    ParkingItem,
    Role,
)
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import MeetingState
from tests import model_network as model

NEXT = dt.datetime(2026, 12, 2, 9, tzinfo=model.ZONE)
PARAMOUNT, CONCERN = ev.ObjectionKind.PARAMOUNT, ev.ObjectionKind.CONCERN


def at(time: str) -> dt.datetime:
    return model.clock(*(int(part) for part in time.split(":")))


class Table:
    """The minute-taker's hand."""

    def __init__(self) -> None:
        self.data = model.network()
        self.meeting = model.meeting_id(self.data)
        self._ids = model.ids(0x20000)

    @property
    def state(self) -> MeetingState:
        return state_of(self.data, self.meeting)

    def do(self, time: str, intent: it.Intent) -> None:
        moment = Moment(now=at(time), new_id=self._ids, seat="minutes")
        self.data = self.data.apply(record(self.data, self.meeting, intent, moment))

    def org(self, code: str) -> str:
        return model.partner_id(self.data, code)

    def orgs(self, codes: str) -> tuple[str, ...]:
        return tuple(self.org(code) for code in codes.split())

    def action(self, number: int) -> str:
        wanted = f"M-2026-{number:03d}"
        return next(a.id for a in self.data.rows(Action) if a.number == wanted)

    def topic(self, number: str) -> str:
        return next(p.id for p in self.data.rows(ParkingItem) if p.number == number)

    def take(
        self, time: str, title: str, code: str, due: str, helpers: str = "", **more: Any
    ) -> None:
        self.do(
            time,
            it.TakeAction(
                title=title,
                owner_organisation=self.org(code),
                helpers=self.orgs(helpers),
                due=dt.date.fromisoformat(due),
                **more,
            ),
        )


def _opening(t: Table) -> None:
    lena = it.Arriving(organisation=t.org("AA"), person=model.person_id(t.data, "Lena Fiedler"))
    t.do("08:55", it.Arrive(arrivals=(lena,)))
    others = tuple(it.Arriving(organisation=o) for o in t.orgs("BB VHS JC HWK JBH MBB BTS BIB"))
    t.do("08:57", it.Arrive(arrivals=others))
    t.do("09:04", it.Start())
    t.do("09:12", it.Propose(text="Die Tagesordnung wird mit der Änderung angenommen."))
    t.do("09:14", it.TakeVote(yes=9, no=0, abstain=0))
    t.do("09:15", it.MoveBefore(number=6, before=5))
    t.do("09:18", it.Next())
    t.do("09:20", it.Propose(text="Das Protokoll vom 17. Juni 2026 wird genehmigt."))
    t.do("09:21", it.ApproveMinutes(meeting=model.meeting_id(t.data, 2)))
    t.do("09:21", it.Correct(item=4, old="Die IHK übernimmt die Pflege.", new="Die IHK prüft."))
    t.do("09:22", it.TakeVote(yes=8, no=0, abstain=1))
    t.do("09:24", it.Next())


def _progress(t: Table) -> None:
    t.do("09:25", it.Arrive(arrivals=(it.Arriving(organisation=t.org("BK")),)))
    for number in (6, 7, 8, 10, 11, 13):
        t.do("09:30", it.ProgressAction(action=t.action(number), status=ActionStatus.DONE))
    for number in (14, 15, 16):
        t.do("09:35", it.ProgressAction(action=t.action(number), status=ActionStatus.IN_PROGRESS))
    new = it.ProgressAction(action=t.action(12), due=dt.date(2026, 11, 30), reason="Zwei Schulen")
    t.do("09:40", new)
    hold = it.ProgressAction(
        action=t.action(9), status=ActionStatus.ON_HOLD, reason="hängt von der Landkarte ab"
    )
    t.do("09:43", hold)
    t.do("09:46", it.SetOutcome(kind=ev.OutcomeKind.NOTED))
    t.do("09:47", it.Next())


def _map(t: Table) -> None:
    t.do("09:58", it.Park(text="Einfache Sprache", by=t.org("MBB")))
    t.do("10:04", it.Propose(text="Das Bildungsnetz führt eine Beratungslandkarte."))
    t.do("10:08", it.RaiseObjection(kind=PARAMOUNT, organisation=t.org("MBB"), text="Nummern"))
    t.do("10:13", it.SettleObjection(number=1, integrated=True, text="nur Funktionskontakte"))
    t.do("10:14", it.Propose(text="Das Bildungsnetz führt eine Beratungslandkarte mit Funktionen."))
    t.do("10:16", it.RaiseObjection(kind=CONCERN, organisation=t.org("HWK"), text="Aufwand"))
    t.do("10:18", it.TakeConsent())
    t.do("10:19", it.Review(on=dt.date(2027, 6, 1)))
    t.take("10:21", "Eintragsvorlage", "BIB", "2026-11-13", "BB MBB")
    t.take("10:23", "Plattform", "BB", "2026-12-11", outside=("Kreis-IT",))
    t.take("10:25", "Datenschutzhinweise", "BB", "2026-11-27")
    t.do("10:26", it.Pause(minutes=10))
    t.do("10:36", it.Next())


def _admission(t: Table) -> None:
    t.do("10:36", it.GuestIn(name="Hannah Nowak"))
    t.do("10:41", it.Park(text="Doppelmitgliedschaft", by=t.org("BTS")))
    t.do("10:46", it.GuestOut(name="Hannah Nowak"))
    minority = it.Say(kind=ev.NoteKind.MINORITY, text="Konkurrenz", organisation=t.org("BTS"))
    t.do("10:47", minority)
    t.do("10:48", it.Propose(text="Die Hochschule Auental wird als Partner aufgenommen."))
    t.do("10:50", it.TakeVote(yes=8, no=1, abstain=1))
    t.take("10:51", "Aufnahmegespräch", "VHS", "2026-11-20", "BTS")
    t.do("10:52", it.Next())


def _agreement(t: Table) -> None:
    t.do("11:00", it.Propose(text="Punkt 3 wird angenommen.", point="p3"))
    t.do("11:08", it.TakeFist(counts=(4, 3, 2, 1, 0, 0)))
    t.do("11:14", it.Propose(text="Punkt 3 wird in der ergänzten Fassung angenommen."))
    t.do("11:16", it.TakeFist(counts=(4, 4, 2, 0, 0, 0)))
    t.take("11:18", "Fassung 2.0 senden", "JC", "2026-10-30", "BB")
    petra = model.person_id(t.data, "Petra Vogt")
    t.do("11:20", it.TakeRole(role=Role.MINUTES, person=petra))
    t.do("11:22", it.Propose(text="Punkt 8 wird unverändert angenommen.", point="p8"))
    t.do("11:24", it.TakeFist(counts=(6, 3, 1, 0, 0, 0)))
    t.do("11:26", it.Park(text="Fahrtkosten", by=t.org("BK")))
    postponed = ev.OutcomeKind.POSTPONED
    t.do(
        "11:28", it.SetOutcome(kind=postponed, text="Zahlen fehlen", until=NEXT.date(), point="p9")
    )
    t.do("11:30", it.Propose(text="Punkt 9 wird auf den 2. Dezember 2026 vertagt."))
    t.do("11:31", it.NobodyOpposes())
    t.take("11:32", "Zahlen zu Punkt 9", "HWK", "2026-11-20", "IHK")
    t.do("11:34", it.Next())


def _symposium(t: Table) -> None:
    for label, text in (("A", "halber Tag"), ("B", "online"), ("C", "Messe"), ("N", "keiner")):
        t.do("11:38", it.AddOption(label=label, text=text))
    t.do("11:47", it.TakeResistance(sums=(("A", 21), ("B", 38), ("C", 55), ("N", 67))))
    t.do("11:50", it.Propose(text="Der Fachtag findet als halber Tag vor Ort statt."))
    t.take("11:52", "Raum und Termin", "BK", "2026-12-02", "VHS")
    t.do("11:54", it.Leave(organisations=t.orgs("BTS")))
    t.do("11:58", it.Next())


def _closing(t: Table) -> None:
    t.do("12:00", it.NextMeeting(start=NEXT, place="Stadtbibliothek Auenstadt, Lesesaal"))
    agenda, body = Disposition.AGENDA, Disposition.BODY
    for number, way in (("05", agenda), ("06", body), ("07", agenda)):
        t.do("12:02", it.DisposeParking(parking=t.topic(f"TS-2026-{number}"), disposition=way))
    nobody = it.TakeAction(
        title="Zweites Moderationstandem",
        nobody=True,
        owner_reason="bewusst offen",
        due_reason="Treffen am 02.12.2026 entscheidet",
    )
    t.do("12:04", nobody)
    for text in ("Aufnahmeantrag", "Punkte 3 und 8", "Bewertungsbogen"):
        t.do("12:08", it.Say(kind=ev.NoteKind.ANNEX, text=text))
    t.do("12:10", it.Close())


@cache
def held() -> Table:
    table = Table()
    for part in (_opening, _progress, _map, _admission, _agreement, _symposium, _closing):
        part(table)
    return table
