"""The adapter to MkDocs, and the only door to it: hooks hand plain values to the pipeline and put the answer back.

A page of `content/` with `catalog: <kind>` in its front matter is filled from the catalog. Named `[slug].md` it is a
mould: MkDocs renders it once with holes, its own page leaves the site, and every record is poured in at the end.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import meta
from mkdocs.utils.templates import TemplateContext

from catalog.addresses import SLUG, AddressPlan
from catalog.as_of import build_date
from catalog.diagnostics import format_text, has_errors
from catalog.pipeline import (
    Judged,
    SiteNotBuilt,
    count_entries_of,
    count_pages,
    derive_pictures,
    draw_covers,
    open_site,
    pour_site,
    print_share_cards,
    read_and_check,
    with_share_cards,
    write_index,
)
from catalog.pour import Mould, MouldError, Slots, cut, holes, place_body, slots_of
from catalog.repository import RECORDS_FOLDER
from catalog.search import WrittenPage, page_text
from catalog.sitemap import sitemap
from catalog.strings import DEFAULT_LANGUAGE, has_strings, read_strings
from catalog.views import KINDS

log = get_plugin_logger("catalog")

JOINED_STYLESHEET = "assets/stylesheets/catalog.css"

SKIP_TARGET = "noi-dung"
"""Where the skip link of a filled page leads; `layouts/page.html` has it."""


class CatalogConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say under `plugins: catalog:`."""

    as_of = config_options.Optional(config_options.Type(str))
    """Day the site is built for, `YYYY-MM-DD`; else `SOURCE_DATE_EPOCH`, else the last commit's date."""


@dataclass(frozen=True, slots=True)
class SiteBuilt:
    """What a build made."""

    folder: Path
    pages: int
    warnings: tuple[str, ...] = ()
    """What MkDocs warned of: a broken link in a page that people wrote, a page that the menu lacks."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A page of `content/` that records fill."""

    kind: str
    language: str
    slug: str
    """Id of its record; `[slug]`: a mould for all of them."""

    @property
    def is_mould(self) -> bool:
        return self.slug == SLUG


@dataclass
class _Build:
    """State of one build; a live-reload server makes a new one each time."""

    judged: Judged
    filled: dict[str, _Filled] = field(default_factory=dict)
    """Source file in `content/` → what fills it."""
    handwritten: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Source file of a page that people wrote → its key and language."""
    written: list[tuple[str, WrittenPage]] = field(default_factory=list)
    """Language and words of each page that no record makes, for the search."""
    slots: dict[str, Slots] = field(default_factory=dict)
    moulds: dict[tuple[str, str], Mould] = field(default_factory=dict)
    navigation: dict[str, Navigation] = field(default_factory=dict)


class CatalogPlugin(BasePlugin[CatalogConfig]):  # type: ignore[no-untyped-call]
    """Fills the pages of `content/` from the records of `products/`."""

    judged: Judged | None = None
    """What `catalog build` has read already, so that nothing is read twice."""
    pages = 0
    """How many pages the last build has written."""
    _serving = False

    def __init__(self) -> None:
        self.progress: Callable[[int, int], None] = lambda _done, _total: None
        """Called with how much of what is being made is done, and how much there is: photos, then pages."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is only looked at on this machine: nobody shares its links."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records; a record with a mistake stops the build before anything is written."""
        if not config.use_directory_urls:
            raise PluginError("mkdocs.yml: use_directory_urls phải là true / must be true")
        root = _root(config)
        judged, self.judged = self.judged, None
        if judged is None:
            judged = read_and_check(root, lambda found: build_date(root, self.config.as_of, os.environ, found))
        if judged.has_errors:
            errors = [finding for finding in judged.findings if finding.severity == "error"]
            raise PluginError("\n" + format_text(errors))
        if judged.findings:
            log.info("%d nhắc: xem bằng “catalog check” / notes: see `catalog check`", len(judged.findings))
        self._build = _Build(judged)
        self.pages = 0
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Find the pages that records fill, and with them the address plan of the site."""
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
                self._build.handwritten[file.src_uri] = (str(front_matter["page"]), language)
                places[str(front_matter["page"]), language] = uri
        languages = sorted({language for _, language in places}, key=lambda name: (name != DEFAULT_LANGUAGE, name))
        pictures, failed = derive_pictures(_root(config), self._build.judged, Path(config.site_dir), self.progress)
        if failed:  # the site goes without them
            log.warning("\n%s", format_text(failed))
        self._site = open_site(
            self._build.judged.catalog,
            AddressPlan(places, tuple(languages)),
            Path(config.theme.custom_dir or ""),
            site_url=config.site_url.rstrip("/") + "/" if config.site_url else "",
            edit_base=_edit_base(config),
            pictures=pictures,
        )
        if config.site_url and not self._serving:  # only full addresses can point to a share card
            self._site, lacking = with_share_cards(self._site, self._build.judged.originals)
            if lacking:
                raise PluginError("\n" + format_text(lacking))
        _join_stylesheets(files, config)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each language the part of the menu that bears its name."""
        self._build.navigation = _by_language(nav)
        return nav

    def on_page_markdown(self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs the title and the other facts of a filled page, or their holes."""
        if page.file.src_uri in self._build.filled:
            slots = self._slots(page.file)
            page.meta["title"] = slots.title
            page.meta["description"] = slots.description
            page.meta.setdefault("template", "catalog/layouts/page.html")
            page.canonical_url = slots.canonical or None
            page.edit_url = slots.edit or None
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the record, or its hole, where the Markdown says."""
        if page.file.src_uri not in self._build.filled:
            return html
        page.toc = TableOfContents([AnchorLink("", SKIP_TARGET, 1)])
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
        _speak(language, config)
        context["nav"] = self._build.navigation.get(language, nav)
        context["slots"] = self._slots(page.file)  # type: ignore[typeddict-unknown-key]
        context["search_box"] = self._site.search_box(language, "../" * _uri(page.file).count("/") or "./")  # type: ignore[typeddict-unknown-key]
        self._keep_for_search(page, language)
        return context

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Set a page that stands outside `content/` (404) in the site's first language."""
        _speak(DEFAULT_LANGUAGE, config)
        context["nav"] = self._build.navigation.get(DEFAULT_LANGUAGE, context["nav"])
        root = context["base_url"].rstrip("/") + "/"
        context["search_box"] = self._site.search_box(DEFAULT_LANGUAGE, root)  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Write the sitemap ourselves: MkDocs knows of the moulds only. Without the site's address there is none."""
        if template_name != "sitemap.xml":
            self.pages += template_name.endswith(".html")
            return output_content
        return sitemap(self._site.site_url, self._site.addresses()) if config.site_url else ""

    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep a mould and leave its own page out of the site."""
        filled = self._build.filled.get(page.file.src_uri)
        if filled is None or not filled.is_mould:
            self.pages += 1
            return output
        with _named_mistakes():
            mould = cut(output, _shown(page.file), self._slots(page.file))
        self._build.moulds[filled.kind, filled.language] = mould
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Pour every record, then write what search and filters read."""
        pages = count_pages(self._site, self._build.moulds)
        total = pages + count_entries_of(self._site) + len(self._build.written)
        self.pages += pour_site(
            self._site,
            self._build.moulds,
            Path(config.site_dir),
            own_pages={
                (filled.kind, filled.language, filled.slug)
                for filled in self._build.filled.values()
                if not filled.is_mould
            },
            poured=lambda done: self.progress(done, total),
        )
        draw_covers(self._site, _root(config), Path(config.site_dir))
        write_index(
            self._site,
            self._build.written,
            Path(config.site_dir),
            indexed=lambda done: self.progress(pages + done, total),
        )
        if self._site.cards:
            printed = print_share_cards(self._site, _root(config), Path(config.site_dir), self.progress)
            if has_errors(printed.findings):
                raise PluginError("\n" + format_text(printed.findings))

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
        """Build again when a record changes."""
        server.watch(str(_root(config) / RECORDS_FOLDER))
        return server

    def _keep_for_search(self, page: MkDocsPage, language: str) -> None:
        """Remember the words of a page that no record makes; the search page does not find itself."""
        filled = self._build.filled.get(page.file.src_uri)
        if filled is not None:
            if not filled.slug and filled.kind != "search":
                self._build.written.append((language, self._site.overview(filled.kind, language)))
            return
        title, description = str(page.title or ""), str(page.meta.get("description", ""))
        text = page_text(page.content or "")
        self._build.written.append((language, WrittenPage(_uri(page.file), title, description, text)))

    def _slots(self, file: File) -> Slots:
        """Return what fills a page, made once: its holes, its record, or the little that a written page needs."""
        source = file.src_uri
        if source not in self._build.slots:
            self._build.slots[source] = self._new_slots(file)
        return self._build.slots[source]

    def _new_slots(self, file: File) -> Slots:
        filled = self._build.filled.get(file.src_uri)
        if filled is None:
            return self._site.slots_of_handwritten(*self._build.handwritten.get(file.src_uri, ("", _language_of(file))))
        if not filled.is_mould:
            return slots_of(self._site.page(filled.kind, filled.language, filled.slug), self._site.renderer)
        first = next(self._site.pages(filled.kind, filled.language), None)
        return holes(
            without=[
                name
                for name, known in (("canonical", self._site.site_url), ("edit", first and first.edit_url))
                if not known
            ]
        )


def build_site(
    root: Path,
    *,
    judged: Judged | None = None,
    as_of: str | None = None,
    site_dir: Path | None = None,
    strict: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> SiteBuilt:
    """Build the whole site into its folder.

    Args:
        root: The project's folder, with `mkdocs.yml`.
        judged: The catalog, if it has been read and checked already.
        as_of: Day the site is built for, `YYYY-MM-DD`.
        site_dir: Where to write; else what `mkdocs.yml` says.
        strict: Stop at MkDocs' warnings.
        progress: Called with how much of what is being made is done, and how much there is: photos, then pages.

    Raises:
        SiteNotBuilt: `mkdocs.yml`, `content/` or a layout has a mistake; the message names it.

    """
    try:
        with _log_of_mkdocs() as said:
            config = load_config(str(root / "mkdocs.yml"), strict=strict or None, site_dir=site_dir and str(site_dir))
            plugin = next((each for each in config.plugins.values() if isinstance(each, CatalogPlugin)), None)
            if plugin is None:
                raise SiteNotBuilt("mkdocs.yml: plugins: thiếu dòng “- catalog” / the line “- catalog” is missing")
            plugin.judged, plugin.progress = judged, progress
            if as_of is not None:
                plugin.config.as_of = as_of
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
    except MkDocsException as error:
        raise SiteNotBuilt("\n".join(said) or str(error)) from error
    folder = Path(config.site_dir)
    return SiteBuilt(folder, plugin.pages, tuple(said))


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


def _join_stylesheets(files: Files, config: MkDocsConfig) -> None:
    """Make one file of the stylesheets that `mkdocs.yml` names: a phone on a slow network pays for every request."""
    parts = [file for name in config.extra_css if (file := files.get_file_from_path(str(name))) is not None]
    if len(parts) < 2:
        return
    joined = "".join(file.content_string for file in parts)
    for file in parts:
        files.remove(file)
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


def _speak(language: str, config: MkDocsConfig) -> None:
    """Let the theme speak a language on the next page that it renders."""
    t = read_strings(language)
    config.theme["language"] = language
    config.site_name = t("site.name")
    config.site_description = t("site.description")
    config.copyright = t("site.copyright")


@contextmanager
def _named_mistakes() -> Iterator[None]:
    try:
        yield
    except MouldError as error:
        raise PluginError("\n" + format_text([error.finding])) from None
