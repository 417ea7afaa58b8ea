"""A pack under a passphrase: scrypt (RFC 7914) makes the key, AES-256 in GCM (NIST SP 800-38D) seals the whole file.

How hard scrypt works belongs to the form and is never read from the file: nobody makes this machine work for a day.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from desk.errors import KnownError
from desk.packs.layout import PackLocked

_MAGIC = b"COPYDESK LOCKED PACK"
_FORM = b" 1\n"
_SALT, _NONCE = 16, 12
_WORK = 2**16
"""Times 1 KiB of memory: 64 MiB and 0.2 s a try."""


def is_locked(raw: bytes) -> bool:
    """Return whether the bytes are a pack under a passphrase; raises `KnownError` for one of a newer form."""
    if not raw.startswith(_MAGIC):
        return False
    if not raw.startswith(_MAGIC + _FORM):
        raise KnownError("This pack was locked by a newer Copydesk: update this one to open it.")
    return True


def locked(raw: bytes, passphrase: str) -> bytes:
    """Return the bytes sealed under a passphrase."""
    head = _MAGIC + _FORM + os.urandom(_SALT) + os.urandom(_NONCE)
    return head + AESGCM(_key(head, passphrase)).encrypt(head[-_NONCE:], raw, head)


def unlocked(raw: bytes, passphrase: str) -> bytes:
    """Return what was sealed; raises `PackLocked` without the right passphrase, which also tells an altered file."""
    if not passphrase:
        raise PackLocked("This pack is locked: give the passphrase that it was packed with.")
    length = len(_MAGIC + _FORM) + _SALT + _NONCE
    head, sealed = raw[:length], raw[length:]
    try:
        return AESGCM(_key(head, passphrase)).decrypt(head[-_NONCE:], sealed, head)
    except (InvalidTag, ValueError) as error:
        raise PackLocked("The passphrase is another one, or the pack was damaged on its way.") from error


def _key(head: bytes, passphrase: str) -> bytes:
    salt = head[-_SALT - _NONCE : -_NONCE]
    return Scrypt(salt=salt, length=32, n=_WORK, r=8, p=1).derive(passphrase.encode("utf-8", "surrogatepass"))
