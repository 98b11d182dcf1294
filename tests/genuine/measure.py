#!/usr/bin/python3
"""Puts generated reports through genuine converters and measures how gialint reads what comes out.

Documents are made by tests/generator, right ones and ones with one damage each; routes.toml says through which programs they go.
Per route three things are told: how many cells are read right, of how many right reports something is said that is false, and how
many damages are reported once with nothing besides. Status 1: less than the bounds of routes.toml, or a converter failed;
2: it could not be run.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import decimal
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian's modules belong to
SLOWEST_FILE = 120  # seconds that a converter may take for one file
OFFICE_BATCH = 40  # files that LibreOffice gets at once

# Documents of one body and two years would be compared, which no single document asks for.
CHECK = ["check", "--isolated", "--ignore", "history/*,corpus/*", "--fail-on", "never", "--format", "jsonl"]
EXTRACT = ["extract", "--isolated", "--format", "jsonl"]


def say(*words):
    print("measure:", *words, file=sys.stderr, flush=True)


# ---------------------------------------------------------------- steps


@dataclasses.dataclass
class Step:
    """One conversion of routes.toml."""

    name: str
    source: str
    ending: str
    needs: str
    command: list
    route: bool
    blanks: bool
    lossy: bool
    bounds: dict

    @property
    def at_once(self):
        return not self.command or "{all}" in self.command


def read_steps():
    steps = {}
    for name, about in tomllib.loads((HERE / "routes.toml").read_text("utf-8"))["step"].items():
        steps[name] = Step(
            name, about["from"], about["to"], about["needs"], about.get("command", []), about.get("route", False),
            about.get("blanks", True), about.get("lossy", False), about.get("bounds", {}))
    return steps


class Conversions:
    """Runs steps, each over all files of the step before, and knows which programs are missing."""

    def __init__(self, steps, work):
        self.steps = steps
        self.work = work
        self.missing = {}  # step: what it lacks
        self.failed = []  # what a converter said of a file
        self.done = set()
        self.environment = dict(os.environ, GIALINT_NODE_MODULES=str(work / "npm"), LC_ALL="C.UTF-8", HOME=str(work / "home"))
        (work / "home").mkdir(parents=True, exist_ok=True)

    def files(self, name):
        """The files that a step or the generator made, by the documents' names."""
        ending = self.steps[name].ending if name in self.steps else name
        folder = self.work / (name if name in self.steps else "documents")
        return {file.stem: file for file in sorted(folder.glob(f"*.{ending}"))}

    def run(self, name):
        """Whether the step's files are there."""
        if name not in self.steps or name in self.done:
            return True
        step = self.steps[name]
        if not self.run(step.source):
            self.missing[name] = self.missing[step.source]
            return False
        if not self.available(step):
            self.missing[name] = step.needs
            return False
        folder = self.work / name
        folder.mkdir(exist_ok=True)
        todo = []
        for stem, file in self.files(step.source).items():
            made = folder / f"{stem}.{step.ending}"
            if not made.exists() or made.stat().st_mtime < file.stat().st_mtime:
                todo.append((file, made))
        if todo:
            say(f"{name}: {len(todo)} files")
            self.convert(step, folder, todo)
        self.done.add(name)
        return True

    def available(self, step):
        kind, _, converter = step.needs.partition(":")
        if kind == "node":
            return shutil.which("node") is not None and self.call(["node", HERE / "convert.mjs", "--check", converter]) == ""
        if kind == "python3":
            return self.call([SYSTEM_PYTHON, HERE / "convert.py", "--check", converter]) == ""
        return shutil.which(step.needs) is not None

    def convert(self, step, folder, todo):
        if step.at_once:
            batch = OFFICE_BATCH if step.needs == "soffice" else len(todo)
            for begin in range(0, len(todo), batch):
                files = [file for file, _ in todo[begin : begin + batch]]
                trouble = self.call(self.command(step, folder, files), len(files) * SLOWEST_FILE)
                if trouble:
                    self.failed.append(f"{step.name}: {trouble}")
        else:
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                for trouble in pool.map(lambda one: self.convert_one(step, *one), todo):
                    if trouble:
                        self.failed.append(f"{step.name}: {trouble}")
        for file, made in todo:
            if not made.exists():
                self.failed.append(f"{step.name}: nothing came of {file.name}")

    def command(self, step, folder, files):
        kind, _, converter = step.needs.partition(":")
        if kind == "node":
            return ["node", HERE / "convert.mjs", converter, folder, step.ending, *files]
        if kind == "python3":
            return [SYSTEM_PYTHON, HERE / "convert.py", converter, folder, step.ending, *files]
        command = []
        for word in step.command:
            command += files if word == "{all}" else [word.replace("{folder}", str(folder))]
        # A profile of its own, so that it neither joins nor disturbs an office that is open.
        return [command[0], f"-env:UserInstallation=file://{self.work}/office", *command[1:]]

    def convert_one(self, step, file, made):
        words = [word.replace("{in}", str(file)).replace("{out}", str(made)) for word in step.command]
        if words[0] == "chromium":
            words.insert(1, f"--user-data-dir={self.work}/chromium-{made.stem}")
        to_file = words[-1].startswith(">")
        try:
            if to_file:
                with open(made, "wb") as out:
                    return self.call(words[:-1], SLOWEST_FILE, out)
            return self.call(words, SLOWEST_FILE)
        finally:
            shutil.rmtree(f"{self.work}/chromium-{made.stem}", ignore_errors=True)

    def call(self, command, seconds=SLOWEST_FILE, out=subprocess.DEVNULL):
        """What went wrong, in words; empty when nothing did."""
        try:
            ended = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, env=self.environment, timeout=seconds)
        except subprocess.TimeoutExpired:
            return f"no end after {seconds} s"
        if ended.returncode == 0:
            return ""
        return f"status {ended.returncode}: " + ended.stderr.decode("utf-8", "replace").strip()[-300:]


# ---------------------------------------------------------------- what is right


@dataclasses.dataclass
class Document:
    """What FILE.cells says of a document."""

    cells: dict  # (table, row, column): (state, value)
    about: str
    least: str = ""  # of a damaged one: the severity that tells of it …
    rules: tuple = ()  # … and the rules

    @property
    def damage(self):
        return bool(self.rules)

    def tells(self, diagnostic):
        return SEVERITIES[diagnostic["severity"]] >= SEVERITIES[self.least] and any(
            diagnostic["rule"].startswith(rule) if rule.endswith("/") else diagnostic["rule"] == rule for rule in self.rules)


SEVERITIES = {"info": 0, "warning": 1, "error": 2}


def read_document(path):
    document = Document({}, "")
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# expects "):
            _, _, document.least, *rules = line.split(" ")
            document.rules = tuple(rules)
        elif line.startswith("# "):
            document.about = line[2:]
        else:
            table, row, column, state, value, *_ = line.split("\t")
            document.cells[table, row, column] = (state, decimal.Decimal(value) if state == "number" else None)
    return document


# ---------------------------------------------------------------- measuring


@dataclasses.dataclass
class Measure:
    """What became of the reports of one route."""

    reports: int = 0
    whole: int = 0  # every cell right
    cells: int = 0
    right: int = 0
    sure: int = 0  # wrong, and nothing says so
    errors: int = 0  # reports of which an error is said
    falsely: int = 0  # … an error or a warning
    remarks: collections.Counter = dataclasses.field(default_factory=collections.Counter)  # how many, per report
    damages: int = 0
    found: int = 0  # once
    clean: int = 0  # once, and nothing besides
    rules: collections.Counter = dataclasses.field(default_factory=collections.Counter)
    failures: list = dataclasses.field(default_factory=list)


class Measurer:
    def __init__(self, gialint, documents):
        self.gialint = gialint
        self.documents = documents

    def lines(self, command, files):
        names = "\0".join(str(file) for file in files)
        ended = subprocess.run([self.gialint, *command, "--files-from", "-"], input=names.encode(), capture_output=True)
        if ended.returncode not in (0, 1) and not ended.stdout:
            raise RuntimeError(ended.stderr.decode("utf-8", "replace"))
        return [json.loads(line) for line in ended.stdout.splitlines()]

    def measure(self, step, files):
        measure = Measure()
        taken = {stem: file for stem, file in files.items() if stem in self.documents and self.shown(step, self.documents[stem])}
        if not taken:
            return measure
        cells = collections.defaultdict(dict)
        for line in self.lines(EXTRACT, taken.values()):
            cells[line["file"]][line["table"], line["row"], line["column"]] = line
        said = collections.defaultdict(list)
        for line in self.lines(CHECK, taken.values()):
            if line["type"] == "diagnostic":
                said[line["path"]].append(line)
            elif line["type"] == "failure":
                raise RuntimeError(f"{step.name}: {line}")
        for stem, file in taken.items():
            document = self.documents[stem]
            if document.damage:
                self.judge_damage(measure, document, file, said[str(file)])
            else:
                self.judge_right(measure, document, file, cells[str(file)], said[str(file)])
        return measure

    @staticmethod
    def shown(step, document):
        """Whether the route can show what is right or wrong with the document."""
        if document.damage and step.lossy:
            return False
        return step.blanks or all(state != "blank" for state, _ in document.cells.values())

    @staticmethod
    def judge_right(measure, document, file, cells, said):
        wrong = []
        for key, (state, value) in document.cells.items():
            found = cells.get(key)
            certain = found is not None and found["certainty"] == "sure"
            same = certain and found["state"] == state and (value is None or decimal.Decimal(str(found["value"])) == value)
            if same:
                measure.right += 1
                continue
            measure.sure += certain
            shown = "not there" if found is None else f"{found['state']} {found['value']} {found['certainty']}"
            wrong.append(f"{'/'.join(key)}: {state} {'' if value is None else value}, read as {shown}")
        measure.reports += 1
        measure.cells += len(document.cells)
        measure.whole += not wrong
        false = [each for each in said if each["severity"] != "info"]
        measure.errors += any(each["severity"] == "error" for each in false)
        measure.falsely += bool(false)
        measure.remarks[len(false)] += 1
        measure.rules.update(each["rule"] for each in false)
        if wrong or false:
            measure.failures.append(
                f"{file}\n  {document.about}\n"
                + "".join(f"  {each}\n" for each in wrong[:3])
                + (f"  … {len(wrong)} cells\n" if len(wrong) > 3 else "")
                + "".join(f"  {told(each)}\n" for each in false))

    @staticmethod
    def judge_damage(measure, document, file, said):
        found = [each for each in said if document.tells(each)]
        besides = [each for each in said if each["severity"] != "info" and not document.tells(each)]
        measure.damages += 1
        measure.found += len(found) == 1
        measure.clean += len(found) == 1 and not besides
        if len(found) != 1 or besides:
            measure.failures.append(
                f"{file}\n  {document.about}\n  wants one of {' '.join(document.rules)}, told {len(found)} times\n"
                + "".join(f"  {told(each)}\n" for each in found + besides))


def told(diagnostic):
    at = diagnostic.get("start", {})
    return f"{at.get('line', '')}:{at.get('column', '')} {diagnostic['severity']} {diagnostic['rule']}: {diagnostic['message']}"


# ---------------------------------------------------------------- the table


def table(measures):
    rows = [("route", "right reports", "cells right / all", "‰", "wrong and sure", "all cells right", "with an error",
             "with a warning or error", "damages", "found once", "… and nothing besides")]
    for name, each in measures.items():
        share = f"{each.right * 1000 // each.cells}" if each.cells else "–"
        rows.append((name, each.reports, f"{each.right} / {each.cells}", share, each.sure, each.whole, each.errors, each.falsely,
                     each.damages, each.found, each.clean))
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    lines.insert(1, "|---" * len(rows[0]) + "|")
    return "\n".join(lines)


def below_bounds(steps, measures):
    """What is below the bounds that routes.toml gives, in words."""
    words = []
    for name, each in measures.items():
        bounds = steps[name].bounds
        if each.right * 1000 < each.cells * bounds.get("cells", 0):
            words.append(f"{name}: {each.right} of {each.cells} cells are right, {bounds['cells']} ‰ are due")
        for what, count, of in (("errors", each.errors, each.reports), ("falsely", each.falsely, each.reports)):
            if count * 1000 > of * bounds.get(what, 1000):
                words.append(f"{name}: {what} {count} of {of} reports, at most {bounds[what]} ‰")
        if each.clean * 1000 < each.damages * bounds.get("damages", 0):
            words.append(f"{name}: {each.clean} of {each.damages} damages, {bounds['damages']} ‰ are due")
    return words


# ---------------------------------------------------------------- the run


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gialint", default=ROOT / "build/test/gialint", help="the program to measure")
    parser.add_argument("--generator", default=ROOT / "build/test/tests/generator/generate_reports")
    parser.add_argument("--work", default=ROOT / "build/genuine", help="where documents and what comes of them are kept")
    parser.add_argument("--count", type=int, default=100, help="right reports (100)")
    parser.add_argument("--damaged", type=int, default=9, help="reports of each kind of damage (9)")
    parser.add_argument("--seed", type=int, default=1, help="of the first report (1)")
    parser.add_argument("--routes", default="", help="only these, with commas between; a name that ends in * is a beginning")
    parser.add_argument("--failures", action="store_true", help="print each report that went wrong")
    parser.add_argument("--json", help="write the figures into this file as well")
    parser.add_argument("--convert-only", action="store_true", help="make the files and measure nothing")
    return parser.parse_args()


def make_documents(options, work):
    folder = work / "documents"
    made = {"seed": options.seed, "count": options.count, "damaged": options.damaged}
    note = work / "made.json"
    if not note.exists() or json.loads(note.read_text()) != made:
        shutil.rmtree(folder, ignore_errors=True)
        base = [options.generator, "documents", folder, "--seed"]
        subprocess.run([*base, str(options.seed), "--count", str(options.count)], check=True)
        # Other bodies than the right ones' are damaged.
        subprocess.run([*base, str(options.seed + options.count), "--count", str(options.damaged), "--damages", "each"], check=True)
        note.write_text(json.dumps(made))
    return {path.stem: read_document(path) for path in sorted(folder.glob("*.cells"))}


def chosen(steps, names):
    for name, step in steps.items():
        if step.route and (not names or any(
                name.startswith(each[:-1]) if each.endswith("*") else name == each for each in names)):
            yield name


def main():
    options = arguments()
    work = pathlib.Path(options.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    steps = read_steps()
    documents = make_documents(options, work)
    conversions = Conversions(steps, work)
    measurer = Measurer(options.gialint, documents)
    measures = {}
    for name in chosen(steps, [each for each in options.routes.split(",") if each]):
        if conversions.run(name) and not options.convert_only:
            measures[name] = measurer.measure(steps[name], conversions.files(name))
    if options.failures:
        for name, each in measures.items():
            print(f"\n## {name}\n\n" + "".join(each.failures))
    if measures:
        print(table(measures))
    if options.json:
        # Not asdict(), which makes a Counter of a Counter's items.
        figures = {name: {key: value for key, value in vars(each).items() if key != "failures"} for name, each in measures.items()}
        pathlib.Path(options.json).write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
    wrong = conversions.failed + below_bounds(steps, measures)
    for each in wrong:
        print(each)
    left_out = "".join(f"; left out {name}: no {needs}" for name, needs in conversions.missing.items())
    print(f"{len(measures)} routes measured, {len(wrong)} below their bounds or not converted, {len(conversions.missing)} left out{left_out}")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        say(error)
        sys.exit(2)
