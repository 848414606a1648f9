"""The guards at work: a pilot, redirected mails, runs that wait because they are unlike before, and their approval."""

from __future__ import annotations

import re
import signal
import time
from datetime import UTC, datetime

import pytest

from tests.journeys.council import Council

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "1,Publish the plan,Ada Fenn,31 January 2027,In progress\n"
    "2,Hold the briefing,Tom Wray,31 January 2027,In progress\n"
    "3,Ask the partner,jo.lark@partner.example,31 January 2027,In progress\n"
)
MONDAY, TUESDAY, LATER = ("--today", "2027-03-01"), ("--today", "2027-03-02"), ("--today", "2027-03-09")


def bring_in(council: Council, plan: str = PLAN) -> None:
    council.bring_in(plan)


def hold(council: Council, *day: str) -> str:
    [held] = [run for run in council.answer("run", "remind", *day)["runs"] if run["state"] == "held"]
    return str(held["run"])


def test_an_address_outside_that_only_the_plan_names_is_refused_and_told_until_who_is_who_names_it(
    council: Council,
) -> None:
    council.write_config(mail=f'admins = ["{council.person("beth.larkin")}"]')
    bring_in(council, PLAN + "4,Meet the partner,Partner lead,31 January 2027,In progress\n")
    told = council.answer("run", "remind", *MONDAY)["gaps"]
    assert [gap["ref"] for gap in told] == ["3", "4"]
    assert told[0]["reason"].startswith("only the plan names jo.lark@partner.example, which is outside")
    [notice] = council.mails("beth.larkin")
    assert "jo.lark@partner.example" in council.raw(notice).decode()

    council.edit("Who is who", "Partner lead", {"Address": "jo.lark@partner.example"})
    nudges = council.answer("run", "remind", "--dry-run", *TUESDAY)["nudges"]
    assert "jo.lark@partner.example" in [each["to"] for each in nudges]

    council.write_config(guards='allowed_domains = ["other.example"]')
    nudges = council.answer("run", "remind", "--dry-run", *TUESDAY)["nudges"]
    assert "jo.lark@partner.example" not in [each["to"] for each in nudges]


def test_a_lead_who_is_asked_about_an_address_outside_may_name_a_colleague_instead(council: Council) -> None:
    council.write_config(lead=council.person("priya.nair"))
    bring_in(council)
    council.run("approve", hold(council, *MONDAY), *MONDAY)
    asked = council.mails("priya.nair")[-1]["body"]
    assert "tell the administrator of Planminder" in " ".join(asked.split())
    assert "allowed_domains" not in asked
    council.reply("priya.nair", "3: Tom Wray", said=datetime(2027, 3, 1, 12, tzinfo=UTC))
    assert "3: written: owner Tom Wray (tom.wray@" in council.run("run", "collect", *MONDAY)
    nudges = council.answer("run", "remind", "--dry-run", "--today", "2027-03-09")["nudges"]
    refs = {each["to"]: [a["ref"] for a in each["actions"]] for each in nudges}
    assert refs[council.person("tom.wray")] == ["2", "3"]


def test_in_a_pilot_the_others_are_reported_and_get_their_first_nudge_when_it_ends(council: Council) -> None:
    council.write_config(guards=f'pilot_only = ["{council.person("ada.fenn")}"]')
    bring_in(council)
    report = council.answer("run", "remind", *MONDAY)
    assert report["left_out"]["pilot"] == [council.person("tom.wray")]
    assert [run["nudges"] for run in report["runs"]] == [1]
    council.run("approve", "2027-03-01-1", *MONDAY)
    assert (len(council.mails("ada.fenn")), len(council.mails("tom.wray"))) == (1, 0)
    assert council.answer("run", "remind", *TUESDAY)["runs"][0]["state"] == "approved"

    council.write_config()
    ended = council.answer("run", "remind", "--today", "2027-03-03")
    assert [(run["state"], run["nudges"]) for run in ended["runs"]] == [("held", 1)]
    council.run("approve", ended["runs"][0]["run"], "--today", "2027-03-03")
    assert (len(council.mails("ada.fenn")), len(council.mails("tom.wray"))) == (1, 1)


def test_redirected_mails_name_their_recipient_and_nobody_counts_as_told_or_as_having_answered(
    council: Council,
) -> None:
    council.write_config(guards=f'redirect_to = "{council.person("beth.larkin")}"')
    bring_in(council)
    council.run("run", "remind", *MONDAY)
    received = council.mails("beth.larkin")
    assert [len(council.mails(name)) for name in ("ada.fenn", "tom.wray")] == [0, 0]
    assert len(received) == 2
    assert {name for name in ("ada.fenn", "tom.wray") for each in received if council.person(name) in each["body"]} == {
        "ada.fenn",
        "tom.wray",
    }
    council.run("run", "remind", *TUESDAY)
    assert len(council.mails("beth.larkin")) == 2

    before = council.rows("Peer challenge")
    council.reply("beth.larkin", "2: done", said=datetime(2027, 3, 2, 12, tzinfo=UTC))
    council.run("run", "collect", *TUESDAY)
    assert council.rows("Peer challenge") == before
    assert len(council.mails("beth.larkin")) == 2
    told = council.run("outbox", "--held")
    assert f"from {council.person('tom.wray')} it would have been applied (2: completed)" in told

    council.write_config()
    council.run("approve", hold(council, "--today", "2027-03-03"), "--today", "2027-03-03")
    assert [len(council.mails(name)) for name in ("ada.fenn", "tom.wray")] == [1, 1]


def test_a_held_run_is_not_in_the_way_of_a_rehearsal_on_the_same_day(council: Council) -> None:
    bring_in(council)
    held = hold(council, *MONDAY)
    council.write_config(guards=f'redirect_to = "{council.person("beth.larkin")}"')
    assert len(council.answer("preview", *MONDAY)["mails"]) == 2
    said = council.run("run", "remind", *MONDAY)
    assert f"Run {held}, which was held, gives way to this rehearsal." in said
    assert len(council.mails("beth.larkin")) == 2
    assert council.answer("outbox", "--held")["held"] == []


def test_when_a_rehearsal_ends_everybody_is_told_on_the_same_day_after_an_approval(council: Council) -> None:
    council.write_config(guards=f'redirect_to = "{council.person("beth.larkin")}"')
    bring_in(council)
    council.run("run", "remind", *MONDAY)
    assert "Today's went out" in council.run("run", "remind", *MONDAY)
    council.write_config()
    assert len(council.answer("preview", *MONDAY)["mails"]) == 2
    assert len(council.answer("run", "remind", "--dry-run", *MONDAY)["nudges"]) == 2
    said = council.run("run", "remind", *MONDAY)
    assert "Run 2027-03-01-1 was a rehearsal and does not count" in said
    assert "Today's went out" not in said
    assert "Run 2027-03-01-2 is held (2 nudges): first nudges of Peer challenge" in said
    council.run("approve", "2027-03-01-2", *MONDAY)
    assert [len(council.mails(name)) for name in ("ada.fenn", "tom.wray", "beth.larkin")] == [1, 1, 2]
    assert "Today's went out" in council.run("run", "remind", *MONDAY)
    assert [len(council.mails(name)) for name in ("ada.fenn", "tom.wray", "beth.larkin")] == [1, 1, 2]


def test_after_a_rejected_run_it_is_said_why_nothing_is_sent(council: Council) -> None:
    bring_in(council)
    held = hold(council, *MONDAY)
    council.run("reject", held, *MONDAY)
    assert f"Run {held} was rejected today: its plans are decided afresh" in council.run("run", "remind", *MONDAY)


def test_check_tells_of_a_pilot_of_redirected_mails_and_of_rungs_on_which_nobody_stands(council: Council) -> None:
    rungs = "{ after = 5, to = 'manager' }, { after = 9, to = 'lead' }, { after = 10, to = 'director' }"
    ladder = f"[policy]\nescalate = [{rungs}, {{ after = 20, to = 'slt' }}]"
    ada, beth = council.person("ada.fenn"), council.person("beth.larkin")
    council.write_config(guards=f'pilot_only = ["{ada}"]\nredirect_to = "{beth}"', extra=ladder)
    bring_in(council)
    said = council.run("check", *MONDAY, expect=1)
    assert f"note  guards: every mail goes to {beth}" in said
    assert f"note  guards: only {ada} are mailed" in said
    assert [line.split(", but")[0].split()[-1] for line in said.splitlines() if "ladder" in line] == [
        *("manager", "lead", "director", "slt")
    ]
    assert "next  remind on Monday 1 March 2027 at 08:30" in said

    extra = f'{ladder}\n[people]\nslt = "{beth}"'
    council.write_config(extra=extra, lead=f'{beth}"\ndirector = "{ada}')
    said = council.run("check", *MONDAY)
    assert "ok    ladder" in said
    assert "ok    guards" in said


def test_receipts_and_the_admins_mail_are_redirected_as_well(council: Council) -> None:
    bring_in(council)
    council.run("approve", hold(council, *MONDAY), *MONDAY)
    beth = council.person("beth.larkin")
    council.write_config(guards=f'redirect_to = "{beth}"', mail=f'admins = ["{council.person("priya.nair")}"]')
    council.reply("tom.wray", "2: done", said=datetime(2027, 3, 1, 12, tzinfo=UTC))
    council.run("run", "remind", *TUESDAY)
    assert council.rows("Peer challenge")["2"]["Status"] == "Completed"
    bodies = " ".join(each["body"] for each in council.mails("beth.larkin"))
    for name, words in (("tom.wray", "1 update recorded"), ("priya.nair", "1 thing waits for you")):
        assert council.person(name) in bodies
        assert words in bodies
    assert (len(council.mails("tom.wray")), council.mails("priya.nair")) == (1, [])


def test_whoever_had_a_nudge_today_is_left_out_of_a_plan_that_is_added_on_the_day(council: Council) -> None:
    bring_in(council)
    council.run("approve", hold(council, *MONDAY), *MONDAY)
    council.write_config(("Peer challenge", "Budget"))
    (council.folder / "budget.csv").write_text(PLAN.replace("jo.lark@partner.example", "Priya Nair"), encoding="utf-8")
    council.run("import", "budget.csv", "--plan", "Budget")
    hold(council, *MONDAY)
    [run] = council.answer("outbox", "--held")["held"]
    assert [each["to"] for each in run["mails"]] == [council.person("priya.nair")]


def test_a_run_is_sent_exactly_as_it_was_shown(council: Council) -> None:
    bring_in(council)
    run = hold(council, *MONDAY)
    said = council.run("preview", "--run", run, "--out", "shown")
    assert f"2 mails of run {run}, which is held: first nudges of Peer challenge" in said
    council.run("approve", run, *MONDAY)
    [sent] = council.mails("ada.fenn")
    shown = (council.folder / "shown" / f"{council.person('ada.fenn')}.html").read_text(encoding="utf-8")
    assert sent["body"].replace("\r\n", "\n").strip() == shown.strip()


def test_a_run_that_would_read_otherwise_by_now_is_not_sent_and_what_changed_is_said(council: Council) -> None:
    bring_in(council)
    run = hold(council, *MONDAY)
    council.edit("Peer challenge", "2", {"Status": "Completed"})
    council.edit("Peer challenge", "1", {"Action": "Publish the whole plan"})
    said = council.run("approve", run, *MONDAY, expect=1)
    assert f"{council.person('tom.wray')}: 2 is no longer asked about (it is completed)." in said
    assert f"{council.person('ada.fenn')}: it reads otherwise by now" in said
    assert "Run 2027-03-01-2 waits in its place (1 nudge)" in said
    assert council.box("sentitems") == []
    council.run("approve", run, *MONDAY, expect=1)
    council.run("approve", "2027-03-01-2", *MONDAY)
    assert [len(council.mails(name)) for name in ("ada.fenn", "tom.wray")] == [1, 0]
    again = council.run("run", "remind", *MONDAY)
    assert re.search(r"^No nudges sent\. Today's went out at \d\d:\d\d, to 1 person\.$", again, re.MULTILINE)
    assert "No nudges sent.\n" in council.run("run", "remind", *TUESDAY)


def test_what_is_not_asked_about_any_more_has_its_true_reason(council: Council) -> None:
    yearly = "4,Look at the yearly plan,Ada Fenn,February (annually),In progress\n"
    bring_in(council, f"{PLAN}{yearly}5,Keep at it,Ada Fenn,Ongoing,In progress\n6,Ask,Ada Fenn,Ongoing,In progress\n")
    run = hold(council, *MONDAY)
    council.edit("Peer challenge", "1", {"DueDate": "2027-12-15T12:00:00Z", "SnoozedUntil": "2027-02-26T12:00:00Z"})
    council.edit("Peer challenge", "2", {"SnoozedUntil": "2027-03-12T12:00:00Z"})
    council.edit("Peer challenge", "4", {"CompletedOn": "2027-02-20T12:00:00Z"})
    council.edit("Peer challenge", "5", {"LastReply": "2027-02-19T12:00:00Z"})
    council.edit("Peer challenge", "6", {"OwnerText": "Tom Wray"})
    said = council.run("approve", run, *MONDAY, expect=1)
    assert "1 is no longer asked about (nothing about it is due today: its date is 15 December 2027)" in said
    assert "2 is no longer asked about (it is snoozed until 12 March 2027)" in said
    assert "4 is no longer asked about (nothing about it is due today: its date is February (annually))" in said
    assert "5 is no longer asked about (nothing about it is due today: its date is Ongoing)" in said
    assert "6 is no longer asked about (its owner is now Tom Wray)" in said


def test_a_run_approved_on_another_day_is_held_anew_and_not_at_a_weekend(council: Council) -> None:
    bring_in(council)
    run = hold(council, *MONDAY)
    assert "nobody works on 2027-03-06" in council.run("approve", run, "--today", "2027-03-06", expect=1)
    dry = council.run("run", "remind", "--dry-run", "--today", "2027-03-06")
    assert "Saturday 6 March is no working day: nobody is nudged." in dry
    said = council.run("approve", run, *TUESDAY, expect=1)
    assert "it was written for 1 March, and days have passed" in said
    council.run("approve", "2027-03-02-1", *TUESDAY)
    assert len(council.mails("ada.fenn")) == 1
    assert council.answer("run", "remind", "--today", "2027-03-03")["runs"][0]["state"] == "approved"


def test_dates_that_all_move_by_hand_hold_the_next_run_until_somebody_has_looked(council: Council) -> None:
    rows = [f"{n},Action {n},Ada Fenn,31 January 2027,In progress" for n in range(1, 7)]
    bring_in(council, "\n".join(["Ref,Action,Owner,Due,Status", *rows]))
    council.run("approve", hold(council, *MONDAY), *MONDAY)
    for number in range(1, 7):
        council.edit("Peer challenge", str(number), {"DueDate": "2027-02-26T12:00:00Z"})
    for day in (LATER, ("--today", "2027-03-10")):
        [run] = council.answer("run", "remind", *day)["runs"]
        assert run["state"] == "held"
        assert run["reason"].startswith("Peer challenge: 6 of 6 open actions have another date since 1 March 2027")
    council.run("approve", run["run"], *day)
    assert len(council.mails("ada.fenn")) == 2
    assert council.answer("run", "remind", "--today", "2027-03-11")["runs"][0]["state"] == "approved"


def test_posts_that_slip_by_a_row_hold_the_next_run(council: Council) -> None:
    posts = [f"Head of Team {letter}" for letter in "ABCDEF"]
    rows = [f"{n},Action {n},{post},{n} February 2027,In progress" for n, post in enumerate(posts, 1)]
    bring_in(council, "\n".join(["Ref,Action,Owner,Due,Status", *rows]))
    names = ["ada.fenn", "beth.larkin", "colm.odwyer", "priya.nair", "sian.hughes", "tom.wray"]
    council.staff(dict(zip(posts, names, strict=True)))
    council.run("approve", hold(council, *MONDAY), *MONDAY)
    council.staff(dict(zip(posts, [*names[1:], names[0]], strict=True)))
    [run] = council.answer("run", "remind", *LATER)["runs"]
    assert (run["state"], run["nudges"]) == ("held", 6)
    assert "6 of the 6 people it would ask never had these actions before (1, 2, 3 and 3 more)" in run["reason"]
    assert run["run"] in council.run("outbox", "--held")
    council.staff(dict(zip(posts, names, strict=True)))
    assert "1 is no longer asked about" in council.run("approve", run["run"], *LATER, expect=1)


@pytest.mark.timeout(150)
def test_a_delivery_killed_while_it_keeps_its_pace_goes_on_where_it_was(council: Council) -> None:
    people = ("Ada Fenn", "Beth Larkin", "Tom Wray")
    rows = [f"{n},Action {n},{person},31 January 2027,In progress" for n, person in enumerate(people, 1)]
    council.write_config(pace="mails_a_minute = 2")
    bring_in(council, "\n".join(["Ref,Action,Owner,Due,Status", *rows]))
    run = hold(council, *MONDAY)
    with council.start("approve", run, *MONDAY) as process:
        while process.poll() is None and not (len(council.box("sentitems")) == 2 and council.box("drafts")):
            time.sleep(0.05)
        for looking in ("preview", "simulate", "outbox", "log"):
            days = ("--from", "2027-03-01", "--to", "2027-03-31") if looking == "simulate" else ()
            council.run(looking, *days)
        assert "would go out" in council.run("run", "remind", "--dry-run", *MONDAY)
        assert process.poll() is None
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
    assert len(council.box("sentitems")) == 2
    council.write_config()
    refused = council.run("approve", run, *MONDAY, expect=1)
    assert "1 mail of it still to go: `planminder run remind` sends what is left" in refused
    council.run("run", "remind", *MONDAY)
    assert sorted(each["to"][0] for each in council.box("sentitems")) == sorted(
        council.person(name) for name in ("ada.fenn", "beth.larkin", "tom.wray")
    )
    assert council.box("drafts") == []


def test_nobody_gets_more_nudges_in_a_week_than_they_may(council: Council) -> None:
    council.write_config(guards="most_a_person_a_week = 1")
    bring_in(council, PLAN + "4,Print it,Ada Fenn,3 March 2027,In progress\n")
    council.edit("Peer challenge", "4", {"Question": "is it wanted?"})
    council.run("approve", hold(council, *MONDAY), *MONDAY)
    council.edit("Peer challenge", "4", {"Question": ""})
    report = council.answer("run", "remind", *TUESDAY)
    assert report["left_out"]["enough_this_week"] == [council.person("ada.fenn")]
    assert len(council.mails("ada.fenn")) == 1
    council.run("run", "remind", "--today", "2027-03-08")
    assert len(council.mails("ada.fenn")) == 2
