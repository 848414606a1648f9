"""The reply token: says "this answers our reminder number n, sent to you", in 24 characters that fit an address.

Layout, 120 bits: key id (5), reminder number (35), HMAC-SHA256 over both and the recipient's address, cut to 80 bits.
Written in Crockford's base32, lower case. A token says which mail is answered, never who sent the answer.
"""

from __future__ import annotations

import hashlib
import hmac
import re

from bot.reply.message.mail import Mail

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 24
_NUMBER_BITS = 35
_MAC_BITS = 80
_KEYS = 32
_SHAPE = rf"[{_ALPHABET}]{{{_LENGTH}}}"
_IN_ADDRESS = re.compile(rf"\+r-({_SHAPE})@", re.IGNORECASE)
_IN_TEXT = re.compile(rf"\[r-({_SHAPE})\]", re.IGNORECASE)
_MAX_SEARCHED = 2_000_000


def mint(secret: bytes, key_id: int, number: int, address: str) -> str:
    """A token for reminder `number` (below 2**35) to `address`, signed with key `key_id` (0 to 31)."""
    if not 0 <= key_id < _KEYS or not 0 <= number < 1 << _NUMBER_BITS:
        raise ValueError(f"key id {key_id} or number {number} does not fit the token")
    head = key_id << _NUMBER_BITS | number
    return _encode(head << _MAC_BITS | _mac(secret, head, address))


def check(secret: bytes, token: str, address: str) -> int | None:
    """The reminder number if `token` was minted with `secret` for `address`, else None."""
    value = _decode(token)
    if value is None:
        return None
    head = value >> _MAC_BITS
    expected = (head << _MAC_BITS | _mac(secret, head, address)).to_bytes(15, "big")
    return head & ((1 << _NUMBER_BITS) - 1) if hmac.compare_digest(expected, value.to_bytes(15, "big")) else None


def key_of(token: str) -> int | None:
    """The key id a token names, so that its secret can be looked up; None when it has not the shape of a token."""
    value = _decode(token)
    return None if value is None else value >> (_MAC_BITS + _NUMBER_BITS)


def find_tokens(mail: Mail) -> tuple[str, ...]:
    """The tokens a mail carries, each once, the surest place first: plus-address, subject, visible text."""
    places = (
        (_IN_ADDRESS, " ".join(mail.recipients)),
        (_IN_TEXT, mail.subject),
        (_IN_TEXT, mail.plain[:_MAX_SEARCHED]),
        (_IN_TEXT, mail.html[:_MAX_SEARCHED]),
    )
    return tuple(dict.fromkeys(found.lower() for pattern, text in places for found in pattern.findall(text)))


def _mac(secret: bytes, head: int, address: str) -> int:
    signed = f"planminder reply {head} {address.strip().lower()}".encode()
    return int.from_bytes(hmac.new(secret, signed, hashlib.sha256).digest()[: _MAC_BITS // 8], "big")


def _encode(value: int) -> str:
    return "".join(_ALPHABET[value >> 5 * place & 31] for place in reversed(range(_LENGTH)))


def _decode(token: str) -> int | None:
    if not re.fullmatch(_SHAPE, token, re.IGNORECASE | re.ASCII):
        return None
    value = 0
    for character in token.lower():
        value = value << 5 | _ALPHABET.index(character)
    return value
