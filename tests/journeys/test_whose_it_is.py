"""Whose an action is by the word of somebody told from above, or by a name that nobody or the lead bears."""

from __future__ import annotations

import pytest

from tests.journeys.council import Council
from tests.journeys.stories import told_once
from tests.journeys.test_not_theirs import FIRST, LADDER, PLAN, SAID, last, owners, remind

pytestmark = pytest.mark.journey

LEFT = "Ada left us on 26 February. {} has taken printing on, please write to her."


@told_once
def brought(council: Council) -> None:
    """Tom, the leadership contact, has been told of Ada's two actions; Beth looks after the plan."""
    council.write_config(lead=council.person("beth.larkin"), extra=LADDER.format(council.person("tom.wray")))
    council.nudge_first(PLAN, "--today", FIRST)
    remind(council, 8)
    assert "H001" in last(council, "tom.wray")


@pytest.mark.parametrize("name", ["Priya", "Priya Nair"])
def test_the_lead_is_asked_about_whom_somebody_told_from_above_names(brought: Council, name: str) -> None:
    brought.reply("tom.wray", f"H001: {LEFT.format(name)}", said=SAID.replace(day=8), inside=True)
    remind(brought, 9)
    assert "We ask the plan's lead whether Priya Nair has it now; until they say yes, nothing" in last(
        brought, "tom.wray"
    )
    says = "Tom Wray says that it is somebody else's and names Priya Nair. Should we ask Priya Nair from now on?"
    assert says in last(brought, "beth.larkin")
    assert brought.answer("outbox", "--held")["mail_to_review"] == []
    brought.reply("beth.larkin", "Yes", said=SAID.replace(day=10), inside=True)
    remind(brought, 10)
    assert owners(brought) == {"H001": "Priya Nair", "H002": "Ada Fenn"}
    assert "Beth Larkin says that Priya Nair has it now. You wrote" in last(brought, "tom.wray")
    assert brought.answer("outbox", "--held")["asked"] == []


def test_an_owner_who_disowned_nothing_hears_once_that_the_lead_gave_the_action_to_somebody_else(
    brought: Council,
) -> None:
    brought.reply("tom.wray", "H001: This one has moved, Priya Nair has it now", said=SAID.replace(day=8), inside=True)
    remind(brought, 9)
    brought.reply("beth.larkin", "Yes", said=SAID.replace(day=10), inside=True)
    remind(brought, 10)
    assert owners(brought)["H001"] == "Priya Nair"
    told = last(brought, "ada.fenn")
    assert "An action is not yours any more Dear Ada Fenn" in told
    assert "Beth Larkin says that Priya Nair has it now, so you are not asked about it any more." in told
    assert "H002" not in told
    mails = len(brought.mails("ada.fenn"))
    brought.run("run", "collect", "--today", "2027-03-10")
    assert len(brought.mails("ada.fenn")) == mails


def test_a_deputy_who_was_asked_last_is_not_told_that_it_has_moved_where_it_stays(council: Council) -> None:
    extra = LADDER.format(council.person("tom.wray")) + "\noverdue_every = 4"
    council.write_config(lead=council.person("beth.larkin"), extra=extra)
    council.bring_in(PLAN.replace("plan,Ada Fenn", "plan,Head of Print"))
    council.staff({"Head of Print": "ada.fenn"})
    [held] = council.answer("run", "remind", "--today", FIRST)["runs"]
    council.run("approve", held["run"], "--today", FIRST)
    remind(council, 8)
    council.pick("Who is who", "Head of Print", "Deputy", "priya.nair")
    council.edit("Who is who", "Head of Print", {"AwayFrom": "2027-03-09T12:00:00Z", "AwayTo": "2027-03-31T12:00:00Z"})
    remind(council, *range(9, 17))
    assert "H001" in last(council, "priya.nair")
    council.reply(
        "tom.wray", "H001: This one has moved, Beth Larkin has it now", said=SAID.replace(day=16), inside=True
    )
    remind(council, 17)
    council.reply("beth.larkin", "No", said=SAID.replace(day=17), inside=True)
    remind(council, 17)
    assert "It stays with Ada Fenn" in last(council, "beth.larkin")
    assert "not yours any more" not in last(council, "priya.nair")


def test_what_a_former_owner_answers_to_an_old_nudge_is_asked_about_once_its_owner_was_asked(brought: Council) -> None:
    brought.reply("tom.wray", "H001: This one has moved, Priya Nair has it now", said=SAID.replace(day=8), inside=True)
    remind(brought, 9)
    brought.reply("beth.larkin", "Yes", said=SAID.replace(day=10), inside=True)
    remind(brought, 10, 11)
    assert "H001" in last(brought, "priya.nair")
    nudge = next(each for each in brought.mails("ada.fenn") if "H001" in each["body"])
    brought.reply(
        "ada.fenn", "H001: On hold", said=SAID.replace(day=11), inside=True, In_Reply_To=nudge["internetMessageId"]
    )
    brought.run("run", "collect", "--today", "2027-03-12")
    assert brought.rows("Peer challenge")["H001"]["Status"] == "In progress"
    assert "On hold" in brought.rows("Peer challenge")["H001"]["Progress"]


def test_a_no_of_the_lead_leaves_it_with_its_owner_whatever_somebody_above_says(brought: Council) -> None:
    brought.reply("tom.wray", f"H001: {LEFT.format('Priya')}", said=SAID.replace(day=8), inside=True)
    remind(brought, 9)
    brought.reply("beth.larkin", "No", said=SAID.replace(day=10), inside=True)
    remind(brought, 10)
    assert owners(brought)["H001"] == "Ada Fenn"
    assert "It stays with Ada Fenn" in last(brought, "beth.larkin")
    held = brought.answer("outbox", "--held")
    assert (held["asked"], held["mail_to_review"]) == ([], [])


@pytest.mark.parametrize(("words", "held"), [("No, leave it with her please", 0), ("No, it's with facilities", 1)])
def test_a_no_that_leaves_it_where_it_is_is_a_plain_one(brought: Council, words: str, held: int) -> None:
    brought.reply("tom.wray", f"H001: {LEFT.format('Priya')}", said=SAID.replace(day=8), inside=True)
    remind(brought, 9)
    brought.reply("beth.larkin", words, said=SAID.replace(day=10), inside=True)
    remind(brought, 10)
    assert owners(brought)["H001"] == "Ada Fenn"
    assert len(brought.answer("outbox", "--held")["mail_to_review"]) == held


def test_an_owners_answer_ends_what_somebody_above_says_of_whose_it_is(brought: Council) -> None:
    brought.reply("tom.wray", f"H001: {LEFT.format('Priya')}", said=SAID.replace(day=8), inside=True)
    brought.reply("ada.fenn", "H001: on track", said=SAID.replace(day=9), inside=True)
    remind(brought, 9, 10, 17)
    assert not any("Should we ask" in each["subject"] for each in brought.mails("beth.larkin"))


def test_a_lead_who_was_told_from_above_is_asked_for_a_yes_to_their_own_word(council: Council) -> None:
    lead = council.person("beth.larkin")
    council.write_config(lead=lead, extra=LADDER.format(lead))
    council.nudge_first(PLAN, "--today", FIRST)
    remind(council, 8)
    council.reply("beth.larkin", f"H001: {LEFT.format('Priya')}", said=SAID.replace(day=8), inside=True)
    remind(council, 9)
    mails = [" ".join(council.raw(each).decode().split()) for each in council.mails("beth.larkin")]
    assert any("We ask you in a mail of its own whether" in each for each in mails)
    says = "You say that it is somebody else's and name Priya Nair. Should we ask Priya Nair from now on?"
    assert says in last(council, "beth.larkin")
    council.reply("beth.larkin", "Yes", said=SAID.replace(day=10), inside=True)
    remind(council, 10)
    assert owners(council)["H001"] == "Priya Nair"


@pytest.mark.parametrize(
    ("owners_words", "leads_words", "owner"),
    [
        ("not us - printing went back to the centre in 2025. Try Priya Nair?", "Yes", "Priya Nair"),
        (
            "Not mine either, sorry, printing sits with Priya Nair now.",
            "Yes try Priya, she picked up printing",
            "Priya Nair",
        ),
        (
            "Not mine. Printing has moved over to Priya Nair",
            "no, Priya doesn't do printing either. It's Tom Wray, since the reshuffle",
            "Tom Wray",
        ),
        ("Not mine, try Priya Nair", "Yes please, she knows", "Priya Nair"),
        ("Not mine, try Priya Nair", "No, it's with facilities", "Ada Fenn"),
        ("Not mine, it does not sit with Priya Nair either", "H001: yes", "Ada Fenn"),
    ],
)
def test_a_name_in_full_is_put_to_the_lead_however_it_is_said_and_so_is_theirs_taken(
    council: Council, owners_words: str, leads_words: str, owner: str
) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", f"H001: {owners_words}", said=SAID, inside=True)
    remind(council, 3)
    put = "names Priya Nair. Should we ask Priya Nair from now on?" in last(council, "beth.larkin")
    assert put == ("does not sit" not in owners_words)
    assert ("Who should we ask instead?" in last(council, "ada.fenn")) != put
    council.reply("beth.larkin", leads_words, said=SAID.replace(day=4), inside=True)
    remind(council, 4)
    assert owners(council)["H001"] == owner


def test_a_lead_who_is_named_reads_of_themself_as_you_and_a_yes_takes_it(council: Council) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Beth Larkin", said=SAID, inside=True)
    remind(council, 3)
    asked = "Ada Fenn says that it is not theirs and names you. Should we ask you from now on?"
    assert asked in last(council, "beth.larkin")
    council.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
    remind(council, 4)
    assert owners(council)["H001"] == "Beth Larkin"


@pytest.fixture
def stranger(council: Council) -> Council:
    """Ada says that her first action is not hers, and names somebody whom the site does not know."""
    council.write_config(lead=council.person("beth.larkin"), extra=LADDER.format(council.person("tom.wray")))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine. Printing job, try Gordon Leith", said=SAID, inside=True)
    remind(council, 3)
    return council


def test_it_is_said_that_nobody_known_bears_a_name_and_the_lead_reads_the_first_words_too(stranger: Council) -> None:
    assert "We know nobody called Gordon Leith. Who should we ask instead?" in last(stranger, "ada.fenn")
    stranger.reply("ada.fenn", "H001: not mine, sorry, no idea", said=SAID.replace(day=4), inside=True)
    remind(stranger, 4, 12)
    asked = last(stranger, "beth.larkin")
    assert "it is not theirs and names Gordon Leith, whom we do not know, in these words: “Not mine" in asked.replace(
        "H001: ", ""
    )
    assert "try Gordon Leith”, then “" in asked
    assert "not mine, sorry, no idea”" in asked


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("H001 is Tom Wray", "Tom Wray"),
        ("H001: Please put my name, Beth Larkin", "Beth Larkin"),
        ("H001: me please", "Beth Larkin"),
        ("H001: I'll take it", "Beth Larkin"),
        ("H001: put me in if nobody else will", "Ada Fenn"),
        ("H001 is with Tom or Priya", "Ada Fenn"),
        ("H001: not me", "Ada Fenn"),
    ],
)
def test_whom_the_lead_names_plainly_has_it(stranger: Council, words: str, owner: str) -> None:
    stranger.reply("beth.larkin", words, said=SAID.replace(day=4), inside=True)
    remind(stranger, 4)
    assert owners(stranger)["H001"] == owner


def test_a_lead_who_named_nobody_we_know_reads_so_in_the_next_question(stranger: Council) -> None:
    stranger.reply("beth.larkin", "H001: Alan Brodie", said=SAID.replace(day=4), inside=True)
    remind(stranger, 4, 12)
    told = "On 4 March 2027 you named Alan Brodie, whom we do not know: please give their mail address."
    assert told in last(stranger, "beth.larkin")


@pytest.mark.parametrize(
    "words",
    [
        *("H001: Priya Nair is running this now", "Priya Nair's team picked H001 up in January"),
        "H001: Not me I'm afraid, Priya still holds the budget. But it'll be May before there's a draft",
    ],
)
def test_who_has_it_by_the_words_of_its_owner_is_put_to_the_lead_and_not_asked_of_them(
    council: Council, words: str
) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", words, said=SAID, inside=True)
    remind(council, 3)
    assert "We ask the plan's lead whether Priya Nair has it now" in last(council, "ada.fenn")
    assert "Should we ask Priya Nair from now on?" in last(council, "beth.larkin")


@pytest.mark.parametrize(
    "words",
    [
        *("H001: Priya Nair is taking this to Cabinet in May", "H001: Priya Nair is running the artwork now, slowly"),
        "H001: on track, Priya Nair is running this now",
    ],
)
def test_who_does_a_part_of_it_has_it_not_for_that(council: Council, words: str) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", words, said=SAID, inside=True)
    remind(council, 3)
    assert "We ask the plan's lead" not in last(council, "ada.fenn")
    assert not council.mails("beth.larkin")


def test_an_owner_who_names_nobody_we_know_leaves_it_to_the_lead_whom_to_ask(council: Council) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", "H001: Jo Bloggs is running this now", said=SAID, inside=True)
    remind(council, 3)
    assert "Who should we ask instead?" in last(council, "ada.fenn")
    assert "Jo Bloggs" in last(council, "beth.larkin")
    assert owners(council)["H001"] == "Ada Fenn"


def test_a_lead_who_named_an_owner_is_asked_the_next_day_about_whom_that_one_names(council: Council) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Priya Nair", said=SAID, inside=True)
    remind(council, 3)
    council.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
    remind(council, 4)
    council.reply("priya.nair", "H001: Not mine either, ask Tom Wray", said=SAID.replace(day=5), inside=True)
    remind(council, 5)
    assert "We ask the plan's lead whether Tom Wray has it now" in last(council, "priya.nair")
    asked = "Priya Nair says that it is not theirs and names Tom Wray. Should we ask Tom Wray from now on?"
    assert asked in last(council, "beth.larkin")


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("No, it is Tom's", "Tom Wray"),
        ("No, that is Tom Wray's", "Tom Wray"),
        ("Yes, Tom has it now", "Ada Fenn"),
        ("Yes, Priya has it now", "Priya Nair"),
    ],
)
def test_a_forename_after_a_yes_is_of_whom_we_put_and_after_a_no_of_somebody_else(
    council: Council, words: str, owner: str
) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(f"{PLAN}H003,Light the hall,Tom Wray,5 March 2027,In progress\n", "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Priya Nair", said=SAID, inside=True)
    remind(council, 3)
    council.reply("beth.larkin", words, said=SAID.replace(day=4), inside=True)
    remind(council, 4)
    assert owners(council)["H001"] == owner
