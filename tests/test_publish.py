"""A site is published whole or not at all; what need not be written again is not."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.diagnostics import Diagnostic
from catalog.publish import MARKER, FolderWriter, NotPublished, SiteWriter, open_publication
from catalog.publish.exchange import exchange, exchange_in_two, recover
from catalog.publish.proof import Proof
from catalog.publish.trouble import BUSY, MACHINE_FAILED, NOT_UNDERSTOOD, SITE_IS_WRONG, NotWhole, explain
from tests.trees import inodes_of, left_beside, tree_of

SOURCE_ROOT = Path(__file__).parents[1] / "scripts"
Site = dict[str, str]
"""File → what the page says."""
ONE: Site = {"index.html": "trang đầu", "lang/a/index.html": "làng a", "lang/b/index.html": "làng b", "a.css": "a"}
TWO: Site = {"index.html": "trang đầu", "lang/a/index.html": "làng a mới", "lang/c/index.html": "làng c", "a.css": "a"}


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: waiting for a disk is not what these tests are about."""
    if not os.access("/dev/shm", os.W_OK):  # noqa: S108
        yield tmp_path
        return
    with TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def page(words: str) -> bytes:
    """Return a page that says something."""
    return f"<!doctype html><title>x</title><header></header><main>{words}</main></html>\n".encode()


def content_of(uri: str, words: str) -> bytes:
    return page(words) if uri.endswith(".html") else words.encode()


def fill(writer: SiteWriter, site: Site) -> list[str]:
    """Write a site as the pipeline does, and return what had to be made."""
    made = []
    for uri, words in site.items():
        key = f"key of {words}"
        if not writer.holds(uri, key):
            writer.write(uri, content_of(uri, words), key)
            made.append(uri)
    return made


def build(target: Path, site: Site, *, addresses: tuple[str, ...] = ()) -> list[str]:
    """Publish a site with a spare in `.cache` beside it, and return what had to be made."""
    with open_publication(target, target.parent / ".cache") as publication:
        made = fill(publication.writer, site)
        publication.publish(addresses)
    return made


def give_up(target: Path, site: Site) -> None:
    """Begin a site and fail."""
    with open_publication(target, target.parent / ".cache") as publication:
        fill(publication.writer, site)
        raise ZeroDivisionError


def expected(tmp_path: Path, site: Site) -> dict[str, str]:
    """Return the tree of a site that was built alone."""
    folder = tmp_path / "alone"
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
    folder.mkdir()
    build(folder / "site", site)
    return tree_of(folder / "site")


class Damage(StrEnum):
    """What may happen to a file behind our back."""

    EMPTY = "empty"
    HALF = "half"
    BIT = "bit"
    GONE = "gone"
    LINK = "link"
    FOLDER = "folder"
    MODE = "mode"
    SWAPPED = "swapped"
    PARENT_GONE = "parent gone"
    PARENT_A_FILE = "parent a file"
    PARENT_A_LINK = "parent a link"
    STRANGER = "stranger"
    STRANGE_FOLDER = "strange folder"


def harm(path: Path, damage: Damage) -> None:
    """Do a damage to a file."""
    content = path.read_bytes()
    parent = path.parent
    match damage:
        case Damage.EMPTY:
            path.write_bytes(b"")
        case Damage.HALF:
            path.write_bytes(content[: len(content) // 2])
        case Damage.BIT:
            path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        case Damage.GONE:
            path.unlink()
        case Damage.LINK:
            path.unlink()
            path.symlink_to("/etc/hostname")
        case Damage.FOLDER:
            path.unlink()
            (path / "x").mkdir(parents=True)
        case Damage.MODE:
            path.chmod(0o600)
        case Damage.SWAPPED:
            path.write_bytes(page("làng x"))
        case Damage.PARENT_GONE:
            shutil.rmtree(parent)
        case Damage.PARENT_A_FILE:
            shutil.rmtree(parent)
            parent.write_text("x")
        case Damage.PARENT_A_LINK:
            moved = parent.rename(parent.parents[2] / "moved")
            parent.symlink_to(moved)
        case Damage.STRANGER:
            (parent / "stranger.html").write_text("x")
        case Damage.STRANGE_FOLDER:
            (parent.parent / "strange").mkdir()


class TestPublishing:
    """What stands in the folder afterwards."""

    def test_a_new_site_holds_what_was_written(self, tmp_path: Path) -> None:
        """Every file is there with its content, everyone may read it, and the folder bears our mark."""
        build(tmp_path / "site", ONE)

        assert set(inodes_of(tmp_path / "site")) == {*ONE, MARKER}
        assert (tmp_path / "site/lang/a/index.html").read_bytes() == page("làng a")
        assert left_beside(tmp_path / "site") == []

    @pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
    def test_modes_do_not_depend_on_the_umask(self, tmp_path: Path, umask: int) -> None:
        """Files are 644 and folders 755 whatever the umask, which is as before afterwards."""
        before = os.umask(umask)
        try:
            build(tmp_path / "site", ONE)
        finally:
            assert os.umask(before) == umask

        tree = tree_of(tmp_path / "site")
        assert {mode.split()[0] for mode in tree.values()} == {"644", "755"}
        assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755

    @pytest.mark.parametrize("keeps", [True, False])
    def test_a_site_replaces_the_one_before(self, tmp_path: Path, keeps: bool) -> None:
        """Pages that are gone are gone, with or without a place for a spare copy."""
        target = tmp_path / "site"
        for site in (ONE, TWO, ONE, TWO):
            with open_publication(target, tmp_path / ".cache" if keeps else None) as publication:
                fill(publication.writer, site)
                publication.publish()
            assert tree_of(target) == expected(tmp_path, site)
        assert left_beside(target) == []

    @pytest.mark.parametrize("deep", ["site", "a/b/site"])
    def test_missing_folders_are_made(self, tmp_path: Path, deep: str) -> None:
        """A site may go into a folder that is not there yet."""
        build(tmp_path / deep, ONE)
        assert (tmp_path / deep / "index.html").exists()

    def test_a_link_to_a_folder_stays_one(self, tmp_path: Path) -> None:
        """Where the site's folder is a link, what it leads to is replaced."""
        (tmp_path / "real").mkdir()
        (tmp_path / "site").symlink_to("real")
        build(tmp_path / "site", ONE)
        build(tmp_path / "site", TWO)
        assert (tmp_path / "site").is_symlink()
        assert (tmp_path / "real/lang/c/index.html").exists()

    def test_an_exception_leaves_the_old_site(self, tmp_path: Path) -> None:
        """Whatever goes wrong on the way, nothing has happened."""
        build(tmp_path / "site", ONE)
        before = tree_of(tmp_path / "site")
        with pytest.raises(ZeroDivisionError):
            give_up(tmp_path / "site", TWO)
        assert tree_of(tmp_path / "site") == before
        assert not (tmp_path / ".cache/site/site/tree").exists()
        assert left_beside(tmp_path / "site") == []

    def test_a_file_is_claimed_once(self, tmp_path: Path) -> None:
        """Two pages that want one address are a mistake that nobody overlooks."""
        with open_publication(tmp_path / "site") as publication:
            publication.writer.write("a.css", b"a")
            with pytest.raises(ValueError, match="twice"):
                publication.writer.write("a.css", b"b")

    def test_a_plain_folder_takes_the_same(self, tmp_path: Path) -> None:
        """The writer for `mkdocs build` writes the same files."""
        build(tmp_path / "site", ONE)
        plain = FolderWriter(tmp_path / "plain")
        fill(plain, ONE)
        assert {uri: (tmp_path / "plain" / uri).read_bytes() for uri in ONE} == {
            uri: (tmp_path / "site" / uri).read_bytes() for uri in ONE
        }


class TestSpare:
    """What is not made again."""

    def test_nothing_changed(self, tmp_path: Path) -> None:
        """A build without a change makes nothing and writes nothing, the second time and ever after."""
        build(tmp_path / "site", ONE)
        first = inodes_of(tmp_path / "site")
        for _ in range(3):
            assert build(tmp_path / "site", ONE) == []
            assert inodes_of(tmp_path / "site").items() - first.items() <= {
                (MARKER, inodes_of(tmp_path / "site")[MARKER])
            }

    def test_only_what_changed_is_made(self, tmp_path: Path) -> None:
        """A change costs its own pages, also where the spare copy is two builds old."""
        build(tmp_path / "site", ONE)
        assert build(tmp_path / "site", TWO) == ["lang/a/index.html", "lang/c/index.html"]
        assert build(tmp_path / "site", TWO) == []
        assert build(tmp_path / "site", ONE) == ["lang/a/index.html", "lang/b/index.html"]

    def test_the_same_content_is_left_in_place(self, tmp_path: Path) -> None:
        """A page made anew with the same bytes is not written."""
        for _ in range(2):
            build(tmp_path / "site", ONE)
        spare = inodes_of(tmp_path / ".cache/site/site/tree")
        with open_publication(tmp_path / "site", tmp_path / ".cache") as publication:
            for uri, words in ONE.items():
                publication.writer.write(uri, content_of(uri, words), "another key")
            publication.publish()
        assert inodes_of(tmp_path / "site") == spare

    def test_a_writer_elsewhere_changes_no_published_file(self, tmp_path: Path) -> None:
        """A visitor who is reading a page, and a copy made of links, keep the bytes that were published."""
        for _ in range(2):
            build(tmp_path / "site", ONE)
        shutil.copytree(tmp_path / "site", tmp_path / "copy", copy_function=os.link)
        before = tree_of(tmp_path / "copy")
        with (tmp_path / "site/lang/a/index.html").open("rb") as reader:
            for site in (TWO, ONE, TWO):
                build(tmp_path / "site", site)
            assert reader.read() == page("làng a")
        assert tree_of(tmp_path / "copy") == before

    @pytest.mark.parametrize("where", [".cache/site/site/tree", "site"])
    @pytest.mark.parametrize("damage", list(Damage))
    def test_damage_is_made_good(self, tmp_path: Path, damage: Damage, where: str) -> None:
        """Whatever happens to a file of the spare copy or of the site, the next two sites are as they must be."""
        for _ in range(2):
            build(tmp_path / "site", ONE)
        victim = tmp_path / where / "lang/a/index.html"
        times = victim.stat()
        harm(victim, damage)
        with suppress(OSError):
            os.utime(victim, ns=(times.st_atime_ns, times.st_mtime_ns))
        for site in (ONE, TWO, ONE):
            build(tmp_path / "site", site)
            assert tree_of(tmp_path / "site") == expected(tmp_path, site)

    @pytest.mark.parametrize("damage", ["empty", "half", "bit", "gone", "folder"])
    def test_a_damaged_manifest_is_none(self, tmp_path: Path, damage: str) -> None:
        """What is known of a tree is believed whole or not at all."""
        for _ in range(2):
            build(tmp_path / "site", ONE)
        for manifest in (tmp_path / ".cache/site/site").glob("*.manifest"):
            harm(manifest, Damage(damage))
        for site in (ONE, TWO):
            with suppress(IsADirectoryError):
                build(tmp_path / "site", site)
        shutil.rmtree(tmp_path / ".cache")
        build(tmp_path / "site", TWO)
        assert tree_of(tmp_path / "site") == expected(tmp_path, TWO)

    @given(st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2), max_size=6), min_size=2, max_size=6))
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_any_history_gives_the_same_site(self, tmp_path: Path, history: list[dict[str, int]]) -> None:
        """However a site came to be, it is the one that a build from nothing gives."""
        shutil.rmtree(tmp_path, ignore_errors=True)
        tmp_path.mkdir()
        for step in history:
            site = {"index.html": "đầu"} | {f"{name}/{name}/index.html": f"{name}{n}" for name, n in step.items()}
            build(tmp_path / "site", site)
            assert tree_of(tmp_path / "site") == expected(tmp_path, site)


class TestStrangers:
    """A folder that is not ours."""

    @pytest.mark.parametrize(
        "names", [["thư.txt"], ["index.html"], [".git"], [MARKER, ".git"], ["404.html", "assets", "index.html"]]
    )
    def test_is_never_touched(self, tmp_path: Path, names: list[str]) -> None:
        """A folder with anything that no build of ours made is refused in one sentence and stays as it is."""
        target = tmp_path / "site"
        target.mkdir()
        for name in names:
            (target / name).write_text("của tôi")
        before = tree_of(tmp_path)
        with pytest.raises(NotPublished) as refusal:
            build(target, ONE)
        assert refusal.value.code == NOT_UNDERSTOOD
        assert str(refusal.value).count("\n") == 1
        assert tree_of(tmp_path) == before

    @pytest.mark.parametrize("link", ["site", "site/site", "site/site/tree"])
    def test_a_link_in_the_cache_leads_nowhere(self, tmp_path: Path, link: str) -> None:
        """A link in the place of something of ours does not make us empty what it leads to."""
        for name in ("mine", "mine/site", "mine/site/tree", "mine/tree"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "letter.txt").write_text("của tôi")
        before = tree_of(tmp_path / "mine")
        build(tmp_path / "site", ONE)
        shutil.rmtree(tmp_path / ".cache" / link, ignore_errors=True)
        (tmp_path / ".cache" / link).symlink_to(tmp_path / "mine")
        for site in (TWO, ONE):
            build(tmp_path / "site", site)
            assert tree_of(tmp_path / "site") == expected(tmp_path, site)
        assert tree_of(tmp_path / "mine") == before

    def test_nothing_beside_the_site_is_taken_for_ours(self, tmp_path: Path) -> None:
        """A folder that happens to bear the name of our staging is left alone."""
        (tmp_path / ".site.new").mkdir()
        (tmp_path / ".site.new/letter.txt").write_text("của tôi")
        with pytest.raises(OSError, match="File exists"):
            build(tmp_path / "site", ONE)
        assert (tmp_path / ".site.new/letter.txt").exists()

    def test_a_file_is_no_folder(self, tmp_path: Path) -> None:
        """A file in the place of the site is left alone."""
        (tmp_path / "site").write_text("của tôi")
        with pytest.raises(NotPublished):
            build(tmp_path / "site", ONE)
        assert (tmp_path / "site").read_text() == "của tôi"

    @pytest.mark.parametrize("names", [[], [".DS_Store"]])
    def test_an_empty_folder_is_anyones(self, tmp_path: Path, names: list[str]) -> None:
        """An empty folder may be used; what a desktop leaves in it does not count."""
        (tmp_path / "site").mkdir()
        for name in names:
            (tmp_path / "site" / name).touch()
        build(tmp_path / "site", ONE)
        assert (tmp_path / "site/index.html").exists()


class TestProof:
    """What is found before a site is published."""

    CASES: ClassVar[dict[str, tuple[Site, str]]] = {
        "link": ({"index.html": '<a href="lang/x/">x</a>'}, "link-leads-nowhere"),
        "picture": ({"index.html": '<img src="a.webp">'}, "link-leads-nowhere"),
        "srcset": ({"index.html": '<img srcset="a.css 320w, b.webp 640w">', "a.css": ""}, "link-leads-nowhere"),
        "out of the site": ({"index.html": '<a href="../x">'}, "link-leads-nowhere"),
        "style": ({"s/a.css": "b { background: url('../x.svg') }"}, "link-leads-nowhere"),
        "own address": ({"index.html": '<meta content="https://example.org/vn/x.png">'}, "link-leads-nowhere"),
        "root": ({"404.html": '<a href="/vn/x/">'}, "link-leads-nowhere"),
        "json": ({"a.json": '{"a": '}, "file-not-readable"),
        "xml": ({"a.xml": "<a><b></a>"}, "file-not-readable"),
        "calendar": ({"a.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"}, "file-not-readable"),
    }

    @pytest.mark.parametrize("case", CASES)
    def test_a_site_that_is_not_whole_stays_unpublished(self, tmp_path: Path, case: str) -> None:
        """A site with a dead link or a damaged file is not published, and each is named."""
        site, code = self.CASES[case]
        build(tmp_path / "site", ONE)
        before = tree_of(tmp_path / "site")
        with open_publication(tmp_path / "site") as publication:
            publication.writer.proof.site_url = b"https://example.org/vn/"
            fill(publication.writer, site)
            with pytest.raises(NotWhole) as refusal:
                publication.publish()
        assert [finding.code for finding in refusal.value.findings] == [code]
        assert refusal.value.findings[0].at.file in site
        assert refusal.value.code == SITE_IS_WRONG
        assert tree_of(tmp_path / "site") == before

    @pytest.mark.parametrize(
        "words",
        [
            '<a href="lang/a/">',
            '<a href="./lang/a">',
            '<a href="lang/a/index.html#x">',
            '<a href="#x">',
            '<a href="?q=1">',
            '<a href="mailto:a@b.vn">',
            '<a href="tel:+84">',
            '<a href="https://khac.vn/x">',
            '<a href="//khac.vn/x">',
            '<a href="l%C3%A0ng.html">',
            '<a href="a.css?a=1&amp;b=2">',
            '<a href="/vn/a.css">',
            '<a href=".">',
            '<link href="https://example.org/vn/">',
            '<img srcset="a.css 1x, ./a.css 2x">',
            "@@body@@ a@b.vn",
        ],
    )
    def test_what_leads_somewhere_is_fine(self, tmp_path: Path, words: str) -> None:
        """Links to pages, files, anchors, other sites and addresses in every spelling are understood."""
        with open_publication(tmp_path / "site") as publication:
            publication.writer.proof.site_url = b"https://example.org/vn/"
            fill(publication.writer, {**ONE, "index.html": words, "làng.html": ""})
            publication.publish()

    def test_every_page_of_the_plan_must_be_there(self, tmp_path: Path) -> None:
        """A page that the plan names and nobody wrote is missed."""
        with pytest.raises(NotWhole) as refusal:
            build(tmp_path / "site", ONE, addresses=("", "lang/a/", "lang/x/"))
        assert [finding.at.file for finding in refusal.value.findings] == ["lang/x/index.html"]

    def test_a_page_cut_short_is_seen(self, tmp_path: Path) -> None:
        """A page without its end is not whole."""
        with open_publication(tmp_path / "site") as publication:
            publication.writer.write("index.html", page("x")[:-9])
            with pytest.raises(NotWhole):
                publication.publish()

    @pytest.mark.parametrize("spare_age", [1, 2, 3])
    @pytest.mark.parametrize(("gone", "link"), [("lang/b/index.html", "lang/b"), ("b.webp", "b.webp")])
    def test_unchanged_pages_are_asked_when_a_file_vanishes(
        self, tmp_path: Path, spare_age: int, gone: str, link: str
    ) -> None:
        """A page that was not made again is not published with a link to what has gone."""
        site = {**ONE, gone: "b", "index.html": f'<a href="{link}">b</a>'}
        for _ in range(spare_age):
            build(tmp_path / "site", site)
        del site[gone]
        with pytest.raises(NotWhole) as refusal:
            build(tmp_path / "site", site)
        assert [finding.facts for finding in refusal.value.findings] == [{"link": link}]

    def test_nobody_is_asked_for_a_file_that_no_page_leads_to(self, tmp_path: Path) -> None:
        """The many files that only scripts read may come and go without all pages being read again."""
        for turn in range(4):
            data = {f"data/{turn}-{number}.txt": "x" for number in range(20)}
            with open_publication(tmp_path / "site", tmp_path / ".cache") as publication:
                fill(publication.writer, {**ONE, "index.html": '<a href="lang/b/">b</a>', **data})
                publication.publish()
                assert turn == 0 or not publication.writer.proof.links

    def test_a_flood_is_cut_short(self) -> None:
        """A layout that breaks every page is told in some lines, not in thousands."""
        proof = Proof()
        for number in range(1000):
            proof.examine(f"{number}/index.html", page(f'<a href="../x{number}/">'))
        found = proof.judge((), ())
        assert len(found) < 30
        assert found[-1].facts == {"count": 975}

    def test_a_menu_is_looked_at_once(self) -> None:
        """What stands on every page is remembered; what it leads to is still missed, seen from each folder anew."""
        proof = Proof()
        for uri in ("a/1/index.html", "a/2/index.html", "a/index.html", "b/c/3/index.html", "index.html"):
            proof.examine(uri, page('<a href="../menu/"><a href="../../top/">'))
        assert sorted(proof.links) == ["../../top", "../menu", "../top", "a/menu", "b/c/menu", "b/top", "menu", "top"]


class TestWorkers:
    """Forked writers."""

    def test_what_workers_write_is_one_site(self, tmp_path: Path) -> None:
        """What several writers wrote and saw is published together, and a link from one to another is fine."""
        with open_publication(tmp_path / "site") as publication:
            for uri, words in {"a/index.html": '<a href="../b/">', "b/index.html": '<a href="../a/">'}.items():
                mine = publication.writer.fork()
                mine.write(uri, page(words))
                publication.writer.merge(mine.report())
            publication.publish(["a/", "b/"])
        assert (tmp_path / "site/b/index.html").exists()

    def test_two_workers_cannot_write_one_file(self, tmp_path: Path) -> None:
        """Two workers that claim one file are noticed."""
        with open_publication(tmp_path / "site") as publication:
            one, two = publication.writer.fork(), publication.writer.fork()
            for mine in (one, two):
                mine.write("a.html", page("x"))
            publication.writer.merge(one.report())
            with pytest.raises(ValueError, match="twice"):
                publication.writer.merge(two.report())

    def test_a_file_put_in_place_by_others_is_adopted(self, tmp_path: Path) -> None:
        """A file from another process is published; what that process left beside it is not."""
        with open_publication(tmp_path / "site") as publication:
            publication.writer.path("p/a.webp").write_bytes(b"x")
            publication.writer.path("p/.a.tmp").write_bytes(b"x")
            publication.writer.adopt("p/a.webp", "key")
            publication.publish()
        assert sorted(path.name for path in (tmp_path / "site/p").iterdir()) == ["a.webp"]


class TestExchange:
    """Two folders change places."""

    @pytest.mark.parametrize("way", [exchange, exchange_in_two])
    def test_new_and_old_change_places(self, tmp_path: Path, way: Callable[[Path, Path, Path], None]) -> None:
        """The new folder is in the place, the old one where the new one was."""
        for name in ("new", "place"):
            (tmp_path / name).mkdir()
            (tmp_path / name / name).touch()
        way(tmp_path / "new", tmp_path / "place", tmp_path / "aside")
        assert (tmp_path / "place/new").exists()
        assert (tmp_path / "new/place").exists()
        assert not (tmp_path / "aside").exists()

    def test_two_steps_that_fail_are_undone(self, tmp_path: Path) -> None:
        """When the new folder cannot go there, the old one is back."""
        (tmp_path / "place").mkdir()
        with pytest.raises(FileNotFoundError):
            exchange_in_two(tmp_path / "new", tmp_path / "place", tmp_path / "aside")
        assert (tmp_path / "place").exists()

    @pytest.mark.parametrize("steps", [1, 2])
    def test_a_run_that_died_between_two_steps_is_recovered(self, tmp_path: Path, steps: int) -> None:
        """After a death between the two renamings the next build begins with the old site, or with the new one."""
        target, workshop = tmp_path / "site", tmp_path / ".cache/site/site"
        build(target, ONE)
        build(target, TWO)
        target.rename(workshop / "aside")
        if steps == 2:
            (workshop / "tree").rename(target)
        with open_publication(target, tmp_path / ".cache"):
            assert tree_of(target) == expected(tmp_path, TWO if steps == 1 else ONE)
        assert tree_of(target) == expected(tmp_path, TWO if steps == 1 else ONE)
        build(target, TWO)
        assert tree_of(target) == expected(tmp_path, TWO)

    def test_recovering_nothing_does_nothing(self, tmp_path: Path) -> None:
        """Without a trace of a dead run, nothing moves."""
        (tmp_path / "place").mkdir()
        recover(tmp_path / "new", tmp_path / "place", tmp_path / "aside")
        assert os.listdir(tmp_path) == ["place"]  # noqa: PTH208


class TestLock:
    """One build at a time."""

    HOLDER = (
        "import sys; from pathlib import Path; from catalog.publish import open_publication\n"
        "with open_publication(Path(sys.argv[1])):\n print('in', flush=True); sys.stdin.read()"
    )

    @pytest.fixture
    def holder(self, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "-c", self.HOLDER, str(tmp_path / "site")]
        path = os.pathsep.join(filter(None, [str(SOURCE_ROOT), os.environ.get("PYTHONPATH")]))
        environment = os.environ | {"PYTHONPATH": path}
        with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"in\n"
            yield process
            process.kill()

    def test_a_second_build_says_so(self, tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
        """Who comes second is told that another build is running; a site beside it may be built meanwhile."""
        with pytest.raises(NotPublished) as refusal:
            build(tmp_path / "site", ONE)
        assert refusal.value.code == BUSY
        build(tmp_path / "site2", ONE)
        holder.kill()
        holder.wait()
        build(tmp_path / "site", ONE)
        assert left_beside(tmp_path / "site") == []


@pytest.mark.parametrize(
    ("number", "room", "vi", "en"),
    [
        (errno.ENOSPC, 55_000_001, "cần khoảng 56 MB", "about 56 MB"),
        (errno.EDQUOT, None, "Ổ đĩa đầy hoặc hết hạn mức khi ghi a/b", "while writing a/b"),
        (errno.EFBIG, None, "lớn quá mức", "larger than"),
        (errno.EMFILE, None, "ulimit -n", "too few files"),
        (errno.EACCES, None, "Không có quyền", "No permission"),
        (errno.EROFS, None, "chỉ cho đọc", "read-only"),
        (errno.EIO, None, "a/b: Input/output error", "a/b: Input/output error"),
    ],
)
def test_the_machines_failures_are_explained(number: int, room: int | None, vi: str, en: str) -> None:
    """Each failure of the machine is one line in each language that says what was being written."""
    said = explain(OSError(number, os.strerror(number), "a/b"), room).split("\n")
    assert len(said) == 2
    assert vi in said[0]
    assert en in said[1]
    assert all("a/b" in line for line in said)


def test_exit_codes_differ() -> None:
    """A script can tell from the exit code what happened."""
    assert sorted({SITE_IS_WRONG, NOT_UNDERSTOOD, MACHINE_FAILED, BUSY}) == [1, 2, 3, 4]


def test_findings_are_findings() -> None:
    """What a proof finds is shown like everything that is found in records."""
    proof = Proof()
    proof.examine("a.json", b"{")
    assert all(isinstance(finding, Diagnostic) for finding in proof.findings)
