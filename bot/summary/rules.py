"""The rules by which a paper counts, as settings: printed in every paper, so that a colour can be checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """A council's own measures.

    A theme is late when an action is more than `late_days` overdue, or when at least `late_share` per cent of its open
    actions are overdue (0: never for that). `at_risk_is_late` makes late what is only at risk. A status that nobody
    confirmed for `unconfirmed_days` is unconfirmed (0: never), and what is due within `soon_days` is due soon.
    """

    late_days: int = 30
    late_share: int = 0
    at_risk_is_late: bool = False
    unconfirmed_days: int = 60
    soon_days: int = 30

    @property
    def themes(self) -> str:
        """The rule of the themes in words."""
        late = [f"an action is more than {self.late_days} days overdue"]
        if self.late_share:
            late.append(f"{self.late_share} per cent or more of the open actions are overdue")
        attention = ["an action is overdue by less"]
        (late if self.at_risk_is_late else attention).append("an action is at risk or on hold")
        return (
            f"Late: {_either(late)}. Needs attention: {_either(attention)}. "
            "Not known: nothing is late, but no open action has a stated status. "
            "On track: none of these. Complete: nothing is open."
        )

    def of(self, figure: str) -> str:
        """How a headline figure is counted, as a sentence."""
        return _FIGURES[figure].format(soon=self.soon_days, unconfirmed=self.unconfirmed_days)


SILENCE = "no_reply"
HEADLINES = ("open", "overdue", "due_soon", "completed", SILENCE)
FIGURE_NAMES = (*HEADLINES, "unconfirmed")

_FIGURES = {
    "open": "Every action of the plan that was not completed, cancelled or superseded on the date of the paper; a row "
    "that repeats another is not counted.",
    "overdue": "Open actions whose date, as promised on the date of the paper, had passed; a month, a season or a year "
    "ends on its last day.",
    "due_soon": "Open actions that fall due within {soon} days of the date of the paper, that day included.",
    "completed": "Actions completed in the month: by the day in Completed on or, without one, the day the change was "
    "seen; one told after the paper of the month before counts in this one.",
    SILENCE: "Open actions whose owner was asked and has not written since, as known on the day of making; words "
    "that wait for a person count.",
    "unconfirmed": "Open actions whose status nobody confirmed within {unconfirmed} days before the date of the paper: "
    "no answer, no change of status.",
}


def _either(sentences: list[str]) -> str:
    return f"{', '.join(sentences[:-1])} or {sentences[-1]}" if len(sentences) > 1 else sentences[0]
