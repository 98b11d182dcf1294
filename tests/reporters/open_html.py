"""Opens the page of fixtures/output in Chromium and looks at what its script makes of it. Exits with 77 where there is
no Chromium."""

import pathlib
import shutil
import subprocess
import sys
import tempfile


def dom_of(browser, page):
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom",
                   page.resolve().as_uri()]
        return subprocess.run(command, capture_output=True, timeout=120, check=True, encoding="utf-8").stdout


def main():
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("skipped: no Chromium on this machine")
        return 77
    text = dom_of(browser, pathlib.Path(sys.argv[1])).split("<script>")[0]
    faults = []

    def expect(holds, what):
        if not holds:
            faults.append(what)

    expect('class="scripted found"' in text, "the script did not run: its hash is not the one that the page allows")
    expect("<noscript>" not in text, "a file was left folded away")
    expect(all(f'id="{name}"' in text for name in ("f1-d1", "f1-m1", "f4-d1")), "findings or their marks are missing")
    expect(text.index('id="overview"') < text.index('id="files"'), "the overview does not stand before the files")
    expect('<th scope="row"><a href="#f1">' in text, "the overview has no row for the first file")
    expect('data-sort="sample/header-text"' in text, "a rule has no column")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
