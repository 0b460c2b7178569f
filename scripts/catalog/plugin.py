"""The adapter to MkDocs, and the only door to it: hooks hand plain values to the pipeline and put the answer back.

A page of `content/` with `catalog: <kind>` in its front matter is filled from the catalog: MkDocs renders it once with
holes, its own page leaves the site, and what the catalog says is poured in afterwards. Named `[slug].md` it is the
mould of many pages. `make_frame` lets MkDocs do its part alone, without any record; `mkdocs build` and `mkdocs serve`
do both parts.
"""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Literal
from urllib.parse import unquote, urljoin

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import meta
from mkdocs.utils.templates import TemplateContext

from catalog.addresses import SLUG, AddressPlan
from catalog.as_of import build_date
from catalog.crew import processors
from catalog.diagnostics import Diagnostic, format_text, has_errors
from catalog.frame import CONTENT_FOLDER, OVERRIDES_FOLDER, SETTINGS, Fittings, Frame
from catalog.headers import HEADERS_FILE, headers_file, inline_scripts, with_policy
from catalog.judged import Judged, SiteNotBuilt, read_and_check
from catalog.pipeline import fill_site
from catalog.pour import Mould, MouldError, Slots, cut, place_body, refuse_holes, slots_of
from catalog.preview import Preview
from catalog.publish import MARKER, MARKER_TEXT, FolderWriter, scratch_folder
from catalog.render import Renderer
from catalog.repository import Repository
from catalog.search import WrittenPage, page_text
from catalog.serving import follow, serving
from catalog.site import Site, set_out
from catalog.strings import DEFAULT_LANGUAGE, has_strings, read_strings
from catalog.stylesheet import join
from catalog.views import KINDS

log = get_plugin_logger("catalog")

JOINED_STYLESHEET = "assets/stylesheets/catalog.css"

STYLESHEET_OF_THE_THEME = "assets/stylesheets/main."
"""How the one file begins that the theme's own assets lend the site; the rest of the name is a digest."""

LOST_WAYS = ("home", "villages", "products", "contribute", "search")
"""Kinds of page that an address that leads nowhere offers instead."""


class CatalogConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say under `plugins: catalog:`."""

    as_of = config_options.Optional(config_options.Type(str))
    """Day the site is built for, `YYYY-MM-DD`; else `SOURCE_DATE_EPOCH`, else the last commit's date."""
    whole = config_options.Type(bool, default=False)
    """Let MkDocs render pages with their words in them, but for moulds of many: what a poured page is held against."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A page of `content/` that the catalog fills."""

    kind: str
    language: str
    slug: str
    """Id of its record; `[slug]`: a mould for all of them; the empty text: there is one page of this kind."""


@dataclass(frozen=True, slots=True)
class _Handwritten:
    """A page of `content/` that people wrote."""

    language: str
    key: str = ""
    """Its name in the address plan, the same in every language; the empty text: it has none."""
    title: str = ""
    description: str = ""


@dataclass
class _Build:
    """State of one build; a live-reload server makes a new one each time."""

    judged: Judged | None
    """`None`: only the frame is made."""
    scripts: frozenset[str] = frozenset()
    """What names the scripts that stand in pages, for the policy."""
    filled: dict[str, _Filled] = field(default_factory=dict)
    """Source file in `content/` → what fills it."""
    handwritten: dict[str, _Handwritten] = field(default_factory=dict)
    """Source file → page that people wrote."""
    written: list[tuple[str, WrittenPage]] = field(default_factory=list)
    """Language and words of each page that people wrote, for the search."""
    slots: dict[str, Slots] = field(default_factory=dict)
    moulds: dict[tuple[str, str, str], Mould] = field(default_factory=dict)
    navigation: dict[str, Navigation] = field(default_factory=dict)
    pages: int = 0
    """How many pages MkDocs has written."""


class CatalogPlugin(BasePlugin[CatalogConfig]):  # type: ignore[no-untyped-call]
    """Fills the pages of `content/` from the records of `products/`."""

    judged: Judged | None = None
    """The catalog, where somebody has read it already."""
    _preview: Preview | None = None
    """The site as it is shown while somebody works on it."""
    framing = False
    """Only the frame is wanted: no record is read."""
    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is only looked at on this machine, where no page is made before it is asked for."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records; a record with a mistake stops the build before anything is written."""
        if not config.use_directory_urls:
            raise PluginError("mkdocs.yml: use_directory_urls phải là true / must be true")
        if self._serving and self._preview is None:
            self._preview = Preview(_root(config), self._day(config), Path(config.site_dir))
            self._admit(self._preview.judged)
        self._build = _Build(None if self.framing or self._serving else self._judged(config))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Find the pages that the catalog fills, and with them the address plan of the site."""
        places: dict[tuple[str, str], str] = {}
        for file in files.documentation_pages(inclusion=InclusionLevel.is_included):
            _, front_matter = meta.get_data(file.content_string)
            language, uri = _language_of(file), _uri(file)
            kind = front_matter.get("catalog")
            if kind in KINDS:
                slug = SLUG if SLUG in file.src_uri else str(front_matter.get("slug", ""))
                self._build.filled[file.src_uri] = _Filled(kind, language, slug)
                if slug in ("", SLUG):
                    places[kind, language] = uri
                if slug:
                    file.inclusion = InclusionLevel.NOT_IN_NAV
            elif kind is not None:
                raise PluginError(f"{_shown(file)}: catalog: {kind}? Có / There are: {', '.join(KINDS)}")
            elif "page" in front_matter:
                told = [str(front_matter.get(name, "")) for name in ("page", "title", "description")]
                self._build.handwritten[file.src_uri] = _Handwritten(language, *told)
                places[str(front_matter["page"]), language] = uri
        languages = sorted({language for _, language in places}, key=lambda name: (name != DEFAULT_LANGUAGE, name))
        self._fittings = Fittings(
            AddressPlan(places, tuple(languages)),
            Renderer(Path(config.theme.custom_dir or "")),
            config.site_url.rstrip("/") + "/" if config.site_url else "",
            _edit_base(config),
        )
        _join_stylesheets(files, config)
        if self.config.whole:
            self._site = self._set_out(config)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each language the part of the menu that bears its name."""
        self._build.navigation = _by_language(nav)
        return nav

    def on_page_markdown(self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs the holes of a filled page: its title and the other facts."""
        if page.file.src_uri in self._build.filled:
            slots = self._slots(page.file)
            page.meta["title"] = slots.title
            page.meta["description"] = slots.description
            page.canonical_url = slots.canonical or None
            page.edit_url = slots.edit or None
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the hole for what the catalog says where the Markdown says."""
        if page.file.src_uri not in self._build.filled:
            return html
        with _named_mistakes():
            return place_body(html, self._slots(page.file).body, _shown(page.file))

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Let the theme's templates leave no empty lines: a third of a page's bytes was white space."""
        env.trim_blocks = env.lstrip_blocks = True
        return env

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Set the page in its language: theme, menu, names, links to the other languages."""
        language = _language_of(page.file)
        context["nav"] = self._build.navigation.get(language, nav)
        self._speak(language, config, context, "../" * _uri(page.file).count("/") or "./")
        context["slots"] = self._slots(page.file)  # type: ignore[typeddict-unknown-key]
        self._keep_for_search(page, language)
        return context

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Set a page that stands outside `content/` (404) in the site's first language."""
        context["nav"] = self._build.navigation.get(DEFAULT_LANGUAGE, context["nav"])
        root, plan = context["base_url"].rstrip("/") + "/", self._fittings.plan
        self._speak(DEFAULT_LANGUAGE, config, context, root, lost=True)
        # Nobody knows where the visitor came from, so it speaks every language.
        ways = {
            language: {kind: root + plan.uri(kind, language) for kind in LOST_WAYS if plan.has(kind, language)}
            for language in plan.languages
        }
        context["lost"] = [(read_strings(each), ways[each]) for each in ways]  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Leave the sitemap to the pipeline: MkDocs knows of the moulds only."""
        self._build.pages += template_name.endswith(".html")
        if template_name == "sitemap.xml":
            return ""
        return self._with_policy(output_content) if template_name.endswith(".html") else output_content

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep a mould and leave its own page out of the site."""
        output = self._with_policy(output)
        filled = self._build.filled.get(page.file.src_uri)
        if filled is None:
            with _named_mistakes():
                refuse_holes(output, _shown(page.file))
        if filled is None or self._is_whole(filled):
            self._build.pages += 1
            return output
        with _named_mistakes():
            mould = cut(output, _shown(page.file), self._slots(page.file))
        self._build.moulds[filled.kind, filled.language, filled.slug] = mould
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Pour what the catalog says into the moulds, unless only these are wanted, or a page when it is asked for."""
        if self._preview is not None:
            self._tell(self._preview.show(self.frame(config)))
        else:
            _write_headers(Path(config.site_dir), self._build.scripts)
        if self._build.judged is None:
            return
        writer = FolderWriter(Path(config.site_dir))
        writer.write(MARKER, MARKER_TEXT)  # MkDocs empties the folder without asking; `catalog build` asks
        try:
            filled = fill_site(_root(config), self._build.judged, self.frame(config), writer, jobs=processors())
        except SiteNotBuilt as error:
            raise PluginError(f"\n{error}") from None
        if filled.findings:  # the site goes without these pictures
            log.warning("\n%s", format_text(filled.findings))

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
        """Pour the pages that are asked for, and follow every change of a record without building again."""
        if self._preview is not None:
            server.watch(str(_root(config) / OVERRIDES_FOLDER))
            server.set_app(serving(server, self._preview))
            threading.Thread(target=follow, args=(server, self._preview, self._tell), daemon=True).start()
        return server

    def _speak(
        self, language: str, config: MkDocsConfig, context: TemplateContext, root: str, *, lost: bool = False
    ) -> None:
        """Let the frame of the next page speak a language.

        `root` is the way from the page to the site's root; `lost`: it is for an address that leads nowhere, and its
        search stands in the page.
        """
        t, plan = read_strings(language), self._fittings.plan
        config.theme["language"] = language
        config.site_name = t("site.name")
        config.site_description = t("site.description")
        homes = [(each, plan.uri("home", each) or ".") for each in plan.languages if plan.has("home", each)]
        context["t"] = t  # type: ignore[typeddict-unknown-key]
        context["homes"] = homes  # type: ignore[typeddict-unknown-key]
        box = self._fittings.search_box(language, root, large=lost)
        context["search_box"] = box  # type: ignore[typeddict-unknown-key]

    def _with_policy(self, html: str) -> str:
        """Return a page with its policy; one that is only looked at on this machine gets a script that reloads it."""
        if self._preview is not None:
            return html
        self._build.scripts |= inline_scripts(html)
        return with_policy(html)

    def frame(self, config: MkDocsConfig) -> Frame:
        """Return what MkDocs has made, but for the files of the site."""
        fittings, build = self._fittings, self._build
        return Frame(
            plan=fittings.plan,
            moulds=build.moulds,
            own_pages=frozenset(
                (filled.kind, filled.language, filled.slug) for filled in build.filled.values() if filled.slug != SLUG
            ),
            written=tuple(build.written),
            site_url=fittings.site_url,
            edit_base=fittings.edit_base,
            site_dir=_below(Path(config.site_dir), _root(config)),
        )

    def _day(self, config: MkDocsConfig) -> Callable[[Repository], date]:
        root = _root(config)
        return lambda found: build_date(root, self.config.as_of, os.environ, found)

    def _judged(self, config: MkDocsConfig) -> Judged:
        judged, self.judged = self.judged, None
        return self._admit(judged or read_and_check(_root(config), self._day(config)))

    def _tell(self, findings: Collection[Diagnostic]) -> None:
        """Say in the terminal what was found while the site is being shown."""
        if findings:
            (log.error if has_errors(findings) else log.warning)("\n%s", format_text(findings))

    def _admit(self, judged: Judged) -> Judged:
        if judged.has_errors:
            errors = [finding for finding in judged.findings if finding.severity == "error"]
            raise PluginError("\n" + format_text(errors))
        if judged.findings:
            log.info("%d nhắc: xem bằng “catalog check” / notes: see `catalog check`", len(judged.findings))
        return judged

    def _set_out(self, config: MkDocsConfig) -> Site:
        """Set the catalog out before MkDocs renders a page."""
        if self._build.judged is None:
            raise PluginError("mkdocs.yml: plugins: catalog: whole: chỉ với mkdocs build / with `mkdocs build` only")
        writer = FolderWriter(Path(config.site_dir))
        return set_out(_root(config), self._build.judged, self.frame(config), writer)[0]

    def _is_whole(self, filled: _Filled) -> bool:
        """Tell whether MkDocs renders a page with its words in it."""
        return self.config.whole and filled.slug != SLUG

    def _keep_for_search(self, page: MkDocsPage, language: str) -> None:
        """Remember the words of a page that people wrote."""
        if page.file.src_uri not in self._build.filled:
            title, description = str(page.title or ""), str(page.meta.get("description", ""))
            text = page_text(page.content or "")
            self._build.written.append((language, WrittenPage(_uri(page.file), title, description, text)))

    def _slots(self, file: File) -> Slots:
        """Return what fills a page, made once: its holes, or the little that a written page needs."""
        source = file.src_uri
        if source not in self._build.slots:
            self._build.slots[source] = self._new_slots(file)
        return self._build.slots[source]

    def _new_slots(self, file: File) -> Slots:
        filled = self._build.filled.get(file.src_uri)
        if filled is None:
            written = self._build.handwritten.get(file.src_uri) or _Handwritten(_language_of(file))
            return self._fittings.slots_of_written(written.key, written.language, written.title, written.description)
        if self._is_whole(filled):
            return slots_of(self._site.page(filled.kind, filled.language, filled.slug), self._site.renderer)
        return self._fittings.holes_of(filled.kind)


def make_frame(root: Path) -> tuple[Frame, bool]:
    """Let MkDocs make everything of the site that no record makes.

    Args:
        root: The project's folder, with `mkdocs.yml`.

    Returns:
        The frame, and whether it depends on nothing but what `frame_key` knows, so that it may be kept.

    Raises:
        SiteNotBuilt: `mkdocs.yml`, `content/` or a layout has a mistake; the message names it.
        OSError: A file cannot be read or written.

    """
    with scratch_folder() as scratch, _log_of_mkdocs() as said:
        try:
            config = load_config(str(root / SETTINGS))
            plugin = next((each for each in config.plugins.values() if isinstance(each, CatalogPlugin)), None)
            if plugin is None:
                raise SiteNotBuilt("mkdocs.yml: plugins: thiếu dòng “- catalog” / the line “- catalog” is missing")
            plugin.framing = True
            site_dir, config.site_dir = config.site_dir, str(scratch)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
        except MkDocsException as error:
            raise SiteNotBuilt("\n".join(said) or str(error)) from error
        files = {
            path.relative_to(scratch).as_posix(): path.read_bytes()
            for path in sorted(scratch.rglob("*"))
            if path.is_file()
        }
        frame = replace(plugin.frame(config), files=files, site_dir=_below(Path(site_dir), root), warnings=tuple(said))
    return frame, _is_settled(config, root)


def _is_settled(config: MkDocsConfig, root: Path) -> bool:
    """Tell whether everything that MkDocs has read stands where `frame_key` looks."""
    return (
        Path(config.docs_dir) == root / CONTENT_FOLDER
        and Path(config.theme.custom_dir or "") == root / OVERRIDES_FOLDER
        and len(config.plugins) == 1
        and not config.hooks
        and not re.search(r"(?m)^INHERIT\b", (root / SETTINGS).read_text(encoding="utf-8"))
    )


def _write_headers(site: Path, scripts: frozenset[str]) -> None:
    files = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    (site / HEADERS_FILE).write_text(headers_file(scripts, files), encoding="utf-8", newline="\n")


def _below(path: Path, root: Path) -> str:
    """Name a folder as seen from the project, where it stands in it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


@contextmanager
def _log_of_mkdocs() -> Iterator[list[str]]:
    """Collect what MkDocs warns of: it raises afterwards without saying why."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _shown(file: File) -> str:
    """Name a file of `content/` as a person sees it in the project."""
    return f"content/{file.src_uri}"


def _language_of(file: File) -> str:
    """Tell a page's language by its folder: `content/en/…` is English, the root Vietnamese."""
    folder = PurePosixPath(file.src_uri).parts[0]
    return folder if folder != file.src_uri and has_strings(folder) else DEFAULT_LANGUAGE


def _uri(file: File) -> str:
    return "" if file.url in (".", "./") else unquote(file.url)


def _edit_base(config: MkDocsConfig) -> str:
    """Return the address that a file's path in the project is appended to for editing it, or nothing."""
    if not config.repo_url or not config.edit_uri:
        return ""
    of_content = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
    return of_content.removesuffix("/").removesuffix(f"/{Path(config.docs_dir).name}") + "/"


def _take_from_the_theme(files: Files, config: MkDocsConfig) -> list[File]:
    """Leave out what the theme would publish of its own (scripts, workers, maps, icons), and return its stylesheet."""
    own = [file for file in files if file.src_dir in config.theme.dirs and file.src_dir != config.theme.custom_dir]
    for file in own:
        files.remove(file)
    return [file for file in own if file.src_uri.startswith(STYLESHEET_OF_THE_THEME) and file.src_uri.endswith(".css")]


def _join_stylesheets(files: Files, config: MkDocsConfig) -> None:
    """Make one file of the theme's stylesheet and ours: a phone on a slow network pays for every request."""
    parts = [file for name in config.extra_css if (file := files.get_file_from_path(str(name))) is not None]
    for file in parts:
        files.remove(file)
    theme = "".join(file.content_string for file in _take_from_the_theme(files, config))
    joined = join(theme, [file.content_string for file in parts])
    files.append(File.generated(config, JOINED_STYLESHEET, content=joined))
    config.extra_css = [JOINED_STYLESHEET]


def _by_language(nav: Navigation) -> dict[str, Navigation]:
    """Split the menu: each section named by a language becomes that language's whole menu."""
    menus: dict[str, Navigation] = {}
    for section in nav.items:
        if isinstance(section, Section) and has_strings(section.title):
            for item in section.children:
                item.parent = None
            menu = Navigation(section.children, nav.pages)
            menu.homepage = next((item for item in section.children if isinstance(item, MkDocsPage)), None)
            menus[section.title] = menu
    return menus


@contextmanager
def _named_mistakes() -> Iterator[None]:
    try:
        yield
    except MouldError as error:
        raise PluginError("\n" + format_text([error.finding])) from None
