from __future__ import annotations

import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.emulator.local import LocalTenant

LOGIN = "https://login.microsoftonline.com"
TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def ask(tenant: LocalTenant, **form: str) -> dict[str, Any]:
    given = {
        "grant_type": "client_credentials",
        "client_id": tenant.line["client_id"],
        "scope": "https://graph.microsoft.com/.default",
        **form,
    }
    url = f"{LOGIN}/{tenant.line['tenant']}/oauth2/v2.0/token"
    answer = tenant.session.post(url, data=given)
    return {"http": answer.status_code, **answer.json()}


def assertion(tenant: LocalTenant, algorithm: str = "PS256", thumbprint: str = "x5t#S256", **changes: Any) -> str:
    pem = Path(tenant.line["certificate"]).read_bytes()
    certificate = x509.load_pem_x509_certificate(pem)
    kind = hashes.SHA1() if thumbprint == "x5t" else hashes.SHA256()
    print_ = jwt.utils.base64url_encode(certificate.fingerprint(kind)).decode()
    now = time.time()
    claims = {
        "aud": f"{LOGIN}/{tenant.line['tenant']}/oauth2/v2.0/token",
        "iss": tenant.line["client_id"],
        "sub": tenant.line["client_id"],
        "jti": str(uuid4()),
        "nbf": now,
        "iat": now,
        "exp": now + 600,
        **changes.pop("claims", {}),
    }
    key = changes.pop("key", None) or serialization.load_pem_private_key(pem, None)
    return jwt.encode(claims, key, algorithm, headers={thumbprint: changes.pop("print", print_)})


def signed(tenant: LocalTenant, text: str) -> dict[str, Any]:
    return ask(tenant, client_assertion=text, client_assertion_type=TYPE)


def test_a_secret_that_has_expired_says_so(tenant: LocalTenant) -> None:
    tenant.control("POST", "/settings", {"secret_expired": True})
    answer = ask(tenant, client_secret=tenant.line["client_secret"])
    assert (answer["http"], answer["error_codes"]) == (401, [7000222])
    assert signed(tenant, assertion(tenant))["http"] == 200


def test_the_secret_gives_a_token_that_graph_takes(tenant: LocalTenant) -> None:
    answer = ask(tenant, client_secret=tenant.line["client_secret"])
    assert answer["http"] == 200
    assert answer["token_type"] == "Bearer"
    headers = {"Authorization": f"Bearer {answer['access_token']}"}
    assert tenant.session.get(f"https://graph.microsoft.com/v1.0{tenant.site}", headers=headers).status_code == 200


def test_the_token_names_the_application_and_no_mail_roles(tenant: LocalTenant) -> None:
    claims = jwt.decode(tenant.token(), options={"verify_signature": False})
    assert claims["appid"] == tenant.line["client_id"]
    assert claims["tid"] == tenant.line["tenant"]
    assert claims["idtyp"] == "app"
    assert claims["roles"] == ["Sites.Selected"]
    assert claims["oid"]


@pytest.mark.parametrize(("algorithm", "thumbprint"), [("PS256", "x5t#S256"), ("RS256", "x5t")])
def test_both_forms_of_assertion_are_taken(tenant: LocalTenant, algorithm: str, thumbprint: str) -> None:
    assert signed(tenant, assertion(tenant, algorithm, thumbprint))["http"] == 200


def test_a_thumbprint_may_be_padded(tenant: LocalTenant) -> None:
    plain = jwt.get_unverified_header(assertion(tenant))["x5t#S256"]
    assert signed(tenant, assertion(tenant, print=plain + "="))["http"] == 200


def test_a_wrong_secret_is_7000215(tenant: LocalTenant) -> None:
    answer = ask(tenant, client_secret="wrong")
    assert (answer["http"], answer["error"], answer["error_codes"]) == (401, "invalid_client", [7000215])
    assert answer["error_description"].startswith("AADSTS7000215:")


def test_an_unknown_application_is_700016(tenant: LocalTenant) -> None:
    answer = ask(tenant, client_id=str(uuid4()), client_secret="any")
    assert (answer["http"], answer["error_codes"]) == (400, [700016])


def test_a_signature_by_another_key_is_700027(tenant: LocalTenant) -> None:
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert signed(tenant, assertion(tenant, key=other))["error_codes"] == [700027]


@pytest.mark.parametrize(
    ("claims", "number"),
    [
        ({"iss": "someone else"}, 700021),
        ({"aud": "https://example.org"}, 700023),
        ({"exp": 1000}, 700024),
        ({"nbf": 9e9}, 700024),
    ],
)
def test_a_claim_out_of_place_has_its_number(tenant: LocalTenant, claims: dict[str, Any], number: int) -> None:
    assert signed(tenant, assertion(tenant, claims=claims))["error_codes"] == [number]


def test_a_clock_three_minutes_off_is_forgiven(tenant: LocalTenant) -> None:
    now = time.time()
    assert signed(tenant, assertion(tenant, claims={"nbf": now + 180, "exp": now + 800}))["http"] == 200
    assert signed(tenant, assertion(tenant, claims={"nbf": now - 800, "exp": now - 180}))["http"] == 200


def test_rubbish_for_an_assertion_is_refused(tenant: LocalTenant) -> None:
    assert signed(tenant, "not.a.jwt")["http"] == 401


def test_another_tenant_is_90002(tenant: LocalTenant) -> None:
    answer = tenant.session.post(f"{LOGIN}/elsewhere.example/oauth2/v2.0/token", data={})
    assert answer.json()["error_codes"] == [90002]


def test_the_admin_has_no_secret(tenant: LocalTenant) -> None:
    answer = ask(tenant, client_id=tenant.line["admin"]["client_id"], client_secret=tenant.line["client_secret"])
    assert answer["error_codes"] == [7000215]


def test_another_scope_is_refused(tenant: LocalTenant) -> None:
    answer = ask(tenant, client_secret=tenant.line["client_secret"], scope="https://outlook.office.com/.default")
    assert answer["error"] == "invalid_scope"


def test_the_sign_in_host_describes_itself(tenant: LocalTenant) -> None:
    url = f"{LOGIN}/{tenant.line['tenant']}/v2.0/.well-known/openid-configuration"
    assert tenant.session.get(url).json()["token_endpoint"].endswith("/oauth2/v2.0/token")
    found = tenant.session.get(f"{LOGIN}/common/discovery/instance?api-version=1.1").json()
    assert "login.windows.net" in found["metadata"][0]["aliases"]


def test_no_token_and_a_false_token_are_401(tenant: LocalTenant) -> None:
    for headers in ({}, {"Authorization": "Bearer abc.def.ghi"}, {"Authorization": "Basic abc"}):
        answer = tenant.session.get(f"https://graph.microsoft.com/v1.0{tenant.site}", headers=headers)
        assert answer.status_code == 401
        assert answer.json()["error"]["code"] == "InvalidAuthenticationToken"


def test_a_revoked_token_is_401_until_a_new_one_is_fetched(tenant: LocalTenant) -> None:
    tenant.get(tenant.site)
    tenant.control("POST", "/faults", {"match": {"path": "/"}, "fault": {"kind": "revoke_tokens"}})
    assert tenant.call("GET", tenant.site).status_code == 401
    assert tenant.call("GET", tenant.site).status_code == 401
    tenant.forget_token()
    assert tenant.call("GET", tenant.site).status_code == 200
