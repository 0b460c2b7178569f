"""How our templates are compiled: Jinja's rules, without the ways it keeps open for templates unlike ours.

Ours see frozen values that have attributes only, call macros and `t`, and never change while a build runs. So an
attribute is asked for as Python does it, a macro is called like any function, what a macro returns is HTML already,
and each template is looked up once. A product's page is rendered in half the time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import (  # type: ignore[attr-defined]
    Markup,
    _escape_inner,  # plain text in, plain text out; `escape` wraps it in `Markup`
    escape,
)

_NEED_NO_BRACKETS = (nodes.Name, nodes.Getattr, nodes.Call)


class Templates(Environment):
    """The environment of one build."""

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
        # The filter `tojson` escapes < > & ' and gives the answer out as safe.
        self.policies["json.dumps_function"] = _json
        self.policies["json.dumps_kwargs"] = {}

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


class _DirectCode(CodeGenerator):
    """Writes calls and attributes as Python has them.

    Views have every attribute that is asked for: a misspelt name is an AttributeError, and stops the build.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._macros: set[str] = set()
        """Variables of the code that hold a macro of another file."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call a macro, or `t`; none of them wants Jinja's context."""
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.fail("only arguments by place or name, please", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        named: list[nodes.Keyword] = []
        for each in node.kwargs:
            if iskeyword(each.key):  # `class`
                named.append(each)
            else:
                self.visit(each, frame)
                self.write(", ")
        if forward_caller:
            self.write("caller=caller, ")
        for each in named:
            self.write(f"**{{{each.key!r}: ")
            self.visit(each.value, frame)
            self.write("}, ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Ask for an attribute."""
        bracketed = not isinstance(node.node, _NEED_NO_BRACKETS)
        self.write("(" if bracketed else "")
        self.visit(node.node, frame)
        self.write(f"{')' if bracketed else ''}.{node.attr}")

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Remember which variables hold macros; a parameter or a loop of the same name is another variable."""
        super().visit_FromImport(node, frame)
        names = [name[1] if isinstance(name, tuple) else name for name in node.names]
        self._macros.update(frame.symbols.ref(name) for name in names)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Escape what is put out, unless it comes from a macro."""
        called = node.node if isinstance(node, nodes.Call) else None
        if isinstance(called, nodes.Name) and frame.symbols.ref(called.name) in self._macros:
            self.write("(")
            return
        super()._output_child_pre(node, frame, finalize)


class _LoadedTemplate(Template):
    """A template whose macros are looked up once, not at every import of the file."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """Load a compiled template with our macros, and our way to escape."""
        template: Template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__.update(escape=_escape, Macro=_macro)
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        if self._module is None:
            self._module = self.make_module()
        return self._module


Templates.code_generator_class = _DirectCode
Templates.template_class = _LoadedTemplate


def _macro(
    environment: Environment,  # noqa: ARG001 - compiled templates call it so
    function: Callable[..., str],
    name: str,
    arguments: tuple[str, ...],
    catch_kwargs: bool,
    catch_varargs: bool,
    caller: bool,
    autoescape: bool,
) -> Callable[..., Markup]:
    """Return a macro as a plain function. One that takes what it was not told of is unlike ours."""
    if catch_kwargs or catch_varargs or "caller" in arguments or not autoescape:
        raise TypeError(f"macro {name}: only named arguments, please")
    expected = (*arguments, "caller") if caller else arguments
    count, known = len(expected), frozenset(expected)

    def call(*given: Any, **named: Any) -> Markup:
        if named or len(given) != count:
            unknown = named.keys() - known
            if unknown or len(given) > len(arguments):
                raise TypeError(f"macro {name}: {', '.join(sorted(unknown)) or 'too many arguments'}")
            given += tuple([named.get(each, missing) for each in expected[len(given) :]])
        return str.__new__(Markup, function(*given))  # `Markup` itself would look for what a text cannot have

    return call


def _escape(value: Any) -> str:
    """Escape what a template puts out.

    Compiled templates join the answers, so they need no `Markup` around each: making one costs more than escaping.
    """
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _escape_inner(value) if kind is str else escape(value)


def _json(value: Any) -> str:
    """Write a value as JSON, short, its letters as they are; line ends that only JavaScript knows are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
