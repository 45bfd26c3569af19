"""What processes used is counted, theirs and their children's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.processes import used, used_below

BURN = "import time\nwhile time.process_time() < 0.2: pass\nprint(1, flush=True)\ntime.sleep(5)"


def test_a_child_of_a_child_is_counted_and_other_names_are_not() -> None:
    # it inherits stdout
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}])"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as outer:
        assert outer.stdout is not None
        outer.stdout.readline()
        name = Path(f"/proc/{outer.pid}/comm").read_text().strip()
        spent = used_below(os.getpid(), name)
        assert used(outer.pid) < spent  # the inner one's is in it
        assert spent >= 0.19  # a tick is 10 ms
        assert used_below(os.getpid(), "nothing is called so") == 0
        outer.kill()
