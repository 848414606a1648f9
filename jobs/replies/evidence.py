"""The files of a reply put into the library beside their plan, once, before the row that links to them is written."""

from __future__ import annotations

from hashlib import sha256

from bot.guards import clean_name, kept_name, why_refused
from bot.ledger import KeptFile, PlannedUpdate, StoredMessage
from bot.m365 import Refused
from bot.reply import Attached, MailClass
from jobs.apart import ReaderDied
from jobs.kit import Kit

FOLDER = "Evidence"


def keep_evidence(kit: Kit, message: StoredMessage, updates: tuple[PlannedUpdate, ...]) -> None:
    """Store what a reply brings along, if anything of the reply is believed; safe to do again."""
    about = next((each for each in updates if each.decision != "hold" and each.item_id), None)
    plan = kit.settings.plan(about.plan) if about else None
    types = kit.settings.guards.attachments
    if about is None or plan is None or not types or message.mail_class != MailClass.REPLY:
        return
    done = len(kit.ledger.evidence.of(message.key))
    for position, file in enumerate(_files(kit, message)):
        if position >= done:
            kept = _keep(kit, f"{plan.file_stem}/{FOLDER}", about.ref, message, file)
            kit.ledger.evidence.keep(message.key, position, kept)


def _files(kit: Kit, message: StoredMessage) -> tuple[Attached, ...]:
    try:
        return kit.reads.files(message.raw)
    except ReaderDied:
        return ()


def _keep(kit: Kit, folder: str, ref: str, message: StoredMessage, file: Attached) -> KeptFile:
    guards = kit.settings.guards
    name, digest = clean_name(file.name) or "a file without a name", sha256(file.content).hexdigest()
    refused = why_refused(file.name, file.content, guards.attachments, guards.attachment_megabytes)
    if refused:
        return KeptFile(name, digest, refused=refused)
    day = message.said_on.isoformat()
    try:
        stored = kit.library.put(folder, kept_name(ref, day, file.name, file.content), file.content)
    except Refused:
        return KeptFile(name, digest, refused="the library would not take it")
    return KeptFile(name, digest, stored.url)


def with_links(kit: Kit, message: StoredMessage, entry: str) -> str:
    """The entry of a reply in Progress, with where its files lie."""
    links = [f"{FOLDER}: {each.name} {each.url}" for each in kit.ledger.evidence.of(message.key) if each.url]
    return "\n".join([entry, *links])


def told_of_files(kit: Kit, message: StoredMessage) -> str:
    """What became of the files, for their sender; "" when there were none."""
    files = kit.ledger.evidence.of(message.key)
    kept = ", ".join(each.name for each in files if each.url)
    said = [f"Beside the plan we put: {kept}."] if kept else []
    said += [f"We did not keep {each.name}: {each.refused}." for each in files if each.refused]
    return " ".join(said)
