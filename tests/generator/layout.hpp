#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/decimal.hpp"
#include "engine/text/source_text.hpp"
#include "tests/generator/random.hpp"

namespace gialint::generator {

/// The families of texts in which reports arrive.
enum class Layout : std::uint8_t {
  pdf_lines,       ///< PDF text, one row a line, labels wrapped at random, group labels on lines of their own
  pdf_columns,     ///< PDF text that keeps the columns apart by runs of blanks
  pdf_raw,         ///< PDF text in the order of drawing: pieces of the label, then the numbers
  cell_lines,      ///< one cell a line
  cell_lines_tab,  ///< one cell a line behind a tab, rows parted by blank lines
  tsv_padded,      ///< tabs, merged cells padded by empty cells
  tsv_shifted,     ///< tabs, what merged cells left empty is lost or stands at the end
  markdown_pipes,
  markdown_tsv,    ///< Markdown headings, tables with tabs
  markdown_html,   ///< … and HTML tables, as programs that convert PDF and Word files write them
  html,            ///< rowspan and colspan
  html_flattened,  ///< HTML without spans
  paragraph,       ///< a table run on in one line
  word_export,     ///< a word processor's plain text: one cell a line, empty lines for empty cells

  // What programs print that cannot be run here (the others are in tests/genuine), each written after its source.
  trafilatura,  ///< a cell and a bar a line: github.com/adbar/trafilatura, xml.py, cells that hold paragraphs
  markitdown,  ///< .docx by way of HTML: github.com/matthewwithanm/python-markdownify, convert_td, convert_tr: bars for
               ///< columns that a cell spans, nothing for rows, an empty row above the rule
  docling,     ///< a merged cell's text in each of its places: github.com/docling-project/docling-core,
               ///< serializer/markdown.py
  mineru,      ///< each table a page of HTML in one line, all headings of level 1: github.com/opendatalab/MinerU
  pdfplumber,  ///< None where a merged cell reaches: github.com/jsvine/pdfplumber, table.py, rows joined by tabs
};

struct LayoutInfo {
  Layout layout;
  std::string_view name;
  bool pdf;           ///< lines are wrapped, pages have marks
  bool shows_blanks;  ///< the place of an empty cell can be seen
  bool blanks_alone;  ///< words and numbers stand apart by blanks alone
  std::string_view ending = ".txt";
  bool emulated = false;  ///< written after a program's source
};

inline constexpr std::array<LayoutInfo, 19> layouts = {{
    {Layout::pdf_lines, "pdf_lines", true, false, true},
    {Layout::pdf_columns, "pdf_columns", true, true, true},
    {Layout::pdf_raw, "pdf_raw", true, false, true},
    {Layout::cell_lines, "cell_lines", false, false, false},
    {Layout::cell_lines_tab, "cell_lines_tab", false, true, false},
    {Layout::tsv_padded, "tsv_padded", false, true, false},
    {Layout::tsv_shifted, "tsv_shifted", false, false, false},
    {Layout::markdown_pipes, "markdown_pipes", false, true, false, ".md"},
    {Layout::markdown_tsv, "markdown_tsv", false, true, false, ".md"},
    {Layout::markdown_html, "markdown_html", false, true, false, ".md"},
    {Layout::html, "html", false, true, false, ".html"},
    {Layout::html_flattened, "html_flattened", false, true, false, ".html"},
    {Layout::paragraph, "paragraph", false, false, true},
    {Layout::word_export, "word_export", false, true, false},
    {Layout::trafilatura, "trafilatura", false, true, false, ".txt", true},
    {Layout::markitdown, "markitdown", false, true, false, ".md", true},
    {Layout::docling, "docling", false, true, false, ".md", true},
    {Layout::mineru, "mineru", false, true, false, ".md", true},
    {Layout::pdfplumber, "pdfplumber", false, true, false, ".txt", true},
}};

const LayoutInfo& info(Layout layout);
std::optional<Layout> layout_named(std::string_view name);

/// How pages are numbered where the text keeps their marks.
enum class PageMark : std::uint8_t { none, dashes, long_dashes, spaced_dashes, bare, words };

/// What stands around a cell's text in HTML.
enum class CellMarkup : std::uint8_t {
  mixed,       ///< now this, now that, as pages edited by many hands have it
  bare,        ///< nothing
  paragraphs,  ///< a paragraph, as editors on web sites write it
  word,        ///< what a word processor saves as a web page
};

/// What varies from report to report within a layout.
struct Style {
  Layout layout = Layout::pdf_lines;
  std::string newline = "\n";
  Encoding encoding = Encoding::utf8;
  bool byte_order_mark = false;

  bool half_width = false;              ///< brackets and commas of labels: "(二) 部分公开"
  bool half_width_captions = false;     ///< … and of captions and headers
  std::string quotes = "“”";            ///< opening and closing, or empty
  std::string enumerator_mark = ".";    ///< "1.", "1、", "1．", "1 "
  bool blank_after_enumerator = false;  ///< "1. "
  bool accepted_wordings = false;       ///< where the form has another right wording, use it

  std::string thousands;  ///< "", ",", "，"
  bool full_width_digits = false;
  bool signs_in_words = false;  ///< 增3, 减4
  bool plus_signs = false;      ///< +3
  std::string placeholder;      ///< printed for zero; empty: 0
  unsigned placeholder_share = 0;
  bool blank_zeros = false;  ///< all zeros are left blank

  PageMark page_mark = PageMark::none;
  bool form_feeds = false;
  bool running_head = false;
  bool repeated_header = false;
  unsigned break_share = 0;      ///< percent of tables that a page ends in
  unsigned wrap_share = 0;       ///< percent of labels that are wrapped at a random place …
  std::size_t cell_width = 0;    ///< … or, when not 0, all labels wider than this many terminal cells, at that width
  std::size_t group_width = 10;  ///< … group labels; the outermost stand in a wider column
  bool headers_together = true;  ///< a header row is one line
  std::size_t line_width = 88;
  std::size_t margin = 0;       ///< columns: blanks at the left edge
  std::size_t value_width = 8;  ///< columns: of the numbers, at least
  std::size_t label_room = 0;   ///< columns: beyond the usual width of the labels
  bool blank_lines = true;      ///< between paragraphs, and between rows where lines are rows
  std::string indent;           ///< of paragraphs
  bool title_after_heading = false;
  bool title_in_two_lines = false;
  bool vertical_groups = false;  ///< the outermost group label broken into single characters between its rows
  bool one_number_a_line = false;

  bool merged_labels = true;  ///< pipes: the columns of the group labels are there
  bool repeated_cells = false;
  bool pipe_rules = true;
  bool shifted = false;               ///< tabs: merged label cells give up their place
  bool shrunk_evenly = true;          ///< … one of its places each, else any number
  bool narrower_after_break = false;  ///< … and a group label's column is gone on the next page
  bool padded_at_end = true;          ///< … and the row ends in empty cells
  bool total_spans_header = false;
  unsigned heading_level = 2;
  bool site_furniture = false;  ///< HTML: navigation, dates and buttons around the report
  bool layout_table = false;    ///< HTML: the report stands in a table that lays out the page
  CellMarkup cell_markup = CellMarkup::mixed;
  bool header_cells = false;    ///< HTML: <th> in the rows of headers
  bool bold_heads = false;      ///< Markdown: **（一）主动公开情况。**
  bool marked_headings = true;  ///< Markdown and HTML: sections are marked as headings
};

Style draw_style(Layout layout, Random random);

/// `text` of the form (a label, a header, a caption) as this style prints it; `half_width`: its brackets and commas
/// too.
std::string worded(const Style& style, std::string_view text, bool half_width);

/// `value` as this style prints it. `decimal`: an amount, whose zeros behind the point may be printed.
std::string printed_number(const Style& style, Decimal value, bool is_signed);

}  // namespace gialint::generator
