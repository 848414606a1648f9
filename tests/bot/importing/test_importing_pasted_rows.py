"""Rows of pasted text keep to themselves, and what goes on over a page goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from importing_documents import FLAT, excel

from bot.importing import read_plan
from bot.importing.plan_reading import PlanReading

AS_OF = date(2027, 10, 1)


def _read(tmp_path: Path, text: str) -> PlanReading:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return read_plan(path, AS_OF)


def test_misread_rows_before_the_foot_of_a_page_stay_rows_of_their_own(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        "Ref   Action                        Owner            Due date      Status\n"
        "2.l   Rehang the t0wn gate          Town Clerk       3l May 2O28   ln hand\n"
        "2.2   Weed the moat                 Estates Officer  30 June 2028  Not started\n"
        "2.3   Sharpen the portcullis        Town Clerk       1 July 2028   Fini5hed\n"
        "Page 1 of 2\n"
        "2.4   Oil the drawbridge            Estates Officer  1 May 2028    Not started\n",
    )
    assert [(each.ref, each.action) for each in plan.actions] == [
        ("2.l", "Rehang the t0wn gate"),
        ("2.2", "Weed the moat"),
        ("2.3", "Sharpen the portcullis"),
        ("2.4", "Oil the drawbridge"),
    ]
    assert plan.actions[1].due.end == date(2028, 6, 30)


@pytest.mark.parametrize("mark", ["(cont.)", "(continued)", "cont'd:", "(continued from page 1)"])
def test_an_action_that_goes_on_over_the_page_keeps_its_reference_once(tmp_path: Path, mark: str) -> None:
    plan = _read(
        tmp_path,
        "Ref  Action                                Owner            Due date      Status\n"
        "1    Weed the moat                         Estates Officer  30 June 2028  Not started\n"
        "2    Sharpen the portcullis                Town Clerk       1 July 2028   Not started\n"
        "Page 1 of 2\n"
        "Ref  Action                                Owner            Due date      Status\n"
        f"2    {mark} and its chains\n"
        "3    Oil the drawbridge                    Estates Officer  1 May 2028    Not started\n",
    )
    assert [(each.ref, each.action) for each in plan.actions] == [
        ("1", "Weed the moat"),
        ("2", "Sharpen the portcullis and its chains"),
        ("3", "Oil the drawbridge"),
    ]


def test_a_task_that_ends_as_a_body_or_holds_a_time_is_no_owner_and_no_date_of_a_cell_a_line(tmp_path: Path) -> None:
    cells = ("Recommendation", "Action", "Lead", "Timescale", "Status")
    rows = (
        ("F1 Listen to tenants", "Offer free coaching to panel members", "Housing Manager", "May 2028", "In progress"),
        ("F2 Watch the purse", "Switch to quarterly rent reviews", "Finance Officer", "June 2028", "Not started"),
        ("F3 Work with friends", "Renew the estate safety board", "Chief Executive", "July 2028", "Complete"),
    )
    plan = _read(tmp_path, "\n".join(cell for row in (cells, *rows) for cell in row))
    assert [(each.recommendation, each.action, each.owners) for each in plan.actions] == [
        (row[0], row[1], (row[2],)) for row in rows
    ]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("J. Finch\nS. Lark", ("J. Finch", "S. Lark")),
        ("A. Finch\nB. Lark", ("A. Finch", "B. Lark")),
        ("A.J. Finch\nB. Lark", ("A.J. Finch", "B. Lark")),
        ("a) Town Clerk\nb) Head of Parks", ("Town Clerk", "Head of Parks")),
        ("1. Town Clerk\n2. Head of Parks", ("Town Clerk", "Head of Parks")),
    ],
)
def test_the_initials_of_names_on_lines_of_their_own_are_no_numbers_of_a_list(
    tmp_path: Path, cell: str, owners: tuple[str, ...]
) -> None:
    rows = (FLAT, ("1", "Weed the moat", cell, "May 2028", "In progress"))
    (action,) = read_plan(excel(tmp_path / "plan.xlsx", rows), AS_OF).actions
    assert (action.owners, action.questions) == (owners, ())


def test_a_foot_whose_page_number_stands_behind_a_tab_is_no_row(tmp_path: Path) -> None:
    head = "Ref\tAction\tOwner\tDue date\tStatus\n"
    plan = _read(
        tmp_path,
        f"{head}K1\tRehang the town gate\tTown Clerk\tMay 2028\tNot started\n\nKeep and Moat Plan\tPage 1 of 2\n\n"
        f"{head}K2\tWeed the moat\tWarden\tJune 2028\tNot started\n\nKeep and Moat Plan\tPage 2 of 2\n",
    )
    assert [(each.ref, each.owners) for each in plan.actions] == [("K1", ("Town Clerk",)), ("K2", ("Warden",))]
    assert plan.questions == ()


def test_a_row_broken_on_several_lines_of_tabbed_text_is_one_row(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        "Action\tAim\tOwner\tDue date\tStatus\n"
        "Weed the moat\tClear water\tWarden\t30.06.28\tNot started\n"
        "Rehang the gate at the\nnorth tower\tA gate that\nshuts\tTown Clerk\t31.05.28\tNot started\n"
        "Oil the drawbridge\tNo more squeaks\tHead of Parks, Estate\nServices\t30.04.28\tDone\n"
        "Sharpen the portcullis\tSharp points\tTown Clerk\t31.07.28\tNot started\n",
    )
    assert [(each.action, each.owners, each.due.end) for each in plan.actions] == [
        ("Weed the moat", ("Warden",), date(2028, 6, 30)),
        ("Rehang the gate at the north tower", ("Town Clerk",), date(2028, 5, 31)),
        ("Oil the drawbridge", ("Head of Parks, Estate Services",), date(2028, 4, 30)),
        ("Sharpen the portcullis", ("Town Clerk",), date(2028, 7, 31)),
    ]


def test_a_row_broken_in_its_owner_before_two_columns_of_dates_is_one_row(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        "Action\tOwner\tStart date\tDue date\tStatus\n"
        "Weed the moat\tWarden\tMay 2028\tJune 2028\tNot started\n"
        "Oil the drawbridge\tWarden; Principal\nCastle Engineer\tMarch 2028\tApril 2028\tDone\n"
        "Sharpen the portcullis\tTown Clerk\tJune 2028\tJuly 2028\tNot started\n",
    )
    assert [(each.action, each.owners, each.due.end) for each in plan.actions] == [
        ("Weed the moat", ("Warden",), date(2028, 6, 30)),
        ("Oil the drawbridge", ("Warden", "Principal Castle Engineer"), date(2028, 4, 30)),
        ("Sharpen the portcullis", ("Town Clerk",), date(2028, 7, 31)),
    ]


def test_short_rows_whose_tabs_happen_to_fit_together_stay_apart(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        "Action\tOwner\tDue date\tStatus\tNotes\n"
        "Weed the moat\tWarden\t30 June 2028\tNot started\tBy boat\n"
        "Oil the drawbridge\tTown Clerk\t31 May 2028\n"
        "Rehang the gate\tTown Clerk\t1 May 2028\n"
        "Sharpen the portcullis\tTown Clerk\t31 July 2028\tNot started\tAll points\n",
    )
    assert [each.action for each in plan.actions] == [
        *("Weed the moat", "Oil the drawbridge", "Rehang the gate", "Sharpen the portcullis"),
    ]


def test_where_each_row_has_a_number_words_without_one_go_on_over_the_page(tmp_path: Path) -> None:
    head = "No\tAction\tOwner\tDue date\tUpdate\n"
    plan = _read(
        tmp_path,
        f"{head}1\tWeed the moat\tWarden\tJune 2028\tNot started\n"
        f"2\tOil the chains of Drawbridge\tTown Clerk\tMay 2028\tDeferred until\n\nPage 1\n\n{head}"
        f"\tTwo and its bolts\t\t\tMarch 2029\n3\tRehang the gate\tTown Clerk\tMay 2028\tDone\n",
    )
    assert [each.action for each in plan.actions] == [
        *("Weed the moat", "Oil the chains of Drawbridge Two and its bolts", "Rehang the gate"),
    ]
    assert plan.actions[1].status.text == "Deferred until March 2029"


def test_words_printed_over_each_page_do_not_cut_an_action_that_goes_on_below_them(tmp_path: Path) -> None:
    head = "Finding\tAgreed action\tOwner\tDue date\tStatus\n"
    plan = _read(
        tmp_path,
        f"{head}1. Water\tWeed the moat with the help of the anglers'\tWarden\tJune 2028\tNot started\n\n"
        f"Paper 7, Annex B\n\n{head}\tclub and its boats\n2. Gates\tRehang the gate\tTown Clerk\tMay 2028\tDone\n\n"
        f"Paper 7, Annex B\n",
    )
    assert [each.action for each in plan.actions] == [
        *("Weed the moat with the help of the anglers' club and its boats", "Rehang the gate"),
    ]


def test_names_of_sections_in_the_column_of_references_are_no_part_of_a_reference(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        "Project\tWhat needs to happen\tWho\tWhen\tWhere are we now?\n"
        "Walls and gates\t\t\t\t\nW1\tRehang the gate\tTown Clerk\tMay 2028\tNot started\n"
        "WATER\t\t\t\t\nM1\tWeed the moat\tWarden\tJune 2028\tNot started\n"
        "The Keep\t\t\t\t\nP1\tMend the stairs\tWarden\tJuly 2028\tNot started\n",
    )
    assert [(each.ref, each.section, each.action) for each in plan.actions] == [
        ("W1", "Walls and gates", "Rehang the gate"),
        ("M1", "WATER", "Weed the moat"),
        ("P1", "The Keep", "Mend the stairs"),
    ]


_HEADS = "Recommendation\tAction\tLead\tTimescale\tProgress\n"


def test_rows_between_lines_that_lost_their_tabs_stay_rows_of_their_own(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        _HEADS + "1. Guard the gate\t1.1 Rehang the town gate\tTown Clerk\tMay 2028\tGreen – hinges ordered\n"
        "\t1.2 Weed the moat\tEstates Officer and Town Clerk\t30 June 2028\tAmber – one of two\n"
        "banks cleared. Boats are short\n"
        "\t1.3 Sharpen the portcullis\tTown Clerk\tAutumn 2028\tNot yet started\n"
        "2. Feed the swans\t2.1 Buy a season of barley\tEstates Officer\t1 March 2028\tComplete – in the barn\n"
        "\t2.2 Each warden to keep a\tWardens\tMay 2029\tGreen – books bought\n"
        "\nPage 1 of 2\n\n" + _HEADS + "\tlog of the swans fed\t\t\t\n"
        "3. Ring the bell\t3.1 Replace the rope\tTown Clerk\tJuly 2028\tGreen – rope bought\n",
    )
    assert [(each.ref, each.action, each.due.text) for each in plan.actions] == [
        ("1.1", "Rehang the town gate", "May 2028"),
        ("1.2", "Weed the moat", "30 June 2028"),
        ("1.3", "Sharpen the portcullis", "Autumn 2028"),
        ("2.1", "Buy a season of barley", "1 March 2028"),
        ("2.2", "Each warden to keep a log of the swans fed", "May 2029"),
        ("3.1", "Replace the rope", "July 2028"),
    ]


def test_a_line_without_tabs_goes_on_with_the_last_cell_where_a_row_that_begins_blank_shows_it(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        _HEADS + "1. Guard the gate\t1.1 Rehang the town gate\tTown Clerk\tMay 2028\tComplete\n"
        "except for the left wing\n"
        "\t1.2 Weed the moat\tEstates Officer\t30 June 2028\tAmber – one of two\n"
        "banks cleared\n",
    )
    assert [each.status.text for each in plan.actions] == [
        "Complete except for the left wing",
        "Amber – one of two banks cleared",
    ]
    assert not any("outside the table" in question for question in plan.questions)


def test_a_line_without_tabs_is_asked_about_where_it_may_go_on_with_the_first_cell(tmp_path: Path) -> None:
    plan = _read(
        tmp_path,
        "Action\tLead\tTimescale\tProgress\n"
        "Rehang the gate that the tide\tTown Clerk\tMay 2028\tComplete\n"
        "took from its hinges\n"
        "Weed the moat\tEstates Officer\t30 June 2028\tGreen\n",
    )
    assert [each.status.text for each in plan.actions] == ["Complete", "Green"]
    assert any("took from its hinges" in question for question in plan.questions)


@pytest.mark.parametrize(
    ("line", "owners", "sections"),
    [
        ("\tWALLS AND GATES\t\t\t\n", ("Warden",), ("WATER", "WALLS AND GATES")),
        ("\tRSPB\t\t\t\n", ("Warden RSPB",), ("WATER", "WATER")),
        ("\tand Town Clerk\t\t\t\n", ("Warden", "Town Clerk"), ("WATER", "WATER")),
    ],
)
def test_a_theme_shouted_in_the_column_of_owners_is_a_section_and_nobody(
    tmp_path: Path, line: str, owners: tuple[str, ...], sections: tuple[str, str]
) -> None:
    plan = _read(
        tmp_path,
        "\tWho\tTask\tWhen\tStatus\n"
        "\tWATER\n"
        "K1\tWarden\tWeed the moat\tMay 2028\tNot started\n"
        f"{line}"
        "K2\tTown Clerk\tRehang the town gate\tJune 2028\tNot started\n"
        "K3\tTown Clerk\tOil the drawbridge\tJuly 2028\tNot started\n",
    )
    assert [each.section for each in plan.actions][:2] == [*sections]
    assert plan.actions[0].owners == owners
    assert [each.owners for each in plan.actions[1:]] == [("Town Clerk",)] * 2


@pytest.mark.parametrize(
    ("opening", "line", "owners", "sections"),
    [
        ("Water and Gardens Standard", "Gates, Walls and Bridges Standard", ("Warden",), ("Water", "Gates")),
        ("Water and Gardens Standard", "Archaeology", ("Warden",), ("Water", "Archaeology")),
        ("Water and Gardens Standard", "and Town Clerk", ("Warden", "Town Clerk"), ("Water", "Water")),
        ("", "Archaeology", ("Warden Archaeology",), ("", "")),
    ],
)
def test_a_theme_in_the_first_column_of_owners_is_a_section_where_the_table_opens_with_one(
    tmp_path: Path, opening: str, line: str, owners: tuple[str, ...], sections: tuple[str, str]
) -> None:
    plan = _read(
        tmp_path,
        "Who\tRef\tTask\tWhen\tStatus\n"
        f"{opening}\t\t\t\t\n"
        "Warden\tK1\tWeed the moat\tMay 2028\tNot started\n"
        f"{line}\t\t\t\t\n"
        "Ranger\tK2\tRehang the town gate\tJune 2028\tNot started\n"
        "Ranger\tK3\tOil the drawbridge\tJuly 2028\tNot started\n",
    )
    assert tuple(each.section.partition(" ")[0].strip(",") for each in plan.actions[:2]) == sections
    assert plan.actions[0].owners == owners
    assert [each.owners for each in plan.actions[1:]] == [("Ranger",)] * 2
