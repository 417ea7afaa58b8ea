"""LibreOffice, asked to save documents, and to take all their tracked changes as accepted, or as rejected."""

import importlib.util
import os
import signal
import subprocess
from pathlib import Path

import pytest

from desk.readers.old_word import office

MOST_SECONDS = 120
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
SCRIPT = "http://openoffice.org/2000/script"
LIBRARY = "http://openoffice.org/2000/library"
MACRO = f"""<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="{SCRIPT}" script:name="Answers" script:language="StarBasic">
Sub All(folder As String, names As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  kind(0).Name = "FilterName" : kind(0).Value = "writer8"
  hand = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each name In Split(names, "|")
    For Each verb In Array("Accept", "Reject")
      text = StarDesktop.loadComponentFromURL(folder &amp; "/" &amp; name, "_blank", 0, hidden())
      hand.executeDispatch(text.CurrentController.Frame, ".uno:" &amp; verb &amp; "AllTrackedChanges", "", 0, Array())
      text.storeToURL(folder &amp; "/" &amp; verb &amp; "/" &amp; name, kind())
      text.close(True)
    Next
  Next
  StarDesktop.terminate()
End Sub
</script:module>"""
PROFILE = {
    "basic/Standard/Answers.xba": MACRO,
    "basic/Standard/script.xlb": f'<library:library xmlns:library="{LIBRARY}" library:name="Standard">'
    '<library:element library:name="Answers"/></library:library>',
    "basic/script.xlc": f'<library:libraries xmlns:library="{LIBRARY}">'
    '<library:library library:name="Standard" library:link="false"/></library:libraries>',
    # a profile that counts as new is filled with what comes with the program, over the macro
    "registrymodifications.xcu": '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">'
    "<value>true</value></prop></item></oor:items>",
}


def run_office(folder, *arguments):
    """Run LibreOffice to its end, with a profile in a folder; where it takes too long all of it is ended."""
    command = [office(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    with subprocess.Popen([*command, *arguments], **QUIET) as process:
        try:
            assert process.wait(MOST_SECONDS) == 0
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def makers():
    """By format, how its own tests make a file of it."""
    return {"docx": _of("docx").word_file, "odt": _of("odt").open_file}


def _of(format_):
    spec = importlib.util.spec_from_file_location(f"{format_}_files", Path(__file__).parent / format_ / "conftest.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def answers(tmp_path_factory):
    """A way to have all changes of documents accepted and rejected: OpenDocument texts as bytes, by verb and name.

    The documents are to hold no comments: a LibreOffice without its windows cannot show them, and falls over.
    """

    def asked(documents):
        folder = tmp_path_factory.mktemp("answers")
        files = {f"profile/user/{name}": said.encode() for name, said in PROFILE.items()} | documents
        for name, raw in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(raw)
        run_office(folder, f'macro:///Standard.Answers.All("{folder.as_uri()}", "{"|".join(documents)}")')
        return {
            (verb, name): (folder / verb / name).read_bytes() for verb in ("Accept", "Reject") for name in documents
        }

    return asked


@pytest.fixture(scope="session")
def converted_by_office(tmp_path_factory):
    """A way to have documents opened and saved as Word files, their revisions and comments with them."""

    def converted(documents):
        folder = tmp_path_factory.mktemp("office")
        for name, raw in documents.items():
            (folder / name).write_bytes(raw)
        files = [str(folder / name) for name in documents]
        run_office(folder, "--convert-to", "docx", "--outdir", str(folder / "out"), *files)
        return {name: (folder / "out" / name).with_suffix(".docx").read_bytes() for name in documents}

    return converted
