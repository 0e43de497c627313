"""Make small slips in each solution and see whether the exercise's check catches them.

    python tools/mutate_checks.py                      # all sets
    python tools/mutate_checks.py 14_time_distributed_dense 23

A slip is one operator, number, comparison, flag, or pair of functions such as min and max,
exchanged inside the solution. A slip that changes nothing that the task asks for is listed
with its reason in ``tests/equal_slips.toml`` (without ``change``: any slip on that line). Any
other that survives is printed, and the exit code is 1. It stops endless loops by a signal that
Windows lacks.
"""

import argparse
import ast
import copy
import signal
import sys
import tomllib
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from exercise_sets import ROOT, plain, solved, verdict
from tqdm import tqdm

OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
PAIRS = [
    ("min", "max"),
    ("argmin", "argmax"),
    ("minimum", "maximum"),
    ("sum", "mean"),
    ("any", "all"),
    ("floor", "ceil"),
    ("zeros", "ones"),
    ("repeat", "tile"),
    ("hstack", "vstack"),
    ("append", "extend"),
    ("sin", "cos"),
]
OTHER_NAME = dict(PAIRS) | {right: left for left, right in PAIRS}


@dataclass(frozen=True)
class Slip:
    """One slip: the exercise, the solution's line as it stands, what changed, the whole cell."""

    exercise: str
    line: str
    change: str
    code: str

    def is_listed(self, equal):
        """Whether an entry of ``equal_slips.toml`` means this slip."""
        return any(
            (one["exercise"], one["line"]) == (self.exercise, self.line)
            and one.get("change", self.change) == self.change
            for one in equal
        )


class TookTooLong(BaseException):
    """No Exception: a check must not report it as the learner's error."""


def slipped(node):
    """The node with a slip in it, or None where this kind of node allows none."""
    new = copy.deepcopy(node)
    match node:
        case ast.BinOp(op=op) | ast.BoolOp(op=op) if type(op) in OPERATORS:
            new.op = OPERATORS[type(op)]()
        case ast.Compare(ops=[op]) if type(op) in OPERATORS:
            new.ops = [OPERATORS[type(op)]()]
        case ast.UnaryOp(op=ast.USub() | ast.Not() | ast.Invert()):
            new = new.operand
        case ast.Constant(value=bool()):
            new.value = not node.value
        case ast.Constant(value=int() | float()):
            new.value = node.value + 1
        case ast.Attribute(attr=name) if name in OTHER_NAME:
            new.attr = OTHER_NAME[name]
        case ast.Name(id=name) if name in OTHER_NAME:
            new.id = OTHER_NAME[name]
        case _:
            return None
    return new


class Replace(ast.NodeTransformer):
    """Puts ``new`` where ``old`` stands."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else super().generic_visit(node)


def slips(exercise, most=12):
    """At most ``most`` slips in a solution, evenly spread over it, the same in each run."""
    source = plain(exercise.solution)
    lines = source.splitlines()
    marks = [i for i, line in enumerate(lines, 1) if line.strip().endswith(" SOLUTION")]
    inside = {i for k in range(0, len(marks), 2) for i in range(marks[k], marks[k + 1])}
    tree = ast.parse(source)
    found, seen = [], Counter()
    for node in ast.walk(tree):
        if getattr(node, "lineno", 0) not in inside or (new := slipped(node)) is None:
            continue
        line = lines[node.lineno - 1].strip()
        change = f"{ast.unparse(node)} -> {ast.unparse(new)}"
        seen[line, change] += 1
        if seen[line, change] > 1:
            change += f" (number {seen[line, change]})"
        place = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
        found.append((place, line, change, node, new))
    found.sort(key=lambda entry: entry[0])
    chosen = np.unique(np.linspace(0, len(found) - 1, min(most, len(found))).round().astype(int))
    return [
        Slip(exercise.number, line, change, ast.unparse(with_new(tree, node, new)))
        for _, line, change, node, new in (found[i] for i in chosen)
    ]


def with_new(tree, node, new):
    """A copy of the tree with ``new`` in the place of ``node``."""
    copied = {}
    tree = copy.deepcopy(tree, copied)
    return ast.fix_missing_locations(Replace(copied[id(node)], new).visit(tree))


def caught(exercise, slip, hidden, seconds):
    """Whether the check does not pass with this slip; a slip that never ends is caught."""

    def stop(*_):
        raise TookTooLong

    usual = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        with warnings.catch_warnings(action="ignore"):
            printed = verdict(exercise, slip.code, hidden)
    except (Exception, TookTooLong):
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)
    return not printed.startswith("✓") or "✗" in printed


def try_set(stem, root=ROOT, most=12, seconds=10):
    """Try all slips of a set: a list of (slip, "visible", "hidden" or "survived")."""
    result = []
    for exercise in tqdm(solved(stem, root).values(), desc=stem, unit="exercise"):
        for slip in slips(exercise, most):
            if caught(exercise, slip, False, seconds):
                result.append((slip, "visible"))
            elif caught(exercise, slip, True, seconds):
                result.append((slip, "hidden"))
            else:
                result.append((slip, "survived"))
    return result


def equal_slips(root=ROOT):
    """The entries of ``equal_slips.toml``: exercise, line, perhaps change, reason."""
    path = root / "tests" / "equal_slips.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")).get("equal", [])


def stems_of(names, root=ROOT):
    """The sets meant by names or their beginnings ("14"); all sets without a name.

    Raises
    ------
    ValueError
        If a name is no set's beginning.
    """
    stems = sorted(path.stem for path in (root / "solutions").glob("*.ipynb"))
    chosen = []
    for name in names or stems:
        meant = [stem for stem in stems if stem.startswith(Path(name).stem)]
        if not meant:
            raise ValueError(f"no exercise set is called {name!r}; there are {', '.join(stems)}")
        chosen += meant
    return chosen


def main(arguments=None, root=ROOT):
    """The command's exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help='a set, or how it begins: "14"')
    parser.add_argument("--most", type=int, default=12, help="slips an exercise (12)")
    parser.add_argument("--seconds", type=float, default=10, help="for one slip (10)")
    options = parser.parse_args(arguments)
    try:
        stems = stems_of(options.sets, root)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2

    equal, survivors, counts = equal_slips(root), [], Counter()
    for stem in stems:
        result = try_set(stem, root, options.most, options.seconds)
        here = Counter((slip.exercise, how) for slip, how in result)
        print(f"\n{stem}: slips, caught by the visible check, by hidden tests only, survived")
        for number in sorted({slip.exercise for slip, _ in result}):
            ways = [here[number, way] for way in ("visible", "hidden", "survived")]
            print(f"  {number}  {sum(ways):3}", *(f"{way:3}" for way in ways))
        counts.update(how for _, how in result)
        survivors += [slip for slip, how in result if how == "survived"]

    unlisted = [slip for slip in survivors if not slip.is_listed(equal)]
    print(
        f"\n{counts.total()} slips: {counts['visible']} caught by visible checks, "
        f"{counts['hidden']} by hidden tests only; {len(survivors) - len(unlisted)} equal, "
        f"{len(unlisted)} survived"
    )
    for slip in unlisted:
        print(f"survived: {slip.exercise}  {slip.line}\n          {slip.change}")
    return 1 if unlisted else 0


if __name__ == "__main__":
    sys.exit(main())
