"""The expression language of templates: Jinja2's grammar, an allow-list of its nodes, and a sandbox as the second wall.

Names and fields are checked against the contract before anything runs, so a template that passes can fail at no item.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.compose.context import FigureItem
from briefing.word.filters import FILTERS, capped
from briefing.word.shapes import ANY, CHART, LOOP, TEXT, Shape, elsewhere, members, nearest

Scope = Mapping[str, Any]
LONGEST = 500  # characters of one tag
DEEPEST = 30  # nodes within nodes
TESTS = frozenset(
    {"defined", "odd", "even", "eq", "ne", "lt", "le", "gt", "ge", "in", "equalto", "divisibleby", "number", "string"}
)
_OPERATORS = (nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr)
# What people try first, and what they can do instead.
_REFUSED = {
    nodes.Call: "Calls are not possible in a template; use a filter: {{ note.to|join_and }}.",
    nodes.BinExpr: "A template does not calculate; put the result into a field.",
    nodes.Concat: "Put the two tags one after the other instead of joining them with ~.",
    nodes.List: "Lists cannot be written in a template.",
    nodes.Dict: "Lists cannot be written in a template.",
}


class Fault(Exception):  # noqa: N818 – a fault in a template, not in the program
    """What is wrong with a tag, how to mend it, and what was probably meant."""

    def __init__(self, reason: str, fix: str = "", meant: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix
        self.meant = meant


class _Environment(ImmutableSandboxedEnvironment):
    """Fields are looked up as keys of plain dicts and never as attributes of Python's objects."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, dict) and argument in obj:
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=str(argument))


@cache
def _environment() -> _Environment:
    environment = _Environment(undefined=StrictUndefined, autoescape=False, optimized=True)
    environment.globals.clear()
    environment.filters = {name: capped(function) for name, function in FILTERS.items()}
    environment.tests = {name: test for name, test in environment.tests.items() if name in TESTS}
    return environment


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression, its shape and the text it was written as."""

    source: str
    shape: Shape
    run: Callable[[Scope], Any]

    def text(self, scope: Scope) -> str:
        """The value as printed."""
        value = self.run(scope)
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int):
            return str(value)
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            return str(value["text"])
        raise Fault(f"“{self.source}” is a list or a record and cannot be printed.", "Name one of its fields.")


@dataclass(frozen=True, slots=True)
class ForClause:
    """``for variable in items if condition``."""

    variable: str
    items: Expression
    condition: Expression | None


def expression(source: str, scope: Mapping[str, Shape], *, printed: bool = False) -> Expression:
    """An expression, checked and compiled; Fault where it is not allowed or names nothing."""
    return _expression(source, frozenset(scope.items()), printed)


@lru_cache(maxsize=4096)
def _expression(source: str, known: frozenset[tuple[str, Shape]], printed: bool) -> Expression:
    """The same tag is compiled once in the life of the process, whichever note it stands in."""
    scope = dict(known)
    (output,) = _parse(f"{{{{ {source} }}}}", nodes.Output).find_all(nodes.Output)
    if len(output.nodes) != 1 or isinstance(output.nodes[0], nodes.TemplateData):
        raise Fault("This is not one expression.", "Write the name of a field.")
    return _compiled(output.nodes[0], source, scope, printed=printed)


def for_clause(source: str, scope: Mapping[str, Shape]) -> ForClause:
    """The head of a loop, checked and compiled; Fault where it is not allowed or names nothing."""
    return _for_clause(source, frozenset(scope.items()))


@lru_cache(maxsize=1024)
def _for_clause(source: str, known: frozenset[tuple[str, Shape]]) -> ForClause:
    scope = dict(known)
    (loop,) = _parse(f"{{% for {source} %}}{{% endfor %}}", nodes.For).find_all(nodes.For)
    plain = isinstance(loop.target, nodes.Name) and not loop.target.name.startswith("_")
    if not plain or loop.recursive or loop.body or loop.else_ or not isinstance(loop.target, nodes.Name):
        raise Fault("A loop has one variable.", "Write it as {% for figure in figures %}.")
    items = _compiled(loop.iter, source, scope)
    item = ANY if items.shape.anything else items.shape.item
    if item is None:
        raise Fault(
            f"“{source.partition(' in ')[2].strip()}” is not a list.", "A loop runs over a list, such as figures or quotes."
        )
    inner = {**scope, loop.target.name: item, "loop": LOOP}
    condition = _compiled(loop.test, source, inner) if loop.test else None
    return ForClause(loop.target.name, items, condition)


def _parse(source: str, kind: type[nodes.Node]) -> nodes.Template:
    if len(source) > LONGEST:
        raise Fault("This tag is too long.", f"A tag holds at most {LONGEST} characters.")
    try:
        tree = _environment().parse(source)
    except (TemplateSyntaxError, RecursionError) as problem:
        raise Fault(_syntax(problem), "Compare it with the list of fields.") from problem
    if len(tree.body) != 1 or not isinstance(tree.body[0], kind):
        raise Fault("This tag does not hold exactly one expression.", "Write one field or condition a tag.")
    return tree


def _syntax(problem: Exception) -> str:
    message = str(problem.message) if isinstance(problem, TemplateSyntaxError) and problem.message else "it is nested too deeply"
    return f"This tag cannot be read: {message[:1].lower()}{message[1:].rstrip('.')}."


def _compiled(node: nodes.Node, source: str, scope: Mapping[str, Shape], *, printed: bool = False) -> Expression:
    shape = _shape(node, scope, 0)
    if printed and not shape.printable:
        known = members(shape.record) if shape.record else {}
        example = next(iter(known), "")
        what = "a list" if shape.item else "a record"
        fix = f"Name a field, such as {source}.{example}." if example else "Use a loop, or a filter such as |join_and."
        raise Fault(f"“{source}” is {what} and cannot be printed.", fix)
    return Expression(source, shape, _direct(node) or _by_jinja(node))


def _direct(node: nodes.Node | None) -> Callable[[Scope], Any] | None:
    """Fields and filters, which is what most tags are, by looking them up: ten times as fast as by Jinja; None for all else."""
    if isinstance(node, nodes.Name):
        name = node.name
        return lambda scope: scope[name]
    if isinstance(node, nodes.Getattr):
        owner, attribute = _direct(node.node), node.attr
        return (lambda scope: owner(scope)[attribute]) if owner else None
    if isinstance(node, nodes.Filter):
        value, function = _direct(node.node), _environment().filters[node.name]
        given = [each.value for each in node.args if isinstance(each, nodes.Const)]
        named = {str(each.key): each.value.value for each in node.kwargs if isinstance(each.value, nodes.Const)}
        return (lambda scope: function(value(scope), *given, **named)) if value else None
    return None


def _by_jinja(node: nodes.Node) -> Callable[[Scope], Any]:
    body: list[nodes.Node] = [nodes.Assign(nodes.Name("result", "store", lineno=1), node, lineno=1)]
    tree = nodes.Template(body, lineno=1)
    tree.set_environment(_environment())
    template = _environment().from_string(tree)

    context = template.new_context()  # one for all calls: making one costs more than the expression itself

    def run(values: Scope) -> Any:
        context.parent = values  # type: ignore[assignment] # it is only read
        for _ in template.root_render_func(context):
            pass
        return context.vars["result"]

    return run


def _shape(node: nodes.Node, scope: Mapping[str, Shape], depth: int) -> Shape:
    """The shape of an allowed node; Fault for any other, and for names that the contract does not know."""
    if depth > DEEPEST:
        raise Fault("This tag is nested too deeply.", "Make it simpler.")
    if isinstance(node, nodes.Const) and isinstance(node.value, str | int | float | None):
        return TEXT
    if isinstance(node, nodes.Name):
        return _variable(node.name, scope)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        return _part(node, _shape(node.node, scope, depth + 1))
    if isinstance(node, nodes.Filter | nodes.Test):
        return _filtered(node, scope, depth) if isinstance(node, nodes.Filter) else _tested(node, scope, depth)
    if isinstance(node, _OPERATORS):
        shapes = [_shape(child, scope, depth + 1) for child in node.iter_child_nodes()]
        return _joined(node, shapes)
    reason = f"“{type(node).__name__}” is not allowed in a template."
    raise Fault(
        reason, next((fix for kind, fix in _REFUSED.items() if isinstance(node, kind)), "Use fields, filters and conditions.")
    )


def _joined(node: nodes.Node, shapes: list[Shape]) -> Shape:
    """What ``a or b`` and ``a if c else b`` give: the shape of a where all agree, else what prints worst."""
    if isinstance(node, nodes.CondExpr):
        shapes = shapes[1:] or shapes
    if isinstance(node, nodes.Or | nodes.And | nodes.CondExpr):
        return next((shape for shape in shapes if shape != TEXT), TEXT)
    return TEXT


def _variable(name: str, scope: Mapping[str, Shape]) -> Shape:
    if name in scope or nearest(name, scope):
        return _member(name, scope, "field")
    meant, fix = elsewhere(name, scope)
    raise Fault(f"Unknown field “{name}”.", fix, meant)


def _member(name: str, known: Mapping[str, Shape], what: str) -> Shape:
    if name in known and not name.startswith("_"):
        return known[name]
    meant = nearest(name, known)
    fix = f"Did you mean “{meant}”?" if meant else "See the list of fields."
    raise Fault(f"Unknown {what} “{name}”.", fix, meant)


def _part(node: nodes.Getattr | nodes.Getitem, shape: Shape) -> Shape:
    if isinstance(node, nodes.Getattr):
        return _field(shape, node.attr)
    if isinstance(node.arg, nodes.Const):
        return _entry(shape, node.arg.value)
    raise Fault("Only a number or a name in quotation marks can stand in [ ].", "Write list[0] for the first one.")


def _field(shape: Shape, attribute: str) -> Shape:
    if attribute.startswith("_"):
        raise Fault(f"“{attribute}” is not allowed in a template.", "Names of fields begin with a letter.")
    if shape.anything:
        return ANY
    if shape.item is not None:
        raise Fault(f"A list has no field “{attribute}”.", "Use a loop: {% for item in list %}.")
    if shape.record is None:
        raise Fault(f"A text has no field “{attribute}”.", "Leave out what follows the dot.")
    return _member(attribute, members(shape.record), "field")


def _entry(shape: Shape, key: object) -> Shape:
    if shape.anything:
        return ANY
    if shape.item is not None and isinstance(key, int):
        return shape.item
    if isinstance(key, str):
        return _field(shape, key)
    raise Fault("Only entries of a list can be counted.", "Write list[0] for the first one.")


def _filtered(node: nodes.Filter, scope: Mapping[str, Shape], depth: int) -> Shape:
    if node.name not in FILTERS:
        meant = nearest(node.name, dict.fromkeys(FILTERS, TEXT))
        raise Fault(
            f"Unknown filter “{node.name}”.", f"Did you mean “{meant}”?" if meant else f"Known are {', '.join(FILTERS)}.", meant
        )
    arguments = (*node.args, *(keyword.value for keyword in node.kwargs))
    if node.node is None or node.dyn_args or node.dyn_kwargs or not all(isinstance(each, nodes.Const) for each in arguments):
        raise Fault(f"The filter “{node.name}” takes only fixed values.", "Write a number or a text in quotation marks.")
    shape = _shape(node.node, scope, depth + 1)
    if shape.anything:
        return ANY
    takes_list = node.name in {"by", "top", "join_and", "join", "chart"}
    if takes_list and shape.item is None:
        raise Fault(f"The filter “{node.name}” needs a list.", "Put it behind a list, such as figures.")
    if not takes_list and node.name != "length" and (shape.item is not None or shape.record is not None):
        raise Fault(f"The filter “{node.name}” needs a text.", "Name one field of it.")
    if node.name == "by" and shape.item is not None and arguments and isinstance(arguments[0], nodes.Const):
        _field(shape.item, str(arguments[0].value))
    if node.name == "chart":
        if shape.item is None or shape.item.record is not FigureItem:
            raise Fault("A chart is drawn of figures.", "Put it behind a list of figures: {{ figures|chart }}.")
        return CHART
    return shape if node.name in {"by", "top"} else TEXT


def _tested(node: nodes.Test, scope: Mapping[str, Shape], depth: int) -> Shape:
    if node.name not in TESTS:
        raise Fault(f"Unknown test “{node.name}”.", f"Known are {', '.join(sorted(TESTS))}.")
    for argument in node.args or ():
        _shape(argument, scope, depth + 1)
    _shape(node.node, scope, depth + 1)
    return TEXT
