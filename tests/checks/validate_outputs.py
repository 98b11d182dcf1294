#!/usr/bin/env python3
"""Holds what every machine format prints against what its readers demand.

usage: validate_outputs.py ROOT GIALINT

Runs gialint once over the reports of ROOT/fixtures (and those that GIALINT_SEEDS names), in all formats together, and reads the
files, and those of ROOT/fixtures/output, back: JSON against the published schemas (in which no undocumented member may occur) or
against the members that GitLab and reviewdog ask for, XML with a parser.

Status 0: all are right; 1: some are not; 77: python3-jsonschema is not installed.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

NOTHING_TO_CHECK_WITH = 77

POSITION = {
    "type": "object",
    "required": ["line"],  # a tool that has no columns leaves them out, as reviewdog's proto says
    "properties": {"line": {"minimum": 1}, "column": {"minimum": 1}},
}
RANGE = {"type": "object", "required": ["start", "end"], "properties": {"start": POSITION, "end": POSITION}}

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}

# https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: no other member is known to its reader.
RDJSON_DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": {
            "type": "object",
            "required": ["path"],
            "additionalProperties": False,
            "properties": {"path": {"type": "string", "minLength": 1}, "range": RANGE},
        },
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "source": {"type": "object", "required": ["name"]},
        "code": {"type": "object", "required": ["value"]},
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "properties": {"range": RANGE, "text": {"type": "string"}},
            },
        },
    },
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {"diagnostics": {"type": "array", "items": RDJSON_DIAGNOSTIC}},
}

GITHUB_LINE = re.compile(r"^::(error|warning|notice) file=[^,:]+(,[a-zA-Z]+=[^,:]+)*::.+$")


def strict(schema, is_part=False):
    """The schema with no room for members that it does not name, so that every member is documented."""
    if isinstance(schema, list):
        return [strict(item, is_part) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {}
    for name, value in schema.items():
        if name == "$defs":
            # These two are parts of larger objects.
            closed[name] = {key: strict(one, key in ("diagnostic", "counts")) for key, one in value.items()}
        elif name == "properties":
            closed[name] = {key: strict(one) for key, one in value.items()}
        else:
            closed[name] = strict(value, name in ("allOf", "oneOf"))
    if not is_part and ("properties" in schema or "$ref" in schema):
        closed["unevaluatedProperties"] = False
    return closed


class Checker:
    def __init__(self, root):
        import jsonschema

        self.validator = jsonschema.Draft202012Validator
        self.faults = 0
        self.files = 0
        schemas = root / "reporters" / "schemas"
        self.json = json.loads((schemas / "gialint-json-1.schema.json").read_text("utf-8"))
        self.jsonl = json.loads((schemas / "gialint-jsonl-1.schema.json").read_text("utf-8"))
        for schema in (self.json, self.jsonl):
            self.validator.check_schema(schema)
        for name, definition in self.json["$defs"].items():
            if self.jsonl["$defs"].get(name, definition) != definition:
                self.fault("reporters/schemas", f"the schemas differ in {name}")

    def fault(self, path, what):
        self.faults += 1
        print(f"{path}: {what}")

    def hold(self, path, value, schema):
        for error in self.validator(schema).iter_errors(value):
            place = "/".join(str(step) for step in error.absolute_path)
            self.fault(path, f"{place}: {error.message[:300]}")

    def check(self, path, name):
        """`name` is that of the format."""
        self.files += 1
        data = path.read_bytes()
        text = data.decode("utf-8")
        # Spreadsheets take CSV for GBK without one; nothing else may have one.
        if data.startswith(b"\xef\xbb\xbf") != (name == "csv"):
            self.fault(path, "lacks a byte order mark" if name == "csv" else "begins with a byte order mark")
        if not text.endswith("\n"):
            self.fault(path, "does not end with a line end")
        lines = text.split("\n")[:-1]
        if name == "json":
            self.hold(path, json.loads(text), strict(self.json))
        elif name == "jsonl":
            rows = [json.loads(line) for line in lines]
            for row in rows:
                # The schema of its type alone, for messages that say more than "is valid under none of them".
                kind = row["type"] if row["type"] in ("run", "summary") else row["type"] + "_line"
                self.hold(path, row, {**strict({**self.jsonl, "oneOf": []}), "oneOf": [{"$ref": f"#/$defs/{kind}"}]})
            kinds = [row["type"] for row in rows]
            if kinds[0] != "run" or kinds[-1] != "summary" or {"run", "summary"} & set(kinds[1:-1]):
                self.fault(path, "run and summary are not its first and last lines")
        elif name == "gitlab":
            entries = json.loads(text)
            self.hold(path, entries, GITLAB)
            if len({entry["fingerprint"] for entry in entries}) != len(entries):
                self.fault(path, "a fingerprint occurs twice")
        elif name == "rdjson":
            self.hold(path, json.loads(text), RDJSON)
        elif name == "rdjsonl":
            for line in lines:
                self.hold(path, json.loads(line), RDJSON_DIAGNOSTIC)
        elif name == "github":
            for line in lines:
                if not GITHUB_LINE.match(line):
                    self.fault(path, f"no workflow command: {line}")
        elif name == "checkstyle":
            self.check_checkstyle(path, ElementTree.fromstring(data))
        elif name == "junit":
            self.check_junit(path, ElementTree.fromstring(data))

    def check_checkstyle(self, path, root):
        if root.tag != "checkstyle" or any(child.tag != "file" for child in root):
            self.fault(path, "is no <checkstyle> of <file>s")
        for error in root.iter("error"):
            if error.get("severity") not in ("error", "warning", "info") or not error.get("message"):
                self.fault(path, f"<error> lacks severity or message: {error.attrib}")
            if int(error.get("line")) < 1 or not error.get("source"):
                self.fault(path, f"<error> lacks line or source: {error.attrib}")

    def check_junit(self, path, root):
        if root.tag != "testsuites" or any(child.tag != "testsuite" for child in root):
            self.fault(path, "is no <testsuites> of <testsuite>s")
        for suite in root:
            names = [case.get("name") for case in suite]
            if len(set(names)) != len(names):
                self.fault(path, f"{suite.get('name')}: a rule has two cases")
            for count, element in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                if int(suite.get(count)) != sum(1 for _ in suite.iter(element)):
                    self.fault(path, f"{suite.get('name')}: {count} is not the number of <{element}>s")


def main(root, gialint):
    try:
        checker = Checker(root)
    except ImportError:
        print("skipped: python3-jsonschema is not installed")
        return NOTHING_TO_CHECK_WITH
    for path in sorted((root / "fixtures" / "output").iterdir()):
        checker.check(path, path.suffix[1:])
    reports = [str(root / "fixtures" / "reports"), str(root / "fixtures" / "cli")]
    if os.environ.get("GIALINT_SEEDS"):
        reports.append(os.environ["GIALINT_SEEDS"])
    formats = ["json", "jsonl", "github", "gitlab", "rdjson", "rdjsonl", "checkstyle", "junit"]
    for language in ("zh", "en"):
        with tempfile.TemporaryDirectory() as folder:
            command = [gialint, "check", "--isolated", "--preset", "strict", "--lang", language, *reports]
            for name in formats:
                command += ["--output", f"{name}={folder}/{name}"]
            run = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            if run.returncode != 1:
                checker.fault(gialint, f"status {run.returncode}, where reports with mistakes give 1")
            for name in formats:
                checker.check(pathlib.Path(folder) / name, name)
    print(f"{checker.files} files, {checker.faults} faults")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
