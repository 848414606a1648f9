"""A council for a journey: a local tenant, a configuration of the product's own kind, and its command line."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import requests

from bot.m365 import Credentials, Lists, Mailbox, Tenant, read_people
from bot.reply import open_mail
from jobs.cli import main
from tests.ledgers import founded

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
# A run in the background of a script inherits an ignored Ctrl-C: a journey that stops a command must still be heard.
ENTERED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from jobs.cli import entry; entry()"


class RunningTenant:
    """A local tenant, a process of its own."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "emulator"], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._process.stdout is not None
        self.facts: dict[str, Any] = json.loads(self._process.stdout.readline())
        self._page = requests.Session()
        self._page.trust_env = False
        self.told: dict[str, Any] = {}
        self.left = TemporaryDirectory()

    def __enter__(self) -> RunningTenant:
        return self

    def __exit__(self, *_: object) -> None:
        self._page.close()
        self._process.terminate()
        self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self.left.cleanup()

    def control(self, method: str, path: str, **given: Any) -> requests.Response:
        response = self._page.request(method, f"{self.facts['ui']}/_emulator/{path}", timeout=20, **given)
        assert response.status_code < 300, response.text
        return response


class Council:
    """A tenant as it was founded, and planminder on it.

    `run` and `answer` are the command line called in this process, which spares a second of imports each; `start` is a
    process of its own, for what is killed, stopped or piped.
    """

    def __init__(self, tenant: RunningTenant, folder: Path, plans: tuple[str, ...] = ("Peer challenge",)) -> None:
        self.folder = folder
        self.facts = tenant.facts
        self.config = folder / "planminder.toml"
        self._tenant = tenant
        self._is_new = True
        tenant.control("POST", "reset")
        founded(folder / "data")
        self.write_config(plans)

    def control(self, method: str, path: str, **given: Any) -> requests.Response:
        self._is_new = self._is_new and method == "GET"
        return self._tenant.control(method, path, **given)

    def begin(self, name: str, story: Callable[[], Any]) -> Any:
        """What a story returns. It is told once: told again by the same name, under the same configuration and to a
        council to which nothing has happened yet, the tenant and the folder are put back as it left them."""
        if not self._is_new:
            return story()
        key = sha256(f"{name}\n{self.config.read_text('utf-8')}".encode()).hexdigest()
        left, told = Path(self._tenant.left.name) / key, self._tenant.told
        if key in told:
            self.control("POST", "reset", json={"to": key})
            shutil.copytree(left, self.folder, dirs_exist_ok=True)
        else:
            told[key] = story()
            self.control("POST", "keep", json={"as": key})
            shutil.copytree(self.folder, left)
        self._is_new = False
        return told[key]

    @property
    def domain(self) -> str:
        return str(self.facts["mailbox"]).partition("@")[2]

    def person(self, name: str) -> str:
        return f"{name}@{self.domain}"

    def write_config(self, plans: tuple[str, ...] = ("Peer challenge",), **changed: str) -> None:
        """The configuration; `changed` replaces lines of [tenant] (a certificate's too, which takes longer to sign in
        with than the secret of the environment), adds lines to [mail] as `mail` and to [guards] as
        `guards`, sets the `pace`, or adds sections as `extra`; `lead` is the lead of every plan."""
        given = {
            "id": self.facts["tenant"],
            "client_id": self.facts["client_id"],
            "site": self.facts["site"],
            "mailbox": self.facts["mailbox"],
        } | {key: value for key, value in changed.items() if key not in ("extra", "mail", "lead", "guards", "pace")}
        tenant = "\n".join(f'{key} = "{value}"' for key, value in given.items() if value)
        extra = changed.get("extra", "")
        lead = f'lead = "{changed["lead"]}"' if changed.get("lead") else ""
        named = "\n".join(f'[[plans]]\nname = "{plan}"\n{lead}' for plan in plans)
        mail = f"settle_seconds = 0.5\n{changed.get('mail', '')}"
        guards = f"{changed.get('pace', 'mails_a_minute = 1000')}\n{changed.get('guards', '')}"
        text = f"[tenant]\n{tenant}\n[mail]\n{mail}\n[guards]\n{guards}\n{extra}\n{named}\n"
        self.config.write_text(text, encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        ours = dict.fromkeys(("HTTPS_PROXY", "https_proxy"), self.facts["proxy"])
        ours |= dict.fromkeys(("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"), self.facts["ca"])
        ours["PLANMINDER_CLIENT_SECRET"] = self.facts["client_secret"]
        return {**os.environ, **ours, "PLANMINDER_CONFIG": str(self.config)}

    def start(self, *arguments: str, **changed: str) -> subprocess.Popen[str]:
        self._is_new = False
        return subprocess.Popen(
            [sys.executable, "-c", ENTERED, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env={**self.environment, "PYTHONPATH": str(ROOT), **changed},
        )

    def run(self, *arguments: str, expect: int = 0, **changed: str) -> str:
        """Run one command to its end; what it printed, stdout then stderr."""
        out, err = self._call(arguments, expect, changed)
        return out + err

    def _call(self, arguments: tuple[str, ...], expect: int, changed: Mapping[str, str]) -> tuple[str, str]:
        self._is_new = False
        out, err = io.StringIO(), io.StringIO()
        with self._inside(changed), redirect_stdout(out), redirect_stderr(err):
            try:
                code = main(arguments)
            except SystemExit as stopped:
                code = int(stopped.code or 0)
        said = out.getvalue(), err.getvalue()
        assert code == expect, f"{arguments}: exit {code}\n{said[0]}\n{said[1]}"
        assert "Traceback" not in said[1], said[1]
        return said

    def shell(self, command: str, data: str) -> str:
        """Run a shell command in the council's environment with a data folder of its own; it must exit 1."""
        self._is_new = False
        self.write_config(extra=f'[service]\ndata = "{data}"')
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {**self.environment, "PYTHONPATH": str(ROOT), "PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, cwd=self.folder, env=environment, timeout=60
        )
        assert done.returncode == 1, done.stdout + done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout + done.stderr

    def answer(self, *arguments: str) -> Any:
        """The JSON that a command prints on stdout."""
        return json.loads(self._call((*arguments, "--json"), 0, {})[0])

    def bring_in(self, plan: str, *options: str, file: str = "plan.csv") -> str:
        """Bring in a plan, given as CSV; what was said."""

        def story() -> str:
            (self.folder / file).write_text(plan, encoding="utf-8")
            return self.run("import", file, *options)

        return str(self.begin(f"{file} {options}\n{plan}", story))

    def nudge_first(self, plan: str, *today: str) -> None:
        """Bring in a plan, given as CSV, and let its first nudges go."""

        def story() -> None:
            self.bring_in(plan)
            [held] = self.answer("run", "remind", *today)["runs"]
            self.run("approve", held["run"], *today)

        self.begin(f"nudged {today}\n{plan}", story)

    def staff(self, posts: Mapping[str, str]) -> None:
        """Say who stands behind each post, as the admin does in the list of posts."""
        for post, name in posts.items():
            self.edit("Who is who", post, {"Address": self.person(name)})

    def edit(self, title: str, row_title: str, fields: Mapping[str, object]) -> None:
        """Change a row by hand, as the admin does in SharePoint."""
        with self._signed_in() as tenant:
            lists = Lists(tenant, self.facts["site"])
            row = next(each for each in lists.all_rows(title) if each.fields["Title"] == row_title)
            lists.update_row(title, row.id, row.version, fields)

    def pick(self, title: str, row_title: str, column: str, name: str) -> None:
        """Choose a person in a row's person column, as the admin does with the people picker: by the name before the @,
        or by the full name of somebody who has no address any more."""
        with self._signed_in() as tenant:
            found = read_people(Lists(tenant, self.facts["site"]))
        number = next(each.lookup_id for each in found if self.person(name) == each.address or name == each.name)
        key = f"{column}LookupId"
        self.edit(title, row_title, {f"{key}@odata.type": "Collection(Edm.Int32)", key: [int(number)]})

    def drop_column(self, title: str, name: str) -> None:
        """Delete a column of a list by hand."""
        with self._signed_in() as tenant:
            site = tenant.client().sites.get_by_url(self.facts["site"])
            site.lists[title].columns[name].delete_object().execute_query()

    def delete(self, title: str, row_title: str) -> None:
        """Delete a row by hand."""
        with self._signed_in() as tenant:
            rows = Lists(tenant, self.facts["site"])
            row = next(each for each in rows.all_rows(title) if each.fields["Title"] == row_title)
            site = tenant.client().sites.get_by_url(self.facts["site"])
            site.lists[title].items[row.id].delete_object().execute_query()

    @contextmanager
    def _signed_in(self) -> Iterator[Tenant]:
        """The tenant as the application, from inside this process."""
        self._is_new = False
        tenant = Tenant(Credentials(self.facts["tenant"], self.facts["client_id"], secret=self.facts["client_secret"]))
        with self._inside({}):
            try:
                yield tenant
            finally:
                tenant.close()

    @contextmanager
    def _inside(self, changed: Mapping[str, str]) -> Iterator[None]:
        """This process borrows the council's environment and folder meanwhile."""
        before = dict(os.environ)
        os.environ.update({**self.environment, **changed})
        try:
            with chdir(self.folder):
                yield
        finally:
            os.environ.clear()
            os.environ.update(before)

    def people(self) -> list[str]:
        """The names before the @ of everybody with a mailbox of their own."""
        boxes = self.control("GET", "mailboxes").json()
        return [each["address"].partition("@")[0] for each in boxes if each["kind"] == "person"]

    def box(self, folder: str) -> list[dict[str, Any]]:
        """A folder of Planminder's own mailbox."""
        return self.mails(str(self.facts["mailbox"]).partition("@")[0], folder)

    def mails(self, name: str, folder: str = "inbox") -> list[dict[str, Any]]:
        return list(self.control("GET", "messages", params={"mailbox": self.person(name), "folder": folder}).json())

    def raw(self, message: Mapping[str, Any]) -> bytes:
        return self.control("GET", f"messages/{message['raw']}/raw").content

    def said_to(self, name: str) -> str:
        """The words of the last mail in somebody's inbox, on one line."""
        return " ".join(open_mail(self.raw(self.mails(name)[-1])).plain.split())

    def rows(self, title: str) -> dict[str, dict[str, Any]]:
        """The rows of a list by their Title, as the tenant holds them."""
        lists = {each["title"]: each for each in self.control("GET", "lists").json()}
        return {item["fields"]["Title"]: item["fields"] for item in lists[title]["items"]}

    def move(self, folder: str, destination: str) -> None:
        """Move every mail of a folder of Planminder's mailbox to another, as the admin does in Outlook."""
        with self._signed_in() as tenant:
            mailbox = Mailbox(tenant, str(self.facts["mailbox"]))
            for message_id in mailbox.ids_in(folder):
                mailbox.move(message_id, destination)

    def papers(self) -> dict[str, bytes]:
        return {
            each["name"]: self.control("GET", f"library/{each['id']}/content").content
            for each in self.control("GET", "library").json()
        }

    def reply(
        self, name: str, words: str, *, said: datetime | None, inside: bool = False, parent_of: str = "", **headers: str
    ) -> None:
        """`name` answers their last mail, or that of `parent_of`, as their mail program would.

        It comes from outside with Exchange's yes to the sender, or from `inside` the organisation; with no `said` it
        has no Date.
        """
        parent = self.mails(parent_of or name)[-1]
        mail = EmailMessage()
        mail["From"] = self.person(name)
        mail["To"] = self.facts["mailbox"]
        mail["Subject"] = f"Re: {parent['subject']}"
        if said:
            mail["Date"] = format_datetime(said)
        mail["Message-ID"] = headers.pop("Message_ID", make_msgid(domain=self.domain))
        mail["In-Reply-To"] = headers.pop("In_Reply_To", parent["internetMessageId"])
        for header, value in headers.items():
            mail[header.replace("_", "-")] = value
        mail.set_content(words)
        path, box = ("send", self.person(name)) if inside else ("messages", self.facts["mailbox"])
        self.control("POST", path, params={"mailbox": box}, data=mail.as_bytes())


def drain(process: subprocess.Popen[str]) -> list[str]:
    """Gather a running process's stderr lines in the background."""
    lines: list[str] = []

    def read() -> None:
        assert process.stderr is not None
        lines.extend(process.stderr)

    threading.Thread(target=read, daemon=True).start()
    return lines
