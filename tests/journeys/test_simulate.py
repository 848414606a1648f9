"""Before anything is sent: the exact mails of a day, and who would get how many over a year."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jobs.cli import main
from tests.journeys.council import Council
from tests.journeys.stories import told_once

pytestmark = pytest.mark.journey

PLAN = (
    "Ref,Action,Owner,Due,Status\n"
    "1,Sweep the square,Ada Fenn,31 March 2027,In progress\n"
    "2,Paint the stalls,Tom Wray,30 April 2027,Not started\n"
    "3,Mend the clock,Clerk of Works,31 May 2027,Not started\n"
)
YEAR = ("--from", "2027-03-01", "--to", "2028-02-29")
GENTLER = "[policy]\nbefore = [7]\noverdue_every = [28]\n"
BAD = '[policy]\nbefore = [-3]\n[calendar]\nnation = "Cornwall"\n[schedule]\nremind = "daily 01:30"\n'


@told_once
def market(council: Council) -> None:
    """A council with a plan in its list, and two policies beside its configuration."""
    (council.folder / "market.csv").write_text(PLAN, encoding="utf-8")
    (council.folder / "gentler.toml").write_text(GENTLER, encoding="utf-8")
    (council.folder / "bad.toml").write_text(BAD, encoding="utf-8")
    council.run("import", "market.csv", "--as-of", "2027-02-01")


def test_a_year_is_told_for_two_policies_and_nothing_is_sent(market: Council) -> None:
    answer = market.answer("simulate", *YEAR, "--policy", "gentler.toml", "--chart", "mails.svg")
    ours, gentler = answer["policies"]
    assert (ours["name"], gentler["name"], answer["actions"]) == ("as configured", "gentler", 3)
    assert ours["mails"] == sum(each["mails"] for each in ours["people"]) > gentler["mails"] > 0
    assert ours["busiest"]["address"] == market.person("ada.fenn")
    assert len(ours["weeks"]) == 53
    assert [(each["ref"], each["reason"]) for each in ours["never_chased"]] == [
        ("3", "nobody is known behind Clerk of Works: add them to the Who is who list")
    ]
    drawn = ElementTree.parse(market.folder / "mails.svg").getroot()
    assert drawn.get("role") == "img"
    assert market.mails("ada.fenn") == []
    assert market.answer("outbox")["mails"] == []


def test_a_policy_under_which_nobody_is_nudged_is_told_so_with_the_keys_to_look_at(market: Council) -> None:
    (market.folder / "shut.toml").write_text('[calendar]\nclosed = ["2027-03-01 to 2028-02-29"]\n', encoding="utf-8")
    (market.folder / "saturdays.toml").write_text('[schedule]\nremind = "sat 08:30"\n', encoding="utf-8")
    for policy in ("shut", "saturdays"):
        said = market.run("simulate", *YEAR, "--policy", f"{policy}.toml")
        assert f"{policy}: nobody is nudged on any of these days. Are schedule.remind and calendar.closed" in said
        assert "as configured: nobody is nudged" not in said


def test_the_first_day_of_a_simulation_is_the_day_that_the_preview_shows(market: Council) -> None:
    day = "2027-03-31"
    previewed = [mail["to"] for mail in market.answer("preview", "--today", day)["mails"]]
    [simulated] = market.answer("simulate", "--from", day, "--to", day)["policies"]
    assert [each["address"] for each in simulated["people"]] == previewed == [market.person("ada.fenn")]


def test_what_was_really_sent_and_answered_counts_in_a_simulation(market: Council) -> None:
    span = ("--from", "2027-03-18", "--to", "2027-03-31")
    [before] = market.answer("simulate", *span)["policies"]
    held = market.answer("run", "remind", "--today", "2027-03-17")["runs"][0]["run"]
    market.run("approve", held, "--today", "2027-03-17")
    [after] = market.answer("simulate", *span)["policies"]
    assert before["mails"] - after["mails"] == 1


def test_a_preview_writes_the_mails_that_are_then_held_and_sent_word_for_word(market: Council) -> None:
    day = ("--today", "2027-04-30")
    market.run("preview", *day, "--out", "preview")
    held = market.answer("run", "remind", *day)["runs"][0]["run"]
    market.run("outbox", "--held", "--out", "held")
    previewed = {file.name: file.read_text(encoding="utf-8") for file in (market.folder / "preview").glob("*@*")}
    waiting = {file.name: file.read_text(encoding="utf-8") for file in (market.folder / "held").glob("*@*")}
    assert len(previewed) == 4
    assert previewed == waiting
    market.run("approve", held, *day)
    [sent] = market.mails("ada.fenn")
    assert f"Subject: {sent['subject']}\n" in previewed[f"{market.person('ada.fenn')}.txt"]
    assert sent["body"].splitlines() == previewed[f"{market.person('ada.fenn')}.html"].splitlines()


def test_a_preview_shows_nothing_more_once_the_day_is_settled(market: Council) -> None:
    day = ("--today", "2027-04-30")
    held = market.answer("run", "remind", *day)["runs"][0]["run"]
    market.run("approve", held, *day)
    market.staff({"Clerk of Works": "jo.reed"})
    market.edit("Peer challenge", "3", {"DueDate": "2027-04-30T12:00:00Z"})
    assert market.answer("preview", *day)["mails"] == []
    assert market.answer("run", "remind", *day)["sent"] == 0
    assert market.person("jo.reed") in [
        mail["to"] for mail in market.answer("preview", "--today", "2027-05-04")["mails"]
    ]


def test_a_preview_shows_what_was_held_and_not_approved_the_day_before(market: Council) -> None:
    market.answer("run", "remind", "--today", "2027-04-29")
    previewed = [mail["to"] for mail in market.answer("preview", "--today", "2027-04-30")["mails"]]
    market.run("run", "remind", "--today", "2027-04-30")
    [held] = market.answer("outbox", "--held")["held"]
    assert previewed == [mail["to"] for mail in held["mails"]] == [market.person("ada.fenn"), market.person("tom.wray")]


def test_a_preview_shows_what_the_held_run_of_the_day_would_send_now_and_says_that_it_is_held(market: Council) -> None:
    day = ("--today", "2027-04-30")
    held = market.answer("run", "remind", *day)["runs"][0]["run"]
    waiting = [mail["to"] for mail in market.answer("outbox", "--held")["held"][0]["mails"]]
    said = market.run("preview", *day, "--out", "preview")
    assert {file.stem for file in (market.folder / "preview").glob("*.html")} == set(waiting)
    assert f"Run {held} of today is held" in said
    assert [each["run"] for each in market.answer("outbox", "--held")["held"]] == [held]


def test_a_preview_removes_what_an_earlier_one_wrote_and_nothing_else(market: Council) -> None:
    folder = market.folder / "shown"
    folder.mkdir()
    (folder / "minutes.txt").write_text("Mine", encoding="utf-8")
    said = market.run("preview", "--today", "2027-04-30", "--out", "shown")
    assert "was left there: minutes.txt." in said
    assert len(list(folder.glob("*@*.html"))) == 2
    market.run("preview", "--today", "2027-05-01", "--plan", "Peer challenge", "--out", "shown")
    today = {mail["to"] for mail in market.answer("preview", "--today", "2027-05-01", "--out", "shown")["mails"]}
    assert {file.stem for file in folder.glob("*@*.html")} == today
    assert (folder / "minutes.txt").read_text(encoding="utf-8") == "Mine"


def test_a_bad_policy_is_refused_with_every_key_and_reason_at_once(market: Council) -> None:
    said = market.run("simulate", *YEAR, "--policy", "bad.toml", expect=1)
    assert "bad.toml: policy.before: entry 1: -3 must be 1 or more\n" in said
    assert 'bad.toml: calendar.nation: "Cornwall" is not known here: write England, Wales, ' in said
    assert 'bad.toml: schedule.remind: "daily 01:30": choose a time outside 01:00 to 02:00' in said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--from", "2027-03-02", "--to", "2027-03-01"), "--to 2027-03-01 lies before --from 2027-03-02"),
        (("--from", "2027-01-01", "--to", "2061-01-01"), "bank holidays are known from 2000 to 2060"),
        (("--from", "2027-01-01", "--to", "2037-01-01"), "choose five years at most"),
        (("--from", "2027-01-01", "--to", "2027-02-01", "--answers", "101"), "is no whole number from 0 to 100"),
        (("--from", "2027-01-01"), "--to"),
    ],
)
def test_a_span_that_makes_no_sense_is_wrong_usage(
    wrong: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["simulate", *wrong])
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    assert code == 2
    assert said in capsys.readouterr().err


def test_a_document_needs_no_tenant_and_no_configuration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "market.csv").write_text(PLAN, encoding="utf-8")
    (tmp_path / "gentler.toml").write_text(GENTLER, encoding="utf-8")
    given = ["--config", str(tmp_path / "none.toml"), "--plan-file", str(tmp_path / "market.csv")]
    assert main(["simulate", *YEAR, *given, "--policy", str(tmp_path / "gentler.toml"), "--json"]) == 0
    out, err = capsys.readouterr()
    ours, gentler = json.loads(out)["policies"]
    assert [each["name"] for each in ours["people"]] == ["Ada Fenn", "Tom Wray", "Clerk of Works"]
    assert ours["mails"] > gentler["mails"]
    assert "Assumed: nobody ever answers (the worst case)." in err
    assert "A nudge that goes out late, on the day before the next one, stands for both." in err
    assert "Every party that the document prints counts as one person." in err
    assert main(["simulate", *YEAR, *given, "--answers", "100"]) == 0
    assert "every nudge is answered after 2 working days" in capsys.readouterr().out
