"""Topics that head a clause: which of them name an action plainly enough to write, and what they may close.

All are said on Monday 16 November 2026.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.reply import Decision, Mentioned, Update, actions_in, read_updates

SAID_ON = date(2026, 11, 16)
KNOWN = (
    Mentioned("K1", "Replace the worn benches in the three cemeteries"),
    Mentioned("K2", "Write guidance notes for market traders"),
    Mentioned("K3", "Clear the backlog of planning enforcement cases"),
    Mentioned("K4", "Adopt the tree policy"),
    Mentioned("L1", "Publish the ward profiles on the website"),
    Mentioned("L5", "Run dementia awareness training for drivers"),
    Mentioned("L7", "Survey the culverts and write up the findings"),
    Mentioned("M2", "Keep street lighting repairs within five days"),
)


def _read(words: str, known: tuple[Mentioned, ...] = KNOWN) -> tuple[Update, ...]:
    return read_updates(words, "", known, SAID_ON)


def _written(words: str, known: tuple[Mentioned, ...] = KNOWN) -> str:
    return "; ".join(f"{update.ref} {_reading(update)}".strip() for update in _read(words, known))


def _reading(update: Update) -> str:
    if update.decision is not Decision.APPLY:
        return "ask"
    status = update.status.value.replace("_", " ") if update.status else ""
    return " ".join(filter(None, (status, f"by {update.due.end}" if update.due else "")))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Benches done.", "K1 completed"),
        ("The benches are done", "K1 completed"),
        ("Worn benches: complete", "K1 completed"),
        ("Guidance notes: Complete\nBacklog: In progress", "K2 completed; K3 in progress"),
        ("Backlog cleared on Monday", "K3 completed"),
        ("Backlog - yes, cleared", "K3 completed"),
        ("Tree policy adopted", "K4 completed"),
        ("Ward profiles published on 3 November", "L1 completed"),
        ("Dementia awareness training done", "L5 completed"),
        (
            "Benches done. Ward profiles not started, nobody is free for them till May.",
            "K1 completed; L1 not started",
        ),
        ("Benches done, notes next week", "K1 completed; K2 by 2026-11-29"),
        ("Policy: complete", "K4 completed"),
        ("Profiles: live since last Monday, so complete", "L1 completed"),
        ("The policy one is finished", "K4 completed"),
        ("Tree policy adopted last month, so you can close that", "K4 completed"),
        ("The ward profiles are up, so that one is complete", "L1 completed"),
        ("Clearing the backlog is complete", "K3 completed"),
    ],
)
def test_the_whole_thing_that_one_action_is_about_closes_it(words: str, written: str) -> None:
    assert _written(words) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Dementia awareness is carrying on, next cohort in June", "L5 in progress"),
        ("Guidance notes on hold, tree policy on track", "K2 on hold; K4 in progress"),
        ("Ward profiles - new date 31 March", "L1 by 2027-03-31"),
        ("Guidance notes end of January", "K2 by 2027-01-31"),
        ("The tree policy has moved to 12 February", "K4 by 2027-02-12"),
        ("Culverts: in progress", "L7 in progress"),
        ("Lighting repairs: ongoing", "M2 ongoing"),
        ("Trees: on hold", "K4 on hold"),
        ("Cemeteries: in progress", "K1 in progress"),
        ("Benches half done", "K1 part completed"),
        ("The tree policy was held up in the spring, so it is now 12 February", "K4 by 2027-02-12"),
        ("We have not started on the tree policy I'm afraid", "K4 not started"),
        ("DA training: on hold", "L5 on hold"),
    ],
)
def test_words_of_the_thing_that_one_action_is_about_name_it_while_it_stays_open(words: str, written: str) -> None:
    assert _written(words) == written


@pytest.mark.parametrize(
    "words",
    [
        *("Bench done", "New benches done", "First benches done", "Their benches done", "Some benches done"),
        *("Cemeteries done", "Three cemeteries: complete", "Benches done in two cemeteries", "Cemetery benches done"),
        *("Benches delivered", "Benches ordered", "Benches are in", "Benches closed"),
        *("Benches done?", "Benches done but lids to follow", "Benches and notes done", "Benches complete by March"),
        *("The benches will be done", "Benches not done", "No benches done", "Dave: benches done"),
        *("Jo says the benches are done", "Benches done. Also the paint was blue", "Benches done. X9 on track"),
        *("We are short of staff. Benches done.", "Our van broke down.\n\nBenches done"),
        *("Traders done", "Market traders: complete", "Market notes done", "Guidance done"),
        *("Cases done", "Enforcement cases: complete", "Backlog closed", "Backlog nearly done"),
        *("Backlog done for October", "Planning backlog reduced, done for now", "Backlog cleared up to June"),
        *("Trees done", "Tree policy done", "Tree policy drafted, done"),
        *("Tree policy adopted in draft", "Ward profiles done", "Website done"),
        *("Ward profiles published for two wards", "Drivers: done", "Dementia done", "Training booked"),
        *("Survey done", "Culverts done", "Culverts surveyed", "Findings: complete", "Lighting done"),
        *("Lighting repairs done", "Repairs: complete", "Street complete"),
    ],
)
def test_a_part_of_an_action_or_something_beside_it_closes_nothing(words: str) -> None:
    assert Decision.APPLY not in {update.decision for update in _read(words)}


@pytest.mark.parametrize(
    "words",
    [
        *("Benches are overflowing", "The backlog is growing", "Findings: not started"),
        *("Culverts on hold", "Website on hold", "Trees on hold", "Trees moved to 12 February", "Traders are on track"),
        *("Survey in progress", "Enforcement is ongoing"),
    ],
)
def test_what_is_told_of_something_else_is_asked_about_while_it_stays_open_too(words: str) -> None:
    assert Decision.APPLY not in {update.decision for update in _read(words)}


@pytest.mark.parametrize(
    "other",
    [
        Mentioned("N1", "Paint the bench by the pond"),
        Mentioned("N1", "Clean the park benches every spring", asked=False),
        Mentioned("N1", "Plant a hedge", recommendation="Nobody looks after the benches"),
        Mentioned("N1", "Plant a hedge", theme="Benches and bins"),
        Mentioned("N1", "Set up a workbench hire scheme"),
    ],
)
def test_a_topic_that_another_action_shares_even_in_part_closes_nothing(other: Mentioned) -> None:
    assert "completed" not in _written("Benches done", (*KNOWN, other))
    assert _written("Backlog done", (*KNOWN, other)) == "K3 completed"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Replace the heating controls in sheltered homes", "Heating done"),
        ("Produce an easy-read version of the complaints leaflet", "Complaints leaflet: complete"),
        ("Replace the roof of the bandstand", "Bandstand: done"),
        ("Resurface the paths from Mill Lane to the quay", "Mill Lane paths done"),
        ("Replace the boilers (north depot)", "North depot: done"),
        ("Produce a leaflet covering damp", "Damp: done"),
        ("Build a bus shelter and a cycle store", "Bus shelter done"),
        ("Run a first round of youth grants", "Youth grants done"),
        ("Hold ward walks every month", "Ward walks done"),
        ("Deliver the recycling strategy", "Recycling strategy done"),
        ("Take the grants scheme to Cabinet", "Grants scheme complete"),
        ("Let the mowing contract", "Mowing contract done"),
        ("Agree a parking protocol with the police", "Parking protocol complete"),
        ("Reduce sickness absence", "Sickness absence: done"),
        ("Refresh the induction pack", "Induction done"),
        ("Recruit lifeguards", "Lifeguard done"),
        ("Install defibrillators at the eight village halls", "Three defibrillators in"),
        ("Install defibrillators at the eight village halls", "All five defibrillators installed"),
        ("Complete the gutter safety inspections of all schools", "Gutter inspections finished in the north"),
        ("Adopt the memorials policy", "Memorials consultation finished"),
    ],
)
def test_a_thing_with_which_an_action_is_not_complete_closes_nothing(text: str, words: str) -> None:
    assert "completed" not in _written(words, (Mentioned("N1", text), *KNOWN[2:]))


EVENTS = (
    *KNOWN[:3],
    Mentioned("N1", "Hold a drainage summit with the water company"),
    Mentioned("N2", "Update the register of members' interests"),
    Mentioned("N3", "Appoint a contractor for the depot roof"),
    Mentioned("N4", "Run the staff survey"),
    Mentioned("N5", "Develop a workforce strategy"),
)


@pytest.mark.parametrize(
    "words",
    [
        *("Summit done, minutes to follow", "Summit finished early so no decision", "Summit held without the company"),
        *("Survey completed by 40 staff", "Survey finished Friday, analysis next", "Survey done, report due in March"),
        *("Register done up to May", "Register updated weekly", "Register updated for 12 of 40 members"),
        *("Contractor appointed subject to contract", "Contractor appointed then withdrew", "Strategy: complete draft"),
        *("Strategy complete, goes to Cabinet in May", "Workforce strategy: done but not agreed"),
        *("Notes complete for food traders", "Notes: written, not checked", "Backlog cleared but back again"),
        *("Backlog cleared, 12 new cases since", "Benches: done (two cemeteries)", "Benches done - north only"),
        *("Benches all done bar two", "Benches done, I hope", "Benches done for the most part", "Benches not all done"),
        *("Benches replaced where needed", "Benches done then vandalised", "Benches (K2) done", "Benches done in"),
    ],
)
def test_what_is_told_behind_the_whole_thing_may_leave_it_open_all_the_same(words: str) -> None:
    assert "completed" not in _written(words, EVENTS).replace("part completed", "part")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Replace the heating controls in sheltered homes", "Heating controls done"),
        ("Produce an easy-read version of the complaints leaflet", "Easy-read version: done"),
        ("Launch a landlords' forum", "Landlords' forum launched"),
        ("Recruit lifeguards", "Lifeguards recruited"),
        ("Install defibrillators at the eight village halls", "Defibrillators all in and working"),
        ("Install defibrillators at the eight village halls", "All eight defibrillators installed"),
        (
            "Complete the gutter safety inspections of all schools",
            "Gutter inspections finished. Certs are on the drive.",
        ),
    ],
)
def test_a_thing_with_which_an_action_is_complete_or_its_own_deed_closes_it(text: str, words: str) -> None:
    assert _written(words, (Mentioned("N1", text), *KNOWN[2:])) == "N1 completed"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("HMOs: on hold", "N1 on hold"),
        ("HMO inspections - in progress", "N1 in progress"),
        ("HMOs: complete", "N1 ask"),
        ("SENCOs: on hold", "ask"),
        ("EPs: on hold", "N2 on hold"),
        ("EP: on hold", "ask"),
    ],
)
def test_capitals_may_be_the_first_letters_of_the_one_action_that_stays_open(words: str, written: str) -> None:
    known = (
        Mentioned("N1", "Start inspections of houses in multiple occupation"),
        Mentioned("N2", "Recruit educational psychologists"),
        KNOWN[0],
    )
    assert _written(words, known) == written


LETTERED = (
    Mentioned("P1", "Publish a revised coastal erosion plan"),
    Mentioned("P2", "Complete tree safety inspections of all school grounds"),
    Mentioned("P3", "Audit fire door records at all depots"),
    Mentioned("P4", "Install new handheld data readers on the ferries"),
    Mentioned("P5", "Procure a new salt and grit supplier"),
    Mentioned("P6", "Train all duty managers in crowd safety"),
    Mentioned("P7", "Produce a single lettings policy for the partnership"),
    Mentioned("P8", "Clear the backlog of dropped kerb requests"),
)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("The CEP was published on 28 May.", "P1 completed"),
        ("CEP: complete", "P1 completed"),
        ("CEP went live on the website last week", "P1 completed"),
        ("HDRs complete", "P4 completed"),
        ("HDRs fitted", "P4 completed"),
        ("Readers all in. Done.", "P4 completed"),
        ("Tree safety - done.", "P2 completed"),
        ("FD audit complete.", "P3 completed"),
        ("The lettings policy was signed off by both boards on 10 November.", "P7 completed"),
        ("Readers are on every ferry so you can tick that one off", "P4 completed"),
        ("Salt and grit supplier - not started, legal advice awaited.", "P5 not started"),
        ("We won't hit 31 August for the salt and grit procurement, moving it to 30 November.", "P5 by 2026-11-30"),
        ("Duty training: on hold", "P6 on hold"),
        ("Training needs to move to 31 March please", "P6 by 2027-03-31"),
        ("The lettings policy work has started", "P7 in progress"),
        ("The lettings policy and the HDRs are on hold", "P7 on hold; P4 on hold"),
        ("Lettings policy is with the board and going ok", "P7 in progress"),
    ],
)
def test_first_letters_a_deed_and_several_topics_name_their_actions_as_far_as_they_go(words: str, written: str) -> None:
    assert _written(words, LETTERED) == written


@pytest.mark.parametrize(
    "words",
    [
        *("CEP done", "The CEP is finished", "CEP published in draft", "CEP consultation published"),
        *("CEP complete, goes to Council in June", "HDR done", "HDRs delivered", "HDRs all in. Done bar the spare"),
        *("Tree safety done", "Tree: done", "Tree safety - first round done", "FD records complete", "FD complete"),
        *("Lettings: done", "Grit supplier done", "Readers and the CEP all done", "Depots: complete"),
        *("Lettings policy has gone nowhere, you can close that", "Grounds all walked, so please close"),
        *(
            "Kerb requests done",
            "HDRs are overheating",
            "Lettings policy being voted on 30 November",
            "They are on hold",
        ),
    ],
)
def test_first_letters_or_a_description_of_less_than_the_thing_are_asked_about(words: str) -> None:
    assert Decision.APPLY not in {update.decision for update in _read(words, LETTERED)}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("1. Notes - started\n2. Benches - complete", "K2 in progress; K1 completed"),
        ("1. Profiles - with the printers\n2. Backlog - reviewed twice. Complete.", "L1 ask; K3 completed"),
        ("1. Complete\n2. On hold", "K1 ask; K2 ask"),
    ],
)
def test_a_topic_behind_the_number_of_a_line_goes_before_the_place(words: str, read: str) -> None:
    assert _written(words) == read


def test_a_clause_is_not_cut_at_another_word_for_its_action() -> None:
    words = "Profiles - publishing moved to 1 March 2027."
    (update,) = _read(words)
    assert (update.ref, update.comment, update.due and update.due.end) == ("L1", words, date(2027, 3, 1))


def test_a_recommendation_that_a_card_answers_is_known_beside_its_action() -> None:
    cards = (
        "2.1  Plant a hedge\n\nThere is no update.\nIt answers the recommendation “Nobody looks after\nthe benches”."
        "\n\n2.2  Mow the green\n\nThere is no update yet."
    )
    assert [each.recommendation for each in actions_in(cards)] == ["Nobody looks after the benches", ""]


def test_beside_a_reference_the_whole_thing_closes_its_action_too_and_a_part_does_not() -> None:
    assert _written("K1: benches done") == "K1 completed"
    assert _written("Benches done", KNOWN[:1]) == "K1 completed"
    assert _written("K1: cemeteries done") == "K1 ask"
    assert _written("K4: tree policy done") == "K4 ask"


def test_of_one_action_among_settled_ones_no_topic_is_looked_for() -> None:
    settled = tuple(replace(each, settled=True) for each in KNOWN[1:])
    assert "completed" not in _written("Cases done", (KNOWN[0], *settled))


OTHERS = (
    Mentioned("4.1", "Survey the empty shops"),
    Mentioned("4.2", "Adopt a taxi licensing policy and train the wardens", asked=False),
    Mentioned("5.3", "Review the standing orders", asked=False),
)


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("The last session was on Monday - taxi licensing is complete", "“4.1:” or “4.2:”"),
        ("On the standing orders - those should sit with the new clerk", "“4.1:” or “5.3:”"),
    ],
)
def test_words_about_another_action_of_the_senders_own_are_asked_about(words: str, choices: str) -> None:
    (update,) = _read(words, OTHERS)
    assert (update.ref, update.decision) == ("", Decision.ASK)
    assert choices in update.reason


@pytest.mark.parametrize("words", ["19 shops seen and the wardens are helping", "Empty shops are done", "All is well"])
def test_a_word_of_another_action_in_passing_leaves_the_answer_with_the_one_asked(words: str) -> None:
    (update,) = _read(words, OTHERS)
    assert update.ref == "4.1"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (
            "As for the benches, the maker has gone out of business. Please move it to 31 March 2027.",
            "K1 by 2027-03-31",
        ),
        ("The steel for the benches is on strike at the mill. So new date 31 March 2027", "K1 by 2027-03-31"),
        ("As for the benches, the maker has gone out of business. It may be 31 March 2027.", "K1 ask"),
        (
            "As for the benches, the maker has gone. Traders: please move it to 31 March 2027.",
            "K1 ask; K2 by 2027-03-31",
        ),
    ],
)
def test_a_date_that_we_are_asked_to_set_is_of_the_action_just_spoken_of(words: str, written: str) -> None:
    assert _written(words) == written
