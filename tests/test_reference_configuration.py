"""config/planminder.toml and bot/settings.py must agree: every key stands in the file, with its true default."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from bot.resources import shipped
from bot.settings import PlanSettings, Settings, load

TEXT = (shipped("config") / "planminder.toml").read_text(encoding="utf-8")
OURS = {"folder", "secret"}  # set by `load`, never in the file
THEIRS = {"columns", "colours", "aliases", "theme_leads"}  # tables whose keys an admin chooses
COMMENTED = re.compile(r"^# (\w+ = )", re.MULTILINE)
PEM = "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"


def keys_of(model: type[BaseModel], path: str = "") -> Iterator[str]:
    """Every key of a model and of the models inside it, like `tenant.id`."""
    for name, field in model.model_fields.items():
        inner = PlanSettings if name == "plans" else field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from keys_of(inner, f"{path}{name}.")
        elif path or name not in OURS:
            yield f"{path}{name}"


def keys_in(values: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Every key of a TOML document; what stands in the tables of `THEIRS` is the admin's."""
    for name, value in values.items():
        inner = value[0] if name == "plans" else value
        if isinstance(inner, dict) and name not in THEIRS:
            yield from keys_in(inner, f"{path}{name}.")
        else:
            yield f"{path}{name}"


def uncommented() -> dict[str, Any]:
    return tomllib.loads(COMMENTED.sub(r"\1", TEXT))


def test_every_key_stands_in_the_reference_configuration_and_no_other() -> None:
    assert sorted(keys_in(uncommented())) == sorted(keys_of(Settings))


def test_what_is_commented_out_is_optional_and_what_is_not_is_needed_or_an_example() -> None:
    written = set(keys_in(tomllib.loads(TEXT)))
    needed = {f"tenant.{name}" for name in ("id", "client_id", "site", "mailbox")} | {"plans.name"}
    assert needed <= written
    assert written - needed == {"tenant.certificate", "summary.council", "summary.to"}


def test_the_reference_configuration_loads_once_it_has_a_certificate(tmp_path: Path) -> None:
    (tmp_path / "planminder.toml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "planminder.pem").write_text(PEM)
    assert load(tmp_path / "planminder.toml", {}).plans[0].name == "Peer challenge"


@pytest.mark.parametrize("part", ["service", "mail", "people", "policy", "calendar", "guards", "schedule", "summary"])
def test_the_defaults_in_the_comments_are_the_true_ones(part: str) -> None:
    model = Settings.model_fields[part].annotation
    assert isinstance(model, type)
    assert issubclass(model, BaseModel)
    defaults = model().model_dump()
    shown = {name: value for name, value in uncommented()[part].items() if f"# {name} = " in TEXT}
    assert shown == {name: defaults[name] for name in shown}
