"""Read one TOML file and the environment's secrets, or a policy by itself, checked whole and told all at once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.reading import USUAL, Conventions
from bot.settings.apart import plans_apart
from bot.settings.faults import sentence
from bot.settings.policy import ladder_faults
from bot.settings.reading import ReadingSettings
from bot.settings.rest import rest_of
from bot.settings.sections import PolicyFile, Settings


class SettingsAtFault(Exception):
    """The configuration cannot be used; `faults` names every key and what to write there.

    For looking at everything else, and for that only: `rest` are the settings without the faulty keys, None where they
    do not say where to look or as whom, and `templates` is the folder of an admin's own
    templates, None where there is none.
    """

    def __init__(self, faults: list[str], rest: Settings | None = None, templates: Path | None = None) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
        self.rest = rest
        self.templates = templates


def load(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read and check the configuration; raises SettingsAtFault with every fault, each naming its key."""
    raw = _read(
        path, f"there is no configuration at {path}: copy config/planminder.toml there, or name one with --config"
    )
    for reserved in ("folder", "secret"):
        if reserved in raw:
            raise SettingsAtFault([f"{path}: {reserved}: this key is not known; secrets belong in the environment"])
    folder = path.resolve().parent
    secret, faults = _secret(environment)
    tenant = raw.get("tenant")
    if isinstance(tenant, dict):
        faults += _credential_faults(path, folder, tenant.get("certificate", ""), bool(secret or faults))
    given, nobody = {"folder": folder, "secret": secret}, bool(faults)
    faults += _template_faults(path, folder, raw)
    faults += [f"{path}: {fault}" for fault in plans_apart(raw.get("plans"))]
    faults += _ladder_faults(path, raw)
    try:
        settings = Settings.model_validate({**raw, **given})
    except ValidationError as error:
        faults += [f"{path}: {sentence(each)}" for each in error.errors()]
        raise SettingsAtFault(faults, None if nobody else rest_of(raw, given), _templates(folder, raw)) from error
    if faults:
        raise SettingsAtFault(faults, None if nobody else settings, _templates(folder, raw))
    return settings


def load_conventions(path: Path) -> Conventions:
    """What the configuration says of colours and short names, if there is one: for commands that need no more of it."""
    if not path.exists():
        return USUAL
    try:
        return ReadingSettings.model_validate(
            _read(path, f"there is no configuration at {path}").get("reading", {})
        ).conventions()
    except ValidationError as error:
        raise SettingsAtFault(
            [f"{path}: {sentence({**each, 'loc': ('reading', *each['loc'])})}" for each in error.errors()]
        ) from error


def load_policy(path: Path) -> PolicyFile:
    """Read and check the sections [policy], [calendar] and [schedule] of a file; raises SettingsAtFault like `load`.

    The file may be a whole configuration: its other sections are left unread.
    """
    raw = _read(path, f"there is no policy at {path}: write one with the sections [policy] and [calendar]")
    ours = {name: value for name, value in raw.items() if name in PolicyFile.model_fields}
    strange = {name: value for name, value in raw.items() if name not in Settings.model_fields}
    faults = _ladder_faults(path, raw)
    try:
        found = PolicyFile.model_validate({**ours, **strange})
    except ValidationError as error:
        raise SettingsAtFault([*faults, *(f"{path}: {sentence(each)}" for each in error.errors())]) from error
    if faults:
        raise SettingsAtFault(faults)
    return found


def _ladder_faults(path: Path, raw: Mapping[str, Any]) -> list[str]:
    return [f"{path}: policy.escalate: {fault}" for fault in ladder_faults(raw.get("policy"))]


def _template_faults(path: Path, folder: Path, raw: Mapping[str, Any]) -> list[str]:
    own = _own_templates(raw)
    if not own or (folder / own).is_dir():
        return []
    return [f"{path}: service.templates: there is no folder {own} beside this file"]


def _templates(folder: Path, raw: Mapping[str, Any]) -> Path | None:
    """The folder of an admin's own templates, whatever else is wrong."""
    own = _own_templates(raw)
    return folder / own if own and (folder / own).is_dir() else None


def _own_templates(raw: Mapping[str, Any]) -> str:
    service = raw.get("service")
    own = service.get("templates") if isinstance(service, dict) else ""
    return own if isinstance(own, str) else ""


def certificate_text(settings: Settings) -> str:
    """The PEM text of the application's certificate and key, or "" when a secret is used."""
    path = settings.tenant.certificate
    return (settings.folder / path).read_text(encoding="utf-8") if path else ""


def _read(path: Path, absent: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise SettingsAtFault([absent]) from error
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text file in UTF-8"
        raise SettingsAtFault([f"{path} cannot be read: {why}"]) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsAtFault([f"{path} is not valid TOML: {error}"]) from error


def _secret(environment: Mapping[str, str]) -> tuple[str, list[str]]:
    """PLANMINDER_CLIENT_SECRET, or the content of the file PLANMINDER_CLIENT_SECRET_FILE names; and what is wrong."""
    name = "PLANMINDER_CLIENT_SECRET"
    file = environment.get(f"{name}_FILE")
    if not file:
        return environment.get(name, ""), []
    try:
        return Path(file).read_text(encoding="utf-8").strip(), []
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        return "", [f"{name}_FILE names {file}, which cannot be read: {why}"]


def _credential_faults(path: Path, folder: Path, certificate: object, secret_meant: bool) -> list[str]:
    if not isinstance(certificate, str):
        return []
    if not certificate:
        return [] if secret_meant else [f"{path}: tenant.certificate: name the certificate's PEM file"]
    try:
        text = (folder / certificate).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return [f"{path}: tenant.certificate: {certificate} cannot be read as a PEM file"]
    missing = [part for part in ("PRIVATE KEY", "CERTIFICATE") if f"{part}-----" not in text]
    return [f"{path}: tenant.certificate: {certificate} holds no {' and no '.join(missing).lower()}"] if missing else []
