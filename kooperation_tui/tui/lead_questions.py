"""The one question that each block of the agreement answers (domain 1, the seed's words)."""

from __future__ import annotations

from typing import Final

from kooperation_tui.i18n import N_

LEAD: Final = {
    "preamble": N_("Who are we, and why do we join forces?"),
    "goals": N_("What do we want to reach together, and how will we notice?"),
    "principles": N_("How do we want to work with each other?"),
    "p1": N_("How does the network organise its steering and leadership?"),
    "p2": N_("How do we coordinate, who does what, who draws up the action plan?"),
    "p3": N_("How does the network make sure that the partners take part?"),
    "p4": N_("Who facilitates the meetings and balances the different interests?"),
    "p5": N_("Who is responsible for building and maintaining databases?"),
    "p6": N_("Who takes the minutes, documents and secures the results?"),
    "p7": N_("How does information travel, and who speaks for the network outside?"),
    "p8": N_("Which conditions are there for new partners to join?"),
    "p9": N_("On which basis does the network carry on?"),
    "data_protection": N_("Which personal data do we keep, and who answers for them?"),
    "entry_into_force": N_("From when does the agreement apply, and who signs it?"),
}
"""Block -> its lead question."""
