#include "tests/generator/layout.hpp"

#include <algorithm>
#include <vector>

namespace gialint::generator {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

const LayoutInfo& info(Layout layout) { return layouts[static_cast<std::size_t>(layout)]; }

std::optional<Layout> layout_named(std::string_view name) {
  for (const LayoutInfo& each : layouts) {
    if (each.name == name) return each.layout;
  }
  return std::nullopt;
}

Style draw_style(Layout layout, Random random) {
  const LayoutInfo& about = info(layout);
  const bool html = layout == Layout::html || layout == Layout::html_flattened;
  Style style;
  style.layout = layout;
  if (random.chance(20)) style.newline = "\r\n";
  const std::uint64_t encoding = random.below(100);
  if (encoding < 12) style.encoding = Encoding::gb18030;
  if (encoding >= 12 && encoding < 18) style.encoding = encoding < 15 ? Encoding::utf16le : Encoding::utf16be;
  // UTF-16 without its mark is not met in files.
  style.byte_order_mark = style.encoding == Encoding::utf16le || style.encoding == Encoding::utf16be ||
                          (style.encoding == Encoding::utf8 && (layout == Layout::word_export || random.chance(8)));

  style.half_width = random.chance(25);
  style.half_width_captions = style.half_width && random.chance(50);
  style.quotes = random.pick(std::vector<std::string>{"“”", "“”", "“”", "\"\"", ""});
  style.enumerator_mark = random.pick(std::vector<std::string>{".", ".", ".", "、", "．", " "});
  style.blank_after_enumerator = random.chance(20);
  // A number and a blank before a label cannot be told from a value where blanks are all that parts the two.
  if (about.blanks_alone) {
    style.blank_after_enumerator = false;
    if (style.enumerator_mark == " ") style.enumerator_mark = ".";
  }
  style.accepted_wordings = random.chance(12);

  style.thousands = random.pick(std::vector<std::string>{"", "", "", ",", "，"});
  style.full_width_digits = random.chance(6);
  style.signs_in_words = random.chance(15);
  style.plus_signs = random.chance(25);
  if (random.chance(15)) {
    style.placeholder = random.pick(std::vector<std::string>{"-", "—", "/", "无", "－", "／"});
    style.placeholder_share = random.chance(50) ? 100 : 30;
  }
  if (about.shows_blanks && random.chance(15)) {
    style.blank_zeros = true;
    style.placeholder.clear();
  }

  const bool lines_of_cells = layout == Layout::cell_lines || layout == Layout::pdf_raw;
  if (about.pdf || (lines_of_cells && random.chance(30))) {
    style.page_mark = random.pick(std::vector<PageMark>{PageMark::none, PageMark::dashes, PageMark::long_dashes,
                                                        PageMark::spaced_dashes, PageMark::bare, PageMark::words});
    // Among numbers that stand one a line, a bare page number cannot be told from a value.
    if (lines_of_cells && style.page_mark == PageMark::bare) style.page_mark = PageMark::dashes;
    style.form_feeds = about.pdf && random.chance(40);
    style.running_head = about.pdf && random.chance(15);
    style.repeated_header = about.pdf && random.chance(15);
    style.break_share = 70;
  } else if (!html && !about.emulated && layout != Layout::markdown_html && layout != Layout::word_export &&
             layout != Layout::paragraph) {
    style.break_share = 30;  // a page break of the source leaves a blank line
  }
  style.wrap_share = static_cast<unsigned>(random.pick(std::vector<int>{0, 15, 40, 80}));
  if (random.chance(50)) style.cell_width = static_cast<std::size_t>(random.between(5, 18)) * 2;
  style.line_width = static_cast<std::size_t>(random.pick(std::vector<int>{72, 80, 88, 124}));
  style.group_width = static_cast<std::size_t>(random.between(4, 6)) * 2;
  style.headers_together = random.chance(60);
  style.margin = static_cast<std::size_t>(random.between(0, 4));
  style.value_width = static_cast<std::size_t>(random.between(3, 5)) * 2 + 2;
  style.label_room = static_cast<std::size_t>(random.between(0, 4)) * 2;
  style.blank_lines = random.chance(60);
  style.indent = random.pick(std::vector<std::string>{"", "", "", "  ", "　　", "    "});
  style.title_after_heading = about.pdf && random.chance(15);
  style.title_in_two_lines = random.chance(about.pdf ? 25 : 8);
  style.vertical_groups = about.pdf && random.chance(25);
  style.one_number_a_line = random.chance(50);

  style.merged_labels = random.chance(60);
  style.repeated_cells = random.chance(40);
  style.pipe_rules = random.chance(80);
  style.shifted = layout == Layout::tsv_shifted || (layout == Layout::markdown_tsv && random.chance(40));
  style.shrunk_evenly = random.chance(70);
  style.narrower_after_break = random.chance(50);
  style.padded_at_end = random.chance(70);
  style.total_spans_header = random.chance(25);
  style.heading_level = static_cast<unsigned>(random.between(1, 4));
  style.site_furniture = random.chance(50);
  style.layout_table = random.chance(20);
  style.bold_heads = random.chance(30);
  style.marked_headings = layout == Layout::markdown_tsv || layout == Layout::markdown_html || random.chance(80);
  if (layout == Layout::mineru) style.marked_headings = true;
  if (layout == Layout::mineru) style.heading_level = 1;
  // Where a row's blanks may be lost, an empty cell's place cannot be seen.
  if (style.shifted) style.blank_zeros = false;
  return style;
}

std::string worded(const Style& style, std::string_view text, bool half_width) {
  std::string out(text);
  std::size_t digits = 0;
  while (digits < out.size() && digit(out[digits])) ++digits;
  if (digits > 0 && digits < out.size() && out[digits] == '.') {
    out.replace(digits, 1, style.enumerator_mark + (style.blank_after_enumerator ? " " : ""));
  }
  if (half_width) {
    const bool blanks = !info(style.layout).blanks_alone;
    // "（一）予以公开" → "(一) 予以公开"; brackets further on take no blank.
    const std::string_view close = "）";
    const std::size_t numeral = out.rfind("（", 0) == 0 ? out.find(close) : std::string::npos;
    if (blanks && numeral < 4 * close.size()) out.insert(numeral + close.size(), " ");
    out = replaced(replaced(out, "（", "("), close, ")");
    out = replaced(out, "，", blanks ? ", " : ",");
  }
  const std::size_t half = style.quotes.size() / 2;
  out = replaced(out, "“", style.quotes.substr(0, half));
  return replaced(out, "”", style.quotes.substr(half));
}

std::string printed_number(const Style& style, Decimal value, bool is_signed) {
  std::string digits = to_string(value);
  std::string sign;
  if (digits.front() == '-') {
    digits.erase(0, 1);
    sign = is_signed && style.signs_in_words ? "减" : "-";
  } else if (is_signed && !value.is_zero()) {
    sign = style.signs_in_words ? "增" : style.plus_signs ? "+" : "";
  }
  if (!style.thousands.empty()) {
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > 3) digits.insert(at -= 3, style.thousands);
  }
  if (style.full_width_digits) {
    std::string wide;
    for (const char c : digits) {
      if (digit(c)) {
        wide += "\xEF\xBC";
        wide += static_cast<char>(0x90 + (c - '0'));
      } else {
        wide += c;
      }
    }
    digits = wide;
  }
  return sign + digits;
}

}  // namespace gialint::generator
