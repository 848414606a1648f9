"""The documents say what is there: commands, keys, columns, template values, faults, folders and links."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.columns import FIELDS, Field
from bot.compose import PaperHead, cards, leaders, paper, receipt
from bot.compose.links import Link
from bot.settings import JOBS, PlanSettings, Settings
from jobs.cli.parser import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
ADMIN = (DOCS / "admin.md").read_text(encoding="utf-8")
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
}
VIEWS = (
    *(cards.Nudge, cards.Section, cards.Card, Link, receipt.Receipt, receipt.Outcome),
    *(leaders.SltMail, leaders.KeyNumber, leaders.Worst),
    *(each for each in vars(paper).values() if is_dataclass(each) and isinstance(each, type)),
    PaperHead,
)
_FENCED = re.compile(r"^\s*```.*?^\s*```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^\s*|`)planminder ([a-z]+)\b", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def section(number: int) -> str:
    """A numbered section of the admin's guide."""
    found = re.search(rf"^## {number}\. .*?(?=^## |\Z)", ADMIN, re.MULTILINE | re.DOTALL)
    assert found, f"docs/admin.md has no section {number}"
    return found.group()


def code(text: str) -> set[str]:
    """What stands between backticks, blocks aside."""
    return set(re.findall(r"`([^`\n]+)`", _FENCED.sub("", text)))


def anchors(text: str) -> set[str]:
    """The anchors that headings get: lower case, no punctuation, hyphens for spaces."""
    headings = _HEADING.findall(_FENCED.sub("", text))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def setting_keys(model: type[BaseModel] = Settings, path: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = PlanSettings if name == "plans" else field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from setting_keys(inner, f"{name}.")
        elif path:
            yield f"{path}{name}"


def said_by_the_product() -> list[str]:
    """Every piece of text in the product's code; neighbours are joined, as Python joins them."""
    trees = (
        ast.parse(path.read_text(encoding="utf-8")) for top in ("bot", "jobs") for path in (ROOT / top).rglob("*.py")
    )
    nodes = (node for tree in trees for node in ast.walk(tree))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def folders(top: str) -> Iterator[str]:
    """The folders of our own right below a top folder."""
    for path in sorted((ROOT / top).iterdir()):
        if path.is_dir() and any(each.is_file() and "__pycache__" not in each.parts for each in path.rglob("*")):
            yield f"{top}/{path.name}/"


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_explained_to_admins(command: str) -> None:
    assert f"planminder {command}" in PAGES["README.md"] or f"planminder {command}" in ADMIN


@pytest.mark.parametrize("page", PAGES)
def test_every_command_a_page_names_exists_or_is_said_to_come_later(page: str) -> None:
    later = set(_COMMAND.findall(section(22)))
    known = {command.name for command in COMMANDS} | later
    assert {name for name in _COMMAND.findall(PAGES[page]) if name not in known} == set()


def test_no_command_that_exists_is_said_to_come_later() -> None:
    assert {command.name for command in COMMANDS} & set(_COMMAND.findall(section(22))) == set()


@pytest.mark.parametrize("key", [*setting_keys()])
def test_every_setting_stands_in_the_reference_file_and_in_the_guide(key: str) -> None:
    name = key.rpartition(".")[2]
    reference = (ROOT / "config" / "planminder.toml").read_text(encoding="utf-8")
    assert re.search(rf"^(?:# )?{name} = ", reference, re.MULTILINE)
    assert f"| `{key}` |" in section(7)


def test_the_guide_names_no_setting_that_is_not_there() -> None:
    named = set(re.findall(r"^\| `(\w+\.\w+)` \|", section(7), re.MULTILINE))
    assert named == set(setting_keys())


@pytest.mark.parametrize("field", FIELDS, ids=[field.name for field in FIELDS])
def test_every_column_is_in_the_guide_and_bold_where_it_is_needed(field: Field) -> None:
    word = f"**`{field.name}`**" if field.needed else f"`{field.name}`"
    row = next((line for line in section(11).splitlines() if line.startswith(f"| {word} |")), "")
    assert f"| {field.label} " in row
    assert field.column == field.label or f"(`{field.column}`)" in row


@pytest.mark.parametrize("view", VIEWS, ids=[view.__name__ for view in VIEWS])
def test_every_value_a_template_may_print_is_in_the_guide(view: type) -> None:
    assert {field.name for field in fields(view)} <= code(section(16))


def test_every_template_is_in_the_guide() -> None:
    templates = ROOT / "templates"
    shipped = {path.relative_to(templates).as_posix() for path in templates.rglob("*") if path.is_file()}
    assert shipped <= code(section(16))


def test_every_fault_in_the_guide_is_one_that_the_product_tells() -> None:
    said = said_by_the_product()
    cells = re.findall(r"^\| (`[^|]+) \|", section(19), re.MULTILINE)
    sentences = [each.strip() for cell in cells for _, each in re.findall(r"(`+)(.+?)\1(?!`)", cell)]
    assert len(sentences) > 40
    pieces = [piece for sentence in sentences for piece in sentence.split("…") if piece]
    assert [piece for piece in pieces if not any(piece in each for each in said)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    broken = []
    for link in _LINK.findall(_FENCED.sub("", PAGES[page])):
        if link.startswith(("https://", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = (ROOT / page).parent / file if file else ROOT / page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            broken.append(link)
    assert broken == []


def test_the_map_names_every_room() -> None:
    rooms = {"emulator/", "conformance/", "templates/", "config/", "tests/", "docs/"}
    rooms |= {folder for top in ("bot", "jobs", "templates", "config", "tests") for folder in folders(top)}
    rooms |= {
        path.relative_to(ROOT).as_posix()
        for top in ("bot", "jobs")
        for path in (ROOT / top).glob("*.py")
        if path.name != "__init__.py"
    }
    assert sorted(rooms - code(PAGES["docs/rooms.md"])) == []


def test_the_map_names_nothing_that_is_not_there() -> None:
    named = {
        each for each in code(PAGES["docs/rooms.md"]) if re.fullmatch(r"(?:bot|jobs|config|templates|tests)/\S*", each)
    }
    assert [each for each in sorted(named) if not (ROOT / each).exists()] == []


def test_the_map_tells_the_way_of_every_job() -> None:
    assert [job for job in JOBS if f"- **{job}**:" not in PAGES["docs/rooms.md"]] == []


def test_decisions_are_numbered_without_gaps_and_say_why_and_what_follows() -> None:
    notes = {path: text for path, text in PAGES.items() if path.startswith("docs/decisions/")}
    numbers = [Path(path).name[:4] for path in notes]
    assert numbers == [f"{number:04}" for number in range(1, len(notes) + 1)]
    for path, text in notes.items():
        assert text.startswith(f"# {Path(path).name[:4]} "), path
        assert [word for word in ("Context", "Decision", "Consequence") if f"**{word}.**" not in text] == [], path
