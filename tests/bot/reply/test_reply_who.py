"""An answer to who should be asked names one person, or is left for a person to read."""

from __future__ import annotations

from datetime import date

import pytest

from bot.plan import Status
from bot.reply import Decision, Mentioned, Question, Update, actions_in, read_updates

SAID_ON = date(2026, 10, 1)
ASKED = (Mentioned("3.2", "Hold a joint session", asks_who=True),)
SEVERAL = (*ASKED, Mentioned("4.1", "Review the constitution", asks_who=True), Mentioned("5.1", "Publish the terms"))
JANE = "jane.smith@tamberley.example"


def said(words: str) -> Update:
    (update,) = read_updates(words, "", ASKED, SAID_ON)
    return update


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("It's Jane Smith", ("Jane Smith",)),
        ("It’s Jane Smith now.", ("Jane Smith",)),
        ("Jane Smith", ("Jane Smith",)),
        ("Hi,\n\nJane Smith has it now.\n\nThanks\nPriya", ("Jane Smith",)),
        ("3.2: jane smith please", ("jane smith",)),
        ("Please ask Jane Smith", ("Jane Smith",)),
        ("The new owner is Mary-Ann O'Dwyer", ("Mary-Ann O'Dwyer",)),
        (JANE, (JANE,)),
        (f"Jane Smith <{JANE}>", ("Jane Smith", JANE)),
        (f"It is Jane Smith, {JANE}", ("Jane Smith", JANE)),
        ("Jane Smith has taken this over", ("Jane Smith",)),
        ("No, ask Jane Smith", ("Jane Smith",)),
        ("No, please ask Jane Smith.", ("Jane Smith",)),
        ("No, that's Jane Smith's", ("Jane Smith",)),
        ("No. It’s Jane Smith’s now", ("Jane Smith",)),
        ("No - Jane Smith", ("Jane Smith",)),
        ("3.2: no, this one is Tom James' action", ("Tom James",)),
        ("Jane Smith does this now", ("Jane Smith",)),
        ("Jane Smith is dealing with it", ("Jane Smith",)),
        ("Jane Smith runs the joint training now", ("Jane Smith",)),
        ("I told you on 3 March: Jane Smith.", ("Jane Smith",)),
        ("I leave the trust on Friday, Jane Smith will be picking up both of my actions", ("Jane Smith",)),
        ("As per my email Jane Smith leads on this now, please ask her", ("Jane Smith",)),
        ("This is no longer mine. Jane Smith will take over all of these.", ("Jane Smith",)),
        ("No, it is Jane Smith's, the post has not changed.", ("Jane Smith",)),
        ("It's Jane Smith, I have spoken to her", ("Jane Smith",)),
        ("It's Jane Smith. She still runs the training", ("Jane Smith",)),
        ("No, it is Jane Smith's. Agreed at the board on Monday", ("Jane Smith",)),
        (f"No, ask {JANE}", (JANE,)),
        ("Yes try Jane Smith, she picked up the parks", ("Jane Smith",)),
        ("It's Jane Smith since May 2026", ("Jane Smith",)),
        ("3.2: Jane Smith can deal with it alone", ("Jane Smith",)),
        ("Jane Smith will see to this on her own", ("Jane Smith",)),
    ],
)
def test_one_person_plainly_named_is_read(words: str, named: tuple[str, ...]) -> None:
    update = said(words)
    assert (update.ref, update.decision, update.owner) == ("3.2", Decision.APPLY, named)
    assert update.status is None


@pytest.mark.parametrize(
    "words",
    [
        "Tom has it now",
        "not ours",
        "This post is vacant until May",
        "Is it Jane Smith?",
        "It's Jane Smith?",
        "It's Jane Smith, I think",
        "It's Jane Smith until May",
        "Jane Smith or Tom Wray, not sure which; ask around",
        "Jane Smith used to do it. Leave it with me",
        "Done",
        "3.2: NOT MINE",
        "3.2: DONE",
        "It should be Jane Smith, but ask her first",
        "No",
        "No, ask again later",
        "No, ask Finance",
        "No, ask again next week",
        "No, that's Jane Smith's manager",
        "No, not Jane Smith",
        "No, Jane Smith left",
        "It's Jane Smith, the post has changed",
        "It's Jane Smith, she was before",
        "It's Jane Smith, I have not told her",
        "Jane Smith runs the depot",
        "Not mine. Jane Smith may be running the depot",
        "Jane Smith will not be doing it",
        "I may leave in May, Jane Smith",
        "It's Jane Smith, since she shouted loudest",
        "Jane Smith, she picked up the parks until May",
        "It's Jane Smith. Jane doesn't do the parks",
        "Tom Wray doesn't do the parks",
    ],
)
def test_anything_else_is_held_with_its_words(words: str) -> None:
    update = said(words)
    assert (update.decision, update.owner, update.status) == (Decision.HOLD, (), None)
    assert update.comment
    assert "names nobody plainly" in update.reason


def test_each_action_is_given_its_own_owner_and_what_was_not_asked_is_read_as_ever() -> None:
    updates = {
        each.ref: each for each in read_updates("3.2: Jane Smith\n4.1: Tom Wray\n5.1: done", "", SEVERAL, SAID_ON)
    }
    assert (updates["3.2"].owner, updates["4.1"].owner) == (("Jane Smith",), ("Tom Wray",))
    assert updates["5.1"].owner == ()
    assert updates["5.1"].status is not None


def test_a_name_that_is_not_tied_to_an_action_names_no_owner() -> None:
    assert all(
        not each.owner and each.decision is not Decision.APPLY
        for each in read_updates("Jane Smith", "", SEVERAL, SAID_ON)
    )


DISOWNED = (Mentioned("3.2", "Hold a joint session", question=Question(who_instead=True)), Mentioned("4.1", "Reviews"))


@pytest.mark.parametrize(
    "words",
    [
        "Jane Smith",
        "It is Jane Smith",
        "Jane Smith does this now",
        "I told you on 3 March: Jane Smith",
        "ask Jane Smith",
    ],
)
def test_an_owner_who_was_asked_who_instead_names_somebody_by_a_name_alone(words: str) -> None:
    [update] = read_updates(f"3.2: {words}", "", DISOWNED, SAID_ON)
    assert (update.rule, update.decision, update.due) == ("says not mine", Decision.ASK, None)
    [elsewhere] = read_updates(f"4.1: {words}", "", DISOWNED, SAID_ON)
    assert words == "ask Jane Smith" or elsewhere.rule != "says not mine"


@pytest.mark.parametrize("words", ["somebody in Finance, I think", "Jane", "the Housing team"])
def test_words_that_only_speak_of_somebody_leave_it_not_theirs(words: str) -> None:
    [update] = read_updates(f"3.2: {words}", "", DISOWNED, SAID_ON)
    assert update.rule == "says not mine"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("done on 3 September", Status.COMPLETED),
        ("on track", Status.IN_PROGRESS),
        ("We are on it", Status.IN_PROGRESS),
    ],
)
def test_an_owner_who_was_asked_who_instead_may_still_tell_how_it_stands(words: str, status: Status) -> None:
    [update] = read_updates(f"3.2: {words}", "", DISOWNED, SAID_ON)
    assert update.status is status


@pytest.mark.parametrize(
    ("told", "asks"),
    [
        ("You wrote on 2 March 2026 that it is not yours. If you know whose it is, please say so.", True),
        ("You wrote “not mine”. Your words are kept beside it. Who should we ask instead?", True),
        ("It was due by 2 March 2026.", False),
    ],
)
def test_our_own_mail_tells_that_we_asked_who_instead(told: str, asks: bool) -> None:
    [action] = actions_in(f"3.2  Hold a joint session\n     {told}")
    assert bool(action.question and action.question.who_instead) is asks


@pytest.mark.parametrize(
    "words",
    [
        "Jane Smith for both please",
        "It's Jane Smith for both of them",
        "Both: Jane Smith",
        "Both are Jane Smith's",
        "Hi,\n\nAll of these to Jane Smith.\n\nThanks\nPriya",
        "Please ask Jane Smith for both",
        "Jane Smith has both now",
        "Both should go to Jane Smith, she took over the training",
    ],
)
def test_one_person_named_for_all_that_was_asked_goes_for_each(words: str) -> None:
    updates = read_updates(words, "", SEVERAL[:2], SAID_ON)
    assert [(each.ref, each.owner) for each in updates] == [("3.2", ("Jane Smith",)), ("4.1", ("Jane Smith",))]
    assert {each.decision for each in updates} == {Decision.APPLY}


@pytest.mark.parametrize(
    "words",
    [
        "Jane Smith",
        "All three to Jane Smith",
        "Both: Jane Smith and Tom Wray",
        "Jane Smith for both?",
        "Maybe Jane Smith for both",
        "Jane Smith for both, or Tom Wray",
        "The training team for both",
    ],
)
def test_for_all_that_was_asked_nobody_is_named_but_plainly(words: str) -> None:
    assert not any(each.owner for each in read_updates(words, "", SEVERAL[:2], SAID_ON))
