"""An owner says that an action is not theirs: the plan's lead is asked about the person they named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.reply import open_mail, parent_text
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

FIRST = "2027-03-01"
PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "H001,Publish the plan,Ada Fenn,26 February 2027,In progress\n"
    "H002,Hold the briefing,Ada Fenn,26 February 2027,In progress\n"
)
LADDER = '[people]\nslt = "{}"\n[policy]\nescalate = [{{ after = 6, to = "slt" }}]\nwarn_before_escalating = 3'
SAID = datetime(2027, 3, 3, 12, tzinfo=UTC)


@told_once
def disowned(council: Council) -> None:
    """Ada is nudged about two actions, and says of the first that it is not hers but Priya's."""
    council.write_config(lead=council.person("beth.larkin"), extra=LADDER.format(council.person("tom.wray")))
    council.bring_in(PLAN)
    council.run("run", "remind", "--today", FIRST)
    council.run("approve", f"{FIRST}-1", "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Priya Nair", said=SAID, inside=True)
    remind(council, 3)


def last(council: Council, name: str) -> str:
    return " ".join(parent_text(open_mail(council.raw(council.mails(name)[-1]))).split())


def card(council: Council, name: str) -> str:
    """What the last mail to somebody says of the first action."""
    return last(council, name).partition("H001 Publish")[2].partition("H002 Hold")[0]


def remind(council: Council, *march: int) -> None:
    for day in march:
        council.run("run", "remind", "--today", f"2027-03-{day:02}")


def owners(council: Council) -> dict[str, str]:
    return {ref: row["OwnerText"] for ref, row in council.rows("Peer challenge").items()}


def test_the_lead_is_asked_about_the_person_named_and_a_yes_puts_them_into_the_row_alone(disowned: Council) -> None:
    asked = last(disowned, "beth.larkin")
    assert "Ada Fenn says that it is not theirs and names Priya Nair. Should we ask Priya Nair from now on?" in asked
    assert "H002" not in asked
    disowned.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    assert owners(disowned) == {"H001": "Priya Nair", "H002": "Ada Fenn"}
    remind(disowned, 10)
    assert "H001" in last(disowned, "priya.nair")
    assert "H001" not in last(disowned, "ada.fenn")
    assert "H002" in last(disowned, "ada.fenn")


def test_when_an_action_moves_its_old_owner_hears_it_once_and_its_new_one_from_whom_and_on_whose_word(
    disowned: Council,
) -> None:
    disowned.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    told = last(disowned, "ada.fenn")
    assert (
        "H001 Publish the plan Beth Larkin says that Priya Nair has it now, so you are not asked about it any" in told
    )
    mails = len(disowned.mails("ada.fenn"))
    became = "It became yours on 4 March 2027: Beth Larkin named you, where the plan had named Ada Fenn."
    assert became in last(disowned, "priya.nair")
    remind(disowned, 5)
    assert len(disowned.mails("ada.fenn")) == mails


def test_when_the_lead_says_no_the_owner_who_disowned_it_hears_so_and_nothing_is_open_any_more(
    disowned: Council,
) -> None:
    disowned.reply("beth.larkin", "No", said=SAID.replace(day=4), inside=True)
    disowned.run("run", "collect", "--today", "2027-03-04")
    assert "Beth Larkin says that it stays with you. They wrote “No”." in last(disowned, "ada.fenn")
    assert "It stays with Ada Fenn, whom we tell so and go on asking about it." in last(disowned, "beth.larkin")
    assert owners(disowned) == {"H001": "Ada Fenn", "H002": "Ada Fenn"}
    held = disowned.answer("outbox", "--held")
    assert (held["asked"], held["mail_to_review"]) == ([], [])


def test_a_leads_no_is_kept_and_told_as_one_without_its_reference(disowned: Council) -> None:
    disowned.reply("beth.larkin", "H001: no", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    assert "They wrote “no”." in last(disowned, "ada.fenn")
    kept = disowned.rows("Peer challenge")["H001"]["Progress"]
    assert kept.endswith("4 March 2027, Beth Larkin: said that it stays with “Ada Fenn”: no")
    remind(disowned, 10)
    assert "named you" not in card(disowned, "ada.fenn")


def test_the_receipt_says_that_the_lead_is_asked_about_the_person_named_and_asks_nothing(disowned: Council) -> None:
    receipt = last(disowned, "ada.fenn")
    assert "Thank you: 1 note kept" in receipt
    assert "We ask the plan's lead whether Priya Nair has it now; until they say yes, it stays in your name." in receipt
    assert "?" not in receipt
    assert owners(disowned) == {"H001": "Ada Fenn", "H002": "Ada Fenn"}


@pytest.mark.parametrize(("words", "joint"), [("Priya leads on this, ask her", True), ("ask Tom about it", False)])
def test_a_joint_owner_who_names_the_other_is_asked_nothing_and_the_lead_is(
    council: Council, words: str, joint: bool
) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(PLAN.replace("plan,Ada Fenn", "plan,Ada Fenn and Priya Nair"), "--today", FIRST)
    council.reply("ada.fenn", f"H001: {words}", said=SAID, inside=True)
    remind(council, 3)
    asks = "We ask the plan's lead whether Priya Nair has it now"
    assert (asks in last(council, "ada.fenn")) is joint
    assert ("Who should we ask" in last(council, "ada.fenn")) is not joint
    if joint:
        assert "names Priya Nair. Should we ask Priya Nair from now on?" in last(council, "beth.larkin")
        assert "Priya Nair shares it already, and would have it alone. Reply with" in last(council, "beth.larkin")
        council.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
        remind(council, 4)
        assert owners(council) == {"H001": "Priya Nair", "H002": "Ada Fenn"}
        assert council.answer("outbox", "--held")["asked"] == []
        assert "Beth Larkin says that Priya Nair has it now" in last(council, "ada.fenn")
        remind(council, 8)
        since = "It is yours alone since 4 March 2027: Beth Larkin named you, where the plan had named Ada Fenn, Priya"
        assert since in last(council, "priya.nair")


@pytest.mark.parametrize("lead", ["", "ada.fenn"])
def test_without_a_lead_besides_the_owner_the_receipt_asks_them(council: Council, lead: str) -> None:
    council.write_config(lead=council.person(lead) if lead else "")
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Priya Nair", said=SAID, inside=True)
    remind(council, 3)
    assert "Who should we ask instead?" in last(council, "ada.fenn")


def test_once_the_lead_has_said_whose_it_is_nothing_about_it_is_open_any_more(disowned: Council) -> None:
    assert len(disowned.answer("outbox", "--held")["asked"]) == 1
    disowned.reply("beth.larkin", "No, ask Tom Wray", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    assert disowned.answer("outbox", "--held")["asked"] == []


def test_what_was_said_again_to_a_receipt_needs_no_review_once_the_lead_has_named_an_owner(disowned: Council) -> None:
    disowned.reply("ada.fenn", "H001: Not mine", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    [held] = disowned.answer("outbox", "--held")["mail_to_review"]
    assert "asked once already" in held["reason"]
    assert len(disowned.box("Needs review")) == 1
    disowned.reply("beth.larkin", "No, ask Tom Wray", said=SAID.replace(day=4), inside=True)
    remind(disowned, 5)
    assert owners(disowned)["H001"] == "Tom Wray"
    assert disowned.answer("outbox", "--held")["mail_to_review"] == []
    assert disowned.box("Needs review") == []


def test_what_the_lead_wrote_before_needs_no_review_once_they_have_named_an_owner(disowned: Council) -> None:
    for day, words, waiting in ((4, "No, ask Finance", 1), (5, "No, ask Tom Wray", 0)):
        disowned.reply("beth.larkin", words, said=SAID.replace(day=day), inside=True)
        remind(disowned, day)
        assert len(disowned.answer("outbox", "--held")["mail_to_review"]) == waiting
    assert disowned.box("Needs review") == []


def test_the_next_question_to_the_lead_says_that_their_answer_named_nobody(disowned: Council) -> None:
    disowned.reply("beth.larkin", "No, ask Finance", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4, 12)
    told = "You wrote on 4 March 2027, and we could not tell who it should be: please give a full name. Should we ask"
    assert told in last(disowned, "beth.larkin")
    disowned.run("settle", "2", "--dismiss", "--today", "2027-03-12")
    remind(disowned, 19)
    assert "Should we ask Priya Nair" in last(disowned, "beth.larkin")
    assert "You wrote" not in last(disowned, "beth.larkin")


def test_what_was_said_beside_it_is_reviewed_still(disowned: Council) -> None:
    disowned.reply("ada.fenn", "H001: Not mine\n\nH002: nearly there", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    disowned.reply("beth.larkin", "No, ask Tom Wray", said=SAID.replace(day=4), inside=True)
    remind(disowned, 5)
    [held] = disowned.answer("outbox", "--held")["mail_to_review"]
    assert [each["ref"] for each in held["updates"]] == ["H002"]
    assert len(disowned.box("Needs review")) == 1


def test_the_new_owner_is_asked_at_once_whatever_the_one_before_wrote_lately(disowned: Council) -> None:
    disowned.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    assert "H001" in last(disowned, "priya.nair")
    disowned.reply("priya.nair", "H001: on track", said=SAID.replace(day=5), inside=True)
    remind(disowned, 5)
    mails = len(disowned.mails("priya.nair"))
    remind(disowned, 11)
    assert len(disowned.mails("priya.nair")) == mails


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("H001: Yes, please.", "Priya Nair"),
        ("Tom Wray", "Tom Wray"),
        ("Yes, but only until May", "Ada Fenn"),
        ("No, ask Tom Wray", "Tom Wray"),
        ("No, that's Tom Wray's", "Tom Wray"),
        ("No", "Ada Fenn"),
        ("No, ask again later", "Ada Fenn"),
        ("No, ask Finance", "Ada Fenn"),
        ("No, ask Finance and Assets", "Ada Fenn"),
        ("ask Jo", "Ada Fenn"),
        ("Yes please, Priya has it now", "Priya Nair"),
        ("H001: Priya does this now", "Priya Nair"),
        ("H001: yes, Priya", "Priya Nair"),
        ("No, it is Ada's", "Ada Fenn"),
        ("No, it is Priya's", "Ada Fenn"),
        ("Yes, Tom has it now", "Ada Fenn"),
        ("No, it is Tom's", "Ada Fenn"),
        ("Yes, Priya has it until May", "Ada Fenn"),
    ],
)
def test_only_a_plain_yes_or_a_name_that_is_known_changes_the_owner(disowned: Council, words: str, owner: str) -> None:
    disowned.reply("beth.larkin", words, said=SAID.replace(day=4), inside=True)
    remind(disowned, 4)
    assert owners(disowned) == {"H001": owner, "H002": "Ada Fenn"}


def test_a_forename_names_whoever_bears_it_alone_and_answers_for_something_in_the_plan(council: Council) -> None:
    council.write_config(lead=council.person("beth.larkin"))
    council.nudge_first(f"{PLAN}H003,Paint the hall,Tom Wray,3 March 2027,In progress\n", "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Priya Nair", said=SAID, inside=True)
    remind(council, 3)
    council.reply("beth.larkin", "No, it is Tom's", said=SAID.replace(day=4), inside=True)
    remind(council, 4)
    assert owners(council)["H001"] == "Tom Wray"
    assert "We ask Tom Wray about it from now on" in last(council, "beth.larkin")


def test_a_yes_of_somebody_else_changes_no_owner(disowned: Council) -> None:
    disowned.reply("ada.fenn", "Yes", said=SAID.replace(day=4), inside=True, parent_of="beth.larkin")
    remind(disowned, 4)
    assert owners(disowned) == {"H001": "Ada Fenn", "H002": "Ada Fenn"}


def test_a_yes_is_no_answer_about_a_person_who_was_named_since(disowned: Council) -> None:
    disowned.reply("ada.fenn", "H001: Not mine, ask Tom Wray", said=SAID.replace(day=4), inside=True)
    disowned.run("run", "collect", "--today", "2027-03-04")
    disowned.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
    disowned.run("run", "collect", "--today", "2027-03-04")
    assert owners(disowned) == {"H001": "Ada Fenn", "H002": "Ada Fenn"}


def test_an_escalation_says_that_the_owner_disowns_it_and_calls_nobody_silent(disowned: Council) -> None:
    remind(disowned, 8)
    assert "H001" not in last(disowned, "tom.wray")
    remind(disowned, 10, 17, 22)
    brought = last(disowned, "tom.wray")
    assert "H001" in brought
    assert "H002" not in brought
    assert "Ada Fenn wrote on 3 March 2027 that it is not theirs and named Priya Nair" in brought
    assert "no answer" not in brought


def test_nobody_above_reads_as_news_whom_the_lead_named_when_we_asked_whose_it_is(disowned: Council) -> None:
    disowned.reply("beth.larkin", "Yes", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4, 8, 12)
    brought = last(disowned, "tom.wray")
    assert "H001 Publish the plan It is with Priya Nair (priya.nair@harrowmere.example). We warned on" in brought
    assert "have had no answer. It was due" in brought


def test_what_the_lead_answered_whose_it_is_stands_above_without_its_words_while_it_waits(disowned: Council) -> None:
    disowned.reply("beth.larkin", "No, ask Finance", said=SAID.replace(day=4), inside=True)
    remind(disowned, 4, 15, 18, 22, 25, 30)
    brought = last(disowned, "tom.wray")
    assert "Beth Larkin wrote on 4 March 2027. We have still to read that." in brought
    assert "Finance" not in brought


@pytest.fixture
def asked_who(council: Council) -> Council:
    """Ada has said of the first of her two actions that it is not hers, and we asked who we should ask instead."""
    council.write_config(lead=council.person("beth.larkin"), extra=LADDER.format(council.person("tom.wray")))
    council.nudge_first(PLAN, "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine", said=SAID, inside=True)
    remind(council, 3)
    assert "Who should we ask instead?" in last(council, "ada.fenn")
    return council


NAMES_PRIYA = "Ada Fenn says that it is not theirs and names Priya Nair. Should we ask Priya Nair from now on?"


@pytest.mark.parametrize("words", ["Priya Nair does this now", "I told you on 3 March: Priya Nair."])
def test_a_full_name_alone_answers_who_we_should_ask_instead(asked_who: Council, words: str) -> None:
    asked_who.reply("ada.fenn", words, said=SAID.replace(day=4), inside=True)
    remind(asked_who, 4, 12)
    assert NAMES_PRIYA in last(asked_who, "beth.larkin")
    assert asked_who.answer("outbox", "--held")["mail_to_review"] == []
    told = card(asked_who, "ada.fenn")
    assert "You wrote on 4 March 2027 that it is not yours and named Priya Nair" in told
    assert "The last update" not in told
    asked_who.reply("beth.larkin", "H001: yes", said=SAID.replace(day=15), inside=True)
    remind(asked_who, 15)
    assert owners(asked_who) == {"H001": "Priya Nair", "H002": "Ada Fenn"}
    assert "Priya Nair does" not in last(asked_who, "priya.nair")


def test_a_name_in_answer_to_the_next_nudge_is_put_to_the_lead_too(asked_who: Council) -> None:
    remind(asked_who, 11)
    assert "please say so once more with their full name" in last(asked_who, "ada.fenn")
    assert card(asked_who, "ada.fenn").count("You wrote on 3 March 2027") == 1
    asked_who.reply("ada.fenn", "Priya Nair", said=SAID.replace(day=12), inside=True)
    remind(asked_who, 12, 18)
    assert NAMES_PRIYA in last(asked_who, "beth.larkin")


@pytest.mark.parametrize("words", ["H001: Someone in Finance took this", "As before"])
def test_that_it_is_not_theirs_outlives_a_later_answer_in_which_nothing_is_read(asked_who: Council, words: str) -> None:
    remind(asked_who, 11)
    asked_who.reply("ada.fenn", words, said=SAID.replace(day=12), inside=True)
    remind(asked_who, 12, 22)
    told = card(asked_who, "ada.fenn")
    assert "that it is not yours. If you know whose it is, please say so once more" in told
    assert "We take it that this is in progress" not in told
    asked = asked_who.answer("run", "remind", "--today", "2027-03-23", "--dry-run")
    assert "says that it is not theirs" in str(asked)


def test_a_plain_answer_ends_that_it_is_not_theirs(asked_who: Council) -> None:
    asked_who.reply("ada.fenn", "H001: on track", said=SAID.replace(day=4), inside=True)
    remind(asked_who, 4, 11)
    assert "You wrote" not in card(asked_who, "ada.fenn")


HER_OWN = "H003,Paint the hall,Beth Larkin,3 March 2027,In progress\n"


def among_others(council: Council) -> None:
    """The lead is asked whose Ada's first action is, in a mail that speaks of one of her own, too."""
    council.write_config(lead=council.person("beth.larkin"), extra=LADDER.format(council.person("tom.wray")))
    council.nudge_first(PLAN + HER_OWN, "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Priya Nair", said=SAID, inside=True)
    remind(council, 3)
    asked = last(council, "beth.larkin")
    assert "Paint the hall" in asked
    assert NAMES_PRIYA in asked


def test_a_bare_yes_answers_whose_it_is_where_the_mail_puts_no_other_question_that_a_yes_settles(
    council: Council,
) -> None:
    among_others(council)
    council.reply("beth.larkin", "yes\n\n-- \nBeth Larkin\n01632 960 001", said=SAID.replace(day=4), inside=True)
    remind(council, 4)
    assert owners(council) == {"H001": "Priya Nair", "H002": "Ada Fenn", "H003": "Beth Larkin"}
    assert council.answer("outbox", "--held")["mail_to_review"] == []


def test_words_of_a_lead_who_owns_it_too_are_held_and_leave_it_disowned_and_they_are_asked_again(
    council: Council,
) -> None:
    extra = f'{LADDER.format(council.person("tom.wray"))}\njoint_owners = "copy"'
    council.write_config(lead=council.person("beth.larkin"), extra=extra)
    council.nudge_first(PLAN.replace("plan,Ada Fenn", "plan,Ada Fenn; Beth Larkin"), "--today", FIRST)
    council.reply("ada.fenn", "H001: Beth leads on this, ask her", said=SAID, inside=True)
    remind(council, 3)
    assert "names you. Should we ask you from now on?" in last(council, "beth.larkin")
    council.reply("beth.larkin", "H001: I shall have to find out", said=SAID.replace(day=4), inside=True)
    remind(council, 4, 11, 12, 15)
    assert "You wrote on 3 March 2027 that it is not yours and named Beth Larkin" in card(council, "ada.fenn")
    remind(council, *range(16, 24))
    asked = [open_mail(council.raw(each)).plain for each in council.mails("beth.larkin")]
    assert sum("Should we ask you from now on?" in " ".join(each.split()) for each in asked) > 1


def test_the_lead_may_say_that_it_stays_whose_it_was_and_the_row_keeps_its_words(council: Council) -> None:
    council.write_config(lead=council.person("beth.larkin"), extra=LADDER.format(council.person("tom.wray")))
    council.bring_in(PLAN.replace("plan,Ada Fenn", "plan,Head of Print"))
    council.staff({"Head of Print": "ada.fenn"})
    [held] = council.answer("run", "remind", "--today", FIRST)["runs"]
    council.run("approve", held["run"], "--today", FIRST)
    council.reply("ada.fenn", "H001: Not mine, ask Priya Nair", said=SAID, inside=True)
    remind(council, 3)
    words = "H001: No, it is Ada Fenn's, the post has not changed."
    council.reply("beth.larkin", words, said=SAID.replace(day=4), inside=True)
    remind(council, 4, 11)
    assert owners(council)["H001"] == "Head of Print"
    assert council.answer("outbox", "--held")["mail_to_review"] == []
    assert "not yours" not in card(council, "ada.fenn")
