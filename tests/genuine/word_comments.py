#!/usr/bin/python3
"""Writes comments into Word documents with gialint and looks at them with other programs.

For each document: as many comments as diagnostics; the archive is sound (unzip -t), its parts are well-formed (xmllint), python-docx
opens it where that is installed; LibreOffice, asked for .odt, shows each comment on exactly the text that the diagnostic marks;
comments once more change nothing; --remove gives the document back byte for byte. Status 1: something is not so; 2: it could not be run.
"""

import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
CHECK = ["--isolated", "--ignore", "history/*,corpus/*", "--fail-on", "never"]
BATCH = 40  # files that LibreOffice gets at once


def run(command, **more):
    return subprocess.run([str(word) for word in command], capture_output=True, timeout=900, **more)


def squeezed(text):
    return "".join(text.split())


def wanted(gialint, document):
    """The text that each diagnostic marks, and that of the whole line up to it, as gialint drew it."""
    result = run([gialint, "check", *CHECK, "--format", "sarif", document])
    if result.returncode != 0:
        raise RuntimeError(result.stderr.decode())
    found = json.loads(result.stdout)["runs"][0]["results"]
    return [each["locations"][0]["physicalLocation"]["region"].get("snippet", {}).get("text", "") for each in found]


def annotated(odt):
    """The text between the ends of each annotation by gialint, in the order of the document."""
    root = ET.fromstring(zipfile.ZipFile(odt).read("content.xml"))
    texts, open_ones, order = {}, {}, []

    def add(text):
        for name in open_ones:
            texts[name] += text or ""

    def walk(element):
        tag = element.tag
        if tag == OFFICE + "annotation":
            if element.findtext(DC + "creator") == "gialint":
                name = element.get(OFFICE + "name") or f"point {len(order)}"
                order.append(name)
                texts[name] = ""
                if element.get(OFFICE + "name"):
                    open_ones[name] = True
            add(element.tail)
            return
        if tag == OFFICE + "annotation-end":
            open_ones.pop(element.get(OFFICE + "name"), None)
        elif tag == TEXT + "s":
            add(" ")
        else:
            add(element.text)
            for child in element:
                walk(child)
        add(element.tail)

    walk(root)
    return [texts[name] for name in order]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gialint", required=True)
    parser.add_argument("documents", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    gialint = shutil.which(options.gialint) or options.gialint
    counts = collections.Counter()
    faults = []

    def expect(holds, document, what):
        counts[what] += bool(holds)
        counts[what + " /"] += 1
        if not holds:
            faults.append(f"{document.name}: not {what}")

    with tempfile.TemporaryDirectory(prefix="gialint-comments-") as folder:
        work = pathlib.Path(folder)
        marks = {}
        for number, document in enumerate(options.documents):
            target = work / f"{number}.docx"
            marks[number] = wanted(gialint, document)
            counts["findings"] += len(marks[number])
            result = run([gialint, "comment", *CHECK, "-q", document, "-o", target])
            if result.returncode != 0:
                faults.append(f"{document.name}: {result.stderr.decode()}")
                continue
            archive = zipfile.ZipFile(target)
            if marks[number]:
                comments = ET.fromstring(archive.read("word/comments.xml"))
                space = comments.tag[: comments.tag.index("}") + 1]
                own = [each for each in comments if each.get(space + "author") == "gialint"]
                counts["comments"] += len(own)
                expect(len(own) == len(marks[number]), document, "a comment for each finding")
            expect(run(["unzip", "-tqq", target]).returncode == 0, document, "sound for unzip")
            parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            sound = all(run(["xmllint", "--noout", "-"], input=archive.read(name)).returncode == 0 for name in parts)
            expect(sound, document, "well-formed")
            again = work / "again.docx"
            run([gialint, "comment", *CHECK, "-q", target, "-o", again])
            same = zipfile.ZipFile(again).read("word/document.xml") == archive.read("word/document.xml")
            expect(same, document, "the same when commented once more")
            run([gialint, "comment", "--remove", "-q", target, "-o", again])
            expect(again.read_bytes() == document.read_bytes(), document, "byte for byte the original without comments")
            try:
                import docx
            except ImportError:
                continue
            try:
                docx.Document(target)
                expect(True, document, "opened by python-docx")
            except Exception as error:  # whatever it stumbles over
                expect(False, document, f"opened by python-docx: {error}")

        made = sorted(work.glob("[0-9]*.docx"), key=lambda path: int(path.stem))
        for start in range(0, len(made), BATCH):
            profile = "-env:UserInstallation=file://" + str(work / "profile")
            run(["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", work, *made[start : start + BATCH]])
        for number, document in enumerate(options.documents):
            odt = work / f"{number}.odt"
            expect(odt.exists(), document, "opened by LibreOffice")
            if not odt.exists():
                continue
            shown = [squeezed(text) for text in annotated(odt)]
            want = [squeezed(text) for text in marks[number]]
            expect(len(shown) == len(want), document, "as many annotations in LibreOffice as findings")
            left = collections.Counter(shown)
            for text in want:
                if left[text] > 0:
                    left[text] -= 1
                    counts["anchored exactly in LibreOffice"] += 1
                else:
                    faults.append(f"{document.name}: no annotation on “{text}”, but on {[*left.elements()]}")

    for name in sorted(counts):
        if not name.endswith(" /"):
            print(f"{name}: {counts[name]}" + (f" / {counts[name + ' /']}" if name + " /" in counts else ""))
    for fault in faults[:40]:
        print(fault)
    print(f"{len(options.documents)} documents, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"word_comments: {error}", file=sys.stderr)
        sys.exit(2)
