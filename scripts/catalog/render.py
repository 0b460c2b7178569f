"""HTML of one record: our own strict, auto-escaping Jinja environment, the only door to Jinja.

Templates stand in `overrides/catalog/`; each receives one view and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import (  # type: ignore[attr-defined]
    Markup,
    _escape_inner,  # plain text in, plain text out; `escape` wraps it in `Markup`
    escape,
)

from catalog.strings import Strings
from catalog.views import Card, Page


class _PlainCalls(Context):
    """Calls macros and `t` as they are, without asking each whether it wants Jinja's context; none of ours does.

    A product's page is rendered a third faster.
    """

    def call(
        self, thing: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        """Call a macro or a function; the two odd names are of use to Jinja's own context only."""
        return thing(*args, **kwargs)


class _LoadedTemplate(Template):
    """A template whose macros are looked up once, not at every import of the partial, and which escapes faster."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """Load a compiled template; what is HTML already, as every macro's result, is not wrapped anew."""
        template: Template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = _escape
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        if self._module is None:
            self._module = self.make_module()
        return self._module


def _escape(value: Any) -> str:
    """Escape what a template puts out.

    Compiled templates join the answers, so they need no `Markup` around each: making one costs more than escaping.
    """
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _escape_inner(value) if kind is str else escape(value)


class _Templates(Environment):
    """The environment of one build: templates do not change while it runs, so each is looked up once."""

    context_class = _PlainCalls
    # Views have attributes only, and every one: a misspelt name is an AttributeError.
    getattr = staticmethod(getattr)  # type: ignore[assignment]
    template_class = _LoadedTemplate

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._loaded: dict[str, Template] = {}
        # Templates decide nothing, so they need no `range` or `namespace`.
        self.globals.clear()

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Template:
        """Return a template by its name; ours are always named in full."""
        if isinstance(name, Template):
            return name
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]


class Renderer:
    """Turns views into HTML with the templates of one `overrides` folder."""

    def __init__(self, overrides: Path) -> None:
        self._environment = _Templates(FileSystemLoader(overrides))
        # A product's card stands on some eight pages; HTML of a card for one depth of pages is made once.
        self._environment.filters["card"] = lru_cache(100_000)(self._card)

    def body(self, page: Page) -> str:
        """Return the HTML of a page's body.

        Raises:
            jinja2.TemplateError: A template asks for what its view has not; that is our bug.

        """
        return self._render(f"catalog/pages/{page.template}.html", page)

    def head(self, page: Page) -> str:
        """Return what a page adds to its `<head>`: language alternates, structured data."""
        return str(self._partial("head").head(page, page.t)).strip()

    def languages(self, page: Page) -> str:
        """Return the links to a page in every language of the site."""
        return str(self._partial("languages").languages(page, page.t, page.root)).strip()

    def search_box(self, t: Strings, action: str) -> str:
        """Return the search box of the header.

        Args:
            t: Words of the page's language.
            action: The way from the page to the search page.

        """
        return self._environment.get_template("catalog/partials/search-box.html").render(t=t, action=action).strip()

    def _card(self, card: Card, root: str, level: int = 3, first: bool = False) -> Markup:
        html: Markup = self._partial("card").card(card, root, level, first)
        return html

    def _partial(self, name: str) -> Any:
        """Return the macros of a partial; calling one costs half of rendering a template."""
        return self._environment.get_template(f"catalog/partials/{name}.html").module

    def _render(self, name: str, page: Page) -> str:
        template = self._environment.get_template(name)
        return template.render(page=page, view=page.view, t=page.t, root=page.root).strip()
