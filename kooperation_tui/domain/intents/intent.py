"""Everything that can be asked for."""

from __future__ import annotations

from kooperation_tui.domain.intents.attendance import (
    Arrive,
    ArriveAll,
    Excuse,
    GuestIn,
    GuestOut,
    Leave,
    TakeRole,
)
from kooperation_tui.domain.intents.decisions import (
    AddOption,
    ApproveMinutes,
    BindPoint,
    EndWording,
    NobodyOpposes,
    Propose,
    RaiseObjection,
    Recuse,
    Review,
    SettleObjection,
    TakeConsensus,
    TakeConsent,
    TakeFist,
    TakeResistance,
    TakeStraw,
    TakeVote,
    VoidBallot,
)
from kooperation_tui.domain.intents.results import DisposeParking, Park, ProgressAction, TakeAction
from kooperation_tui.domain.intents.run import (
    AddItem,
    Close,
    Correct,
    Extend,
    GoTo,
    MoveBefore,
    Next,
    NextMeeting,
    Pause,
    Resume,
    SetMinutes,
    SetOutcome,
    Start,
)
from kooperation_tui.domain.intents.words import (
    Continue,
    Delete,
    Edit,
    Mark,
    MoveEntry,
    Say,
    Substitute,
    Undo,
)

Intent = (
    Say
    | Continue
    | Substitute
    | Edit
    | Delete
    | MoveEntry
    | Mark
    | Undo
    | Propose
    | BindPoint
    | ApproveMinutes
    | NobodyOpposes
    | TakeVote
    | TakeConsensus
    | TakeConsent
    | TakeFist
    | AddOption
    | TakeResistance
    | TakeStraw
    | VoidBallot
    | EndWording
    | RaiseObjection
    | SettleObjection
    | Recuse
    | Review
    | TakeAction
    | ProgressAction
    | Park
    | DisposeParking
    | Arrive
    | ArriveAll
    | Leave
    | Excuse
    | GuestIn
    | GuestOut
    | TakeRole
    | Start
    | Next
    | GoTo
    | Pause
    | Resume
    | Extend
    | Close
    | AddItem
    | MoveBefore
    | SetMinutes
    | SetOutcome
    | Correct
    | NextMeeting
)
