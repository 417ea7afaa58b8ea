"""Signatures: Ed25519 (RFC 8032) by the library `cryptography`; keys as raw bytes, written in base64.

Imported only where something is signed or proved, for the library takes a while to load.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from desk.errors import KnownError


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key; `fingerprint` is the SHA-256 of the public one (64 hexadecimal digits)."""

    private: Ed25519PrivateKey

    @classmethod
    def new(cls) -> "SigningKey":
        """Return a new key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def kept(cls, secret: str) -> "SigningKey":
        """Return the key that `secret` was made from; raises `KnownError` where that was damaged."""
        try:
            return cls(Ed25519PrivateKey.from_private_bytes(base64.b64decode(secret, validate=True)))
        except (ValueError, binascii.Error) as error:
            raise KnownError(
                "The signing key kept on this machine is damaged: import it again, or revoke it (`copydesk key`)."
            ) from error

    @classmethod
    def from_pem(cls, pem: bytes, passphrase: str) -> "SigningKey":
        """Return the key of an exported file; raises `KnownError` on a wrong passphrase or another kind of file."""
        try:
            key = load_pem_private_key(pem, passphrase.encode() or None)
        except (ValueError, TypeError) as error:
            raise KnownError("This file is no signing key, or the passphrase is another one.") from error
        if not isinstance(key, Ed25519PrivateKey):
            raise KnownError("This file holds a key of another kind: Copydesk signs with Ed25519.")
        return cls(key)

    @property
    def secret(self) -> str:
        """Return what is kept of the key on this machine, in base64."""
        raw = self.private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        return base64.b64encode(raw).decode()

    @property
    def public(self) -> str:
        """Return the public key in base64."""
        return base64.b64encode(self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()

    @property
    def fingerprint(self) -> str:
        """Return what names the key."""
        return fingerprint(self.public)

    def sign(self, payload: str) -> str:
        """Return the signature of a payload, in base64."""
        return base64.b64encode(self.private.sign(payload.encode("ascii"))).decode()

    def to_pem(self, passphrase: str) -> bytes:
        """Return the key for a file, locked with the passphrase."""
        if not passphrase:
            raise KnownError("A signing key leaves this machine only with a passphrase: give one.")
        return self.private.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())
        )


def fingerprint(public: str) -> str:
    """Return the fingerprint of a public key in base64; raises `ValueError` for what is none."""
    return hashlib.sha256(_read(public)).hexdigest()


def _read(words: str) -> bytes:
    """Return the bytes that words in base64 stand for; raises `ValueError` for another way to write the same bytes.

    The last sign of a signature has four bits that say nothing: altered, it would prove what it proved before.
    """
    raw = base64.b64decode(words, validate=True)
    if base64.b64encode(raw).decode("ascii") != words:
        raise ValueError("bytes that were written in another way than ours")
    return raw


@lru_cache(maxsize=4096)  # who may do what is asked of the same signed entries at every step: 70 µs each
def proved(payload: str, signature: str, public: str) -> bool:
    """Return whether the signature of the payload is by this public key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(_read(public))
        key.verify(_read(signature), payload.encode("utf-8"))
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True
