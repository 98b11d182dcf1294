"""Runs one of Debian's Python converters over files, with its defaults but where a name says otherwise.

usage: python3 convert.py CONVERTER FOLDER ENDING FILE…   writes FOLDER/STEM.ENDING for each FILE
       python3 convert.py --check CONVERTER              fails where its modules are missing
"""

import importlib
import io
import pathlib
import re
import sys
import warnings

warnings.simplefilter("ignore")  # of deprecated calls within the libraries


def html2text_with(**options):
    def convert(file):
        import html2text

        reader = html2text.HTML2Text()
        for name, value in options.items():
            setattr(reader, name, value)
        return reader.handle(file.read_text("utf-8"))

    return convert


def readability(file):
    """The article that a reader view shows: HTML in which styles are gone."""
    from readability import Document

    return Document(file.read_text("utf-8")).summary()


def soup_text(separator, strip):
    def convert(file):
        from bs4 import BeautifulSoup

        return BeautifulSoup(file.read_text("utf-8"), "lxml").get_text(separator, strip=strip)

    return convert


def lxml_text(file):
    from lxml import html

    return html.fromstring(file.read_text("utf-8")).text_content()


def data_frames(write):
    """Text with each table read into a data frame and printed in its place, as scripts that collect tables do."""

    def convert(file):
        import pandas
        from bs4 import BeautifulSoup

        soup = BeautifulSoup(file.read_text("utf-8"), "lxml")
        for table in soup.find_all("table"):
            if table.find("table"):
                continue  # one that lays out the page
            frame = pandas.read_html(io.StringIO(str(table)))[0]
            table.replace_with("\n" + write(frame) + "\n")
        return re.sub(r"\n{3,}", "\n\n", soup.body.get_text())

    return convert


def word_document(file):
    """Paragraphs and tables in order; a merged cell is given for each cell of the grid that it covers."""
    import docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    document = docx.Document(str(file))
    lines = []
    for element in document.element.body.iterchildren():
        if element.tag.endswith("}p"):
            lines.append(Paragraph(element, document).text)
        elif element.tag.endswith("}tbl"):
            for row in Table(element, document).rows:
                lines.append("\t".join(cell.text for cell in row.cells))
    return "\n".join(lines) + "\n"


def pdfminer(file):
    from pdfminer.high_level import extract_text

    return extract_text(str(file))


def pypdf(file):
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(str(file)).pages)


MODULES = {
    "html2text": ["html2text"],
    "lxml": ["lxml.html"],
    "pandas": ["bs4", "lxml", "pandas", "tabulate"],
    "pdfminer": ["pdfminer.high_level"],
    "pypdf": ["pypdf"],
    "python": ["docx"],
    "readability": ["readability"],
    "soup": ["bs4", "lxml"],
}

CONVERTERS = {
    "html2text": html2text_with(),
    "html2text-wide": html2text_with(body_width=0),
    "html2text-padded": html2text_with(body_width=0, pad_tables=True),
    "readability": readability,
    "soup-lines": soup_text("\n", True),
    "soup-text": soup_text("", False),
    "lxml-text": lxml_text,
    "pandas-csv": data_frames(lambda frame: frame.to_csv(index=False, header=False)),
    "pandas-tsv": data_frames(lambda frame: frame.to_csv(sep="\t")),
    "pandas-markdown": data_frames(lambda frame: frame.to_markdown()),
    "pandas-markdown-bare": data_frames(lambda frame: frame.to_markdown(index=False)),
    "pandas-string": data_frames(lambda frame: frame.to_string()),
    "pandas-html": data_frames(lambda frame: frame.to_html()),
    "python-docx": word_document,
    "pdfminer": pdfminer,
    "pypdf": pypdf,
}


def main():
    if sys.argv[1] == "--check":
        for module in MODULES[sys.argv[2].partition("-")[0]]:
            importlib.import_module(module)
        return
    name, folder, ending, *files = sys.argv[1:]
    convert = CONVERTERS[name]
    for file in map(pathlib.Path, files):
        (pathlib.Path(folder) / f"{file.stem}.{ending}").write_text(convert(file), "utf-8")


if __name__ == "__main__":
    main()
