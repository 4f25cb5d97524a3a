"""What erasing a person does, in words: before it is done, and afterwards."""

from __future__ import annotations

from kooperation_tui.domain.commands.erasing import Erased
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Delegation, Organisation
from kooperation_tui.i18n import Translator, translator


def label_for(data: Data, person: str) -> str:
    """What stands instead of the name, in the network's language: "eine Person von BIB"."""
    tr = translator(data.network.language)
    partners = dict.fromkeys(d.organisation for d in data.rows(Delegation) if d.person == person)
    known = [data.find(Organisation, one) for one in partners]
    codes = ", ".join(o.code for o in known if o is not None)
    return tr.t("a person of {codes}", codes=codes) if codes else tr.t("a person")


def explained(tr: Translator, erased: Erased, label: str) -> list[str]:
    """What will be done, and what stays, a sentence each."""
    if erased.gone:
        return [tr.t("Nothing but the list of people names {name}.", name=erased.name)]
    said = [
        tr.t(
            "Name, e-mail, phone and function of {name} go; “{label}” stands instead.",
            name=erased.name,
            label=label,
        )
    ]
    if erased.texts:
        said.append(
            tr.n(
                "It is replaced at {count} place in texts, too.",
                "It is replaced at {count} places in texts, too.",
                erased.texts,
            )
        )
    if erased.meetings:
        said.append(
            tr.t(
                "The logs of {meetings} say that something was blanked; votes and times stay.",
                meetings=erased.meetings,
            )
        )
    said += stays(tr, erased)
    said.append(tr.t("Backups with the name go, a new one is made. This cannot be undone."))
    return said


def stays(tr: Translator, erased: Erased) -> list[str]:
    """Where the name is left, and why."""
    said = []
    if erased.sent:
        said.append(tr.t("The minutes of {meetings} stay as they were sent.", meetings=erased.sent))
    if erased.signed:
        said.append(
            tr.t("Version {numbers} stays as it was signed.", numbers=", ".join(erased.signed))
        )
    if erased.surname:
        said.append(
            tr.n(
                "The surname alone stands in {count} text; look for it with / on F9.",
                "The surname alone stands in {count} texts; look for it with / on F9.",
                erased.surname,
            )
        )
    return said
