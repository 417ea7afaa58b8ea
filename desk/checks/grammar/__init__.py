"""Grammar and spelling by LanguageTool: install, launch, ask, and leave the noise out.

Start reading with `check_grammar.py` (what the check says), `engine/engine.py` (the engine as one value) and
`engine/server.py` with `engine/daemon.py` (the Java process, shared by all windows of a user). Nothing is imported
here: the daemon passes, and so does a check of other items.
"""
