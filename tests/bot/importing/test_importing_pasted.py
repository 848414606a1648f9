"""Text pasted from a PDF: each layout is a file with what must be read of it beside it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.importing import PlanReading, ReadAction, UnreadableDocument, read_plan
from bot.importing.pasted import tables_of
from bot.importing.pasted.owner_lines import owner_lines
from bot.importing.pasted.strips import lines_of

PLANS = Path(__file__).parent / "pasted_plans"
SEEDS = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"
AS_OF = date(2027, 11, 1)
HEAD = "Action\tOwner\tDue\tStatus"


def read(tmp_path: Path, *lines: str, name: str = "plan.txt") -> PlanReading:
    path = tmp_path / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_plan(path, AS_OF)


_WORDS = """Action Owner Due Status Ref Lead Recommendation Response Action: Owner: i) ii) 1) 1.2 a) A1 Clerk Mayor
May 2028 TBC Completed Ongoing and the ( ) (led by Mend the weir. Page 2 of 3 <li> </li> | --- • ACTION:"""
TEXTS = st.lists(st.sampled_from([*_WORDS.split(), "\n", "\n\n", "\t", "   ", "\f", HEAD + "\n"]), max_size=60).map(
    " ".join
)


@given(text=st.one_of(TEXTS, TEXTS.map(lambda text: f"{HEAD}\n{text}"), st.text(max_size=200)))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_the_reading_raise(text: str) -> None:
    assert isinstance(tables_of(text), tuple)


def summary(action: ReadAction) -> dict[str, Any]:
    return {
        "ref": action.ref,
        "action": action.action,
        "owners": list(action.owners),
        "due": action.due.end.isoformat() if action.due.end else None,
        "status": action.status.value.value,
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in PLANS.glob("*.txt") if path.stem != "covering-report"))
def test_each_layout_is_read_as_its_table_was(name: str) -> None:
    expected = json.loads((PLANS / f"{name}.expected.json").read_text(encoding="utf-8"))
    plan = read_plan(PLANS / f"{name}.txt", date.fromisoformat(expected["as_of"]))
    assert [summary(action) for action in plan.actions] == expected["actions"]


def test_a_covering_report_has_no_actions_and_says_what_to_look_for() -> None:
    with pytest.raises(UnreadableDocument, match=r"no table of actions.*speaks of Annex A"):
        read_plan(PLANS / "covering-report.txt", AS_OF)


def test_every_line_of_an_action_is_named(tmp_path: Path) -> None:
    plan = read(tmp_path, HEAD, "Mend the weir\tClerk\tMay 2028\tStarted", "before the\t\t\t", "winter\t\t\t")
    assert [action.source_rows for action in plan.actions] == [(2, 3, 4)]


def test_a_head_may_say_of_what_time_its_column_is(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Minute\tRecommendation\tLead\tTarget date\tProgress (Sept 2027)",
        "PC 4/27\tThat the hall be let on weekday evenings.\tHall Manager\tMarch 2028\tOn track",
        "PC 5/27\tThat a second noticeboard be put up by the ford.\tClerk\tMay 2028\tNot started",
    )
    assert [(action.ref, action.owners, action.status.value.value) for action in plan.actions] == [
        ("PC 4/27", ("Hall Manager",), "in_progress"),
        ("PC 5/27", ("Clerk",), "not_started"),
    ]


def test_a_row_that_a_page_divides_is_one_action(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        HEAD,
        "Survey every bridge in the\tHead of\tMay 2028\tStarted",
        "Page 1 of 2",
        HEAD,
        "district and list the worst\tHighways\t\t",
        "Mend the worst\tHead of Highways\tJune 2028\tNot started",
    )
    assert [(action.action, action.owners) for action in plan.actions] == [
        ("Survey every bridge in the district and list the worst", ("Head of Highways",)),
        ("Mend the worst", ("Head of Highways",)),
    ]


def test_a_date_on_two_lines_is_one_and_a_second_date_begins_an_action(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        HEAD,
        "Mend the old weir at\tClerk\t31 March\tStarted",
        "Tamberley Bridge\t\t2028\t",
        "Sell the old barge\tMayor\tJune 2028\tStarted",
        "to a museum\t\t\t",
    )
    assert [action.due.end for action in plan.actions] == [date(2028, 3, 31), date(2028, 6, 30)]


def test_text_that_fits_nowhere_is_asked_about_with_its_lines(tmp_path: Path) -> None:
    plan = read(tmp_path, HEAD, "Mend the weir\tClerk\tMay 2028\tStarted", "", "The plan is reviewed in spring.", "")
    assert any(question.startswith("Line 4 ") and "reviewed in spring" in question for question in plan.questions)


def test_a_damaged_copy_of_a_row_is_no_action_and_is_asked_about(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Finding\tAction\tOwner\tDue\tStatus",
        "1) Explain the budget\t\tCIerk\tMqy 2028\tComplcted",
        "Explain the budget to residents\ti) Print a leaflet\tClerk\tMay 2028\tCompleted",
    )
    assert [(action.ref, action.action) for action in plan.actions] == [("1.i", "Print a leaflet")]
    assert any("Line 2" in question and "damaged copy" in question for question in plan.questions)


def test_values_stacked_beside_two_actions_are_theirs_by_position(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        HEAD,
        "<ul><li>i) Mend the weir</li><li>ii) Paint it</li></ul>\tClerk Head of Works\tMay 2028 June 2028"
        "\tCompleted On hold",
    )
    assert [summary(action) | {"ref": ""} for action in plan.actions] == [
        {"ref": "", "action": "Mend the weir", "owners": ["Clerk"], "due": "2028-05-31", "status": "completed"},
        {"ref": "", "action": "Paint it", "owners": ["Head of Works"], "due": "2028-06-30", "status": "on_hold"},
    ]


def test_stacked_values_that_do_not_come_out_even_are_asked_about(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        HEAD,
        "i) Mend the weir ii) Paint it iii) Open it\tClerk\tMay 2028 June 2028\tCompleted On hold Not started",
    )
    assert len(plan.actions) == 3
    assert all(any("which part" in question for question in action.questions) for action in plan.actions)


def test_an_owner_printed_over_two_rows_belongs_to_both_and_both_are_asked_about(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        HEAD,
        "Mend the weir.\tCabinet (led by\tMay 2028\tStarted",
        "Paint the gate.\tCllr Fell and Cllr Birch)\tJune 2028\tStarted",
    )
    assert [action.owners for action in plan.actions] == [("Cabinet", "Cllr Fell", "Cllr Birch")] * 2
    assert all(action.questions for action in plan.actions)


def test_a_heading_that_was_cut_between_two_columns_is_a_section(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Finding\tResponse\tAction\tOwner\tDue",
        "Weirs and gates leak.\tAgreed.\tMend the weir and the gates.\tClerk\tMay 2028",
        "\tBridges a\tnd roads\t\t",
        "Roads are narrow and old.\tAgreed.\tWiden the roads and paths.\tClerk\tJune 2028",
    )
    assert [action.section for action in plan.actions] == ["", "Bridges and roads"]


def test_rows_that_blank_lines_part_are_whole_wherever_their_values_stand(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "Ref    Action                    Owner           Due",
        "",
        "       Mend the old weir",
        "A1     before the                Clerk           May 2028",
        "       winter floods",
        "",
        "       Paint every gate and",
        "A2     bench in the              Park Ranger     June 2028",
        "       park",
    )
    assert [(action.ref, action.action) for action in plan.actions] == [
        ("A1", "Mend the old weir before the winter floods"),
        ("A2", "Paint every gate and bench in the park"),
    ]


def test_lines_that_do_not_stand_level_are_held(tmp_path: Path) -> None:
    rows = [
        line
        for number in range(1, 6)
        for line in (
            "\tMend weir number\t\t",
            f"A{number}\tof the river before\tClerk\tMay 202{number}",
            "\tthe winter\t\t",
        )
    ]
    plan = read(tmp_path, "Ref\tAction\tOwner\tDue", *rows)
    assert all(any("level" in question for question in action.questions) for action in plan.actions)
    assert all(action.confidence < 1 for action in plan.actions)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(f"{HEAD}\r\nMend the weir – soon\tClerk\tMay 2028\tStarted\r\n".encode(encoding))
    assert [action.action for action in read_plan(path, AS_OF).actions] == ["Mend the weir – soon"]


def test_a_flattened_tsv_is_put_together_and_a_clean_one_is_left_alone(tmp_path: Path) -> None:
    lines = [HEAD, "Mend the weir\tClerk\tMay 2028\tStarted", "before the winter\t\t\t", "Paint it\tMayor\tMay 2028\t"]
    assert [action.action for action in read(tmp_path, *lines, name="a.tsv").actions] == [
        "Mend the weir before the winter",
        "Paint it",
    ]
    clean = [HEAD, '"Mend the weir', 'And the gate"\tClerk\tMay 2028\tStarted', "Paint it\tMayor\tMay 2028\t"]
    assert [action.action for action in read(tmp_path, *clean, name="b.tsv").actions] == [
        "Mend the weir And the gate",
        "Paint it",
    ]


def test_far_too_many_lines_and_lines_far_too_long_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="more than 8,000 lines"):
        read(tmp_path, HEAD, *["Mend\tClerk\tMay 2028\t"] * 8_001)
    with pytest.raises(UnreadableDocument, match="Line 2 has more than"):
        read(tmp_path, HEAD, "x" * 60_000)


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside the repository")
@pytest.mark.parametrize(
    ("name", "as_of"),
    [
        ("h02-ambulance-action-tracker", date(2023, 11, 8)),
        ("h07-parish-objectives", date(2016, 12, 5)),
        ("h09-scrutiny-tracker", date(2026, 6, 1)),
    ],
)
def test_flattened_pages_of_councils_are_read_as_a_clerk_read_them(tmp_path: Path, name: str, as_of: date) -> None:
    truth = json.loads((SEEDS / "samples" / f"{name}.json").read_text(encoding="utf-8"))["actions"]
    text = (SEEDS / "samples" / f"{name}.txt").read_text(encoding="utf-8").split("#---\n", 1)[1]
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    actions = read_plan(path, as_of).actions
    assert len(actions) == len(truth)
    for action, true in zip(actions, truth, strict=True):
        assert sorted(action.owners) == sorted(true["owners"])
        assert (action.due.end.isoformat() if action.due.end else None) in (true["due_date"], true["revised_due"])
        assert action.status.value.value in (true["status"], *true.get("status_alternatives", []))


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside the repository")
def test_a_real_covering_report_yields_no_action_and_names_its_annex() -> None:
    with pytest.raises(UnreadableDocument, match=r"holds no table of actions.*speaks of Annex one"):
        read_plan(next(SEEDS.glob("004_*.txt")), AS_OF)


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside the repository")
def test_a_real_highlight_report_yields_its_workstreams_and_no_action() -> None:
    plan = read_plan(next(SEEDS.glob("003_*.txt")), AS_OF)
    assert plan.actions == ()
    schedules = {each["name"]: each["schedule"] and each["schedule"]["value"] for each in plan.workstreams}
    assert len(schedules) == 9
    assert schedules["Shared Services"] == "behind_schedule"
    assert schedules["Strategic Leadership (Political)"] == "on_schedule"
    assert {question.partition(":")[0] for question in plan.questions} == {
        "Service Devolution",
        "Customer Access",
        "Shared Services",
    }


def test_the_footers_of_pages_are_no_lines_of_a_plan() -> None:
    text = "Our plan\n1 Sweep\nFlood Party, March   Page 1 of 2\nOFFICIAL\n2 Paint\nPage 2 of 2   Flood Party, March\n"
    assert [line.text for line in lines_of(text)] == ["Our plan", "1 Sweep", "2 Paint"]


def test_a_line_that_also_ends_the_document_is_a_footer_wherever_it_stands() -> None:
    rows = ["Title", "Head", "1 Sweep", "2 Mend", "Report of the party", "3 Paint", "Report of the party"]
    assert [line.text for line in lines_of("\n".join(rows))] == ["Title", "Head", "1 Sweep", "2 Mend", "3 Paint"]
    once = [*rows[:4], "Report of another party", *rows[5:]]
    assert [line.text for line in lines_of("\n".join(once))] == once


def test_a_line_end_in_the_middle_of_a_post_parts_no_owners() -> None:
    assert owner_lines(["Service Manager and Contact", "Centre Manager"], 60)[0] == [
        "Service Manager and Contact Centre Manager"
    ]
    assert owner_lines(["Service Manager", "Town Clerk"], 60)[0] == ["Service Manager", "Town Clerk"]


def test_rows_behind_one_that_goes_on_over_the_page_stay_apart(tmp_path: Path) -> None:
    head = "Rec\tRecommendation\tAction\tOwner\tDue\tStatus"
    plan = read(
        tmp_path,
        *(head, "1\tKeep time\tMend the old\tClerk\tMay 2028\tOpen", "", "Page 1 of 2", head),
        *("\t\tclock on the green\t\t\t", "2\tKeep it clean\tDredge the pond\tRanger\tJune 2028\tOpen"),
        *("3\tBuild a tower\tNone\t–\t–\t–", "4\tKeep it bright\tPaint the lido\tClerk\tSix weeks after\tOpen"),
        *("", "Page 2 of 2"),
    )
    actions = ["Mend the old clock on the green", "Dredge the pond", "Paint the lido"]
    assert [each.action for each in plan.actions] == actions
