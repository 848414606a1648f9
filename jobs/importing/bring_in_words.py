"""What bringing in a document would change, and what it did: sentences for the admin, figures for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.importing import Move, Newer, ReadAction
from bot.policy import wrong_address
from bot.settings import PlanSettings
from jobs.importing.propose import Known, Proposal
from jobs.importing.provide import Posts
from jobs.kit import Report
from jobs.words import count

_LONGEST, _MOST_NAMED = 70, 20


@dataclass(frozen=True, slots=True)
class Done:
    """Rows that were changed, that would be if somebody agreed, that were left alone, and that somebody else was
    writing at the same moment.
    """

    changed: Sequence[Known]
    waiting: Sequence[Known]
    left_alone: Sequence[Known]
    lost: Sequence[Known]


def proposal_lines(proposal: Proposal, list_title: str) -> list[str]:
    """What would happen to the list, before anybody has agreed to it."""
    adds = len(proposal.missing)
    lines = [f'To the list "{list_title}": {count(adds, "action")} would be added, {len(proposal.changed)} changed.']
    if proposal.known or proposal.doubts:
        lines += [line for at in proposal.missing for line in _added_lines(proposal, at)]
    for each in proposal.changed:
        lines += _change_lines(proposal, each)
    told = [
        *_again_lines(proposal.again),
        *_older_lines(proposal),
        *_renumbered_lines(proposal),
        *_no_longer_lines(proposal),
    ]
    return lines + [f"  {line}" for line in told]


def _added_lines(proposal: Proposal, at: int) -> list[str]:
    """A row that is added, with what is asked about it because of the list."""
    doubt = proposal.doubts.get(at)
    return [f"  + {_action(proposal.reading.actions[at])}", *([f"      question: {doubt}"] if doubt else [])]


def _change_lines(proposal: Proposal, each: Known) -> list[str]:
    return [
        f"  ~ {_action(proposal.reading.actions[each.at])}",
        *(f"      {line}" for line in change_lines(each.newer)),
    ]


def change_lines(change: Newer) -> list[str]:
    """What a newer document changes in a row, value by value."""
    return [
        *map(_move, change.moves),
        *(f"progress, new: {_quoted(words)}" for _, words in change.updates),
        *(f"question settled: {_quoted(words)}" for words in change.settled),
        *(f"question: {words}" for words in (*change.questions, *change.clashes)),
    ]


def _move(move: Move) -> str:
    return f"{move.called}: {_quoted(move.old)} -> {_quoted(move.new)}"


def _quoted(words: str) -> str:
    plain = " ".join(words.split())
    return f'"{plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"}"' if plain else "nothing"


def _action(read: ReadAction) -> str:
    return f"{read.called}: {' '.join(read.action.split())[:_LONGEST]}"


def _renumbered_lines(proposal: Proposal) -> list[str]:
    other = [each.called for each in proposal.reading.actions if each.ref_in_document]
    if not other:
        return []
    shown = [*other[:_MOST_NAMED], *([f"and {len(other) - _MOST_NAMED} more"] if len(other) > _MOST_NAMED else [])]
    have = "has another number" if len(other) == 1 else "have other numbers"
    line = f"{count(len(other), 'action')} {have} in the document than in the list, which keeps its own: "
    return [f"{line}{', '.join(shown)}."]


def _no_longer_lines(proposal: Proposal) -> list[str]:
    if not proposal.no_longer:
        return []
    are, stay = ("is", "stays") if len(proposal.no_longer) == 1 else ("are", "stay")
    line = (
        f"{count(len(proposal.no_longer), 'row')} of an earlier version {are} not in this document and {stay} in the "
        f"list: {', '.join(proposal.no_longer)}. Close or delete there what is done with."
    )
    return [line]


def _older_lines(proposal: Proposal) -> list[str]:
    rolled_back = [each for each in proposal.known if each.rolls_back and each.told_later]
    if not rolled_back:
        return []
    named = ", ".join(proposal.reading.actions[each.at].called for each in rolled_back)
    newest = max(each.told_later for each in rolled_back if each.told_later)
    stay = "it stays as it is" if len(rolled_back) == 1 else "they stay as they are"
    source = proposal.reading.source
    line = (
        f"A document of {newest.day} {newest:%B %Y} is newer than {source} and says something else of {named}: {stay}. "
        f"If {source} is the newer one, give --as-of the day it speaks from."
    )
    return [line]


def _refs(proposal: Proposal, known: Sequence[Known]) -> list[str]:
    return [proposal.reading.actions[each.at].ref for each in known]


def tell(
    report: Report, plan: PlanSettings, proposal: Proposal, done: Done, posts: Posts, people: str, held: Sequence[int]
) -> None:
    """Put into the report what was done.

    `held` are the positions of actions whose rows have a question, `people` is the list of posts.
    """
    reading, written = proposal.reading, len(proposal.missing)
    report.figures = {
        "plan": plan.name,
        "source": reading.source,
        "actions": len(reading.actions),
        "written": written,
        "changed": [_change_json(proposal, each) for each in done.changed],
        "would_change": [_change_json(proposal, each) for each in done.waiting],
        "no_longer": list(proposal.no_longer),
        "unknown_owners": list(posts.unknown),
        "left_out": list(reading.left_out),
    }
    if written or not (done.changed or done.waiting):
        report.say(f'{count(written, "action")} written to "{plan.list_title}".')
    _tell_changed(report, proposal, done)
    report.lines += reading.not_read
    _tell_posts(report, posts, people)
    _tell_questions(report, proposal, held)
    report.figures["added_again"] = list(proposal.again)
    report.figures["older_for"] = _refs(proposal, [each for each in proposal.known if each.rolls_back])
    report.lines += _again_lines(proposal.again)
    report.lines += _older_lines(proposal)
    _tell_left_alone(report, proposal, done.left_alone)
    report.lines += _renumbered_lines(proposal)
    report.lines += _no_longer_lines(proposal)


def _change_json(proposal: Proposal, each: Known) -> dict[str, Any]:
    change = each.newer
    return {
        "ref": proposal.reading.actions[each.at].ref,
        "moves": [{"in": move.called, "old": move.old, "new": move.new} for move in change.moves],
        "updates": [words for _, words in change.updates],
        "questions": [*change.questions, *change.clashes],
    }


def _tell_changed(report: Report, proposal: Proposal, done: Done) -> None:
    if done.changed:
        report.say(f"{count(len(done.changed), 'row')} changed as the document did:")
    elif done.waiting:
        report.say(f"{count(len(done.waiting), 'row')} would change as the document did (give --yes to agree):")
    for each in (*done.changed, *done.waiting):
        report.lines += _change_lines(proposal, each)
    for each in done.lost:
        ref = proposal.reading.actions[each.at].ref
        report.say(f"{ref} was being edited at the same moment and is as it was: import the document again.")


def _tell_posts(report: Report, posts: Posts, people: str) -> None:
    nobody = [party for party in posts.unknown if party not in posts.wrong]
    if nobody:
        report.say(f'Nobody is known behind these owners: {"; ".join(nobody)}. Name them in the list "{people}".')
    for party, address in posts.wrong.items():
        report.say(f"{wrong_address(party, address)}.")


def _tell_questions(report: Report, proposal: Proposal, held: Sequence[int]) -> None:
    """Which rows wait for an answer in the list, which are asked by mail, and how many questions no row can hold."""
    reading = proposal.reading
    added = [reading.actions[at] for at in proposal.missing if not proposal.held_by(at)]
    by_mail = [each.called for each in added if each.is_asked_by_mail]
    report.figures["questions"] = len(held) + len(reading.questions)
    report.figures["held"] = [reading.actions[at].ref for at in held]
    if held:
        one = len(held) == 1
        report.say(
            f"{count(len(held), 'row')} {'is' if one else 'are'} held until the list answers "
            f"{'its question' if one else 'their questions'}: {', '.join(reading.actions[at].called for at in held)}."
        )
    if by_mail:
        report.say(f"{count(len(by_mail), 'row')} will be asked about by mail: {', '.join(by_mail)}.")
    if reading.questions:
        report.say(
            f"{count(len(reading.questions), 'question')} about the document as a whole: mend what is asked about in "
            f"{reading.source} and import it again, or put it right in the list."
        )


def _again_lines(refs: Sequence[str]) -> list[str]:
    return [
        f"{ref} was in the list before and is not now: it is added again. Delete it there if it is done with."
        for ref in refs
    ]


def _tell_left_alone(report: Report, proposal: Proposal, left_alone: Sequence[Known]) -> None:
    """One line about the rows that stay as they are."""
    reads: Mapping[int, ReadAction] = {each.at: proposal.reading.actions[each.at] for each in left_alone}
    differing = [each for each in left_alone if each.differs]
    report.figures["left_alone"] = len(left_alone)
    report.figures["differing"] = [{"ref": reads[each.at].ref, "in": list(each.differs)} for each in differing]
    if not left_alone:
        return
    one = len(left_alone) == 1
    line = f"{count(len(left_alone), 'row')} {'is' if one else 'are'} already in the list and left alone"
    if differing:
        which = "it differs" if one else f"{len(differing)} of them differ{'s' if len(differing) == 1 else ''}"
        named = ", ".join(f"{reads[each.at].called} ({', '.join(each.differs)})" for each in differing)
        line += f"; {which} from the document: {named}"
    report.say(f"{line}.")
