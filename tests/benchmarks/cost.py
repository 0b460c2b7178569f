"""What a command costs: seconds on the wall, seconds of CPU, memory; measured by the kernel, from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.synthetic import PROJECT


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, its own child processes included."""

    wall: float
    """Seconds."""
    user: float
    """Seconds of CPU in the program."""
    system: float
    """Seconds of CPU in the kernel; a slow disk shows here."""
    memory: int
    """Greatest resident size of any one process, in bytes."""

    @property
    def cpu(self) -> float:
        """Seconds of CPU, user and system together."""
        return self.user + self.system


def cost_of(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder, silently, and return what it took.

    Raises:
        RuntimeError: The command failed; the message ends with what it printed last.

    """
    output = folder / ".output"
    # One build day and one hash seed, so that two runs do the same work.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1764547200", "PYTHONHASHSEED": "0"}
    environment["PYTHONPATH"] = os.pathsep.join([str(PROJECT), str(PROJECT / "scripts")])
    with output.open("wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=sink, stderr=subprocess.STDOUT, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)  # wait4 took the status that Popen would ask for
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]}: exit {process.returncode}\n{output.read_text(errors='replace')[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in kibibytes elsewhere
    return Cost(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * unit)


def program(name: str) -> str:
    """Return the path of a program of the environment that runs this."""
    return str(Path(sys.executable).with_name(name))
