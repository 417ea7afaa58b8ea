"""Says above the text what is so for whoever is working until something is done about it, and then no longer."""

from ui.look.notices import Notices
from ui.work.hub import Hub

_NO_PIN = "Give yourself a PIN: this desk asks for one."


class Standing:
    """A PIN that is missing, signing keys that wait: each once a person, as long as it is so; told by the refresher."""

    def __init__(self, hub: Hub, notices: Notices) -> None:
        self._hub, self._notices = hub, notices
        self._told: dict[str, tuple[str, str]] = {}
        """Who was told which sentence, by the keys of the notices."""

    def follow(self) -> None:
        """Say what is so now; what was put aside is not said again until it changes."""
        working = self._hub.facts.working
        lacks_pin = self._hub.facts.settings.pin_needed and working.set_up and not working.has_pin
        self._say("pin", _NO_PIN if lacks_pin else "")
        self._hub.ask(lambda desk: desk.waiting_keys.told(), self._say_keys)

    def _say_keys(self, sentence: str) -> None:
        self._say("keys", sentence)

    def _say(self, key: str, sentence: str) -> None:
        now = self._hub.facts.working.id, sentence
        if self._told.get(key) == now:
            return
        self._told[key] = now
        if sentence:
            self._notices.tell_of_desk(key, sentence)
        else:
            self._notices.drop(key)
