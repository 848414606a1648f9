from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.guards import Limits
from bot.plan import Status
from bot.policy import Policy
from bot.reading import USUAL
from bot.settings import PlanSettings, Settings, SettingsAtFault, certificate_text, load, load_conventions, load_policy

KEY = "-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----\n"
CERTIFICATE = "-----BEGIN CERTIFICATE-----\nc\n-----END CERTIFICATE-----\n"
PEM = KEY + CERTIFICATE
SECRET = {"PLANMINDER_CLIENT_SECRET": "s3cret"}
TENANT = """
[tenant]
id = "tam.example"
client_id = "c"
site = "https://tamberley.sharepoint.com/sites/action-plans"
mailbox = "Action.Plans@tamberley.example"
"""
PLAN = '[[plans]]\nname = "Peer challenge"\n'
WHOLE = TENANT + PLAN


def write(folder: Path, text: str) -> Path:
    path = folder / "planminder.toml"
    path.write_text(text, encoding="utf-8")
    return path


def settings(folder: Path, text: str = WHOLE, environment: Mapping[str, str] | None = None) -> Settings:
    return load(write(folder, text), SECRET if environment is None else environment)


def faults(folder: Path, text: str, environment: Mapping[str, str] | None = None) -> list[str]:
    """What the configuration is refused for, without the name of the file."""
    with pytest.raises(SettingsAtFault) as caught:
        settings(folder, text, environment)
    return [fault.removeprefix(f"{folder / 'planminder.toml'}: ") for fault in caught.value.faults]


def test_the_least_configuration_is_a_tenant_a_plan_and_a_secret(tmp_path: Path) -> None:
    found = settings(tmp_path)
    assert (found.secret, found.tenant.mailbox) == ("s3cret", "action.plans@tamberley.example")
    assert found.policy.policy() == Policy()
    assert found.guards.limits() == Limits()
    assert found.zone == ZoneInfo("Europe/London")
    assert (found.data_folder, found.own_templates) == (tmp_path / "data", None)


@pytest.mark.parametrize("domain", ["jo@partner.example", "partner", ".", "a partner.example"])
def test_a_domain_is_what_follows_the_at_sign_of_an_address(tmp_path: Path, domain: str) -> None:
    [fault] = faults(tmp_path, f'{WHOLE}[guards]\nallowed_domains = ["{domain}"]\n')
    assert f'guards.allowed_domains: entry 1: "{domain}" is no domain' in fault


def test_whom_the_configuration_names_is_known_by_address(tmp_path: Path) -> None:
    text = TENANT + '[mail]\nadmins = ["A@x.example"]\n[people]\nslt = "s@x.example"\n'
    text += '[guards]\npilot_only = ["p@x.example"]\nredirect_to = "r@x.example"\n'
    text += '[summary]\nto = ["l@x.example"]\n[[plans]]\nname = "P"\nlead = "o@x.example"\ndirector = "d@x.example"\n'
    assert settings(tmp_path, text).named_addresses == {f"{name}@x.example" for name in "aspr" + "lod"}


def test_folders_count_from_the_file_unless_they_are_absolute(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    found = settings(tmp_path, WHOLE + '[service]\ndata = "/srv/ledger"\ntemplates = "ours"\n')
    assert (found.data_folder, found.own_templates) == (Path("/srv/ledger"), tmp_path / "ours")


def test_a_template_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SettingsAtFault, match=r"service.templates: there is no folder ours"):
        settings(tmp_path, WHOLE + '[service]\ntemplates = "ours"\n')


def test_a_plan_is_found_by_its_name_in_any_case_and_its_list_is_called_like_it(tmp_path: Path) -> None:
    found = settings(tmp_path, WHOLE + '[[plans]]\nname = "Budget"\nlist = "Savings"\n')
    titles = [plan.list_title for plan in found.plans]
    assert titles == ["Peer challenge", "Savings"]
    assert found.plan(" peer CHALLENGE ") is found.plans[0]
    assert found.plan("Climate") is None


def test_every_fault_is_told_at_once_and_names_its_key(tmp_path: Path) -> None:
    text = """
        [tenant]
        id = ""
        site = "tamberley.sharepoint.com"
        mailbox = "action plans"
        colour = "red"
        certificate = "missing.pem"
        [service]
        time_zone = "Europe/Tamberley"
        [policy]
        before = [14, 0]
        overdue_every = 0
        [schedule]
        remind = "noonish"
        [summary]
        to = ["chief"]
        [[plans]]
        name = "Peer challenge"
        columns = { owners = "Lead" }
        [extra]
    """
    assert {fault.split(": ")[0] for fault in faults(tmp_path, text)} == {
        *("tenant.id", "tenant.client_id", "tenant.site", "tenant.mailbox", "tenant.colour", "tenant.certificate"),
        *("service.time_zone", "policy.before", "policy.overdue_every", "schedule.remind", "summary.to"),
        *("plans.columns", "extra"),
    }


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('[mail]\ncontract = "us"', "mail.contract: this key is not known; see config/planminder.toml for all keys"),
        (
            '[service]\ntime_zone = "London"',
            'service.time_zone: "London" is no time zone; councils write "Europe/London"',
        ),
        ('[summary]\nto = ["chief at council"]', 'summary.to: entry 1: "chief at council" is no mail address'),
        ('[people]\nlist = ""', "people.list: must not be empty"),
        ("[mail]\nsettle_seconds = 601", "mail.settle_seconds: 601 must be 600 or less"),
        ('[policy]\non_the_day = "yes"', 'policy.on_the_day: "yes": write true or false'),
        (
            '[[plans]]\nname = "peer CHALLENGE"',
            'two plans share the name "Peer challenge" and "peer CHALLENGE": give each its own',
        ),
        (
            '[[plans]]\nname = "B"\nlist = "peer challenge"',
            'two plans share the list "Peer challenge" and "peer challenge": give each its own',
        ),
        (
            '[[plans]]\nname = "Peer/challenge"',
            'two plans share the name of the paper "Peer challenge": give each its own',
        ),
        ('[mail]\nadmins = ["Priya"]', 'mail.admins: entry 1: "Priya" is no mail address'),
        (
            '[reading]\ncolours = { blue = "finished" }',
            (
                'reading.colours.blue: "finished" is no status: write one of not started, in progress, ongoing, part '
                "completed, at risk, on hold, completed, cancelled, superseded, not stated"
            ),
        ),
        (
            '[reading]\ncolours = { "1" = "completed" }',
            (
                'reading.colours: "1" is no colour that we read: write one of amber, black, blue, brown, gold, green, '
                "grey, orange, pink, purple, red, silver, white, yellow"
            ),
        ),
        (
            '[reading]\naliases = { "TX" = "Leader and CEO" }',
            'reading.aliases: "TX" must stand for one party, and "Leader and CEO" names none or several',
        ),
        (
            '[reading]\naliases = { "TX" = "Tamberley Executive", "tx" = "Treasurer" }',
            'reading.aliases: "tx" stands there twice, for capitals do not matter: leave one',
        ),
        ('[policy]\nquiet_after_answer = "7"', 'policy.quiet_after_answer: "7": take away the quotation marks: 7'),
        ('[policy]\non_the_day = "True"', 'policy.on_the_day: "True": take away the quotation marks: true'),
        ('[policy]\nclosed_days_go = "later "', 'policy.closed_days_go: "later " has a blank too many: write "later"'),
        (
            '[calendar]\nclosed = ["2027-01-05 to 2027-01-02"]',
            (
                'calendar.closed: entry 1: "2027-01-05 to 2027-01-02" runs backwards: write the first day before the '
                "last one"
            ),
        ),
        (
            '[[plans]]\nname = "B"\neditions = ["private"]',
            'plans.editions: plan 2: entry 1: "private": write one of these: "internal", "public"',
        ),
        (
            '[reading]\naliases = { " " = "Treasurer" }',
            "reading.aliases: an alias without letters stands for nobody: name the party as your plans print it",
        ),
    ],
)
def test_a_fault_says_what_to_write(tmp_path: Path, more: str, fault: str) -> None:
    assert faults(tmp_path, f"{WHOLE}{more}\n") == [fault]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('lead = "Lorna"\n', 'plans.lead: plan 1: "Lorna" is no mail address'),
        ('director = "the director"\n', 'plans.director: plan 1: "the director" is no mail address'),
        ('[people]\nslt = "SLT"\n', 'people.slt: "SLT" is no mail address'),
        ('[guards]\nredirect_to = "me"\n', 'guards.redirect_to: "me" is no mail address'),
        ("[guards]\nredirect_to = 3\n", "guards.redirect_to: 3: write it in quotation marks"),
    ],
)
def test_an_address_that_may_be_left_out_is_refused_like_any_other(tmp_path: Path, more: str, fault: str) -> None:
    assert faults(tmp_path, WHOLE + more) == [fault]


@pytest.mark.parametrize("key", ["lead = ''", "director = ''", "[people]\nslt = ''", "[guards]\nredirect_to = ''"])
def test_an_address_left_empty_is_nobodys(tmp_path: Path, key: str) -> None:
    assert settings(tmp_path, f"{WHOLE}{key}\n").named_addresses == frozenset()


def test_plans_of_one_name_that_share_a_list_as_well_hear_of_both_as_they_were_written(tmp_path: Path) -> None:
    text = TENANT + '[[plans]]\nname = "A"\nlist = "X"\n' * 2
    assert faults(tmp_path, text) == [
        'two plans share the name "A": give each its own',
        'two plans share the list "X": give each its own',
    ]


@pytest.mark.parametrize(
    ("name", "well"),
    [
        ("t", False),
        ("my tenant", False),
        ("a@b.example", False),
        ("tamberley.example", True),
        ("9ec9d928-617e-58cc-af64-1903b79f12a1", True),
    ],
)
def test_a_tenant_is_named_by_its_id_or_a_domain(tmp_path: Path, name: str, well: bool) -> None:
    text = WHOLE.replace('id = "tam.example"', f'id = "{name}"')
    if well:
        assert settings(tmp_path, text).tenant.id == name
    else:
        assert faults(tmp_path, text)[0].startswith(f'tenant.id: "{name}" is no tenant: write the Tenant ID')


def test_a_fault_of_one_entry_hides_none_of_the_next(tmp_path: Path) -> None:
    reading = '[reading]\ncolours = { blue = "done", mauve = "completed" }\naliases = { "" = "x", "DX" = 5 }\n'
    rungs = '{ after = 20, to = "manager" }, { after = 10, to = "lead" }, { after = 30, to = "mayor" }'
    found = faults(tmp_path, f"{WHOLE}[policy]\nescalate = [{rungs}]\n{reading}")
    assert [each.split(": ")[:2] for each in found] == [
        ["policy.escalate", "the rungs must climb, but lead comes after 10 working days and manager after 20"],
        ["policy.escalate.to", "rung 3"],
        ["reading.colours.blue", '"done" is no status'],
        ["reading.colours", '"mauve" is no colour that we read'],
        ["reading.aliases", "an alias without letters stands for nobody"],
        ["reading.aliases.DX", "5"],
    ]


def test_a_rung_that_tells_nobody_we_know_must_climb_all_the_same(tmp_path: Path) -> None:
    rungs = '{ after = 20, to = "manager" }, { after = 10, to = "boss" }, { after = true, to = "lead" }'
    found = faults(tmp_path, f"{WHOLE}[policy]\nescalate = [{rungs}]\n")
    assert found[0] == (
        "policy.escalate: the rungs must climb, but boss comes after 10 working days and manager after 20: put them in "
        "order"
    )
    assert [each.split(": ")[:2] for each in found[1:]] == [
        ["policy.escalate.to", "rung 2"],
        ["policy.escalate.after", "rung 3"],
    ]


def test_a_plan_named_twice_is_told_with_all_other_faults(tmp_path: Path) -> None:
    found = faults(tmp_path, WHOLE + '[[plans]]\nname = "peer challenge"\nlead = "Lorna"\n[mail]\nadmins = "us"\n')
    assert found == [
        'two plans share the name "Peer challenge" and "peer challenge": give each its own',
        'mail.admins: "us": write a list in square brackets',
        'plans.lead: plan 2: "Lorna" is no mail address',
    ]


@pytest.mark.parametrize("wrong", ["3", "0.5", "true", '"x y"', "[]", "[3]", "{}", "{ a = 1 }", "2026-12-29", "nan"])
def test_no_wrong_value_of_any_key_is_told_in_the_words_of_a_program(tmp_path: Path, wrong: str) -> None:
    for name, field in Settings.model_fields.items():
        section = TENANT if name != "tenant" else ""
        for text in (f"{name} = {wrong}\n{section}", *_each_key(name, field.annotation, wrong)):
            with suppress(SettingsAtFault):
                settings(tmp_path, text)
                continue
            said = " ".join(faults(tmp_path, text))
            assert not re.search(r"Input|should|valid|dictionary|instance|Literal|function|tuple", said), (text, said)


def _each_key(section: str, kind: object, wrong: str) -> Iterator[str]:
    kind, head = (PlanSettings, "[[plans]]") if section == "plans" else (kind, f"[{section}]")
    for key in getattr(kind, "model_fields", ()):
        yield f"{head}\n{key} = {wrong}\n"


def test_a_time_that_clock_changes_skip_or_repeat_is_refused(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, WHOLE + '[schedule]\nsync = "daily 01:30"\n')
    assert fault.startswith('schedule.sync: "daily 01:30": choose a time outside 01:00 to 02:00')


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (TENANT, "plans: this key is needed"),
        ("plans = []" + TENANT, "plans: needs at least one entry"),
        (PLAN, "tenant: this key is needed"),
        ("plans = 3" + TENANT, "plans: 3: write each plan as a block of its own, under [[plans]]"),
    ],
)
def test_a_part_that_is_missing_is_told_by_its_name_alone(tmp_path: Path, text: str, fault: str) -> None:
    assert faults(tmp_path, text) == [fault]


@pytest.mark.parametrize("key", ["folder", "secret"])
def test_what_is_ours_to_set_cannot_be_set_in_the_file(tmp_path: Path, key: str) -> None:
    assert faults(tmp_path, f'{key} = "x"\n{WHOLE}') == [
        f"{key}: this key is not known; secrets belong in the environment"
    ]


def test_a_missing_file_says_where_to_copy_one_from(tmp_path: Path) -> None:
    with pytest.raises(SettingsAtFault, match=r"there is no configuration at .*: copy config/planminder.toml there"):
        load(tmp_path / "absent.toml", SECRET)


def test_a_file_that_is_no_toml_says_in_which_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsAtFault, match=r"is not valid TOML: .*line 1"):
        settings(tmp_path, "tenant: x")


def test_a_folder_or_an_old_code_page_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsAtFault, match="cannot be read: Is a directory"):
        load(tmp_path, SECRET)
    path = tmp_path / "old.toml"
    path.write_bytes('council = "Môn"'.encode("latin-1"))
    with pytest.raises(SettingsAtFault, match="cannot be read: it is no text file in UTF-8"):
        load(path, SECRET)


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "planminder.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert load(path, SECRET).plans[0].name == "Peer challenge"


def test_the_secret_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from a file\n")
    environment = {"PLANMINDER_CLIENT_SECRET_FILE": str(tmp_path / "secret"), **SECRET}
    assert settings(tmp_path, environment=environment).secret == "from a file"


def test_a_secret_file_that_cannot_be_read_is_told_with_the_other_faults(tmp_path: Path) -> None:
    environment = {"PLANMINDER_CLIENT_SECRET_FILE": str(tmp_path / "absent")}
    assert faults(tmp_path, WHOLE + "[extra]\n", environment) == [
        f"PLANMINDER_CLIENT_SECRET_FILE names {tmp_path / 'absent'}, which cannot be read: No such file or directory",
        "extra: this key is not known; see config/planminder.toml for all keys",
    ]


def test_the_secret_is_never_printed(tmp_path: Path) -> None:
    assert "s3cret" not in repr(settings(tmp_path))


def test_a_certificate_takes_the_place_of_a_secret(tmp_path: Path) -> None:
    (tmp_path / "app.pem").write_text(PEM)
    found = settings(tmp_path, WHOLE.replace('id = "tam.example"', 'id = "tam.example"\ncertificate = "app.pem"'), {})
    assert (certificate_text(found), found.secret) == (PEM, "")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (CERTIFICATE, "tenant.certificate: app.pem holds no private key"),
        (KEY, "tenant.certificate: app.pem holds no certificate"),
        ("hello", "tenant.certificate: app.pem holds no private key and no certificate"),
        (None, "tenant.certificate: app.pem cannot be read as a PEM file"),
    ],
)
def test_a_certificate_file_that_lacks_a_part_is_told(tmp_path: Path, content: str | None, fault: str) -> None:
    if content is not None:
        (tmp_path / "app.pem").write_text(content)
    assert faults(tmp_path, WHOLE.replace('id = "tam.example"', 'id = "tam.example"\ncertificate = "app.pem"'), {}) == [
        fault
    ]


def test_a_certificate_in_binary_form_is_told(tmp_path: Path) -> None:
    (tmp_path / "app.pfx").write_bytes(b"\x30\x82\xff\xfe")
    text = WHOLE.replace('id = "tam.example"', 'id = "tam.example"\ncertificate = "app.pfx"')
    assert faults(tmp_path, text) == ["tenant.certificate: app.pfx cannot be read as a PEM file"]


def test_without_secret_and_certificate_nobody_can_sign_in(tmp_path: Path) -> None:
    assert faults(tmp_path, WHOLE, {}) == ["tenant.certificate: name the certificate's PEM file"]


def test_settings_are_frozen(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        settings(tmp_path).policy.overdue_every = 3


def test_a_colour_of_the_councils_own_stands_beside_the_usual_ones(tmp_path: Path) -> None:
    assert settings(tmp_path).reading.conventions() == USUAL
    means = settings(tmp_path, WHOLE + '[reading]\ncolours = { Blue = "Part completed" }\n').reading.conventions()
    assert (means.colours["blue"], means.colours["red"]) == (Status.PART_COMPLETED, Status.AT_RISK)


def test_own_words_are_read_from_a_configuration_that_is_not_whole_yet(tmp_path: Path) -> None:
    assert load_conventions(tmp_path / "none.toml") == USUAL
    path = write(tmp_path, '[reading]\naliases = { "TX" = "Tamberley Executive" }\n')
    assert load_conventions(path).aliases == {"TX": "Tamberley Executive"}
    with pytest.raises(SettingsAtFault, match=r"reading\.colors: this key is not known"):
        load_conventions(write(tmp_path, "[reading]\ncolors = {}\n"))


BAD_POLICY = """
[policy]
before = [14, -3]
counted_in = "weeks"
closed_days_go = "sooner"
on_the_day = 1
overdue_every = [7, 0]
escalate = [
    { after = 20, to = "manager" },
    { after = 10, to = "director" },
    { after = 30, to = "manager" },
]
warn_before_escalating = 0.5
grace = 3
[calendar]
nation = "Cornwall"
closed = ["2026-12-29", "Boxing Day", "2027-01-03 to 2027-01-01"]
[schedule]
sync = "daily 01:30"
remind = "1-5 08:30"
collect = 10
"""
ITS_FAULTS = [
    (
        "policy.escalate: the rungs must climb, but director comes after 10 working days and manager after 20: "
        "put them in order"
    ),
    "policy.escalate: the ladder goes round in a loop: manager stands on it twice",
    "policy.before: entry 2: -3 must be 1 or more",
    'policy.counted_in: "weeks" is not known here: write calendar, working',
    "policy.on_the_day: 1: write true or false",
    'policy.closed_days_go: "sooner" is not known here: write earlier, later',
    "policy.overdue_every: entry 2: 0 must be 1 or more",
    "policy.warn_before_escalating: 0.5: write a whole number",
    "policy.grace: this key is not known; see config/planminder.toml for all keys",
    'calendar.nation: "Cornwall" is not known here: write England, Wales, Scotland, Northern Ireland',
    (
        'calendar.closed: entry 2: "Boxing Day" is no day and no span of days: write "2026-12-29", or "2026-12-24 to '
        '2027-01-03"'
    ),
    'calendar.closed: entry 3: "2027-01-03 to 2027-01-01" runs backwards: write the first day before the last one',
    'schedule.sync: "daily 01:30": choose a time outside 01:00 to 02:00, which clock changes skip or repeat',
    (
        'schedule.remind: "1-5 08:30" names days that are not known: write it like "mon-fri 08:30", "daily 07:00", '
        '"day 1 09:00", "3rd working day 09:00", "last working day 16:00" or "every 10 minutes"'
    ),
    "schedule.collect: 10: write it in quotation marks",
]


def test_a_bad_policy_is_refused_with_each_key_and_reason_at_once(tmp_path: Path) -> None:
    assert faults(tmp_path, TENANT + BAD_POLICY + PLAN) == ITS_FAULTS


def test_a_policy_to_try_out_is_refused_in_the_same_words(tmp_path: Path) -> None:
    path = write(tmp_path, BAD_POLICY)
    with pytest.raises(SettingsAtFault) as caught:
        load_policy(path)
    assert [fault.removeprefix(f"{path}: ") for fault in caught.value.faults] == ITS_FAULTS


@pytest.mark.parametrize(
    ("time", "well"), [("00:59", True), ("01:00", False), ("01:59", False), ("02:00", False), ("02:01", True)]
)
def test_nothing_is_sent_while_the_clocks_may_change(tmp_path: Path, time: str, well: bool) -> None:
    text = WHOLE + f'[schedule]\nremind = "daily {time}"\n'
    if well:
        assert settings(tmp_path, text).schedule.remind == f"daily {time}"
    else:
        assert "choose a time outside 01:00 to 02:00" in faults(tmp_path, text)[0]


def test_a_section_that_a_policy_leaves_out_stays_as_configured(tmp_path: Path) -> None:
    configured = load_policy(write(tmp_path, '[policy]\nbefore = [30]\n[calendar]\nnation = "Wales"\n'))
    tried = load_policy(write(tmp_path, "[policy]\noverdue_every = 28\n")).over(configured)
    assert tried.policy
    assert (tried.policy.before, tried.policy.overdue_every) == ([14, 3], [28])
    assert (tried.calendar, tried.schedule) == (configured.calendar, None)


def test_a_policy_may_stand_in_a_whole_configuration_but_not_in_a_section_nobody_knows(tmp_path: Path) -> None:
    found = load_policy(write(tmp_path, WHOLE + "[policy]\nbefore = [21]\n")).policy
    assert found
    assert found.before == [21]
    with pytest.raises(SettingsAtFault, match="polcy: this key is not known"):
        load_policy(write(tmp_path, "[polcy]\nbefore = [21]\n"))
    with pytest.raises(SettingsAtFault, match="there is no policy at"):
        load_policy(tmp_path / "absent.toml")
