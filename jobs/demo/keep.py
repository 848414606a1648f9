"""Everything the month left behind, as files that any machine opens."""

from __future__ import annotations

import re
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from jobs.demo.tenant import LocalTenant


def keep_everything(tenant: LocalTenant, out: Path) -> int:
    """Write each mail (.eml, and .html where it has one) and each paper (.docx); returns how many files."""
    mails, papers = out / "mails", out / "papers"
    mails.mkdir(exist_ok=True)
    papers.mkdir(exist_ok=True)
    for address in tenant.mailboxes():
        for message in tenant.messages(address, ""):
            if address != tenant["mailbox"] or message["folder"] != "Sent Items":
                _keep_mail(tenant.raw(message), mails, message["folder"])
    for name, content in tenant.files():
        (papers / name).write_bytes(content)
    return sum(1 for folder in (mails, papers) for _ in folder.iterdir())


def _keep_mail(raw: bytes, folder: Path, lies_in: str) -> None:
    mail = message_from_bytes(raw, policy=policy.default)
    at = datetime.strptime(str(mail["Date"])[:25].strip(), "%a, %d %b %Y %H:%M:%S")  # noqa: DTZ007 - only names a file
    words = f"{at:%Y-%m-%d %H%M} {_short(str(mail['From']))} to {_short(str(mail['To']))} - {mail['Subject']}"
    name = re.sub(r"[^\w .@,'()-]+", "", words)[:120].strip()
    (folder / f"{name}.eml").write_bytes(raw)
    html = mail.get_body(("html",))
    if html:
        (folder / f"{name}.html").write_text(str(html.get_content()), encoding="utf-8")


def _short(address: str) -> str:
    found = re.search(r"([^\s<>@+]+)(?:\+[^@\s]*)?@", address)
    return found.group(1) if found else address
