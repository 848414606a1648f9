"""The tenant's own certificate authority, the certificate of its TLS end, and the applications' credentials.

Everything is kept as PEM in one folder and used again when it is there.
"""

from __future__ import annotations

import hashlib
import os
import ssl
from base64 import urlsafe_b64encode
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LIFE = timedelta(days=820)
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
    *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


def authority(folder: Path, tenant: str) -> Path:
    """The PEM file of the tenant's certificate authority, made on first use with its key beside it."""
    path = folder / "ca.pem"
    if not path.exists():
        key = ec.generate_private_key(ec.SECP256R1())
        name = named(f"{tenant} (local tenant) authority")
        certificate = (
            begun(name, name, key)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage("key_cert_sign", "crl_sign"), critical=True)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
            .sign(key, hashes.SHA256())
        )
        write_private(folder / "ca-key.pem", key_pem(key))
        path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return path


def server_context(folder: Path, hosts: Collection[str]) -> ssl.SSLContext:
    """TLS as every host of the tenant, with one certificate signed by `authority`."""
    path = folder / "server.pem"
    if not path.exists() or not names(path).issuperset(hosts):
        signer = x509.load_pem_x509_certificate((folder / "ca.pem").read_bytes())
        signing_key = serialization.load_pem_private_key((folder / "ca-key.pem").read_bytes(), None)
        assert isinstance(signing_key, ec.EllipticCurvePrivateKey)
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = (
            begun(named("graph.microsoft.com"), signer.subject, key)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(usage("digital_signature"), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_key.public_key()), critical=False)
            .sign(signing_key, hashes.SHA256())
        )
        write_private(path, key_pem(key) + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    context.set_alpn_protocols(["http/1.1"])
    return context


def check_authority(folder: Path) -> None:
    """Raises ValueError or OSError for an authority whose certificate or key cannot be read."""
    x509.load_pem_x509_certificate((folder / "ca.pem").read_bytes())
    serialization.load_pem_private_key((folder / "ca-key.pem").read_bytes(), None)


def names(path: Path) -> set[str]:
    """The hosts that a certificate is for: one kept from an earlier version may be for fewer."""
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    return set(
        certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value.get_values_for_type(
            x509.DNSName
        )
    )


def client_certificate(folder: Path, name: str) -> Path:
    """A PEM file with an application's private key and its self-signed certificate."""
    path = folder / f"{name}.pem"
    if not path.exists():
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        certificate = (
            begun(named(f"CN {name}"), named(f"CN {name}"), key)
            .add_extension(usage("digital_signature"), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
            .sign(key, hashes.SHA256())
        )
        write_private(path, key_pem(key) + certificate.public_bytes(serialization.Encoding.PEM))
    return path


def registered(path: Path) -> tuple[set[str], RSAPublicKey]:
    """What the tenant knows of a client certificate: its thumbprints as assertions name them, and its key."""
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    der = certificate.public_bytes(serialization.Encoding.DER)
    prints = (hashlib.sha1(der, usedforsecurity=False).digest(), hashlib.sha256(der).digest())
    key = certificate.public_key()
    assert isinstance(key, RSAPublicKey)
    return {urlsafe_b64encode(print_).decode().rstrip("=") for print_ in prints}, key


def begun(subject: x509.Name, issuer: x509.Name, key: Key) -> x509.CertificateBuilder:
    start = datetime.now(UTC) - timedelta(days=1)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + LIFE)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def named(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64])])


def usage(*allowed: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{name: name in allowed for name in USAGES})


def key_pem(key: Key) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def write_private(path: Path, content: bytes) -> None:
    """Readable by its owner alone from the first byte."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
