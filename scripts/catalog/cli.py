"""The command line, and the only door to typer and rich: `catalog check`, `catalog build`, `catalog photo add` …

Commands read, ask the pipeline and print. What people read goes to the standard output in UTF-8 whatever the locale;
progress goes to the standard error, and only where a person watches. Exit codes: 0 fine (warnings too), 1 the records
or the pages have errors, 2 the command was not understood, 3 the machine failed (disk full, no permission …), 4 another
build of the same site is running, 130 stopped by Ctrl-C, 143 stopped by the system.
"""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from catalog import __version__
from catalog.as_of import NoDate, build_date
from catalog.crew import processors
from catalog.diagnostics import Diagnostic, format_github, format_json, format_text, has_errors, visible
from catalog.judged import CACHE_FOLDER, Judged, SiteNotBuilt, read_and_check
from catalog.model import Licence, Record
from catalog.model.schema import json_schemas
from catalog.publish import MACHINE_FAILED, NotPublished, explain
from catalog.repository import PHOTOS_FOLDER, RECORDS_FOLDER, Entry, Repository, read_repository
from catalog.text import nearest

if TYPE_CHECKING:
    from rich.progress import Progress
    from rich.text import Text as RichText
# rich takes a while to load, and is asked for only where a person watches


class Layout(StrEnum):
    """How findings are laid out."""

    text = "text"
    json = "json"
    github = "github"


class Ended(SystemExit):
    """The system wishes this process to end; holds the exit code."""

    code: int


class CatalogCommands(TyperGroup):
    """Lets no traceback reach a contributor: what goes wrong is said in one line, in both languages."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command and translate what it could not handle."""
        _write_utf8()
        _end_in_order()
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader has seen enough, as `| head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(1) from None
        except (KeyboardInterrupt, Ended) as error:
            _stop("Đã dừng. / Stopped.", code=error.code if isinstance(error, Ended) else 128 + signal.SIGINT)
        except SiteNotBuilt as error:
            _stop(str(error))
        except NotPublished as error:
            _stop(str(error), code=error.code)
        except NoDate as error:
            _stop(str(error), code=2)
        except OSError as error:
            _stop(explain(error), code=MACHINE_FAILED)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception as error:
            if _is_of_typer(error):
                raise
            if ctx.params.get("debug"):
                traceback.print_exc()
            _stop(
                "Chương trình gặp lỗi của chính nó, không phải lỗi của bản ghi: "
                f"{type(error).__name__}: {visible(str(error))[:300]}\n"
                "Nhờ bạn báo cho chúng tôi (cách báo: CONTRIBUTING.md), kèm những gì in ra khi chạy lại với "
                "“catalog --debug …”.\n"
                "This is a bug of ours, not a mistake in the records. Please report it (see CONTRIBUTING.md), "
                "with what “catalog --debug …” prints."
            )


main = typer.Typer(
    name="catalog",
    cls=CatalogCommands,
    help="Danh mục sản phẩm CNNT và làng nghề: kiểm tra bản ghi, dựng trang web.\n\n"
    "The catalog of rural industrial products and craft villages: checks the records, builds the site.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="DIR", help="Thư mục của dự án (có products/). / Folder of the project."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Tính theo ngày này, NĂM-THÁNG-NGÀY. / Judge by this day, YEAR-MONTH-DAY."
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"catalog {__version__}")
        raise typer.Exit


@main.callback()
def catalog(
    debug: Annotated[
        bool, typer.Option("--debug", help="In đủ chi tiết khi gặp lỗi. / Print all details of a failure.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="In phiên bản. / Print the version."),
    ] = False,
) -> None:
    """Danh mục / The catalog."""
    del debug, version  # `CatalogCommands` looks at the one, the callback has printed the other


@main.command()
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Chỉ xem lỗi của những chỗ này. / Show findings of these places only."
        ),
    ] = None,
    layout: Annotated[Layout, typer.Option("--format", help="Cách trình bày. / Layout.")] = Layout.text,
    as_of: AsOf = None,
    root: Root = None,
) -> None:
    """Kiểm tra mọi bản ghi, không sửa gì.

    Check every record, change nothing.
    """
    project = _project(root)
    judged = _judged(project, as_of)
    shown = _places(project, paths or [], judged.repository)
    findings = [finding for finding in judged.findings if _is_at(finding.at.file, shown)]
    _print_findings(findings, layout)
    records = sum(_is_at(file, shown) for file in judged.repository.record_files)
    _print_count(records, findings, to_stderr=layout is Layout.json)
    if has_errors(findings):
        raise typer.Exit(1)


@main.command()
def schema(root: Root = None) -> None:
    """Viết lại lược đồ JSON cho trình soạn thảo, từ mô hình dữ liệu.

    Write the JSON Schemas for editors again, from the model.
    """
    folder = _project(root) / RECORDS_FOLDER / "schemas"
    folder.mkdir(exist_ok=True)
    schemas = json_schemas()
    for old in sorted(folder.glob("*.schema.json")):
        if old.name not in schemas:
            old.unlink()
    for name, text in schemas.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"Đã viết {len(schemas)} lược đồ vào {visible(str(folder))}. / Wrote {len(schemas)} schemas.")


@main.command()
def build(
    as_of: AsOf = None,
    site_dir: Annotated[
        Path | None, typer.Option("--site-dir", metavar="DIR", help="Ghi trang web vào đây. / Write the site here.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Dừng cả khi trang viết tay có nhắc. / Stop at warnings of MkDocs too.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", min=1, help="Số việc làm cùng lúc. / How many processes work at once."),
    ] = None,
    root: Root = None,
) -> None:
    """Kiểm tra bản ghi rồi dựng trang web.

    Check the records, then build the site.
    """
    project = _project(root)
    judged = _judged(project, as_of, jobs)
    if judged.has_errors:
        _print_findings(judged.findings, Layout.text)
        _print_count(len(judged.repository.record_files), judged.findings)
        raise typer.Exit(1)
    from catalog.build import build_site  # what builds a site takes a while to load, and `check` does without

    with _progress("Đang dựng trang / Building pages") as advance:
        built = build_site(project, judged=judged, site_dir=site_dir, strict=strict, jobs=jobs, progress=advance)
    _print_findings(built.findings, Layout.text)
    if built.cache_trouble is not None:
        reason = built.cache_trouble.strerror
        print(
            f"Không cất được gì vào {CACHE_FOLDER}/ ({reason}); trang vẫn đủ, chỉ lần sau dựng lâu hơn.\n"
            f"Nothing could be kept in {CACHE_FOLDER}/ ({reason}); the site is complete, only slower next time.",
            file=sys.stderr,
        )
    for warning in built.warnings:
        print(visible(warning), file=sys.stderr)
    print(f"Đã dựng {built.pages} trang ở {visible(str(built.folder))}. / Built {built.pages} pages.")


@main.command()
def serve(
    address: Annotated[
        str, typer.Option("--address", metavar="HOST:PORT", help="Địa chỉ trên máy này. / Address on this machine.")
    ] = "127.0.0.1:8000",
    root: Root = None,
) -> None:
    """Xem thử trang web trên máy này; sửa tệp nào, trang đổi theo.

    Show the site on this machine; it follows every change.
    """
    config = str(_project(root) / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", config, "--dev-addr", address]
    if os.name == "posix":  # one process: who stops it, stops everything
        os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell
    raise typer.Exit(subprocess.call(command))  # noqa: S603 - the same


photo = typer.Typer(
    help="Ảnh: thêm vào bản ghi, xóa những gì điện thoại ghi kèm.\n\n"
    "Pictures: add them, strip what phones write along.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
main.add_typer(photo, name="photo")


@photo.command()
def add(
    record: Annotated[
        str,
        typer.Argument(metavar="RECORD", help="Mã, thư mục hoặc tệp của bản ghi. / Id, folder or file of the record."),
    ],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Các tệp ảnh. / Picture files.")],
    alt: Annotated[
        list[str] | None,
        typer.Option("--alt", help="Tả ảnh, mỗi ảnh một lần. / What each picture shows, in Vietnamese."),
    ] = None,
    alt_en: Annotated[
        list[str] | None, typer.Option("--alt-en", help="Tả bằng tiếng Anh. / The same in English.")
    ] = None,
    caption: Annotated[
        list[str] | None, typer.Option("--caption", help="Chú thích, mỗi ảnh một lần. / Caption of each picture.")
    ] = None,
    credit: Annotated[str | None, typer.Option("--credit", help="Người chụp. / Who took it.")] = None,
    licence: Annotated[
        str | None, typer.Option("--licence", help="Mã giấy phép, xem products/vocabulary/licences.yml. / Licence id.")
    ] = None,
    people: Annotated[
        bool | None,
        typer.Option("--people/--no-people", help="Có nhận ra được ai không? / Are there recognisable people?"),
    ] = None,
    consent: Annotated[
        str | None, typer.Option("--consent", metavar="DATE", help="Ngày họ đồng ý. / The day they agreed.")
    ] = None,
    root: Root = None,
) -> None:
    """Thêm ảnh vào một bản ghi: xóa nơi chụp, xoay thẳng, thu nhỏ, đặt tên, rồi ghi vào mục photos.

    Add pictures to a record: strips them, turns them upright, makes them smaller, names them, writes them in.
    """
    from catalog.intake import NotTakenIn, Submission, take_in  # Pillow takes a while to load

    project = _project(root)
    repository = read_repository(project)
    entry = _record(project, record, repository)
    for option, given in (("--alt", alt), ("--alt-en", alt_en), ("--caption", caption)):
        if given and len(given) != len(files):
            _stop(
                f"Có {len(files)} ảnh nhưng {len(given)} lần {option}: mỗi ảnh cần một lần.\n"
                f"There are {len(files)} pictures but {option} was given {len(given)} times: once for each, please.",
                code=2,
            )
    words = [word.value for word in repository.vocabulary.get("licences", ())]
    licences = {word.id: word for word in words if isinstance(word, Licence)}
    submissions: list[Submission] = []
    for number, file in enumerate(files):
        if not file.exists():
            _stop(f"Không thấy ảnh {visible(str(file))}.\nThere is no picture {visible(str(file))}.", code=2)
        if len(files) > 1 and sys.stdin.isatty():
            print(f"— {visible(file.name)} ({number + 1}/{len(files)})")
        last = submissions[-1] if submissions else None
        submissions.append(
            Submission(
                file=file,
                alt=alt[number] if alt else _ask("Ảnh chụp gì? Tả cho người không nhìn thấy", "--alt"),
                alt_en=alt_en[number] if alt_en else _ask_maybe("Tả bằng tiếng Anh (bỏ trống cũng được)"),
                caption=caption[number] if caption else "",
                credit=credit or _ask("Ai chụp?", "--credit", last.credit if last else _credit_before(entry)),
                licence=_known_licence(licence or _ask_licence(licences, last.licence if last else None), licences),
                people=(with_people := people if people is not None else _ask_people()),
                consent=(consent or _ask("Họ đồng ý ngày nào? (năm-tháng-ngày)", "--consent")) if with_people else "",
            )
        )
    try:
        added = take_in(project, entry, submissions)
    except NotTakenIn as error:
        _print_findings(error.findings, Layout.text)
        _stop("Chưa có gì thay đổi. / Nothing was changed.")
    for name in added:
        print(f"Đã thêm {visible(name)}. / Added {visible(name)}.")
    _print_doctor(project, {entry.file, *added})


@photo.command()
def clean(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Ảnh trong photos/. / Pictures in photos/.")],
    root: Root = None,
) -> None:
    """Xóa nơi chụp và những gì khác ghi kèm trong ảnh đã có trong danh mục.

    Strip the place and whatever else is written inside pictures that are in the catalog.
    """
    from catalog.intake import NotTakenIn
    from catalog.intake import clean as strip_in_place

    project = _project(root)
    failed = False
    for file in files:
        name = _name_in(project, file)
        if f"/{PHOTOS_FOLDER}/" not in name or not name.startswith(f"{RECORDS_FOLDER}/"):
            _stop(
                f"{visible(str(file))} không nằm trong thư mục photos/ nào của {RECORDS_FOLDER}/.\n"
                f"{visible(str(file))} is not in a folder photos/ of {RECORDS_FOLDER}/.",
                code=2,
            )
        try:
            if strip_in_place(project, name):
                print(f"Đã xóa thông tin kèm theo trong {visible(name)}. / Cleaned {visible(name)}.")
            else:
                print(f"{visible(name)} vốn đã sạch. / {visible(name)} was clean already.")
        except NotTakenIn as error:
            _print_findings(error.findings, Layout.text)
            failed = True
    if failed:
        raise typer.Exit(1)


# --- asking about a photo ---


def _record(project: Path, said: str, repository: Repository) -> Entry[Record]:
    """Return the record that a person means by an id, a folder or a file."""
    entries: list[Entry[Record]] = [*repository.villages, *repository.makers, *repository.products]
    name = _name_in(project, Path(said))
    found = [entry for entry in entries if said == entry.id or name == entry.file]
    found = found or [entry for entry in (*repository.villages, *repository.makers) if name == entry.home]
    if len(found) == 1:
        return found[0]
    shown = visible(said)
    if name in repository.record_files or any(file.rpartition("/")[0] == name for file in repository.record_files):
        _print_findings([each for each in repository.findings if _is_at(each.at.file, (name,))], Layout.text)
        _stop(
            f"Bản ghi “{shown}” còn chỗ cần sửa trước, hoặc thư mục này có nhiều bản ghi: hãy nói rõ tệp nào.\n"
            f"The record “{shown}” needs mending first, or the folder has several: please name the file.",
            code=2,
        )
    near = nearest(said, [entry.id for entry in entries])
    return _stop(
        f"Không có bản ghi “{shown}”." + (f" Có phải: {near}?" if near else "") + "\n"
        f"There is no record “{shown}”." + (f" Did you mean: {near}?" if near else ""),
        code=2,
    )


def _name_in(project: Path, path: Path) -> str:
    """Name a file as findings do: relative to the project, with `/`."""
    return os.path.relpath(os.path.normpath(Path.cwd() / path), project).replace(os.sep, "/")


def _ask(question: str, option: str, suggestion: str | None = None) -> str:
    """Ask until there is an answer; where nobody can answer, say which option is missing."""
    if not sys.stdin.isatty():
        _stop(
            f"Thiếu {option}: không có ai ở bàn phím để hỏi.\n{option} is missing, and there is nobody to ask.", code=2
        )
    answer: str = typer.prompt(f"{question} / {_IN_ENGLISH[option]}", default=suggestion)
    return answer


_IN_ENGLISH = {
    "--alt": "What does it show? For those who cannot see it, in Vietnamese",
    "--credit": "Who took it?",
    "--licence": "Which licence?",
    "--consent": "When did they agree? (year-month-day)",
}


def _ask_maybe(question: str) -> str:
    if not sys.stdin.isatty():
        return ""
    answer: str = typer.prompt(f"{question} / In English (may stay empty)", default="", show_default=False)
    return answer


def _ask_people() -> bool:
    if not sys.stdin.isatty():
        _stop(
            "Thiếu --people hoặc --no-people: trong ảnh có nhận ra được ai không?\n"
            "--people or --no-people is missing: are there recognisable people in the picture?",
            code=2,
        )
    answer: str = typer.prompt("Có nhận ra được ai trong ảnh không? (c/k) / Recognisable people? (y/n)", default="k")
    return answer.strip().lower()[:1] in ("c", "y")


def _ask_licence(licences: Mapping[str, Licence], suggestion: str | None) -> str:
    """Ask for a licence by its number or id."""
    ids = list(licences)
    if sys.stdin.isatty():
        for number, word in enumerate(licences.values(), start=1):
            print(f"  {number}. {word.name.vi} / {word.name.en or word.id}")
    answer = _ask("Giấy phép nào?", "--licence", suggestion or (ids[0] if ids else None)).strip()
    return ids[int(answer) - 1] if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(ids) else answer


def _known_licence(said: str, licences: Mapping[str, Licence]) -> str:
    if said in licences or not licences:
        return said
    return _stop(
        f"Không có giấy phép “{visible(said)}”. Các mã có thể dùng: {', '.join(licences)}\n"
        f"There is no licence “{visible(said)}”. Ids that can be used: {', '.join(licences)}",
        code=2,
    )


def _credit_before(entry: Entry[Record]) -> str | None:
    """Suggest who took the record's last photo: it is often the same person."""
    return entry.value.photos[-1].credit if entry.value.photos else None


def _print_doctor(project: Path, files: set[str]) -> None:
    """Show what the photo doctor says of new photos, where the day of the catalog is known."""
    try:
        judged = _judged(project, None)
    except NoDate:
        return
    _print_findings([finding for finding in judged.findings if finding.at.file in files], Layout.text)


# --- reading ---


def _project(root: Path | None) -> Path:
    """Return the folder that holds `products/`: the given one, else this folder or the nearest one above it."""
    start = (root or Path.cwd()).absolute()
    candidates = (start,) if root else (start, *start.parents)
    found = next((folder for folder in candidates if (folder / RECORDS_FOLDER).is_dir()), None)
    if found is not None:
        return found
    shown = visible(str(start))
    return _stop(
        f"Không thấy thư mục {RECORDS_FOLDER}/ ở {shown}. Vào thư mục của dự án rồi chạy lại, hoặc thêm --root.\n"
        f"There is no folder {RECORDS_FOLDER}/ in {shown}. Go to the project's folder, or add --root.",
        code=2,
    )


def _judged(project: Path, as_of: str | None, jobs: int | None = None) -> Judged:
    with _status("Đang đọc và kiểm tra bản ghi … / Reading and checking the records …"):
        return read_and_check(
            project, lambda found: build_date(project, as_of, os.environ, found), jobs=jobs or processors()
        )


def _places(project: Path, paths: Sequence[Path], repository: Repository) -> tuple[str, ...]:
    """Return files and folders to show, as findings name them; none: everything."""
    places = []
    for path in paths:
        full = Path(os.path.normpath(Path.cwd() / path))
        name = os.path.relpath(full, project).replace(os.sep, "/")
        known = name == "." or name in repository.files or any(file.startswith(f"{name}/") for file in repository.files)
        if not known and not (full.exists() and f"{name}/".startswith(f"{RECORDS_FOLDER}/")):
            shown = visible(str(path))
            _stop(
                f"Không có “{shown}” trong {RECORDS_FOLDER}/.\nThere is no “{shown}” in {RECORDS_FOLDER}/.",
                code=2,
            )
        places.append(name)
    return () if "." in places else tuple(places)


def _is_at(file: str, places: tuple[str, ...]) -> bool:
    return not places or any(file == place or file.startswith(f"{place}/") for place in places)


# --- printing ---

_KIND = re.compile(
    r"(?m)^(?P<place>.+?:\d+:\d+: )(?P<kind>lỗi|nhắc)(?=\[)|^  (?P<en>error|warning)(?=: )|^ +\| *(?P<caret>\^)$"
)
_COLOURS = {"lỗi": "bold red", "error": "red", "nhắc": "bold yellow", "warning": "yellow"}


def _print_findings(findings: Sequence[Diagnostic], layout: Layout) -> None:
    if layout is Layout.json:
        print(format_json(findings), end="")
    elif layout is Layout.github:
        print(format_github(findings), end="")
    elif sys.stdout.isatty():
        from rich.console import Console

        console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
        for finding in findings:
            console.print(_coloured(format_text([finding])), end="")
    else:
        print(format_text(findings), end="")


def _coloured(text: str) -> RichText:
    """Colour the words that tell an error from a warning, and the caret; nothing else."""
    from rich.text import Text as RichText

    shown = RichText(text)
    for match in _KIND.finditer(text):
        for group in ("kind", "en"):
            if match[group]:
                shown.stylize(_COLOURS[match[group]], match.start(group), match.end(group))
        if match["caret"]:
            shown.stylize("bold cyan", match.start("caret"), match.end("caret"))
    return shown


def _print_count(records: int, findings: Sequence[Diagnostic], *, to_stderr: bool = False) -> None:
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    print(
        f"Đã xem {records} bản ghi: {errors} lỗi, {warnings} nhắc. / "
        f"Checked {_many(records, 'record')}: {_many(errors, 'error')}, {_many(warnings, 'warning')}.",
        file=sys.stderr if to_stderr else sys.stdout,
    )


def _many(number: int, thing: str) -> str:
    """Say a number of things in English.

    >>> _many(1, "error"), _many(0, "error")
    ('1 error', '0 errors')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _stop(message: str, *, code: int = 1) -> NoReturn:
    print(message, file=sys.stderr)
    raise typer.Exit(code)


def _end_in_order() -> None:
    """Answer the system's wish to end this process like Ctrl-C: what is half done is cleared away first."""

    def end(number: int, _frame: object) -> NoReturn:
        raise Ended(128 + number)

    def end_again(lost: Any) -> None:
        """Ask once more where the wish came while Python was clearing up and was lost."""
        if issubclass(lost.exc_type, (KeyboardInterrupt, Ended)):
            number = lost.exc_value.code - 128 if isinstance(lost.exc_value, Ended) else signal.SIGINT
            threading.Timer(0.02, signal.raise_signal, (number,)).start()
        else:
            sys.__unraisablehook__(lost)

    if threading.current_thread() is threading.main_thread():  # no other may say so
        if sys.unraisablehook is sys.__unraisablehook__:  # a test runner has its own
            sys.unraisablehook = end_again
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), end)


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale says; a file name that is no text is written with backslashes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _is_of_typer(error: Exception) -> bool:
    """Tell whether typer will say this itself: a command line that was not understood."""
    return hasattr(error, "exit_code") and hasattr(error, "format_message")


# --- progress ---


@contextmanager
def _status(text: str) -> Iterator[None]:
    """Show that work goes on, where a person watches."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.progress import TextColumn

    with _shown(TextColumn("{task.description}")) as progress:
        progress.add_task(text)
        progress.refresh()
        yield


@contextmanager
def _progress(text: str) -> Iterator[Any]:
    """Give a function that takes the number of things done and of all, and shows both where a person watches."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn

    with _shown(SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()) as progress:
        task = progress.add_task(text, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total, refresh=True)


def _shown(*columns: Any) -> Progress:
    """Return a line that goes when the work is done; without a thread, whose copy in a worker may stand still."""
    from rich.console import Console
    from rich.progress import Progress

    return Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
