"""What carrying one story costs: `python tests/bench/bench_packs.py`. Seconds of process time, the best of five.

The story has 30 versions of 800 words, each with another paragraph, and a comment on each tenth.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_review import paragraph

WANTED = {"size": 200_000, "pack": 0.3, "import": 0.5}
"""Bytes, and seconds."""
RUNS = 5


def took(job: Callable[[], Any]) -> tuple[float, Any]:
    """Return how long a job took in seconds of process time, and what it came to."""
    began = time.process_time()
    came = job()
    return time.process_time() - began, came


def main() -> None:
    """Print size, packing, looking and taking in of one story."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COPYDESK_HOME"] = home
        from desk.session import Session
        from desk.story import Draft

        folder, chance = Path(home), random.Random(1)
        desk = Session(folder / "s.toml", str(folder / "a.db")).open_store()
        parts = [paragraph(chance, 40) for _ in range(20)]
        story = desk.stories.open_text("\n\n".join(parts), "flood").id
        for _ in range(29):
            parts[chance.randrange(20)] = paragraph(chance, 40)
            desk.saving.save(story, Draft("\n\n".join(parts)), None)
        file = folder / "flood.copydesk"
        packing = min(took(lambda: desk.packs.pack([story], file))[0] for _ in range(RUNS))
        print(f"size    {file.stat().st_size:9,} bytes (wanted at most {WANTED['size']:,})")
        print(f"pack    {packing:9.3f} s (wanted at most {WANTED['pack']})")
        looks, takes = [], []
        for nth in range(RUNS):
            other = Session(folder / f"{nth}.toml", str(folder / f"{nth}.db")).open_store()
            seconds, preview = took(lambda other=other: other.packs.look(file))  # type: ignore[misc]
            looks.append(seconds)
            takes.append(took(lambda other=other, preview=preview: other.packs.take_in(preview, accept=True))[0])  # type: ignore[misc]
            other.close()
        print(f"look    {min(looks):9.3f} s")
        print(f"import  {min(takes):9.3f} s (wanted at most {WANTED['import']})")
        desk.close()


if __name__ == "__main__":
    main()
