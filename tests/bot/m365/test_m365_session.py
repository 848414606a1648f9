from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
import requests

from bot.m365 import AccessRefused, NotFound, ServiceFault, SignInRefused, Throttled, Unreachable
from bot.m365.errors import translated
from bot.m365.session import SteadySession
from tests.bot.m365.tenancy import LocalTenant, lists

SITES = "/v1.0/sites/"


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"secret": "wrong"}, r"AADSTS7000215\): the client secret is wrong: set PLANMINDER_CLIENT_SECRET"),
        ({"client_id": "00000000-0000-0000-0000-000000000009"}, r"AADSTS700016\): the tenant does not know this"),
        ({"tenant_id": "00000000-0000-0000-0000-000000000009"}, "there is no such tenant: check tenant.id"),
        ({"certificate": "no PEM at all"}, "signing in failed before it began"),
    ],
)
def test_a_wrong_credential_is_told_with_the_key_to_mend(
    local: LocalTenant, other: dict[str, str], sentence: str
) -> None:
    with pytest.raises(SignInRefused, match=sentence) as caught:
        local.sign_in(**other).get("sites/root", "the site")
    assert (caught.value.mendable, caught.value.try_again) == (True, False)


def test_a_certificate_of_another_application_is_told(local: LocalTenant) -> None:
    admin: dict[str, str] = local.facts["admin"]  # type: ignore[assignment]
    strange = Path(admin["certificate"]).read_text()
    with pytest.raises(SignInRefused, match=r"AADSTS700027\): the certificate is not the one uploaded"):
        local.sign_in(certificate=strange).get("sites/root", "the site")


def test_a_certificate_signs_in_without_a_secret(local: LocalTenant) -> None:
    pem = Path(local.facts["certificate"]).read_text()
    people = local.sign_in(certificate=pem, secret="").get("users", "the people")
    assert people["value"]


def test_a_site_that_is_not_granted_is_told_by_its_address(local: LocalTenant) -> None:
    other = local.facts["site"].replace("action-plans", "secret-plans")
    with pytest.raises(AccessRefused, match=f"refuses access to site {other}: grant it") as caught:
        _ = lists(local, other).site_id
    assert (caught.value.code, caught.value.mendable) == ("accessDenied", True)


def test_nothing_is_asked_of_the_tenant_before_it_is_needed(local: LocalTenant) -> None:
    lists(local)
    assert local.requests() == []


def test_a_token_is_fetched_once_for_many_calls(local: LocalTenant) -> None:
    tenant = local.sign_in()
    for _ in range(3):
        tenant.get("users", "the people")
    assert len(local.requests("POST", "/token")) == 1


def test_a_wait_that_is_asked_for_is_kept_to_the_second(local: LocalTenant) -> None:
    local.fault("status", "GET", "/v1.0/users", status=429, retry_after=17, times=2)
    assert local.sign_in().get("users", "the people")["value"]
    assert local.waits == [17.0, 17.0]


def test_a_write_that_was_throttled_is_made_again_for_it_was_not_begun(local: LocalTenant) -> None:
    plan = lists(local)
    local.fault("status", "POST", "/items", status=429, retry_after=3)
    plan.add_row("Housing plan", {"Title": "1.4"})
    assert local.waits == [3.0]
    assert [row.fields["Title"] for row in plan.all_rows("Housing plan")] == ["1.1", "1.2", "1.3", "1.4"]


def test_a_busy_service_is_asked_again_after_a_growing_pause(local: LocalTenant) -> None:
    local.fault("status", "GET", "/v1.0/users", status=503, times=3)
    assert local.sign_in().get("users", "the people")["value"]
    first, second, third = local.waits
    assert 0 < first < second < third < 3


def test_a_service_that_stays_busy_is_given_up_after_five_attempts(local: LocalTenant) -> None:
    local.fault("status", "GET", "/v1.0/users", status=503, times=9)
    with pytest.raises(Throttled, match="is busy and asks to wait before going on with the people") as caught:
        local.sign_in().get("users", "the people")
    assert caught.value.try_again
    assert len(local.requests("GET", "/v1.0/users")) == 5


def test_a_wait_longer_than_a_run_may_take_is_not_begun(local: LocalTenant) -> None:
    local.fault("status", "GET", "/v1.0/users", status=429, retry_after=3_600)
    with pytest.raises(Throttled):
        local.sign_in().get("users", "the people")
    assert local.waits == []


def test_a_fault_of_the_service_is_no_fault_of_the_admin(local: LocalTenant) -> None:
    local.fault("status", "GET", "/v1.0/users", status=500, times=9)
    with pytest.raises(ServiceFault, match=r"failed at the people \(500 generalException\)") as caught:
        local.sign_in().get("users", "the people")
    assert (caught.value.try_again, caught.value.mendable) == (True, False)


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "torn_body"])
def test_an_answer_that_broke_off_is_asked_for_again(local: LocalTenant, kind: str) -> None:
    tenant = local.sign_in()
    whole = tenant.get("users", "the people")
    local.fault(kind, "GET", "/v1.0/users")
    assert tenant.get("users", "the people") == whole
    assert len(local.waits) == 1


@pytest.mark.parametrize("kind", ["drop_after", "torn_body"])
def test_a_new_row_whose_answer_was_lost_is_not_written_again(local: LocalTenant, kind: str) -> None:
    plan = lists(local)
    local.fault(kind, "POST", "/items")
    with pytest.raises(Unreachable, match='could not be reached for list "Housing plan"') as caught:
        plan.add_row("Housing plan", {"Title": "1.4"})
    assert caught.value.try_again
    assert len(local.requests("POST", "/items")) == 1
    assert len(plan.all_rows("Housing plan")) == 4


def test_a_revoked_token_is_renewed_once_and_the_call_made_again(local: LocalTenant) -> None:
    tenant = local.sign_in()
    tenant.get("users", "the people")
    local.fault("revoke_tokens", "GET", "/v1.0/users")
    assert tenant.get("users", "the people")["value"]
    assert len(local.requests("POST", "/token")) == 2
    assert [line[-3:] for line in local.requests("GET", "/v1.0/users")] == ["200", "401", "200"]


def test_a_token_that_is_refused_again_and_again_is_not_renewed_for_ever(local: LocalTenant) -> None:
    local.fault("status", "GET", "/v1.0/users", status=401, times=9)
    with pytest.raises(SignInRefused, match="no longer accepts the sign-in for the people"):
        local.sign_in().get("users", "the people")
    assert len(local.requests("GET", "/v1.0/users")) == 2


def test_a_sign_in_that_is_busy_is_waited_for(local: LocalTenant) -> None:
    local.fault("status", "POST", "/token", status=429, retry_after=5)
    assert local.sign_in().get("users", "the people")["value"]
    assert local.waits == [5.0]


def test_a_sign_in_service_that_fails_is_no_fault_of_the_admin(local: LocalTenant) -> None:
    local.fault("status", path="/.well-known/|/token", status=503, times=9)
    with pytest.raises(Unreachable, match=r"login.microsoftonline.com answers with a fault of its own: it may work"):
        local.sign_in().get("users", "the people")


def test_a_tenant_out_of_reach_is_told_as_such(local: LocalTenant, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(
            Unreachable, match=r"login.microsoftonline.com could not be reached: the proxy named in .* is not"
        ):
            local.sign_in().get("users", "the people")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "the proxy named in HTTPS_PROXY does not let us through"),
        (b"", "dropped"),
        (b"HTTP/1.1 200 OK\r\n\r\n", "dropped"),
    ],
)
def test_a_proxy_that_refuses_is_told_apart_from_a_dropped_connection(answer: bytes, why: str) -> None:
    def take() -> None:
        connection, _ = proxy.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as proxy:
        answering = threading.Thread(target=take)
        answering.start()
        proxies = {"https": f"http://127.0.0.1:{proxy.getsockname()[1]}"}
        with pytest.raises(Unreachable, match=why), translated("the people"):
            requests.get("https://graph.microsoft.com/v1.0/users", proxies=proxies, timeout=9)
        answering.join()


def test_graph_out_of_reach_is_told_with_what_it_was_asked_for(local: LocalTenant) -> None:
    tenant = local.sign_in()
    local.fault("drop_before", "GET", "/v1.0/users", times=9)
    with pytest.raises(Unreachable, match=r"could not be reached for the people.*: .*check"):
        tenant.get("users", "the people")


def test_every_call_says_who_we_are(local: LocalTenant) -> None:
    lists(local).add_row("Housing plan", {"Title": "1.4"})
    agents = {each["user_agent"] for each in local.control("GET", "requests").json() if SITES in each["path"]}
    assert agents == {"NONISV|Planminder|test"}


def test_what_is_not_there_is_told_by_its_name(local: LocalTenant) -> None:
    with pytest.raises(NotFound, match='finds no list "Waste plan": check its name in the configuration') as caught:
        lists(local).columns("Waste plan")
    assert caught.value.mendable


def test_the_environment_is_asked_once_for_each_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def way(session: SteadySession, host: str) -> object:
        return session.merge_environment_settings(f"https://{host}/v1.0/me", {}, None, None, None)["proxies"]

    monkeypatch.setenv("https_proxy", "http://first.example")
    monkeypatch.setenv("no_proxy", "files.example")
    session = SteadySession()
    first, direct = way(session, "graph.example"), way(session, "files.example")
    monkeypatch.setenv("https_proxy", "http://second.example")
    assert way(session, "graph.example") == first == {"https": "http://first.example", "no": "files.example"}
    assert way(session, "files.example") == direct == {}
    assert way(SteadySession(), "graph.example") != first
