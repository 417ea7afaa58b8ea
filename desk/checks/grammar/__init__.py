"""Grammar and spelling by LanguageTool: install, launch, ask, and leave the noise out.

Start reading with `check_grammar.py` (what the check says), `service.py` (the engine as one value) and `server.py`
with `keeper.py` (the Java process, shared by all windows of a user). Nothing heavy is imported here: the keeper passes.
"""

from desk.checks.grammar.check_grammar import GrammarCheck
from desk.checks.grammar.reading import from_json, to_json

__all__ = ["GrammarCheck", "from_json", "to_json"]
