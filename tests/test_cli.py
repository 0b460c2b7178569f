"""What a person at the command line meets: findings, exit codes, help, and never a traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from catalog.cli import main
from tests.photos import paint_case

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in (GOLDEN / "check").iterdir())
COMMANDS = ["check", "schema", "build", "serve"]
SOURCE_ROOT = Path(__file__).parents[1] / "scripts"


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Path]:
    """Give a function that sets up a golden case with the vocabulary all cases share, and returns its folder."""

    def set_up(case: str) -> Path:
        shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
        shutil.copytree(GOLDEN / "check" / case / "products", tmp_path / "products", dirs_exist_ok=True)
        paint_case(GOLDEN / "check" / case, tmp_path)
        return tmp_path

    return set_up


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `catalog` as a process of its own."""
    command = [sys.executable, "-c", "from catalog.cli import main; main()", *arguments]
    variables = os.environ | {"PYTHONPATH": str(SOURCE_ROOT)} | environment
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize("case", CASES)
def test_check_prints(
    case: str,
    project: Callable[[str], Path],
    same_as: Callable[[str, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each case is a small project and the exact text `catalog check` prints."""
    monkeypatch.chdir(project(case))

    result = CliRunner().invoke(main, ["check", "--as-of", "2026-11-23"])

    same_as(result.output, GOLDEN / "check" / case / "expected.txt")
    assert result.exit_code == (1 if "]: " in result.output and ": lỗi[" in result.output else 0)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    """Each command says what it does, in Vietnamese and English."""
    result = CliRunner().invoke(main, [command, "--help"])

    assert result.exit_code == 0
    assert result.output.count("\n") > 8
    assert "--root" in result.output


@pytest.mark.parametrize("command", ["add", "clean"])
def test_photo_commands_have_help(command: str) -> None:
    """`catalog photo` lists its commands, and each says what it does."""
    listed = CliRunner().invoke(main, ["photo", "--help"])
    result = CliRunner().invoke(main, ["photo", command, "--help"])

    assert f"  {command} " in listed.output
    assert result.exit_code == 0
    assert "--root" in result.output


def test_help_lists_every_command() -> None:
    """`catalog --help` names every command, each with a sentence."""
    result = CliRunner().invoke(main, ["--help"])

    assert all(f"  {command} " in result.output for command in COMMANDS)
    assert "Danh mục" in result.output
    assert "The catalog" in result.output


def test_version() -> None:
    """`catalog --version` prints the version and does nothing else."""
    result = CliRunner().invoke(main, ["--version"])

    assert result.exit_code == 0
    assert result.output.startswith("catalog ")


@pytest.mark.parametrize(
    ("case", "arguments", "code"),
    [
        ("all_well", [], 0),
        ("province_did_not_merge", [], 0),  # a warning
        ("unknown_craft_near", [], 1),
        ("all_well", ["--as-of", "hôm nay"], 2),
        ("all_well", ["--format", "xml"], 2),
        ("all_well", ["--root", "no-such-folder"], 2),
        ("all_well", ["products/ha-noi/no-such-village"], 2),
        ("all_well", [".."], 2),
    ],
)
def test_exit_codes(
    case: str,
    arguments: list[str],
    code: int,
    project: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """0: no errors; 1: errors in the records; 2: the command was not understood."""
    monkeypatch.chdir(project(case))

    assert CliRunner().invoke(main, ["check", "--as-of", "2026-11-23", *arguments]).exit_code == code


@pytest.mark.parametrize(
    ("path", "files"),
    [
        (".", ["htx-huong/maker.yml", "quang-phu-cau/huong-tram.yml", "quang-phu-cau/village.yml"]),
        ("products", ["htx-huong/maker.yml", "quang-phu-cau/huong-tram.yml", "quang-phu-cau/village.yml"]),
        ("products/ha-noi/quang-phu-cau/", ["quang-phu-cau/huong-tram.yml", "quang-phu-cau/village.yml"]),
        ("products/ha-noi/htx-huong/maker.yml", ["htx-huong/maker.yml"]),
        ("products/ha-noi/quang-phu", None),  # not the beginning of a name
    ],
)
def test_paths_limit_what_is_shown(
    path: str, files: list[str] | None, project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder limits the findings to itself, while its references are still judged by all records."""
    monkeypatch.chdir(project("many_files"))

    result = CliRunner().invoke(main, ["check", "--as-of", "2026-11-23", "--format", "json", path])

    if files is None:
        assert result.exit_code == 2
    else:
        found = {finding["file"].removeprefix("products/ha-noi/") for finding in json.loads(result.stdout)}
        assert sorted(found) == files


def test_root_may_be_elsewhere(project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The project is found from any of its folders, or named with `--root`; paths stay as one types them."""
    folder = project("unknown_craft_near")
    monkeypatch.chdir(folder / "products" / "ha-noi" / "quang-phu-cau")
    near = CliRunner().invoke(main, ["check", "--as-of", "2026-11-23", "village.yml"])
    monkeypatch.chdir(folder.parent)
    far = CliRunner().invoke(main, ["check", "--as-of", "2026-11-23", "--root", str(folder)])

    assert near.output == far.output
    assert "products/ha-noi/quang-phu-cau/village.yml:5:5: lỗi[unknown-word]" in far.output


def test_json_is_one_array(project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A program gets one JSON array and nothing else on the standard output."""
    monkeypatch.chdir(project("unknown_craft_near"))

    result = CliRunner().invoke(main, ["check", "--as-of", "2026-11-23", "--format", "json"])

    (finding,) = json.loads(result.stdout)
    assert (finding["code"], finding["line"], finding["column"]) == ("unknown-word", 5, 5)
    assert finding["severity"] == "error"
    assert "huong" in finding["fix_vi"]
    assert "1 bản ghi" in result.stderr


def test_github_cannot_be_fooled(project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A record full of workflow commands yields one escaped annotation for each finding and no command of its own."""
    folder = project("all_well")
    home = folder / "products" / "ha-noi" / "quang-phu-cau"
    (home / "a,line=1::x%0A.yml").write_bytes((home / "huong-tram.yml").read_bytes())
    text = (home / "village.yml").read_text(encoding="utf-8")
    evil = 'url: "::error file=x::%0A::add-mask::a\\n::stop-commands::b"'
    (home / "village.yml").write_text(
        text.replace("url: https://cand.com.vn/doi-song/lang-huong", evil), encoding="utf-8"
    )
    monkeypatch.chdir(folder)

    result = CliRunner().invoke(main, ["check", "--as-of", "2026-11-23", "--format", "github"])

    *commands, count = result.stdout.splitlines()
    assert len(commands) == 2
    assert commands[0].startswith(
        "::error file=products/ha-noi/quang-phu-cau/a%2Cline=1%3A%3Ax%250A.yml,line=1,col=1,title=id-not-slug::"
    )
    assert commands[1].startswith(
        "::error file=products/ha-noi/quang-phu-cau/village.yml,line=16,col=10,title=address-form::"
    )
    assert "%0A" not in commands[1].replace("%250A", "")
    assert count.startswith("Đã xem")


def test_output_is_utf_8_in_any_locale(project: Callable[[str], Path]) -> None:
    """Vietnamese comes out right where the locale knows only ASCII; a pipe gets no colours."""
    folder = project("unknown_craft_near")

    result = run(folder, "check", "--as-of", "2026-11-23", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert "Danh mục từ chưa có nghề “huongg”." in result.stdout.decode("utf-8")
    assert b"\x1b" not in result.stdout + result.stderr
    assert result.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_closed_pipe_is_quiet(project: Callable[[str], Path]) -> None:
    """`catalog check | head -1` prints one line and no complaint."""
    folder = project("many_files")
    command = f'"{sys.executable}" -c "from catalog.cli import main; main()" check --as-of 2026-11-23 | head -c 1'
    variables = os.environ | {"PYTHONPATH": str(SOURCE_ROOT)}

    result = subprocess.run(  # noqa: S602 - the pipe is what is tested
        command, shell=True, cwd=folder, env=variables, capture_output=True, check=False, timeout=60
    )

    assert result.stderr == b""


def test_a_failing_disk_is_one_line(project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's failures are said in one sentence each, without a traceback."""
    folder = project("all_well")
    (folder / "products" / "schemas").write_text("a file where a folder should be", encoding="utf-8")
    monkeypatch.chdir(folder)

    result = CliRunner().invoke(main, ["schema"])

    assert result.exit_code == 3
    assert "schemas" in result.stderr
    assert result.stderr.count("\n") == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("debug", [False, True])
def test_a_bug_of_ours_is_owned(debug: bool, project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What we did not foresee is called our bug, with where to report it; `--debug` shows the traceback."""
    folder = project("all_well")
    monkeypatch.setattr("catalog.cli.read_and_check", lambda *_, **__: 1 / 0)
    monkeypatch.chdir(folder)

    result = CliRunner().invoke(main, [*(["--debug"] if debug else []), "check", "--as-of", "2026-11-23"])

    assert result.exit_code == 1
    assert "This is a bug of ours" in result.stderr
    assert ("Traceback" in result.stderr) is debug


def test_schema_writes_every_schema(project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """`catalog schema` writes one file for each kind of record and vocabulary and removes what is no longer one."""
    folder = project("all_well")
    schemas = folder / "products" / "schemas"
    schemas.mkdir()
    (schemas / "artist.schema.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(folder)

    result = CliRunner().invoke(main, ["schema"])

    assert result.exit_code == 0
    names = {path.name for path in schemas.iterdir()}
    assert {"village.schema.json", "maker.schema.json", "product.schema.json", "crafts.schema.json"} <= names
    assert "artist.schema.json" not in names


def test_build_stops_at_an_error(project: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A record with an error stops the build before anything is written."""
    folder = project("unknown_craft_near")
    monkeypatch.chdir(folder)

    result = CliRunner().invoke(main, ["build", "--as-of", "2026-11-23", "--site-dir", "site"])

    assert result.exit_code == 1
    assert "unknown-word" in result.output
    assert not (folder / "site").exists()
