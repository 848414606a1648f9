"""Templates of the admin's own: used file by file, refused by name and line, and never in the way of a mail."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.compose import Composer, Mail, sample, sample_mails, sample_nudges
from bot.compose.trials import _faults_of_texts

SHIPPED = Path(__file__).resolve().parents[3] / "templates"
COMPOSER = Composer(SHIPPED)
ADVICE = "`planminder check` says what is wrong"
OURS = COMPOSER.nudge(sample.NUDGE)


def nudged(composer: Composer) -> Mail:
    return composer.nudge(sample.NUDGE)


def test_a_file_of_the_admins_folder_is_used_instead_of_ours(tmp_path: Path) -> None:
    _override(tmp_path, "mail/nudge.subject", "A word, please: {{ mail.name }}")
    mail = Composer(SHIPPED, tmp_path).nudge(sample.NUDGE)
    assert mail.subject == "A word, please: Ellis Morgan"
    assert mail.html == COMPOSER.nudge(sample.NUDGE).html


MISWRITTEN = [
    ("Dear\n\n{% for section in mail.sections %}", 3, "a {% for %} is never closed: write {% endfor %} where it ends"),
    (
        "Dear\n{% endif %}",
        2,
        "{% endif %} stands where nothing is open that it could belong to: look at the tags above it",
    ),
    ("{% fro each in mail.sections %}", 1, "there is no tag {% fro %}"),
    ("{# my remark", 1, "a remark is never closed: write #} where it ends"),
    ("{{ mail.name", 1, "what stands between {{ and }} is not one value, or a bracket is missing"),
    ("{{ mail.name }", 1, "what stands between {{ and }} is not one value, or a bracket is missing"),
    ("{{ mail name }}", 1, "what stands between {{ and }} is not one value, or a bracket is missing"),
    ("{% for each mail.sections %}", 1, "a tag between {% and %} is not complete, or a bracket is missing"),
    ("{{ mail.name|shrt(20) }}", 1, 'there is no helper called "shrt": the helpers are short, count, day and one_line'),
]
UNPRINTABLE = [
    ("Dear\n{{ mail.nme }}", 2, 'there is no value called "nme" there: docs/admin.md, section 16, lists what there is'),
    ("Dear\n{{ nme }}", 2, 'there is no value called "nme": docs/admin.md, section 16, lists what there is'),
    ("{{ mail.sections[9].name }}", 1, "it asks for an entry of a list that has none there"),
    ("{{ mail.name|short }}", 1, "what stands there cannot be worked out"),
    ("{{ mail.name + 1 }}", 1, "what stands there cannot be worked out"),
    ("{{ mail.name() }}", 1, "it puts brackets behind a value, as if it were something to do"),
    ("{{ mail.name.upper }}", 1, "it prints 'upper', which is a method and not a value"),
    ("{{ ''.__class__.__mro__ }}", 1, 'it may not use "__class__": a template prints values and no more'),
    ("{{ cycler.__init__.__globals__ }}", 1, 'it may not use "__init__": a template prints values and no more'),
    ("{% for each in range(99999999) %}{% endfor %}", 1, "it repeats something far too often"),
    ("{{ 1 / 0 }}", 1, "it divides by zero"),
]
SORTS = ("nudge", "receipt", "wish", "ask", "slt", "duty", "notice")
PARTS = ("subject", "txt", "html")


@pytest.mark.parametrize(
    ("sorts", "slips"),
    [(SORTS, MISWRITTEN), *((("nudge",), UNPRINTABLE[at::4]) for at in range(4))],
    ids=["what cannot be read", *("what cannot be printed",) * 4],
)
def test_each_broken_template_is_told_in_a_plain_sentence_with_its_line(
    tmp_path: Path, sorts: tuple[str, ...], slips: list[tuple[str, int, str]]
) -> None:
    """Each slip stands in a file of its own: all of them are told at once."""
    names = [f"mail/{sort}.{part}" for sort in sorts for part in PARTS]
    told = set()
    for name, (template, line, what) in zip(names, slips, strict=False):
        _override(tmp_path, name, template)
        told.add(_cannot_be_used(f"{name}, line {line}", what))
    assert len(told) == len(slips)
    faults = Composer(SHIPPED, tmp_path).check()
    assert (set(faults), len(faults)) == (told, len(told))


@pytest.mark.parametrize(
    ("template", "place", "what"),
    [
        (
            "Dear {{ mail.name }}",
            "mail/nudge.txt",
            "it lost [r-{{ mail.token }}], by which replies are known: put it back where ours has it",
        ),
        (
            "{% include 'mail/nudge.txt' %}",
            "mail/nudge.txt, line 1",
            "it includes itself, which never ends: it is a recursion",
        ),
    ],
)
def test_a_nudge_that_nobody_could_answer_or_that_never_ends_is_refused(
    tmp_path: Path, template: str, place: str, what: str
) -> None:
    _override(tmp_path, "mail/nudge.txt", template)
    assert Composer(SHIPPED, tmp_path).check() == [_cannot_be_used(place, what)]


def _cannot_be_used(place: str, what: str) -> str:
    return f"The template {place} cannot be used: {what}. Mend it, or remove it to use the one we ship."


def test_a_value_that_a_mail_called_otherwise_is_told_by_its_name_of_today(tmp_path: Path) -> None:
    _override(tmp_path, "mail/receipt.txt", "{% if mail.can_undo %}UNDO{% endif %} [r-{{ mail.token }}]")
    [fault] = Composer(SHIPPED, tmp_path).check()
    assert 'receipt.txt, line 1 cannot be used: there is no value called "can_undo" there: it is called “undo”' in fault


def test_a_file_that_a_template_includes_and_that_is_not_there_is_named(tmp_path: Path) -> None:
    _override(tmp_path, "mail/nudge.txt", "{% include 'mail/absent.txt' %}")
    [fault] = Composer(SHIPPED, tmp_path).check()
    assert fault.startswith("The template mail/absent.txt cannot be used: the file is missing.")


def test_all_faulty_files_of_one_mail_are_told_at_once_by_check_and_to_the_admins(tmp_path: Path) -> None:
    _override(tmp_path, "mail/nudge.subject", "{{ mail.nme }}")
    _override(tmp_path, "mail/nudge.txt", "{% if mail.late %}")
    _override(tmp_path, "mail/nudge.html", "{{ mail.token|shrt }}")
    _override(tmp_path, "mail/_words.html", "{% macro why() %}")
    _override(tmp_path, "mail/_own.html", "{% for %}")
    composer = Composer(SHIPPED, tmp_path)
    faults = composer.check()
    names = ("nudge.subject", "nudge.txt", "nudge.html", "_words.html", "_own.html")
    assert [sum(name in fault for fault in faults) for name in names] == [1, 1, 1, 1, 1]
    assert composer.faults == ()
    nudged(composer)
    assert set(composer.faults) == set(faults)


def test_each_part_of_each_mail_that_names_an_unknown_value_is_told(tmp_path: Path) -> None:
    names = [f"mail/{sort}.{part}" for sort in SORTS for part in PARTS]
    for name in names:
        _override(tmp_path, name, "{{ mail.nme }}")
    faults = Composer(SHIPPED, tmp_path).check()
    assert [sum(name in fault for fault in faults) for name in names] == [1] * len(names)


def test_both_parts_of_the_banner_of_a_redirected_mail_are_told(tmp_path: Path) -> None:
    _override(tmp_path, "mail/_redirected.txt", "{{ mail.nme }}")
    _override(tmp_path, "mail/_redirected.html", "{{ mail.nme }}")
    assert len(Composer(SHIPPED, tmp_path).check()) == 2


@pytest.mark.parametrize("part", ["subject", "txt", "html"])
def test_while_one_part_of_a_mail_is_broken_the_whole_mail_is_made_by_the_shipped_ones(
    tmp_path: Path, part: str, caplog: pytest.LogCaptureFixture
) -> None:
    for each in ("subject", "txt", "html"):
        _override(tmp_path, f"mail/nudge.{each}", "Our own words [r-{{ mail.token }}]")
    _override(tmp_path, f"mail/nudge.{part}", "Our own words\n{{ mail.nme }}")
    composer = Composer(SHIPPED, tmp_path)
    with caplog.at_level(logging.WARNING):
        assert (nudged(composer), nudged(composer)) == (OURS, OURS)
    assert [record.getMessage() for record in caplog.records] == [
        f"the template mail/nudge.{part} (line 2) is broken, so the shipped ones are used: {ADVICE}"
    ]


def test_a_slip_of_the_pen_leaves_the_last_good_ones_in_use_until_it_is_mended(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _override(tmp_path, "mail/nudge.subject", "A word, please")
    _override(tmp_path, "mail/_words.html", (SHIPPED / "mail" / "_words.html").read_text("utf-8"))
    composer = Composer(SHIPPED, tmp_path)
    good = nudged(composer)
    _override(tmp_path, "mail/nudge.subject", "A word or two, please")
    _override(tmp_path, "mail/_words.html", "{% macro why() %}")
    assert nudged(composer) == good
    assert "the last ones that worked are used" in caplog.text
    [fault] = composer.faults
    assert fault.startswith("The template mail/_words.html, line 1 cannot be used")
    _override(tmp_path, "mail/_words.html", (SHIPPED / "mail" / "_words.html").read_text("utf-8"))
    assert (nudged(composer).subject, composer.faults) == ("A word or two, please", ())


def test_a_broken_template_of_one_mail_leaves_the_others_alone(tmp_path: Path) -> None:
    _override(tmp_path, "mail/nudge.subject", "{{ mail.nme }}")
    _override(tmp_path, "mail/slt.subject", "The month")
    composer = Composer(SHIPPED, tmp_path)
    assert (composer.slt(sample_mails.SLT).subject, nudged(composer)) == ("The month", OURS)


def test_what_the_sample_data_cannot_foresee_falls_back_as_well(tmp_path: Path) -> None:
    _override(tmp_path, "mail/nudge.subject", "{% if mail.name == 'Owen Price' %}{{ mail.nme }}{% endif %}Hello")
    composer = Composer(SHIPPED, tmp_path)
    assert nudged(composer).subject == "Hello"
    assert composer.nudge(sample_nudges.ESCALATION) == COMPOSER.nudge(sample_nudges.ESCALATION)


def test_check_refuses_what_only_a_rare_kind_of_reminder_would_show(tmp_path: Path) -> None:
    for condition in ("mail.also", "mail.sections[0].unlisted", "mail.sections[0].name == 'ask_who'", "not mail.plan"):
        _override(tmp_path, "mail/nudge.subject", f"{{% if {condition} %}}{{{{ mail.nme }}}}{{% endif %}}")
        [fault] = Composer(SHIPPED, tmp_path).check()
        assert "mail/nudge.subject, line 1" in fault, condition


def test_a_template_saved_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "_words.html").write_bytes("Dear\nFran\u00e7oise".encode("latin-1"))
    [fault] = Composer(SHIPPED, tmp_path).check()
    assert fault.startswith(
        "The template mail/_words.html, line 2 cannot be used: it is not saved as UTF-8: choose that when you save it."
    )


def test_a_template_that_a_windows_editor_saved_prints_no_mark_of_it(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "nudge.subject").write_text("Hello", encoding="utf-8-sig")
    assert nudged(Composer(SHIPPED, tmp_path)).subject == "Hello"


def test_check_tells_of_a_file_that_is_never_used_and_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    _override(tmp_path, "mail/nugde.html", "Hello")
    _override(tmp_path, "mail/_logo.html", "Hello")
    assert Composer(SHIPPED, tmp_path).check() == [
        "The template mail/nugde.html is never used: no template of ours is called so. Rename or remove it."
    ]
    [fault] = Composer(SHIPPED, tmp_path / "tempaltes").check()
    assert fault.startswith(f"There is no folder {tmp_path / 'tempaltes'}")


def test_check_finds_nothing_wrong_with_what_we_ship() -> None:
    assert COMPOSER.check() == []


def test_check_tells_every_fault_at_once(tmp_path: Path) -> None:
    _override(tmp_path, "mail/nudge.html", "{{ mail.nobody }}")
    _override(tmp_path, "mail/slt.txt", "{% if %}")
    _override(tmp_path, "summary/status.docx", "not a Word document")
    faults = Composer(SHIPPED, tmp_path).check()
    assert [name for name in ("nudge.html", "slt.txt", "status.docx") if any(name in fault for fault in faults)] == [
        "nudge.html",
        "slt.txt",
        "status.docx",
    ]
    assert len(faults) == 3


def _override(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_templates_that_stay_as_they_are_are_not_tried_again(tmp_path: Path) -> None:
    Composer(SHIPPED, tmp_path).check()
    tried = _faults_of_texts.cache_info().misses
    (tmp_path / "summary").mkdir()
    (tmp_path / "summary" / "status.docx").write_bytes(b"no paper")
    [fault] = Composer(SHIPPED, tmp_path).check()
    assert "status.docx" in fault
    assert _faults_of_texts.cache_info().misses == tried
