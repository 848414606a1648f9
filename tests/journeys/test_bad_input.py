"""Whatever an admin gets wrong ends in one clear sentence and exit 1, with nothing half done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import certifi
import pytest

from tests.journeys.council import Council, RunningTenant

pytestmark = pytest.mark.journey

PLAN = "Ref,Action,Owner,Due,Status\n1,Publish the plan,Ada Fenn,31 March 2027,In progress\n"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Council]:
    with RunningTenant() as tenant:
        made = Council(tenant, tmp_path_factory.mktemp("council"))
        (made.folder / "plan.csv").write_text(PLAN, encoding="utf-8")
        made.run("import", "plan.csv")
        yield made


@pytest.fixture
def council(shared: Council) -> Iterator[Council]:
    """The same council with its own right configuration before and after each test."""
    shared.write_config()
    yield shared
    shared.control("DELETE", "faults")


def test_no_configuration(council: Council) -> None:
    said = council.run("run", "sync", "--config", "nowhere.toml", expect=1)
    assert "there is no configuration at nowhere.toml" in said


def test_an_unknown_key(council: Council) -> None:
    council.write_config(colour="red")
    assert "tenant.colour: this key is not known" in council.run("run", "sync", expect=1)


def test_a_wrong_secret(council: Council) -> None:
    said = council.run("run", "sync", expect=1, PLANMINDER_CLIENT_SECRET="not the secret")
    assert "the client secret is wrong" in said
    assert "not the secret" not in said


def test_a_site_that_is_not_granted(council: Council) -> None:
    council.write_config(site=str(council.facts["site"]).partition("/sites/")[0])
    assert "refuses access to site" in council.run("run", "sync", expect=1)


def test_a_missing_list(council: Council) -> None:
    council.write_config(plans=("No such plan",))
    assert 'finds no list "No such plan"' in council.run("run", "sync", expect=1)


def test_a_missing_column(council: Council) -> None:
    council.write_config(plans=())
    council.config.write_text(
        council.config.read_text() + '[[plans]]\nname = "Posts as a plan"\nlist = "Who is who"\n', encoding="utf-8"
    )
    said = council.run("run", "sync", expect=1)
    assert 'list "Who is who" has no column "Action" (note)' in said
    assert 'list "Who is who" has no column "Status" (choice)' in said


def test_a_column_of_the_wrong_type(council: Council) -> None:
    with council.config.open("a", encoding="utf-8") as file:
        file.write('columns = { due_date = "Owner" }\n')
    assert "is of type text, but due_date needs dateTime" in council.run("run", "sync", expect=1)


def test_a_mailbox_that_is_refused(council: Council) -> None:
    council.write_config(mailbox=council.person("ada.fenn"))
    assert f"refuses access to mailbox {council.person('ada.fenn')}" in council.run("run", "collect", expect=1)


@pytest.mark.parametrize(
    ("name", "content"), [("plan.docx", b"not a Word file"), ("plan.xlsx", b"PK\x03\x04broken"), ("plan.csv", b"")]
)
def test_an_unreadable_document(council: Council, tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert f"{name}" in council.run("import", str(file), expect=1)
    assert list(council.rows("Peer challenge")) == ["1"]


def test_a_template_with_a_bad_tag(council: Council) -> None:
    broken = council.folder / "own" / "mail"
    broken.mkdir(parents=True, exist_ok=True)
    (broken / "nudge.subject").write_text("{% if %}", encoding="utf-8")
    council.write_config(extra='[service]\ntemplates = "own"')
    council.run("run", "remind", "--today", "2027-04-05")
    said = council.run("check", expect=1)
    assert "FAULT templates" in said
    assert "nudge.subject" in said


def test_faults_of_settings_templates_and_lists_are_told_in_one_round(council: Council) -> None:
    broken = council.folder / "own" / "mail"
    broken.mkdir(parents=True, exist_ok=True)
    (broken / "nudge.subject").write_text("{% if %}", encoding="utf-8")
    faulty = '[service]\ntemplates = "own"\n[policy]\nquiet_after_answer = "long"'
    council.write_config(plans=("Peer challenge", "No such plan"), extra=faulty)
    said = council.run("check", expect=1)
    for fault in ("FAULT settings", "policy.quiet_after_answer", "FAULT templates", 'FAULT plan "No such plan"'):
        assert fault in said
    assert 'ok    plan "Peer challenge"' in said
    assert "next  remind" not in said


def test_templates_are_looked_at_though_the_settings_do_not_say_where_the_tenant_is(council: Council) -> None:
    broken = council.folder / "own" / "mail"
    broken.mkdir(parents=True, exist_ok=True)
    (broken / "nudge.subject").write_text("{% if %}", encoding="utf-8")
    council.write_config(site="nowhere", extra='[service]\ntemplates = "own"')
    said = council.run("check", expect=1)
    assert "tenant.site" in said
    assert "FAULT templates" in said
    assert "note  tenant: not looked at" in said


def test_a_full_disk_for_the_ledger(council: Council) -> None:
    """A size limit on files stands for the disk: SQLite reports both as a write that found no room."""
    wrapped = "ulimit -f 8; exec python -c 'from jobs.cli import entry; entry()' run remind --today 2027-04-06"
    said = council.shell(wrapped, data="small")
    assert "is full" in said


def test_a_clock_set_back(council: Council) -> None:
    council.run("run", "remind", "--today", "2027-04-07")
    said = council.run("run", "remind", "--today", "2027-04-06", expect=1)
    assert "reminders were already decided for 2027-04-07" in said


def test_a_tenant_that_cannot_be_reached(council: Council) -> None:
    said = council.run("run", "sync", expect=3, HTTPS_PROXY="http://127.0.0.1:9", https_proxy="http://127.0.0.1:9")
    assert "login.microsoftonline.com could not be reached" in said


def test_certificates_that_are_not_there(council: Council) -> None:
    nowhere = {"REQUESTS_CA_BUNDLE": "/nowhere.pem", "CURL_CA_BUNDLE": "/nowhere.pem"}
    assert "REQUESTS_CA_BUNDLE names no file" in council.run("run", "sync", expect=1, **nowhere)


def test_a_certificate_that_nobody_vouches_for(council: Council) -> None:
    other = certifi.where()
    said = council.run("run", "sync", expect=3, REQUESTS_CA_BUNDLE=other, CURL_CA_BUNDLE=other)
    assert "its certificate is not trusted" in said


def test_check_tells_a_tenant_out_of_reach_from_a_fault_to_mend(council: Council) -> None:
    away = {"HTTPS_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    assert "could not be reached" in council.run("check", expect=3, **away)
    council.write_config(plans=("No such plan",))
    council.run("check", expect=1)


def test_a_reader_that_leaves_early_sees_no_traceback(council: Council) -> None:
    with council.start("explain", "due", *["March 2027"] * 5000) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


@pytest.mark.parametrize("day", ["20270301", "2027-W10-1", "1/3/2027"])
def test_a_day_is_written_in_one_way(council: Council, day: str) -> None:
    assert "write it like 2026-03-31" in council.run("run", "sync", "--today", day, expect=2)


def test_wrong_usage(council: Council) -> None:
    assert "invalid choice" in council.run("run", "dance", expect=2)


def test_a_service_that_would_nudge_nobody_for_years_is_told_with_its_key(council: Council) -> None:
    council.write_config(extra='[schedule]\nremind = "sat 08:30"')
    said = council.run("check", "--today", "2026-11-23", expect=1)
    assert 'FAULT schedule.remind: "sat 08:30" hardly ever falls on a working day' in said
    assert "next  remind" not in said

    council.write_config(extra='[calendar]\nclosed = ["2026-11-24 to 2030-12-31"]')
    said = council.run("check", "--today", "2026-11-24", expect=1)
    assert "FAULT calendar.closed: nobody is nudged from 24 November 2026 to 1 January 2031" in said
    assert "next  remind on Thursday 2 January 2031" in said

    both = '[schedule]\nremind = "sat 08:30"\n[calendar]\nclosed = ["2026-11-24 to 2030-12-31"]'
    council.write_config(extra=both)
    said = council.run("check", "--today", "2026-11-24", expect=1)
    assert "FAULT schedule.remind" in said
    assert "FAULT calendar.closed: nobody is nudged from 24 November 2026 to 1 January 2031" in said
