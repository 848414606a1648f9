"""Templates of the admin's own: used file by file, refused by name and line, and never in the way of a mail."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.compose import Composer, Mail, sample, sample_nudges

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


@pytest.mark.parametrize(
    ("template", "line", "what"),
    [
        ("Dear\n{{ mail.nme }}", 2, "nme"),
        ("Dear\n\n{% for card in mail.cards %}", 3, "endfor"),
        ("{{ mail.name.upper }}", 1, "a method and not a value"),
        ("{{ ''.__class__.__mro__ }}", 1, "__class__"),
        ("{{ cycler.__init__.__globals__ }}", 1, "__init__"),
        ("{% for each in range(99999999) %}{% endfor %}", 1, "Range too big"),
        ("{% include 'mail/nudge.txt' %}", 1, "recursion"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{% include 'mail/absent.txt' %}", 0, "missing"),
        ("Dear {{ mail.name }}", 0, "it lost [r-{{ mail.token }}]"),
    ],
)
def test_a_broken_template_is_named_with_its_line_and_what_is_wrong(
    tmp_path: Path, template: str, line: int, what: str
) -> None:
    _override(tmp_path, "mail/nudge.txt", template)
    faults = Composer(SHIPPED, tmp_path).check()
    place = f"mail/nudge.txt, line {line} cannot" if line else "cannot"
    assert any(place in fault and what in fault for fault in faults)


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
    assert (composer.slt(sample.SLT).subject, nudged(composer)) == ("The month", OURS)


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
    assert fault.startswith("The template mail/_words.html, line 2 cannot be used: it is not saved as UTF-8.")


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
