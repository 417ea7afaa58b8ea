"""The settings for a command of the terminal: what is wrong in their file is told on standard error."""

from desk.commands.say import say
from desk.paths import config_dir
from desk.settings.declared import Settings
from desk.settings.reading import read_settings


def own_settings() -> Settings:
    """Return the settings of this account."""
    return read_settings(config_dir() / "settings.toml")


def told_settings() -> Settings:
    """Return the settings of this account, having told what of their file is not in force."""
    settings = own_settings()
    tell_faults(settings)
    return settings


def told_database(database: str) -> str:
    """Return the database of the call else of the settings; raises `KnownError` where theirs makes no sense."""
    if database:
        return database
    settings = own_settings()
    named = settings.stories_at()
    tell_faults(settings)
    return named


def tell_faults(settings: Settings) -> None:
    """Print one line on standard error for each line of the file that is not in force; nothing else changes by it."""
    for fault in settings.faults:
        say(fault.sentence, err=True)
