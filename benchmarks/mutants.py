r"""One-operator changes of the package's code, drawn at random but reproducibly, with cosmic-ray.

The operators are cosmic-ray's, in the pairs a person could have typed (``<`` for ``<=``, ``+`` for
``-``, ``and`` for ``or``, a number off by one, a condition turned round), and three of our own:
``in`` for ``not in``, a return without its value, a text with other words.

>>> code = 'def share(a, b):\n    "Doc."\n    return (a + 1) / b if a > 0 else "nol"\n'
>>> for change in changes_of("x.py", code):
...     print(change.kind, "->", change.applied(code).splitlines()[-1].strip())
Add_Sub -> return (a - 1) / b if a > 0 else "nol"
Div_Mul -> return (a + 1) * b if a > 0 else "nol"
Gt_GtE -> return (a + 1) / b if a >= 0 else "nol"
Gt_LtE -> return (a + 1) / b if a <= 0 else "nol"
AddNot -> return (a + 1) / b if not a > 0 else "nol"
NumberReplacer -> return (a + 2) / b if a > 0 else "nol"
NumberReplacer -> return (a + 0) / b if a > 0 else "nol"
NumberReplacer -> return (a + 1) / b if a > 1 else "nol"
NumberReplacer -> return (a + 1) / b if a > -1 else "nol"
ReturnNone -> return None
Words -> return (a + 1) / b if a > 0 else "XXnolXX"
>>> code = 'x: "A | B" = 1  # a type decides nothing'
>>> [change.applied(code)[:14] for change in changes_of("x.py", code)]
['x: "A | B" = 2', 'x: "A | B" = 0']
"""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.ast.ast_query import ASTQuery
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator

BINARY = ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "Pow_Mul",
          "BitOr_BitAnd", "BitAnd_BitOr")  # fmt: skip
COMPARISON = ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is", "Lt_LtE", "Lt_GtE", "LtE_Lt",
              "LtE_GtE", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_LtE")  # fmt: skip
UNARY = ("Delete_Not", "Delete_USub", "Delete_Invert")
OTHERS = ("AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr",
          "ReplaceOrWithAnd", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak",
          "NumberReplacer")  # fmt: skip
TYPES = ("Literal", "TypeVar", "cast", "TypeAlias", "NewType")


class Own(Operator):
    """An operator of ours: nothing to configure, one change a place."""

    @classmethod
    def examples(cls) -> tuple[()]:
        """Give none: the doctest above shows them."""
        return ()


class InNotIn(Own):
    """``in`` for ``not in`` and back."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        """Find comparisons with ``in``, not the ``in`` of a loop."""
        if node.type == "comparison" and node.children[1].get_code().strip() in ("in", "not in"):
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Turn it round."""
        other = " in" if node.children[1].get_code().strip() == "not in" else " not in"
        node.children[1] = parso.parse(other)
        return node


class ReturnNone(Own):
    """A return without its value."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        """Find returns of something."""
        if node.type == "return_stmt" and node.children[1].get_code().strip() != "None":
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Give ``None``."""
        node.children[1] = parso.parse(" None")
        return node


class Words(Own):
    """A text with other words: ``"poin"`` becomes ``"XXpoinXX"``."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        """Find strings and the words within f-strings."""
        if node.type in ("string", "fstring_string"):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Put a mark before and behind."""
        text = node.value
        if node.type == "string":
            quote = len(node.string_prefix) + (3 if text.endswith(('"""', "'''")) else 1)
            end = quote - len(node.string_prefix)
            node.value = f"{text[:quote]}XX{text[quote:-end]}XX{text[-end:]}"
        else:
            node.value = f"XX{text}XX"
        return node


@dataclass(frozen=True)
class Change:
    """One change: where it stands and what makes it."""

    path: str
    line: int
    name: str  # the function it stands in, its line's text, its number: stays when others move
    kind: str
    operator: Any
    occurrence: int

    def applied(self, code: str) -> str | None:
        """Give the module's text with the change; nothing where that is no Python."""
        new = mutate_code(code, self.operator, self.occurrence)
        try:
            compile(new or "", "mutant", "exec")
        except (SyntaxError, ValueError):
            return None
        return None if new == code else new


def changes_of(path: str, code: str) -> Iterator[Change]:
    """List every one-operator change of a module that could alter what it does."""
    lines = code.splitlines()
    still = [*_still(ast.parse(code), lines)]
    nodes = [*ast_nodes(get_ast(code))]
    seen: Counter[str] = Counter()
    for operator in _operators():
        kind = type(operator).__name__.split("Operator_")[-1]
        places = [(n, start) for n in nodes for start, _ in operator.mutation_positions(n)]
        for occurrence, (node, start) in enumerate(places):
            if any(a <= start < b for a, b in still) or node.parent.type == "parameters":
                continue
            name = f"{ASTQuery(node).get_definition_name()} {lines[start[0] - 1].strip()} {kind}"
            seen[name] += 1
            yield Change(path, start[0], f"{name} {seen[name]}", kind, operator, occurrence)


def _operators() -> list[Any]:
    names = [*(f"ReplaceBinaryOperator_{pair}" for pair in BINARY),
             *(f"ReplaceComparisonOperator_{pair}" for pair in COMPARISON),
             *(f"ReplaceUnaryOperator_{pair}" for pair in UNARY), *OTHERS]  # fmt: skip
    own: list[type[Operator]] = [InNotIn, ReturnNone, Words]
    return [kind() for kind in (*(get_operator(f"core/{name}") for name in names), *own)]


def _still(tree: ast.AST, lines: Sequence[str]) -> Iterator[tuple[tuple[int, int], ...]]:
    """List the spans that decide nothing: docstrings, types, decorators, exports, logging."""
    for node in ast.walk(tree):
        parts = [getattr(node, "annotation", None), getattr(node, "returns", None),
                 *getattr(node, "decorator_list", ())]  # fmt: skip
        if _decides_nothing(node):
            parts.append(node)
        for part in filter(None, parts):
            yield (
                (part.lineno, _column(lines[part.lineno - 1], part.col_offset)),
                (part.end_lineno, _column(lines[part.end_lineno - 1], part.end_col_offset)),
            )


def _decides_nothing(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)):
            return name in TYPES
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name))):
            return name in ("log", "logger", "logging", "warnings")
    return False


def _column(line: str, offset: int) -> int:
    """Turn an offset in bytes into one in characters."""
    return len(line.encode()[:offset].decode())


def draw(tree: Path, files: Sequence[Path], size: int, seed: int) -> list[tuple[Change, str]]:
    """Draw changes of some modules, with the text they give; half of them of words, if there are.

    The lot of a change depends on the seed and on its own line only: the same are drawn of another
    commit, as far as they are there.
    """
    codes = {file.relative_to(tree).as_posix(): file.read_text(encoding="utf-8") for file in files}
    lots = [
        (hashlib.sha256(f"{seed} {path} {change.name}".encode()).hexdigest(), change)
        for path, code in codes.items()
        for change in changes_of(path, code)
    ]
    shuffled = [change for _, change in sorted(lots, key=lambda pair: pair[0])]
    words = [change for change in shuffled if change.kind == "Words"]
    others = [change for change in shuffled if change.kind != "Words"]
    drawn: list[tuple[Change, str]] = []
    for kind, wanted in ((others, max(size - size // 2, size - len(words))), (words, size)):
        made = ((change, change.applied(codes[change.path])) for change in kind)
        good = ((change, new) for change, new in made if new is not None)
        drawn += islice(good, min(wanted, size - len(drawn)))
    return sorted(drawn, key=lambda pair: (pair[0].path, pair[0].line, pair[0].name))
