"""`copydesk engine`: install the grammar engine, carry it to another machine, look at it, start and stop it."""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from desk.at_login import trouble_at_login
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.status import EngineStatus
from desk.checks.grammar.odds.model import VERSION, language_model, model_problem
from desk.commands.say import redraw, say, say_json
from desk.commands.told_settings import own_settings, told_settings
from desk.services.examiner import engine_of

MB = 1_000_000
AT_LOGIN_SECONDS = 43_200.0
"""For which an engine that was started at login stays, though nobody asks it anything: a long working day."""


def _engine() -> GrammarEngine:
    return engine_of(told_settings())


class EngineBar:
    """The progress of one call: a bar where a person looks on, a line every tenth where a log does."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last = (-1, "")

    def __call__(self, done: int, total: int, words: str) -> None:
        """Show how many bytes of how many are done, and with what."""
        percent = 100 * done // max(1, total)
        if (percent, words[:40]) == self._last:
            return
        if self._live:
            redraw(f"{percent:3d} %  {done / MB:5.1f} of {total / MB:.1f} MB  {words[:40]}")
        elif percent % 10 == 0 and percent != self._last[0]:
            say(f"{percent:3d} %  {done / MB:.1f} of {total / MB:.1f} MB", err=True)
        self._last = (percent, words[:40])

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._live:
            say(err=True)


@click.group(short_help="Install and look at the grammar engine.")
def engine() -> None:
    """The grammar engine (LanguageTool): install it once, then no network is needed."""


@engine.command(short_help="Fetch and verify LanguageTool, once.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A file from `engine export`, or a folder.",
)
@click.option("--language", default="", metavar="CODE", help="The pack of a language instead: de, fr, it or nl.")
@click.option("--dictionary", is_flag=True, help="The dictionary of meanings and synonyms instead (11 MB).")
def install(source: Path | None, language: str, dictionary: bool) -> None:
    """Install LanguageTool: 100 MB from Maven Central, each file verified; what broke off goes on where it was.

    With --language it is the pack of one more language, whose passages in a story are checked from then on. With
    --dictionary it is WordNet, in which the window looks up words; --from is then a folder that holds its file.
    """
    bar, grammar = EngineBar(), _engine()
    if dictionary:
        _install_dictionary(source, bar)
        return
    if language:
        _install_language(grammar, language, source, bar)
        return
    try:
        where = grammar.install_from(source, bar) if source else grammar.install(bar)
    finally:
        bar.end()
    say(f"LanguageTool {grammar.lock.version} is installed in {where}.")


def _install_language(grammar: GrammarEngine, language: str, source: Path | None, bar: EngineBar) -> None:
    try:
        pack = grammar.install_language(language, source, bar)
    finally:
        bar.end()
    say(f"{pack.language} is installed: passages in it are checked from now on.")


def _install_dictionary(source: Path | None, bar: EngineBar) -> None:
    from desk.thesaurus.thesaurus import Thesaurus

    try:
        where = Thesaurus().install(source, bar)
    finally:
        bar.end()
    say(f"The dictionary is installed in {where}.")


@engine.command(short_help="Write the engine to a file to carry along.")
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """Write the installed engine, its packs and the dictionary into FILE, for `engine install --from` elsewhere."""
    bar, grammar = EngineBar(), _engine()
    try:
        written = grammar.export(file, bar)
    finally:
        bar.end()
    found, size = grammar.status(), written.stat().st_size / MB
    also = f", and beside it {found.beside}" if found.beside else ""
    say(f"{written} holds the grammar engine{also} ({size:.0f} MB).")
    if found.lacking:
        say(f"Not installed here, so it does not go along: {found.lacking}.")


@engine.command(short_help="Say what is installed and whether it runs.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option("--thorough", is_flag=True, help="Read every file again to see whether it is undamaged.")
def status(as_json: bool, thorough: bool) -> None:
    """Say what is installed, how big it is, which Java runs it and whether a server is running."""
    found = _engine().status(thorough)
    trouble = trouble_at_login(own_settings().engine_at_login)
    if as_json:
        say_json(json.dumps({**_plain(asdict(found)), "at_login_problem": trouble}, ensure_ascii=False))
    else:
        say("\n".join(filter(None, (*_lines(found), trouble))))


@engine.command(short_help="Start the server before it is needed.")
@click.option("--at-login", is_flag=True, help="Keep it for twelve hours: what an entry among the system's runs.")
@click.option("--home", type=click.Path(path_type=Path), hidden=True)
def start(at_login: bool, home: Path | None) -> None:
    """Start the server and warm it up, so that the next check answers at once."""
    if home:  # an entry of the system knows nothing of the environment that it was written in
        os.environ["COPYDESK_HOME"] = str(home)
    grammar = _engine()
    try:
        grammar.warm_up(own_settings().variant)
        if at_login:
            grammar.keep_for(AT_LOGIN_SECONDS)
        server = grammar.status().server
    finally:
        grammar.close()
    say(f"The grammar server is ready{f' on port {server.port}' if server else ''}.")


@engine.command(short_help="Stop the server for everybody.")
def stop() -> None:
    """Stop the server for every window and command that uses it; the next check starts another."""
    say("The grammar server was stopped." if _engine().stop() else "No grammar server was running.")


@engine.command(hidden=True)
@click.argument("order")
def keeper(order: str) -> int:
    """Keep one server: for a packaged application, which has no `python -m`."""
    from desk.checks.grammar.engine.daemon import main

    return main([order])


def _lines(found: EngineStatus) -> list[str]:
    if found.url:
        return [f"The settings name a server of the desk, not proved: {found.url}. Nothing is started on this machine."]
    return [_installed(found), _java(found), _server(found), _odds(), _dictionary()]


def _dictionary() -> str:
    from desk.thesaurus.thesaurus import NOT_INSTALLED, Thesaurus

    thesaurus = Thesaurus()
    return f"Dictionary WordNet {thesaurus.lock.version}." if thesaurus.is_there else NOT_INSTALLED


def _odds() -> str:
    """Return whether the language model is there, for what it finds is not looked for without it."""
    language_model()  # which reads it, for a letter may have been changed in it
    if problem := model_problem():
        return (
            f"The language model is {problem}, so words in another's place are not looked for: install the application "
            "again, with pocketsphinx 5.1.1."
        )
    return f"Language model {VERSION}, for words in another's place."


def _installed(found: EngineStatus) -> str:
    if found.damaged:
        return f"LanguageTool {found.version} is damaged ({', '.join(found.damaged)}): run `copydesk engine install`."
    if not found.complete:
        return "LanguageTool is not installed: run `copydesk engine install` (100 MB)."
    return f"LanguageTool {found.version}, {found.size / MB:.0f} MB, in {found.where}."


def _java(found: EngineStatus) -> str:
    java = found.java
    return f"Java {java.version} ({java.source}) at {java.path}." if java else found.java_problem


def _server(found: EngineStatus) -> str:
    server = found.server
    if server is None:
        return "No server is running; the first check starts one."
    return f"A server is running: process {server.pid}, port {server.port}, for {server.uptime:.0f} s."


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return str(value) if isinstance(value, Path) else value
