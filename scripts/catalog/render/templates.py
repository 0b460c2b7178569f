"""How our templates are compiled: Jinja's rules, without the ways it keeps open for templates unlike ours.

Ours see frozen values that have attributes only, call macros and `t`, and never change while a build runs. So an
attribute is asked for as Python does it, a macro is a function of Python, what a macro returns is HTML already, and
each template is looked up once. A product's page is rendered in a third of the time.
"""

from __future__ import annotations

import json
from collections.abc import MutableMapping
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef, find_undeclared
from jinja2.environment import TemplateModule
from jinja2.exceptions import UndefinedError
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import (  # type: ignore[attr-defined]
    Markup,
    _escape_inner,  # plain text in, plain text out; `escape` wraps it in `Markup`
    escape,
)

from catalog.views import Words

PAGES = "catalog/pages/"
"""Folder of the templates that are a page each, not macros."""
GIVEN = ("view", "page", "t", "root")
"""What each of them is given."""
CARD = "card"
"""The filter that returns a card as HTML, as a macro would."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
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

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Make a macro of a page's template, too: what it imports is then looked up once, not for every page."""
        template = super()._parse(source, name, filename)
        if name is not None and name.startswith(PAGES):
            own = [node for node in template.body if not isinstance(node, nodes.FromImport | nodes.Macro)]
            whole = nodes.Macro("page", [nodes.Name(given, "param") for given in GIVEN], [], own, lineno=1)
            template.body = [*(node for node in template.body if node not in own), whole]
            template.set_environment(self)
        return template


class _DirectCode(CodeGenerator):
    """Writes names, attributes, calls and macros as Python has them.

    Views have every attribute that is asked for: a misspelt name is an AttributeError, and stops the build. A variable
    that nobody gives is refused when the template is compiled. What a macro returns is HTML already: put out as it is,
    marked as such anywhere else.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._macros: set[str] = set()
        """Variables of the code that hold a macro; a parameter or a loop of the same name is another variable."""
        self._put_out: nodes.Expr | None = None
        """The call whose answer is put out as it is."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Know the macros of this file before any of them is called."""
        self._macros.update(f"l_0_{macro.name}" for macro in node.find_all(nodes.Macro))
        super().visit_Template(node, frame)

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Remember which variables hold macros of other files."""
        super().visit_FromImport(node, frame)
        names = [name[1] if isinstance(name, tuple) else name for name in node.names]
        self._macros.update(frame.symbols.ref(name) for name in names)

    def enter_frame(self, frame: Frame) -> None:
        """Refuse a variable that is neither set nor given here."""
        for action, name in frame.symbols.loads.values():
            if action == VAR_LOAD_RESOLVE:
                self.fail(f"nobody gives {name} to this macro, or this page", 1)
        super().enter_frame(frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """Read a variable, without asking each time whether it is there."""
        if node.ctx == "load":
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Ask for an attribute."""
        bracketed = not isinstance(node.node, _NEED_NO_BRACKETS)
        self.write("(" if bracketed else "")
        self.visit(node.node, frame)
        self.write(f"{')' if bracketed else ''}.{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call a macro, or `t`; none of them wants Jinja's context."""
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.fail("only arguments by place or name, please", node.lineno)
        macro, put_out = self._is_macro(node, frame), node is self._put_out
        self.write("Markup(" if macro and not put_out else "")
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{_parameter(named.key) if macro else named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(f"{_parameter('caller')}=macro)" if forward_caller else ")")
        self.write(")" if macro and not put_out else "")

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:  # noqa: N802
        """Call a macro with a block, which is a function of its own."""
        self.macro_body(node, frame)
        self.start_write(frame, node)
        self._put_out = node.call
        self.visit_Call(node.call, frame, forward_caller=True)
        self.end_write(frame)

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        """Write a macro as a function that returns HTML; Python itself refuses arguments it does not take."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        required = len(node.args) - len(node.defaults)
        used = find_undeclared(node.body, ("caller", "kwargs", "varargs"))
        if used - {"caller"}:
            self.fail("only named arguments, please", node.lineno)
        inner.require_output_check = False
        self.writeline("def macro(", node)
        for position, argument in enumerate(node.args):
            self.write(inner.symbols.ref(argument.name))
            if position >= required:
                self.write("=")
                self.visit(node.defaults[position - required], inner)
            self.write(", ")
        if used:
            caller = inner.symbols.declare_parameter("caller")
            self._macros.add(caller)
            self.write(f"*, {caller}")
        self.write("):")
        self.indent()
        self.buffer(inner)
        self.enter_frame(inner)
        self.blockvisit(node.body, inner)
        self.return_buffer_contents(inner, force_unescaped=True)
        self.leave_frame(inner, with_python_scope=True)
        self.outdent()
        return inner, MacroRef(node)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - Jinja calls it so
        """Name the function that `macro_body` wrote."""
        self.write("macro")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Escape what is put out, unless it is HTML already."""
        macro = isinstance(node, nodes.Call) and self._is_macro(node, frame)
        if macro or (isinstance(node, nodes.Filter) and node.name == CARD):
            self._put_out = node
            self.write("(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _is_macro(self, node: nodes.Call, frame: Frame) -> bool:
        return isinstance(node.node, nodes.Name) and frame.symbols.ref(node.node.name) in self._macros


def _parameter(name: str) -> str:
    """Return how Jinja's compiler names the parameter of a macro, which stands at the top of its file."""
    return f"l_1_{name}"


class _LoadedTemplate(Template):
    """A template whose macros are looked up once, not at every import of the file."""

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """Load a compiled template with our way to escape."""
        template: Template = super().from_code(*args, **kwargs)
        template.root_render_func.__globals__["escape"] = _escape
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        if self._module is None:
            self._module = self.make_module()
        return self._module


Templates.code_generator_class = _DirectCode
Templates.template_class = _LoadedTemplate


def _escape(value: Any) -> str:
    """Escape what a template puts out.

    Compiled templates join the answers, so they need no `Markup` around each: making one costs more than escaping.
    """
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is Words and value.lang is None:
        return _escape_inner(value.text)
    if value is missing:
        raise UndefinedError("a variable was set in another branch only")
    return escape(value)


def _json(value: Any) -> str:
    """Write a value as JSON, short, its letters as they are; line ends that only JavaScript knows are escaped."""
    text = _ENCODER.encode(value)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
