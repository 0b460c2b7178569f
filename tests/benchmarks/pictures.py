"""What pictures cost, beside sharp (libvips) and Hugo: `python -m tests.benchmarks.pictures [--json FILE]`.

The same photographs, widths and formats in the same run, each tool with its defaults:

- *catalog*: `catalog.images`, as a build uses it, into an empty cache; then once more with that cache.
- *sharp*: `sharp(file).autoOrient().resize(width).toFormat(format)`, one process for all.
- *Hugo*: `.Resize "WIDTHx FORMAT"` in a template, an empty site otherwise.

Cost is CPU of user and system with all child processes, and the greatest memory of all processes together. Quality is
SSIMULACRA2, as the mean of two scores, because each tool scales in its own way: against the photograph scaled
losslessly by Pillow in one step (Lanczos), and by libvips (Lanczos 3). *Bytes at equal quality*: our files are
also made at a second quality, and the logarithm of their size is read off at the score of the other tool's file.

Photographs: Debian's mate-backgrounds (lomiri-wallpapers of Debian 12 holds one drawing, no photograph). They and the
tools are fetched into `.cache/benchmarks/pictures/`; nothing is installed. Needs apt, dpkg, npm, node, pip.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import mean

from PIL import Image

from catalog.images.cache import Cache
from catalog.images.derive import derive, encoder_version
from catalog.images.gate import admit
from catalog.images.plan import ENCODINGS, WIDTHS, Picture, plan_picture
from catalog.images.work import derive_all
from catalog.images.workshop import Workshop
from catalog.publish import FolderWriter
from tests.benchmarks.peer_hugo import hugo

PROJECT = Path(__file__).resolve().parents[2]
TOOLS = PROJECT / ".cache" / "benchmarks" / "pictures"
PHOTOGRAPHS = (
    "abstract/Elephants_5640x3172.jpg",
    "nature/Garden.jpg",
    "nature/LadyBird.jpg",
    "nature/RainDrops.jpg",
    "nature/Storm.jpg",
    "nature/Wood.jpg",
)
"""Of mate-backgrounds 1.26: skin and fur, a flower, an insect, a wet leaf, clouds, wood."""
FORMATS = {"avif": "AVIF", "webp": "WebP", "jpeg": "JPEG"}
STEP = {"avif": -8, "webp": -8, "jpeg": 8}
"""From our quality to the second one: towards the scores of the other tools."""

SHARP = """\
const sharp = require('sharp'), path = require('path');
const [out, ...files] = process.argv.slice(2);
(async () => {
  for (const file of files) for (const width of WIDTHS) for (const format of ['avif', 'webp', 'jpeg'])
    await sharp(file).autoOrient().resize(width).toFormat(format)
      .toFile(path.join(out, path.basename(file, '.jpg') + '.' + width + '.' + format));
})();
"""
SHARP_REFERENCE = """\
const sharp = require('sharp'), path = require('path');
const [out, ...files] = process.argv.slice(2);
(async () => {
  for (const file of files) {
    const whole = await sharp(file).autoOrient().png({compressionLevel: 1}).toBuffer();  // no scaling while decoding
    for (const width of WIDTHS) await sharp(whole).resize(width).png({compressionLevel: 1})
      .toFile(path.join(out, path.basename(file, '.jpg') + '.' + width + '.png'));
  }
})();
"""
HUGO = """\
{{ range resources.Match "photos/*" }}{{ $photo := . }}{{ range slice WIDTHS }}{{ $width := . }}
{{ range slice "avif" "webp" "jpg" }}{{ with $photo.Resize (printf "%dx %s" $width .) }}
{{ path.BaseName $photo.Name }} {{ $width }} {{ .MediaType.SubType }} {{ .RelPermalink }}
{{ end }}{{ end }}{{ end }}{{ end }}
"""

Files = dict[tuple[str, int, str], Path]
"""Photograph, width and format → the file a tool made."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, its child processes included."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system."""
    memory: int
    """Greatest resident size of all its processes together, in bytes; pages they share count once each."""


def main() -> None:
    """Measure all and print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--json", type=Path, help="write the numbers here too")
    arguments.add_argument("--rounds", type=int, default=1, help="runs of each tool; the cheapest counts")
    arguments.add_argument("--ours", type=Path, nargs=2, metavar=("OUT", "CACHE"), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.ours:
        derive_here(*given.ours)
        return
    fetch()
    photos = TOOLS / "debian" / "usr" / "share" / "backgrounds" / "mate"
    with tempfile.TemporaryDirectory(prefix="catalog-pictures-") as name:
        folder = Path(name)
        for photograph in PHOTOGRAPHS:
            shutil.copy(photos / photograph, folder)
        costs, made = measure_costs(folder, given.rounds)
        costs["catalog, cached"] = cost_of([*OURS, str(folder / "warm"), str(folder / "cache")], folder)
        variants = {"": made["catalog"], "second": second_quality(folder)}
        scores = score_all(folder, {**made, "catalog, second": variants["second"]})
        report(costs, made, variants["second"], scores, given.json)


OURS = [sys.executable, "-m", "tests.benchmarks.pictures", "--ours"]


def fetch() -> None:
    """Fetch photographs and tools, once."""
    if (TOOLS / "ready").exists():
        return
    shutil.rmtree(TOOLS, ignore_errors=True)
    TOOLS.mkdir(parents=True)
    run(["apt-get", "download", "mate-backgrounds"], TOOLS)
    for package in TOOLS.glob("*.deb"):
        run(["dpkg", "-x", package.name, "debian"], TOOLS)
    run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", ".", "sharp@0.35"], TOOLS)
    run([sys.executable, "-m", "venv", "python"], TOOLS)
    run(["python/bin/pip", "install", "--quiet", "ssimulacra2==0.3.0", "pillow>=12"], TOOLS)
    (TOOLS / "ready").touch()


def run(command: list[str], folder: Path) -> str:
    """Run a command and return what it prints."""
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure_costs(folder: Path, rounds: int) -> tuple[dict[str, Cost], dict[str, Files]]:
    """Run the tools in turn, so that what else the machine does hits all alike; keep the cheapest run of each."""
    photographs = [str(folder / Path(photograph).name) for photograph in PHOTOGRAPHS]
    (TOOLS / "sharp.cjs").write_text(SHARP.replace("WIDTHS", str(list(WIDTHS))), encoding="utf-8")
    costs: dict[str, Cost] = {}
    for _ in range(rounds):
        for place in ("catalog", "cache", "sharp", "hugo"):
            shutil.rmtree(folder / place, ignore_errors=True)
        (folder / "sharp").mkdir()
        write_hugo_site(folder / "hugo", photographs)
        commands = {
            "catalog": [*OURS, str(folder / "catalog"), str(folder / "cache")],
            "sharp": ["node", str(TOOLS / "sharp.cjs"), str(folder / "sharp"), *photographs],
            "Hugo": [hugo(), "--quiet", "--source", str(folder / "hugo")],
        }
        for tool, command in commands.items():
            cost = cost_of(command, folder)
            costs[tool] = min(cost, costs.get(tool, cost), key=lambda each: each.cpu)
    made = {
        "catalog": {key: folder / "catalog" / name for key, name in our_names(folder)},
        "sharp": {
            (stem, width, format_): folder / "sharp" / f"{stem}.{width}.{format_}"
            for stem, width, format_ in all_keys()
        },
        "Hugo": dict(hugo_files(folder / "hugo" / "public")),
    }
    return costs, made


def all_keys() -> Iterator[tuple[str, int, str]]:
    """Yield photograph, width and format of every file that each tool makes."""
    for photograph in PHOTOGRAPHS:
        for width in WIDTHS:
            for format_ in FORMATS:
                yield Path(photograph).stem, width, format_


def derive_here(out: Path, cache: Path) -> None:
    """Do what a build does with the photographs of the folder that holds `out`."""
    plans = plan_all(out.parent)
    with Workshop() as workshop:
        report = derive_all(
            plans,
            root=out.parent,
            cache=Cache(cache),
            writer=FolderWriter(out.parent),
            folder=out.name,
            executor=workshop,
        )
    if report.findings:
        raise SystemExit(f"not made: {report.findings}")
    print(report.derived)


def plan_all(folder: Path) -> list[Picture]:
    """Plan the photographs of a folder."""
    originals, findings = admit(folder, [Path(photograph).name for photograph in PHOTOGRAPHS])
    if findings:
        raise SystemExit(f"refused: {findings}")
    return [plan_picture(original, encoder_version()) for original in originals.values()]


def our_names(folder: Path) -> Iterator[tuple[tuple[str, int, str], str]]:
    """Yield what each of our files is, and its name."""
    for plan in plan_all(folder):
        for each in plan.derivatives:
            yield (Path(plan.original.file).stem, each.width, each.encoding.format), each.name


def write_hugo_site(site: Path, photographs: list[str]) -> None:
    """Write a site of Hugo that asks for every width and format."""
    (site / "assets" / "photos").mkdir(parents=True)
    (site / "layouts").mkdir()
    for photograph in photographs:
        shutil.copy(photograph, site / "assets" / "photos")
    config = 'baseURL = "http://localhost/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n'
    (site / "hugo.toml").write_text(config, encoding="utf-8")
    widths = " ".join(map(str, WIDTHS))
    (site / "layouts" / "index.html").write_text(HUGO.replace("WIDTHS", widths), encoding="utf-8")


def hugo_files(public: Path) -> Iterator[tuple[tuple[str, int, str], Path]]:
    """Read which file Hugo made of what."""
    for line in (public / "index.html").read_text(encoding="utf-8").split("\n"):
        if line.strip():
            stem, width, format_, address = line.split()
            yield (stem, int(width), format_), public / address.lstrip("/")


def second_quality(folder: Path) -> Files:
    """Make our files at a second quality."""
    out = folder / "second"
    out.mkdir()
    files: Files = {}
    plans = plan_all(folder)
    with ProcessPoolExecutor(os.cpu_count()) as executor:
        for plan, contents in zip(plans, executor.map(second_of, plans, [folder] * len(plans)), strict=True):
            for each, content in zip(plan.derivatives, contents, strict=True):
                path = out / each.name
                path.write_bytes(content)
                files[Path(plan.original.file).stem, each.width, each.encoding.format] = path
    return files


def second_of(plan: Picture, folder: Path) -> list[bytes]:
    """Derive one picture at the second quality."""
    changed = tuple(
        replace(each, options=tuple({**dict(each.options), "quality": second_of_format(each.encoding.format)}.items()))
        for each in plan.derivatives
    )
    derived = derive((folder / plan.original.file).read_bytes(), replace(plan, derivatives=changed))
    return [content for _, content in derived.files]


def second_of_format(format_: str) -> int:
    """Return the second quality of a format."""
    return quality_of(format_) + STEP[format_]


def quality_of(format_: str) -> int:
    """Return our quality of a format."""
    return next(int(str(dict(each.options)["quality"])) for each in ENCODINGS if each.format == format_)


def score_all(folder: Path, made: dict[str, Files]) -> dict[str, dict[tuple[str, int, str], float]]:
    """Return tool → what → mean of the scores against both references."""
    references = [reference_by_pillow(folder), reference_by_libvips(folder)]
    pairs = [
        (tool, key, f"{reference[key[:2]]}\t{path}\n")
        for tool, files in made.items()
        for key, path in files.items()
        for reference in references
    ]
    command = [str(TOOLS / "python" / "bin" / "python"), str(Path(__file__).with_name("scores.py"))]
    text = "".join(line for _, _, line in pairs)
    lines = subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    scores: dict[str, dict[tuple[str, int, str], list[float]]] = {}
    for (tool, key, _), line in zip(pairs, lines, strict=True):
        scores.setdefault(tool, {}).setdefault(key, []).append(float(line))
    return {tool: {key: mean(values) for key, values in found.items()} for tool, found in scores.items()}


def reference_by_pillow(folder: Path) -> dict[tuple[str, int], Path]:
    """Scale every photograph from its full size, losslessly."""
    out = folder / "by-pillow"
    out.mkdir()
    found = {}
    for plan in plan_all(folder):
        with Image.open(io.BytesIO((folder / plan.original.file).read_bytes()), formats=("JPEG",)) as image:
            whole = image.convert("RGB")
        for width, height in {(each.width, each.height) for each in plan.derivatives}:
            path = out / f"{Path(plan.original.file).stem}.{width}.png"
            whole.resize((width, height), Image.Resampling.LANCZOS).save(path, compress_level=1)
            found[Path(plan.original.file).stem, width] = path
    return found


def reference_by_libvips(folder: Path) -> dict[tuple[str, int], Path]:
    """Scale every photograph from its full size, losslessly."""
    out = folder / "by-libvips"
    out.mkdir()
    script = TOOLS / "reference.cjs"
    script.write_text(SHARP_REFERENCE.replace("WIDTHS", str(list(WIDTHS))), encoding="utf-8")
    run(["node", str(script), str(out), *(str(folder / Path(each).name) for each in PHOTOGRAPHS)], TOOLS)
    return {(stem, width): out / f"{stem}.{width}.png" for stem, width, _ in all_keys()}


def cost_of(command: list[str], folder: Path) -> Cost:
    """Run a command and return what it took."""
    environment = os.environ | {"PYTHONPATH": f"{PROJECT / 'scripts'}{os.pathsep}{PROJECT}", "TMPDIR": str(folder)}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, env=environment)
    memory = [0]
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            memory[0] = max(memory[0], memory_of_tree(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    over.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)  # wait4 took the status that Popen would ask for
    if process.returncode != 0:
        raise SystemExit(f"{command[0]}: exit {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory[0])


def memory_of_tree(pid: int) -> int:
    """Add up the resident size of a process and all below it, in bytes (Linux)."""
    try:
        resident = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (OSError, IndexError):  # it has just ended
        return 0
    return resident + sum(map(memory_of_tree, children))


def report(
    costs: dict[str, Cost],
    made: dict[str, Files],
    second: Files,
    scores: dict[str, dict[tuple[str, int, str], float]],
    json_file: Path | None,
) -> None:
    """Print the tables."""
    ours = costs["catalog"]
    print(f"{len(PHOTOGRAPHS)} photographs, widths {WIDTHS}, AVIF, WebP and JPEG; {encoder_version()}\n")
    print("| tool | CPU s | ours is | wall s | memory MB | files MB |\n|---|--:|--:|--:|--:|--:|")
    for tool, cost in costs.items():
        size = sum(path.stat().st_size for path in made.get(tool, made["catalog"]).values())
        part = ours.cpu / cost.cpu if tool in made else cost.cpu / ours.cpu
        shown = f"{part:.2f} of it" if tool in made else f"it is {part:.1%} of cold"
        print(f"| {tool} | {cost.cpu:.1f} | {shown} | {cost.wall:.1f} | {cost.memory / 1e6:.0f} | {size / 1e6:.2f} |")

    print("\nSSIMULACRA2 (mean, lowest) and bytes\n")
    print("| format | catalog | kB | sharp | kB | ours at its quality | Hugo | kB | ours at its quality |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    equal: dict[str, dict[str, float]] = {"sharp": {}, "Hugo": {}}
    for format_, name in [*FORMATS.items(), ("", "all")]:
        keys = [key for key in all_keys() if key[2] == format_ or not format_]
        cells = [name]
        for tool, files in made.items():
            found = [scores[tool][key] for key in keys]
            size = sum(files[key].stat().st_size for key in keys)
            cells += [f"{mean(found):.1f}, {min(found):.1f}", f"{size / 1000:.0f}"]
            if tool != "catalog":
                at_its = sum(size_at(key, scores[tool][key], made["catalog"], second, scores) for key in keys)
                equal[tool][name] = at_its / size
                cells.append(f"{at_its / size:.3f}")
        print("| " + " | ".join(cells) + " |")
    print("\nBytes of ours at sharp's quality, by width\n")
    print("| format | " + " | ".join(map(str, WIDTHS)) + " |\n|---|" + "--:|" * len(WIDTHS))
    for format_, name in FORMATS.items():
        parts = []
        for width in WIDTHS:
            keys = [key for key in all_keys() if key[1:] == (width, format_)]
            at_its = sum(size_at(key, scores["sharp"][key], made["catalog"], second, scores) for key in keys)
            parts.append(f"{at_its / sum(made['sharp'][key].stat().st_size for key in keys):.3f}")
        print(f"| {name} | " + " | ".join(parts) + " |")
    if json_file:
        numbers = {
            "costs": {tool: asdict(cost) for tool, cost in costs.items()},
            "bytes_at_equal_quality": equal,
            "scores": {tool: {" ".join(map(str, k)): v for k, v in found.items()} for tool, found in scores.items()},
        }
        json_file.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")


def size_at(
    key: tuple[str, int, str],
    score: float,
    first: Files,
    second: Files,
    scores: dict[str, dict[tuple[str, int, str], float]],
) -> float:
    """Estimate how many bytes our file would have at a score, along the line through our two."""
    x1, x2 = scores["catalog"][key], scores["catalog, second"][key]
    y1, y2 = math.log(first[key].stat().st_size), math.log(second[key].stat().st_size)
    return math.exp(y1 + (score - x1) * (y2 - y1) / (x2 - x1))


if __name__ == "__main__":
    main()
