"""Everything the month left behind, as files that any machine opens, with a page that leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

from jobs.demo.tenant import LocalTenant

INDEX = "index.html"
MANIFEST = ".planminder-demo"


@dataclass(frozen=True, slots=True)
class KeptMail:
    """A mail as it was kept; `page` is "" when it has no HTML."""

    at: datetime
    sender: str
    to: str
    subject: str
    page: str
    source: str


def forget_earlier(out: Path) -> None:
    """Remove the files that an earlier demo wrote into `out`, and nothing else."""
    manifest = out / MANIFEST
    if manifest.is_file():
        for name in manifest.read_text(encoding="utf-8").splitlines():
            (out / Path(name).name).unlink(missing_ok=True)
        manifest.unlink()


def keep_everything(tenant: LocalTenant, out: Path) -> int:
    """Write each mail (.eml, and .html where it has one), each paper (.docx) and the index; returns how many files."""
    papers = [name for name, content in tenant.files() if (out / name).write_bytes(content)]
    mails = [_keep_mail(raw, out) for raw in _mails(tenant)]
    (out / INDEX).write_text(_index(tenant["name"], papers, sorted(mails, key=lambda mail: mail.at)), encoding="utf-8")
    names = [INDEX, *papers, *(name for mail in mails for name in (mail.page, mail.source) if name)]
    (out / MANIFEST).write_text("\n".join(names), encoding="utf-8")
    return len(names)


def _mails(tenant: LocalTenant) -> Iterable[bytes]:
    """Every mail once: as it arrived, not as its sender's copy."""
    for address in tenant.mailboxes():
        for message in tenant.messages(address, ""):
            if message["folder"] != "Sent Items":
                yield tenant.raw(message)


def _keep_mail(raw: bytes, out: Path) -> KeptMail:
    mail = message_from_bytes(raw, policy=policy.default)
    at = parsedate_to_datetime(str(mail["Date"]))
    sender, to, subject = _short(str(mail["From"])), _short(str(mail["To"])), str(mail["Subject"])
    name = re.sub(r"[^\w .,'()-]+", "", f"{at:%Y-%m-%d %H%M} {sender} to {to} - {subject}")[:120].strip()
    (out / f"{name}.eml").write_bytes(raw)
    html = mail.get_body(("html",))
    if html:
        (out / f"{name}.html").write_text(str(html.get_content()), encoding="utf-8")
    return KeptMail(at, sender, to, subject, f"{name}.html" if html else "", f"{name}.eml")


def _short(address: str) -> str:
    found = re.search(r"([^\s<>@+]+)(?:\+[^@\s]*)?@", address)
    return found.group(1) if found else address


def _index(council: str, papers: Iterable[str], mails: Iterable[KeptMail]) -> str:
    """A page that leads to every paper and mail."""
    rows = "\n".join(
        f"<tr><td>{mail.at:%d %B %H:%M}</td><td>{escape(mail.sender)}</td><td>{escape(mail.to)}</td>"
        f"<td>{_link(mail.page or mail.source, mail.subject)}</td><td>{_link(mail.source, 'source')}</td></tr>"
        for mail in mails
    )
    return f"""<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(council)}: a month of Planminder</title>
<style>body{{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#14202e}}
table{{border-collapse:collapse}}td,th{{text-align:left;padding:.3rem 1rem .3rem 0;border-bottom:1px solid #d5dbe1}}
a{{color:#1f3a5f}}</style>
<h1>{escape(council)}: a month of Planminder</h1>
<h2>The papers</h2><ul>{"".join(f"<li>{_link(paper, paper)}</li>" for paper in papers)}</ul>
<h2>Every mail</h2>
<table><thead><tr><th scope="col">When</th><th scope="col">From</th><th scope="col">To</th>
<th scope="col">Subject</th><th scope="col">As it was sent</th></tr></thead><tbody>
{rows}
</tbody></table></html>
"""


def _link(file: str, words: str) -> str:
    return f'<a href="{quote(file)}">{escape(words)}</a>'
