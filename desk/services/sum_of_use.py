"""The sum of what approved texts speak for, kept among the readings for the next opening under this machine's seal."""

import hmac
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desk.careful import careful_text
from desk.checks.check import Item
from desk.checks.house import DeskUse
from desk.keychain import write_private
from desk.paths import data_dir
from desk.text.plain import counts, listed, word

if TYPE_CHECKING:  # SQLAlchemy takes 0.2 s to import
    from desk.store.connect import Store

_KEPT = "sum of approved texts 1"
_HEX = 64


@dataclass(frozen=True, slots=True)
class SumOfUse:
    """The sum that this machine made: 8 ms when a desk opens, and not 70 for going through 500 texts.

    It is kept in the database, so that it goes with the words of an emptied text, under a seal by a secret that never
    leaves this machine: a sum that another program or machine wrote is none.
    """

    secret: str
    """Empty where this machine has made none yet."""

    @classmethod
    def here(cls, *, made: bool = False) -> "SumOfUse":
        """Return this machine's; `made` makes the secret where there is none, and lets it be where it cannot."""
        path = data_dir() / "readings.secret"
        try:
            secret = careful_text(path).strip() if path.exists() else ""
            if made and len(secret) != _HEX:
                secret = secrets.token_hex(_HEX // 2)
                write_private(path, secret)
        except (OSError, ValueError):
            return cls("")
        return cls(secret if len(secret) == _HEX else "")

    def of(self, store: "Store", mark: str) -> DeskUse | None:
        """Return what was kept of the texts that are known by a mark; None where this machine kept nothing of them."""
        if not self.secret:
            return None
        place = self._sealed("place")
        return store.readings.known(Item.NAMES, _KEPT, [place], lambda plain: self._use(mark, plain)).get(place)

    def keep(self, store: "Store", mark: str, use: DeskUse) -> None:
        """Keep the sum of the texts that are known by a mark, in the place of the one before."""
        if self.secret:
            told = json.dumps([mark, dict(use.words), dict(use.names)])
            store.readings.fill(Item.NAMES, _KEPT, {self._sealed("place"): [told, self._sealed(told)]})

    def _use(self, mark: str, plain: Any) -> DeskUse:
        told, seal = map(word, listed(plain))
        of, words, names = listed(json.loads(told))
        if of != mark or not hmac.compare_digest(self._sealed(told), seal):
            raise ValueError(of)
        return DeskUse(counts(words), counts(names))

    def _sealed(self, told: str) -> str:
        return hmac.new(self.secret.encode(), told.encode("utf-8", "surrogatepass"), "sha256").hexdigest()
