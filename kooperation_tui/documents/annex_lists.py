"""Annexes A and C of the agreement: what partners contribute, which data is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.scene import NOTHING
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import DataRegister, Resource, ResourceKind
from kooperation_tui.domain.commands.applying import promised
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Organisation
from kooperation_tui.i18n import Translator


def resources(data: Data, tr: Translator, audience: Audience, now: dt.datetime) -> Document:
    """Annex A: skills and resources of the partners, by partner."""
    title = tr.t(
        "Annex {letter}: {title}", letter="A", title=tr.t("skills and resources of the partners")
    )
    paper = _begin(data, tr, title, now)
    order = {o.id: place for place, o in enumerate(plan.partners(data))}
    today = now.astimezone(plan.zone(data)).date()
    entered = [*data.rows(Resource), *_promised(data)]
    found = [r for r in entered if r.until is None or r.until >= today]
    found.sort(key=lambda r: order.get(r.organisation, 0))
    if not found:
        paper.paragraph(tr.t("Nothing is entered yet."))
    else:
        paper.table(
            [
                tr.p("signature list", "Partner"),
                tr.p("resource list", "Kind"),
                tr.p("resource list", "Contribution"),
                tr.p("resource list", "How much"),
                tr.p("resource list", "Until"),
            ],
            [_resource(data, tr, one) for one in found],
        )
    return _document(data, tr, title, paper, DocumentKind.RESOURCES)


def _promised(data: Data) -> Iterator[Resource]:
    """What those bring that are admitted and have not signed yet."""
    for partner in plan.partners(data):
        yield from promised(data, partner.id, partner.id)


def _resource(data: Data, tr: Translator, one: Resource) -> list[str]:
    partner = data.find(Organisation, one.organisation)
    return [
        inline(partner.name) if partner is not None else NOTHING,
        _kind(tr, one.kind),
        inline(one.text),
        inline(one.amount) or NOTHING,
        tr.date_short(one.until) if one.until is not None else NOTHING,
    ]


def _kind(tr: Translator, kind: ResourceKind) -> str:
    return {
        ResourceKind.TIME: tr.p("resource list", "working time"),
        ResourceKind.ROOM: tr.p("resource list", "room"),
        ResourceKind.SKILL: tr.p("resource list", "skill"),
        ResourceKind.CONTACT: tr.p("resource list", "contact"),
        ResourceKind.MONEY: tr.p("resource list", "money"),
        ResourceKind.OTHER: tr.p("resource list", "something else"),
    }[kind]


def data_registers(data: Data, tr: Translator, audience: Audience, now: dt.datetime) -> Document:
    """Annex C: the stocks of data with purpose, keeper, place and time of deletion."""
    title = tr.t(
        "Annex {letter}: {title}",
        letter="C",
        title=tr.t("register of data sets with purpose, access and deletion period"),
    )
    paper = _begin(data, tr, title, now)
    found = data.rows(DataRegister)
    if not found:
        paper.paragraph(tr.t("Nothing is entered yet."))
    else:
        paper.table(
            [
                tr.p("data list", "Data"),
                tr.p("data list", "Purpose"),
                tr.p("data list", "Kept by"),
                tr.p("data list", "Place"),
                tr.p("data list", "Access"),
                tr.p("data list", "Deleted"),
                tr.p("data list", "Next check"),
            ],
            [_register(data, tr, one) for one in found],
        )
    return _document(data, tr, title, paper, DocumentKind.REGISTERS)


def _register(data: Data, tr: Translator, one: DataRegister) -> list[str]:
    keeper = data.find(Organisation, one.keeper)
    name = inline(one.name)
    return [
        f"{name} ({inline(one.holds)})" if one.holds.strip() else name,
        inline(one.purpose),
        inline(keeper.name) if keeper is not None else NOTHING,
        inline(one.place) or NOTHING,
        inline(one.access) or NOTHING,
        inline(one.retention) or NOTHING,
        tr.date_short(one.check_on) if one.check_on is not None else NOTHING,
    ]


def _begin(data: Data, tr: Translator, title: str, now: dt.datetime) -> Paper:
    paper = Paper()
    paper.heading(1, title)
    day = tr.date_long(now.astimezone(plan.zone(data)).date())
    paper.paragraph(f"{inline(data.network.name)}. {tr.t('As of {day}.', day=day)}")
    return paper


def _document(data: Data, tr: Translator, title: str, paper: Paper, kind: DocumentKind) -> Document:
    types = {
        DocumentKind.RESOURCES: tr.p("front matter", "resources"),
        DocumentKind.REGISTERS: tr.p("front matter", "data_register"),
    }
    values = {
        tr.p("front matter", "type"): types[kind],
        tr.p("front matter", "network"): data.network.name,
        tr.p("front matter", "language"): tr.lang,
    }
    return Document(
        title=title, lang=tr.lang, markdown=front_matter(values) + paper.markdown, kind=kind
    )
