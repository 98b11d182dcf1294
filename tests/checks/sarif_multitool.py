#!/usr/bin/env python3
"""Holds SARIF output against all rules of Microsoft's validator, with the settings of GitHub code scanning.

usage: sarif_multitool.py ROOT GIALINT WORK

Makes a SARIF file of each report of ROOT/fixtures (and of those that GIALINT_SEEDS names) and one of all of them, and validates them
and those of ROOT/fixtures/output. Errors and warnings are faults; notes are counted. The validator is the npm package
@microsoft/sarif-multitool, which is installed below WORK once; GIALINT_SARIF_MULTITOOL names one that is there already.

Status 0: no fault; 1: faults; 77: there is no npm, or the package cannot be had.
"""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys

NOTHING_TO_CHECK_WITH = 77
VERSION = "5.7.0"

# policies/github.config.xml of github.com/microsoft/sarif-sdk, which switches the rules GH1001 to GH1007 on. GH1004 counts
# results against a limit of 1,000; GitHub takes 25,000.
ERRORS = [
    "SARIF2007.ExpressPathsRelativeToRepoRoot",
    "GH1001.ProvideRequiredLocationProperties",
    "GH1002.InlineThreadFlowLocations",
    "GH1003.ProvideRequiredRegionProperties",
    "GH1004.ReviewArraysThatExceedConfigurableDefaults",
    "GH1005.LocationsMustBeRelativeUrisOrFilePaths",
    "GH1006.ProvideCheckoutPath",
]
POLICY = (
    '<?xml version="1.0" encoding="utf-8"?>\n<Properties>\n'
    + "".join(
        f"  <Properties Key='{rule}.Options'><Property Key='RuleEnabled' Value='{level}'/></Properties>\n"
        for rule, level in [*((rule, "Error") for rule in ERRORS), ("SARIF2012.ProvideHelpUris", "Warning")]
    )
    + "</Properties>\n"
)

MESSAGE = re.compile(r"^(?P<path>.*\.sarif)(\([0-9,]+\))?: (?P<level>error|warning|note) (?P<rule>[A-Z]+[0-9]+)")


def multitool(work):
    named = os.environ.get("GIALINT_SARIF_MULTITOOL")
    if named:
        return pathlib.Path(named)
    tool = work / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    if not tool.exists():
        npm = shutil.which("npm")
        if not npm:
            print("skipped: there is no npm")
            return None
        install = [npm, "install", "--no-save", "--fetch-retries=0", "--prefix", str(work), f"@microsoft/sarif-multitool@{VERSION}"]
        if subprocess.run(install, capture_output=True, check=False).returncode != 0 or not tool.exists():
            print("skipped: npm cannot install @microsoft/sarif-multitool")
            return None
    tool.chmod(0o755)
    return tool


def main(root, gialint, work):
    work.mkdir(parents=True, exist_ok=True)
    tool = multitool(work)
    if tool is None:
        return NOTHING_TO_CHECK_WITH
    (work / "policy.xml").write_text(POLICY, "utf-8")
    logs = work / "logs"
    shutil.rmtree(logs, ignore_errors=True)
    logs.mkdir()

    folders = [root / "fixtures" / "reports", root / "fixtures" / "cli"]
    if os.environ.get("GIALINT_SEEDS"):
        folders.append(pathlib.Path(os.environ["GIALINT_SEEDS"]))
    for log in sorted((root / "fixtures" / "output").glob("*.sarif")):
        shutil.copy(log, logs / f"printed-{log.name}")
    reports = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md", ".html")]
    runs = [[str(report)] for report in reports] + [[str(folder) for folder in folders]]
    for number, paths in enumerate(runs):
        # From the folder above, so that all names are relative: an absolute one is a fault of its own.
        here = os.path.commonpath([os.path.dirname(path) for path in paths])
        command = [gialint, "check", "--isolated", "--preset", "strict", "--format", "sarif", "-o", str(logs / f"{number}.sarif")]
        run = subprocess.run([*command, *(os.path.relpath(path, here) for path in paths)], cwd=here, check=False)
        if run.returncode not in (0, 1):
            print(f"{' '.join(paths)}: status {run.returncode}")
            return 1

    validate = [str(tool), "validate", str(logs / "*.sarif"), "-c", str(work / "policy.xml")]
    validate += ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    result = subprocess.run(validate, capture_output=True, text=True, env=environment, check=False)
    output = result.stdout + result.stderr
    levels = collections.Counter()
    notes = collections.Counter()
    for line in output.splitlines():
        message = MESSAGE.match(line)
        if message:
            levels[message["level"]] += 1
            if message["level"] == "note":
                notes[message["rule"]] += 1
            else:
                print(line)
    count = len(list(logs.glob("*.sarif")))
    print("notes: " + ", ".join(f"{rule} {times}" for rule, times in sorted(notes.items())))
    print(f"{count} files, {levels['error']} errors, {levels['warning']} warnings, {levels['note']} notes")
    # It exits with 0 whatever it finds, so what it says is counted; that it looked at all is told by the notes.
    if f"{count} files scanned" not in output:
        print(output)
        return 1
    return 1 if levels["error"] or levels["warning"] else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])))
