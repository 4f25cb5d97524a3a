"""Measures the application against bare programs and prints a Markdown table of ratios.

    python bench/run.py --file empty|2mb|8mb|all [--runs N] [--only start,echo,...] [--bare]

Ratios count, taken in one run on one machine; the figures beside them are for orientation. With
`--bare` the bare programs stand in for the application: ratios near 1 show that the measuring is
sound. Needs the packages of the `test` extra. Linux only.
"""

from __future__ import annotations

import argparse
import math
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.generate import generate
from bench.measures import MEASURES, Row, Setup
from bench.target import application, bare, clean_environment

MEGABYTES = {"empty": 0, "2mb": 2, "8mb": 8}
START_LIMITS = {"empty": 2.0, "2mb": 2.0, "8mb": 2.5}
MEMORY_LIMITS = {"empty": 60.0, "2mb": 60.0, "8mb": None}
NOT_MEASURED = (AssertionError, OSError, RuntimeError)


def main() -> None:
    """Parse the arguments, measure, print."""
    args = _arguments()
    kinds = list(MEGABYTES) if args.file == "all" else [args.file]
    print("| file | measure | value | baseline | ratio | limit | |")
    print("|---|---|--:|--:|--:|--:|---|", flush=True)
    for kind in kinds:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            for line in _measure(kind, Path(folder), args):
                print(line, flush=True)


def _measure(kind: str, folder: Path, args: argparse.Namespace) -> Iterator[str]:
    """The lines of the table for one kind of file; each measurement gets a fresh copy."""
    master = folder / "master.json"
    _prepare(master, kind, args.bare)
    for name in args.only:
        place = folder / name
        (place / "home").mkdir(parents=True)
        file = place / "network.json"
        shutil.copyfile(master, file)
        env = clean_environment(place / "home")
        setup = Setup(
            target=bare(env) if args.bare else application(file, env),
            baseline=bare(env),
            file=file,
            runs=args.runs,
            keys=args.keys,
            idle_seconds=args.idle,
            start_limit=START_LIMITS[kind],
            memory_limit=MEMORY_LIMITS[kind],
        )
        try:
            for row in MEASURES[name](setup):
                yield f"| {kind} {_cells(row)}"
        except NOT_MEASURED as error:
            print(f"{kind}, {name}: {error}", file=sys.stderr)
            reason = (str(error) or type(error).__name__).split("\n")[0]
            yield f"| {kind} | {name} | | | | | not measured: {reason} |"


def _prepare(path: Path, kind: str, plain: bool) -> None:
    """Make the data file; "empty" is the practice network with nothing recorded yet."""
    megabytes = MEGABYTES[kind]
    if plain:
        path.write_bytes(b"note\n" + b"x" * (megabytes * 1_000_000))
    else:
        generate(path, megabytes)


def _cells(row: Row) -> str:
    ratio = row.value / row.baseline if row.baseline else math.inf
    shown = f"{ratio:.2f}" if row.baseline else "–"
    limit, verdict = "", ""
    if row.ratio_limit is not None:
        limit = f"{row.ratio_limit:g}"
        verdict = "ok" if ratio <= row.ratio_limit else "too much"
    elif row.value_limit is not None:
        limit = f"{row.value_limit:g} {row.unit}"
        verdict = "ok" if row.value <= row.value_limit else "too much"
    figures = f"{row.value:.1f} {row.unit} | {row.baseline:.1f} {row.unit} | {shown}"
    return f"| {row.name} | {figures} | {limit} | {verdict} |"


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(MEASURES):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return names


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--file", choices=[*MEGABYTES, "all"], default="all")
    parser.add_argument("--runs", type=int, default=5, help="runs of each start (default: 5)")
    parser.add_argument("--keys", type=int, default=60, help="keys to type (default: 60)")
    parser.add_argument("--idle", type=float, default=10.0, help="seconds of idling (default: 10)")
    parser.add_argument(
        "--only", type=_names, default=list(MEASURES), help=f"of {','.join(MEASURES)}"
    )
    parser.add_argument("--bare", action="store_true", help="bare programs as the application")
    return parser.parse_args()


if __name__ == "__main__":
    main()
