"""The real LanguageTool on the real Java: what it finds, where, and that it comes back from the dead."""

import select
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from threading import Barrier

import psutil
import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.check import Item
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.engine.connection import Connection, is_well
from desk.checks.grammar.engine.daemon import LOOK_SECONDS, StartOrder, pause
from desk.checks.grammar.engine.desk_rules import desk_rules
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.java import find_java
from desk.checks.grammar.engine.limits import OWN, Deadline
from desk.checks.grammar.engine.lock_file import read_lock
from desk.checks.grammar.engine.prepare import prepare
from desk.checks.grammar.engine.runfiles import Leases, rooms
from desk.checks.grammar.engine.start_cache import StartCache
from desk.checks.grammar.reading import from_json, to_json
from desk.checks.house import Brief, House
from desk.errors import Unavailable
from desk.text.blocks import Kind, Manuscript
from tests.desk.checks.grammar.engine.desk_file import GOOD

pytestmark = [pytest.mark.engine, pytest.mark.xdist_group("engine"), pytest.mark.timeout(240)]

STORY = "The two officers has recieved word on Tuesday that Wojtkowska would open the bridge.\n\nShe were late."


def slow_text(nth):
    """Return a text of words that nobody knows, each of which has its proposals looked for."""
    letters = "bcdfghklmnprstvz"
    words = (f"{letters[i % 16]}e{letters[i // 16 % 16]}o{letters[nth]}ingly" for i in range(3))
    return f"They said: {' '.join(words)}."


def found(engine, text, brief=None):
    result = run_check(GrammarCheck(engine), Manuscript.of(text), brief or Brief(), ReadingCache())
    assert result.unchecked == ""
    return {finding.quote: finding for finding in result.findings}


def test_slips_are_found_with_their_mends_and_names_are_left_in_peace(reading_engine):
    findings = found(reading_engine, STORY)
    assert findings["recieved"].suggestions[0] == "received"
    assert any("were" in quote for quote in findings)
    assert not any("Wojtkowska" in quote for quote in findings)
    assert all(f.item is Item.GRAMMAR and f.rule.startswith("grammar.") for f in findings.values())


def test_a_short_word_with_thousands_of_proposals_is_a_finding_like_any_other(reading_engine):
    """LanguageTool proposes 1,414 words for “cho” before another short word: no reason to doubt it."""
    findings = found(reading_engine, "Their dog Rex cho ga was tame and recieved food.", Brief(House(), "en"))
    assert "recieved" in findings


@pytest.mark.parametrize("before", ["\U0001f600 ", "e\u0301\u00a0", "\U0001f600\U0001f680—“", "Line\n"])
def test_places_are_right_behind_any_character(reading_engine, before):
    text = before + "He recieved the the parcel."
    for finding in found(reading_engine, text).values():
        assert finding.span.of(text) == finding.quote


def test_the_variant_decides_and_plain_english_takes_every_spelling(reading_engine):
    text = "The colour of the theatre changed."
    assert "colour" in found(reading_engine, text, Brief(House(variant="en-US")))
    assert found(reading_engine, text, Brief(House(variant="en-GB"))) == {}
    assert found(reading_engine, text, Brief(House(variant="en"))) == {}


def test_a_passage_in_spanish_is_checked_as_spanish(reading_engine):
    text = "The quay is shut.\n\nLos barco están en la bahía y no pueden salir porque el puerto está cerrado."
    (found,) = run_check(GrammarCheck(reading_engine), Manuscript.of(text), Brief(), ReadingCache()).findings
    assert (found.quote, found.rule[:18], found.suggestions[0]) == ("Los barco", "grammar.ABROAD_ES_", "El barco")


def test_the_desks_own_words_are_no_errors(reading_engine):
    text = "The skedule was closed on Tuesday, officials said."
    assert "skedule" in found(reading_engine, text)
    assert "skedule" not in found(reading_engine, text, Brief(House(dictionary=frozenset({"skedule"}))))


def test_leftovers_and_advertising_are_not_read(reading_engine):
    story = Manuscript.of("Buy this wonderfull lamp now.")
    paid = story.with_blocks((story.blocks[0].marked(Kind.PAID),))
    assert run_check(GrammarCheck(reading_engine), paid, Brief(), ReadingCache()).findings == ()


def test_a_server_killed_in_the_middle_is_replaced_quietly(real_engine):
    found(real_engine, "She were late.")
    before = real_engine.status().server
    psutil.Process(before.pid).kill()
    assert found(real_engine, "They was late.")
    assert real_engine.status().server.pid != before.pid


def test_a_server_that_hangs_is_replaced_quietly(mortal_engine, tries):
    with tries.one("engine-once"):
        found(mortal_engine, STORY)
        before = psutil.Process(mortal_engine.status().server.pid)
        before.suspend()
        assert "recieved" in found(mortal_engine, STORY + "\n\nHe recieved it.")
        assert mortal_engine.status().server.pid != before.pid


def test_two_processes_share_one_server(reading_engine):
    found(reading_engine, STORY)
    folders = reading_engine.folders
    code = (
        "import sys; from pathlib import Path; from desk.checks.grammar.engine.folders import Folders;"
        "from desk.checks.grammar.engine.engine import GrammarEngine;"
        "engine = GrammarEngine(Folders(*map(Path, sys.argv[1:])), keep_warm=0);"
        "engine.ask('She were late.', 'en-US'); print(engine.status().server.pid); engine.close()"
    )
    places = [str(folders.data), str(folders.cache), str(folders.runtime)]
    ran = subprocess.run([sys.executable, "-c", code, *places], capture_output=True, text=True, check=True)
    assert int(ran.stdout) == reading_engine.status().server.pid


def test_a_server_that_is_kept_stays_without_a_client_until_it_is_stopped(
    mortal_engine, another_engine, tries, tmp_path
):
    """And is found by every engine of this user, though its rules are others by now; the next one is not kept."""
    with tries.one("engine-once"):
        one = another_engine(keep_warm=0)
        one.warm_up()
        one.keep_for(600)
        before = one.status().server
        (room,) = [room for room in rooms(mortal_engine.folders) if room.kept()]
        one.close()
        assert pause(Leases(room, 0, room.read().token)) == LOOK_SECONDS
        (rules := tmp_path / "rules.xml").write_text(GOOD, "utf-8")
        others = another_engine(keep_warm=0, rules_file=str(rules))
        assert others.rules_problem == ""
        assert others.status().server.pid == before.pid
        room.keep_for(room.read().token, 600)
        assert others.stop()
        assert not room.kept()
        assert others.status().server is None
        with suppress(psutil.NoSuchProcess):  # it may be gone by now, or go while it is looked for
            psutil.Process(before.pid).wait(timeout=90)


def test_an_ordinary_text_passes_those_of_many_files_which_are_all_answered(reading_engine):
    """Eight slow ones are there before it: were it the ninth for four lanes, five would be answered before it."""
    reading_engine.ask("She were late.", "en-US")
    peer, many = reading_engine._shared().peer(), 8
    sent = Barrier(many + 1, timeout=120)

    def answer(line, text, meanwhile=None):
        return line.ask("/v2/check", {"text": text, "language": "en-US"}, Deadline.after(120), meanwhile=meanwhile)

    with ExitStack() as closed, ThreadPoolExecutor(many) as threads:
        lines = [
            closed.enter_context(closing(Connection(peer, OWN, one_of_many=nth < many))) for nth in range(many + 1)
        ]
        *bulk, ordinary = lines
        ordinary.connect(Deadline.after(120))
        slow = [threads.submit(answer, line, slow_text(nth), sent.wait) for nth, line in enumerate(bulk)]
        sent.wait()
        status, content = answer(ordinary, "The officer has recieved word.")
        assert sum(one.done() for one in slow) < many - 3
        assert (status, b"received" in content) == (200, True)
        assert is_well(peer, 60)
        assert {one.result()[0] for one in slow} == {200}


def test_questions_sent_by_halves_and_many_texts_keep_nobody_waiting(reading_engine):
    """Lines that any process may open would hold all turns or all threads until Java closes them."""
    reading_engine.ask("She were late.", "en-US")
    peer, many = reading_engine._shared().peer(), 24
    head = b"POST /v2/check HTTP/1.1\r\nHost: x\r\nCopydesk-One-Of-Many: 1\r\nContent-Length: 900\r\n\r\ntext=The"
    form = {"text": "The officer has recieved word.", "language": "en-US"}

    def asked_while_none_is_closed():
        with ExitStack() as lines:
            halves = [lines.enter_context(socket.create_connection(("127.0.0.1", peer.port))) for _ in range(2 * many)]
            for one, line in enumerate(halves):
                line.sendall(head if one < many else head[:40])
            for one_of_many in (True, False):
                line = lines.enter_context(closing(Connection(peer, OWN, one_of_many=one_of_many)))
                status, content = line.ask("/v2/check", form, Deadline.after(60))
                assert (status, b"received" in content) == (200, True)
            assert is_well(peer, 60)
            return not select.select(halves, [], [], 0)[0]

    assert any(asked_while_none_is_closed() for _ in range(3))  # on a machine that gets no processor they are closed


def test_no_java_is_left_when_the_last_client_is_killed(engine_data, tmp_path):
    code = (
        "import os, signal, sys; from pathlib import Path; from desk.checks.grammar.engine.folders import Folders;"
        "from desk.checks.grammar.engine.engine import GrammarEngine;"
        "engine = GrammarEngine(Folders(*map(Path, sys.argv[1:])), keep_warm=0);"
        "engine._shared().peer(); print(engine.status().server.pid, flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    places = [str(engine_data), str(engine_data / "test-cache"), str(tmp_path / "run")]
    ran = subprocess.run([sys.executable, "-c", code, *places], capture_output=True, text=True, check=False)
    java = psutil.Process(int(ran.stdout)) if psutil.pid_exists(int(ran.stdout)) else None
    assert java is None or java.wait(timeout=90) is None or not java.is_running()


TAKEN = """
import socket, sys
from desk.checks.grammar.engine import daemon
from desk.checks.grammar.engine.daemon import Daemon, StartOrder, Waker

taken = socket.create_server(("127.0.0.1", 0))
free, asked = daemon.free_port, []

def first_a_taken_one():
    asked.append(taken.getsockname()[1] if not asked else free())
    return asked[-1]

daemon.free_port = first_a_taken_one
order = StartOrder.from_argument(sys.argv[1])
order.room().open()
mine = Daemon(order, Waker())
mine.start()
print(len(asked), mine.run_file.port == asked[-1], mine.run_file.ready)
mine.stop(polite=False)
"""


def test_a_port_that_was_taken_meanwhile_is_left_for_another(trained, tmp_path):
    """And the start-up cache, which has no part in it, is still there afterwards."""
    desk = desk_rules(trained.rules_file).text
    prepared = prepare(trained.folders, read_lock(), find_java(), desk)
    cache = StartCache(str(tmp_path / "start.aot"))
    shutil.copyfile(prepared.aot_cache, cache.new)
    cache.take()
    order = StartOrder(str(tmp_path / "run"), prepared.key, tuple(prepared.command(trained.variant)), cache.path, 0)
    command = [sys.executable, "-c", TAKEN, order.as_argument()]
    said = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=240)
    assert (said.stdout, said.stderr) == ("2 True True\n", "")
    assert cache.is_whole()


def test_readings_survive_the_store(reading_engine):
    check = GrammarCheck(reading_engine)
    (block,) = Manuscript.of("She were late.").blocks
    reading = check.read(block, Brief())
    assert reading
    assert from_json(to_json(reading)) == reading


def test_an_engine_that_is_not_installed_says_how_to_install_it(tmp_path):
    engine = GrammarEngine(Folders(tmp_path, tmp_path, tmp_path))
    with pytest.raises(Unavailable, match="copydesk engine install"):
        engine.ask("Words.", "en-US")
    assert not engine.status().usable


def test_a_java_that_is_not_there_is_told(engine_data, tmp_path):
    engine = GrammarEngine(Folders(engine_data, tmp_path, tmp_path), java=str(tmp_path / "no-java"))
    with pytest.raises(Unavailable, match="Java"):
        engine.ask("Words.", "en-US")
    assert "Java" in engine.status().java_problem


def test_a_desks_own_server_is_used_and_never_launched(reading_engine, tmp_path):
    found(reading_engine, STORY)
    port = reading_engine.status().server.port
    theirs = GrammarEngine(Folders(tmp_path / "x", tmp_path / "x", tmp_path / "x"), url=f"http://127.0.0.1:{port}")
    assert "recieved" in found(theirs, STORY)
    theirs.close()
    assert not (tmp_path / "x").exists() or not any((tmp_path / "x").iterdir())
