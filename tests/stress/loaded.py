"""Processes that are killed begin with everything loaded: a fifth of what one costs that begins with Python."""

import os
from multiprocessing import get_context

FROM_LOADED = get_context("forkserver" if hasattr(os, "fork") else "spawn")
"""Makes processes of the one that has loaded the store; there is one such in each process of the tests."""
FROM_LOADED.set_forkserver_preload(["tests.stress.store_writer", "tests.desk.store.database.dying"])
