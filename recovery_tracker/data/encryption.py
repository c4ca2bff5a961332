"""The key of an encrypted diary: made from a passphrase once, shown to nobody.

SQLCipher encrypts and signs each page of the file and of its log (AES-256, HMAC-SHA512). The key
is made as SQLCipher itself makes it from a passphrase, so that its own tools open the file, too.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from recovery_tracker.data.engine import PAGE_SIZE, driver
from recovery_tracker.data.errors import explained
from recovery_tracker.domain.errors import PassphraseNeeded, WrongPassphrase
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.i18n import _

_ROUNDS = 256_000  # of PBKDF2-HMAC-SHA512, SQLCipher 4's own number: 0.1 to 0.2 seconds
_KEY, _SALT = 32, 16  # bytes
_PLAIN = b"SQLite format 3\0"
_NOT_A_DATABASE = 26  # https://www.sqlite.org/rescode.html#notadb: what a wrong key gives


class Key:
    """What opens an encrypted diary and its backups.

    It has no words, cannot be printed, pickled or compared, and is to be held by as few as
    possible: whoever locks the diary lets go of it.
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        """Take 32 bytes of key and 16 of salt."""
        if len(secret) != _KEY + _SALT:
            raise ValueError("a key has 32 bytes, its salt 16")
        self._secret = secret

    @classmethod
    def new(cls, passphrase: Passphrase) -> Key:
        """Make the key for a file that is yet to be written; this takes 0.1 to 0.2 seconds."""
        return cls._made(passphrase, os.urandom(_SALT))

    @classmethod
    def of(cls, passphrase: Passphrase, file: Path) -> Key:
        """Make the key a passphrase gives for an encrypted file; it need not fit."""
        with file.open("rb") as stream:
            return cls._made(passphrase, stream.read(_SALT).ljust(_SALT, b"\0"))

    @classmethod
    def _made(cls, passphrase: Passphrase, salt: bytes) -> Key:
        import hashlib  # for an encrypted diary only: it loads OpenSSL

        secret = hashlib.pbkdf2_hmac("sha512", passphrase.words(), salt, _ROUNDS, _KEY)
        return cls(secret + salt)

    def literal(self) -> str:
        """Return the key as SQL takes it; never to be put into a statement that is logged."""
        return f"\"x'{self._secret.hex()}'\""

    def unlock(self, connection: Any) -> None:
        """Give the key to a connection of the driver, before anything is read.

        The size of a page cannot be read from an encrypted file. What ``VACUUM INTO`` makes of
        it has the same key and the default size, so it is the default that is set.
        """
        connection.execute(f"PRAGMA cipher_default_page_size = {PAGE_SIZE}")
        connection.execute(f"PRAGMA key = {self.literal()}")

    def opens(self, file: Path) -> bool:
        """Tell whether this is the key of an encrypted file.

        Raises:
            sqlcipher3.DatabaseError: the file cannot be read for another reason.
        """
        connection = driver.connect(str(file))
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            self.unlock(connection)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except driver.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != _NOT_A_DATABASE:
                raise
            return False
        finally:
            connection.close()
        return True

    def __repr__(self) -> str:
        return "<Key>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not to be written anywhere")


def is_encrypted(file: Path) -> bool:
    """Tell from its first page, without a key, whether a file is an encrypted diary.

    A plain one begins with SQLite's own words. An encrypted one is random from its first byte:
    among 16,384 random bytes each of the 256 values occurs. A text, an empty file or a diary
    whose beginning was overwritten is not encrypted, but damaged.

    Raises:
        StorageProblem: the file cannot be read.
    """
    page = b""
    with explained(file), suppress(FileNotFoundError), file.open("rb") as stream:
        page = stream.read(PAGE_SIZE)
    return len(page) == PAGE_SIZE and not page.startswith(_PLAIN) and len(set(page)) == 256


def unlock(file: Path, passphrase: Passphrase | None) -> Key | None:
    """Return the key of a file: ``None`` for one that is not encrypted.

    Raises:
        PassphraseNeeded: the file is encrypted and no passphrase was given.
        WrongPassphrase: the passphrase is not the file's.
    """
    if not is_encrypted(file):
        return None
    if passphrase is None:
        raise PassphraseNeeded(_("The diary is locked with a passphrase."))
    with explained(file):
        key = Key.of(passphrase, file)
    return fitting(key, file)


def fitting(key: Key | None, file: Path) -> Key | None:
    """Return the key if a file needs it, and it is the right one.

    Raises:
        PassphraseNeeded: the file is encrypted and there is no key.
        WrongPassphrase: the key is not the file's.
    """
    if not is_encrypted(file):
        return None
    if key is None:
        raise PassphraseNeeded(_("The diary is locked with a passphrase."))
    with explained(file):
        opens = key.opens(file)
    if not opens:
        raise WrongPassphrase(
            _(
                "This passphrase does not open the diary. Check capital letters and the language "
                "of the keyboard."
            )
        )
    return key
