"""What of a faulty configuration is used to look at everything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.settings import SettingsAtFault, load

SECRET = {"PLANMINDER_CLIENT_SECRET": "s3cret"}
TENANT = """
[tenant]
id = "tam.example"
client_id = "c"
site = "https://tamberley.sharepoint.com/sites/action-plans"
mailbox = "action.plans@tamberley.example"
"""
PLANS = '[[plans]]\nname = "Peer challenge"\nlead = "nobody"\n[[plans]]\nlist = "Audit"\n[[plans]]\nname = "Estates"\n'


def at_fault(folder: Path, text: str, **environment: str) -> SettingsAtFault:
    (folder / "planminder.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsAtFault) as caught:
        load(folder / "planminder.toml", environment or SECRET)
    return caught.value


def test_faulty_keys_are_taken_out_and_a_plan_without_a_name_altogether(tmp_path: Path) -> None:
    text = '[policy]\nquiet_after_answer = "long"\ncheck_in_every = 40\nstrange = 1\n'
    wrong = at_fault(tmp_path, TENANT + text + PLANS)
    assert len(wrong.faults) == 4
    assert wrong.rest
    assert [(plan.name, plan.lead) for plan in wrong.rest.plans] == [("Peer challenge", ""), ("Estates", "")]
    assert wrong.rest.policy.quiet_after_answer == 7
    assert wrong.rest.policy.check_in_every == 40


def test_nothing_is_left_where_the_tenant_or_every_plan_is_at_fault_or_nobody_can_sign_in(tmp_path: Path) -> None:
    right = '[[plans]]\nname = "Estates"\n[service]\ntime_zone = "Mars"\n'
    assert at_fault(tmp_path, TENANT + right).rest
    assert at_fault(tmp_path, TENANT.replace("mailbox", "mail") + right).rest is None
    assert at_fault(tmp_path, TENANT + "[[plans]]\nlist = 'Audit'\n").rest is None
    assert at_fault(tmp_path, TENANT).rest is None
    assert at_fault(tmp_path, TENANT + right, PLANMINDER_CLIENT_SECRET="").rest is None
    assert at_fault(tmp_path, TENANT + "[[plans]]\nname = 'Estates'", PLANMINDER_CLIENT_SECRET="").rest is None
    assert at_fault(tmp_path, "[tenant").rest is None


def test_the_folder_of_templates_is_known_whatever_else_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    assert at_fault(tmp_path, "[service]\ntemplates = 'own'").templates == tmp_path / "own"
    assert at_fault(tmp_path, "[service]\ntemplates = 'none'").templates is None
    assert at_fault(tmp_path, "service = 3").templates is None


SCRAPS = st.recursive(
    st.sampled_from(["3", "true", '"x"', "[]", "2026-01-01"]),
    lambda inner: st.lists(inner).map(lambda found: f"[{', '.join(found)}]"),
    max_leaves=4,
)
KEYS = st.sampled_from(
    [
        "policy.escalate",
        "policy.before",
        "guards.pilot_only",
        "mail.admins",
        "summary.to",
        "reading",
        "people.list",
        "x",
    ]
)


@given(st.dictionaries(KEYS, SCRAPS, min_size=1))
@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_key_what_is_left_can_be_used(tmp_path: Path, written: dict[str, str]) -> None:
    text = "\n".join(f"{key} = {value}" for key, value in written.items())
    wrong = at_fault(tmp_path, f"strange = 1\n{text}\n{TENANT}\n[[plans]]\nname = 'Estates'\n")
    assert wrong.rest
    assert wrong.rest.tenant.id == "tam.example"
