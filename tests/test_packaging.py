"""What is installed is what is named: `pyproject.toml` and the two lock files agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
RUNTIME, DEV = "requirements.lock", "requirements-dev.lock"


def locked(lock: str) -> dict[str, set[str]]:
    """Return the versions of each locked package; several where Python's version decides."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"(?m)^([\w.-]+)==([^\s;\\]+)", (PROJECT / lock).read_text(encoding="utf-8")):
        versions.setdefault(name, set()).add(version)
    return versions


def named(*requirements: str) -> set[str]:
    """Return the normalized names of requirements (PEP 503).

    >>> sorted(named("PyYAML>=6", "types_Markdown"))
    ['pyyaml', 'types-markdown']
    """
    names = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in names if name}


@pytest.mark.parametrize("lock", [RUNTIME, DEV])
def test_every_dependency_is_locked(lock: str) -> None:
    """A library that the code needs is in the lock file; `make lock` was not forgotten."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = named(*project["project"]["dependencies"], *project["build-system"]["requires"])
    if lock == DEV:
        wanted |= named(*project["project"]["optional-dependencies"]["dev"])
    assert sorted(wanted - set(locked(lock))) == []


def test_the_test_tools_only_add() -> None:
    """What runs under test is what runs for everybody: the second lock file changes no version of the first."""
    runtime, dev = locked(RUNTIME), locked(DEV)
    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("lock", [RUNTIME, DEV])
def test_every_file_is_known_by_its_hash(lock: str) -> None:
    """Each locked package has hashes, and nothing says where it must come from."""
    text = (PROJECT / lock).read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=[\w.-]+==)", text)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links", text) == []
