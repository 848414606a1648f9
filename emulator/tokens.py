"""login.microsoftonline.com: what it says about itself, and the token endpoint that checks secrets and assertions."""

from __future__ import annotations

import re
import secrets
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

import jwt

from emulator import certificates
from emulator.calls import Call, Caller, Reply, answer
from emulator.clock import real_now
from emulator.errors import SignInError, unauthorised
from emulator.tenant import Tenant

LOGIN = "https://login.microsoftonline.com"
LIFE = 3599
LEEWAY = 300
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
WANTED_SCOPE = "https://graph.microsoft.com/.default"


def sign_in(tenant: Tenant, call: Call) -> Reply:
    """Answer any request to the sign-in host."""
    path = re.sub(r"/{2,}", "/", call.path)
    try:
        if path.lower() == "/common/discovery/instance":
            return answer(discovery(tenant))
        if found := re.fullmatch(r"/([^/]+)(?:/v2\.0)?/\.well-known/openid-configuration", path):
            check_tenant(tenant, found.group(1), or_common=True)
            return answer(configuration(tenant, found.group(1)))
        if re.fullmatch(r"/[^/]+/discovery/v2\.0/keys", path):
            return answer({"keys": []})
        if found := re.fullmatch(r"/([^/]+)/oauth2/v2\.0/token", path):
            return issue(tenant, call, found.group(1))
    except SignInError as error:
        return refusal(tenant, call, error)
    return refusal(tenant, call, SignInError(404, "invalid_request", 90008, "The endpoint is not known."))


def issue(tenant: Tenant, call: Call, tenant_name: str) -> Reply:
    if call.method != "POST":
        raise SignInError(405, "invalid_request", 900561, "The endpoint only accepts POST requests.")
    check_tenant(tenant, tenant_name)
    form = dict(parse_qsl(call.body.decode("utf-8", "replace")))
    if form.get("grant_type") != "client_credentials":
        raise SignInError(400, "unsupported_grant_type", 70003, "The grant type is not supported here.")
    caller = check_client(tenant, call, form)
    if form.get("scope", "").strip() != WANTED_SCOPE:
        raise SignInError(400, "invalid_scope", 1002012, f"The provided value for scope is not valid: {WANTED_SCOPE}.")
    token = access_token(tenant, caller)
    return answer(
        {"token_type": "Bearer", "expires_in": LIFE, "ext_expires_in": LIFE, "access_token": token},
        Cache_Control="no-store, no-cache",
        Pragma="no-cache",
    )


def check_tenant(tenant: Tenant, name: str, *, or_common: bool = False) -> None:
    names = {tenant.identity.tenant_id, tenant.identity.domain}
    if name.lower() not in names | ({"common", "organizations"} if or_common else set()):
        raise SignInError(400, "invalid_request", 90002, f"Tenant '{name}' not found.")


def check_client(tenant: Tenant, call: Call, form: dict[str, str]) -> Caller:
    application, admin = tenant.callers()
    assertion = form.get("client_assertion")
    client_id = form.get("client_id") or (unverified(assertion).get("iss", "") if assertion else "")
    caller = next((known for known in (application, admin) if known.client_id == client_id), None)
    if caller is None:
        message = f"Application with identifier '{client_id}' was not found in the directory '{tenant.identity.name}'."
        raise SignInError(400, "unauthorized_client", 700016, message)
    if assertion:
        if form.get("client_assertion_type") != ASSERTION:
            raise SignInError(400, "invalid_request", 900144, "The client_assertion_type is missing or not known.")
        check_assertion(tenant, call, caller, assertion)
    elif not form.get("client_secret"):
        message = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."
        raise SignInError(401, "invalid_client", 7000218, message)
    elif caller.is_admin or not secrets.compare_digest(
        form["client_secret"].encode(), tenant.identity.client_secret.encode()
    ):
        message = f"Invalid client secret provided for the app '{caller.client_id}'."
        raise SignInError(401, "invalid_client", 7000215, message)
    elif tenant.secret_expired:
        message = f"The provided client secret keys for app '{caller.client_id}' are expired."
        raise SignInError(401, "invalid_client", 7000222, message)
    return caller


def check_assertion(tenant: Tenant, call: Call, caller: Caller, assertion: str) -> None:
    """PS256 with `x5t#S256` (current guidance) or RS256 with `x5t` (older clients), signed by the known certificate."""
    thumbprints, key = certificates.registered(tenant.certificate("admin" if caller.is_admin else "application"))
    header = jwt.get_unverified_header(assertion) if readable(assertion) else {}
    named = str(header.get("x5t#S256") or header.get("x5t") or "").rstrip("=").replace("+", "-").replace("/", "_")
    if named not in thumbprints or header.get("alg") not in {"PS256", "RS256"}:
        message = f"The certificate with identifier used to sign the client assertion is not registered: '{named}'."
        raise SignInError(401, "invalid_client", 700027, message)
    try:
        claims = jwt.decode(
            assertion,
            key,
            algorithms=["PS256", "RS256"],
            leeway=LEEWAY,
            options={"verify_aud": False, "require": ["exp"]},
        )
    except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError):
        raise SignInError(
            401, "invalid_client", 700024, "Client assertion is not within its valid time range."
        ) from None
    except jwt.InvalidTokenError:
        raise SignInError(401, "invalid_client", 700027, "Client assertion failed signature validation.") from None
    if claims.get("iss") != caller.client_id or claims.get("sub") != caller.client_id:
        raise SignInError(401, "invalid_client", 700021, "The issuer or subject is not the application itself.")
    ours = {f"{LOGIN}/{name}" for name in (tenant.identity.tenant_id, tenant.identity.domain)}
    audience = str(claims.get("aud"))
    if not any(audience.lower() in {f"{base}/oauth2/v2.0/token", f"{base}/v2.0", base} for base in ours):
        raise SignInError(401, "invalid_client", 700023, f"Client assertion audience claim does not match: {audience}.")


def readable(assertion: str) -> bool:
    try:
        jwt.get_unverified_header(assertion)
    except jwt.InvalidTokenError:
        return False
    return True


def unverified(assertion: str) -> dict[str, Any]:
    try:
        return jwt.decode(assertion, options={"verify_signature": False})
    except jwt.InvalidTokenError:
        return {}


def access_token(tenant: Tenant, caller: Caller) -> str:
    now = int(real_now())
    claims = {
        "aud": "https://graph.microsoft.com",
        "iss": f"https://sts.windows.net/{tenant.identity.tenant_id}/",
        "iat": now,
        "nbf": now,
        "exp": now + LIFE + 1,
        "app_displayname": caller.name,
        "appid": caller.client_id,
        "appidacr": "2",
        "idtyp": "app",
        "oid": tenant.guid(f"service principal {caller.client_id}"),
        "sub": tenant.guid(f"service principal {caller.client_id}"),
        "roles": ["Sites.FullControl.All"] if caller.is_admin else ["Sites.Selected", *tenant.identity.roles],
        "tid": tenant.identity.tenant_id,
        "uti": secrets.token_urlsafe(16),
        "ver": "1.0",
        "xms_generation": generation(tenant),
    }
    return jwt.encode(claims, tenant.identity.signing_key, "HS256")


def authenticated(tenant: Tenant, call: Call) -> Caller:
    """The application behind the call's token. Raises the 401 that Graph gives."""
    kind, _, token = call.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        raise unauthorised("Access token is empty.")
    try:
        claims = jwt.decode(
            token.strip(), tenant.identity.signing_key, algorithms=["HS256"], audience="https://graph.microsoft.com"
        )
    except jwt.ExpiredSignatureError:
        raise unauthorised("Lifetime validation failed, the token is expired.") from None
    except jwt.InvalidTokenError:
        raise unauthorised("CompactToken parsing failed or the signature is invalid.") from None
    if claims.get("xms_generation") != generation(tenant):
        raise unauthorised("Continuous access evaluation resulted in challenge: the token has been revoked.")
    return next(caller for caller in tenant.callers() if caller.client_id == claims["appid"])


def generation(tenant: Tenant) -> int:
    return int(tenant.store.recall("token_generation", 0))


def revoke_all(tenant: Tenant) -> None:
    """Every token given out so far is refused from now on."""
    tenant.store.remember("token_generation", generation(tenant) + 1)


def refusal(tenant: Tenant, call: Call, error: SignInError) -> Reply:
    trace, correlation = str(uuid4()), call.headers.get("client-request-id") or str(uuid4())
    stamp = tenant.clock.stamp().replace("T", " ")
    description = (
        f"AADSTS{error.number}: {error.message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}"
    )
    body = {
        "error": error.error,
        "error_description": description,
        "error_codes": [error.number],
        "timestamp": stamp,
        "trace_id": trace,
        "correlation_id": correlation,
    }
    return answer(body, error.status)


def configuration(tenant: Tenant, name: str) -> dict[str, Any]:
    base = f"{LOGIN}/{name}"
    issuer = f"{LOGIN}/{tenant.identity.tenant_id}"
    return {
        "token_endpoint": f"{base}/oauth2/v2.0/token",
        "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
        "jwks_uri": f"{base}/discovery/v2.0/keys",
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "issuer": f"{issuer}/v2.0",
        "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
        "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
        "end_session_endpoint": f"{base}/oauth2/v2.0/logout",
        "tenant_region_scope": "EU",
        "cloud_instance_name": "microsoftonline.com",
        "cloud_graph_host_name": "graph.windows.net",
        "msgraph_host": "graph.microsoft.com",
    }


def discovery(tenant: Tenant) -> dict[str, Any]:
    return {
        "tenant_discovery_endpoint": (f"{LOGIN}/{tenant.identity.tenant_id}/v2.0/.well-known/openid-configuration"),
        "api-version": "1.1",
        "metadata": [
            {
                "preferred_network": "login.microsoftonline.com",
                "preferred_cache": "login.windows.net",
                "aliases": ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"],
            }
        ],
    }
