#include "engine/readers/format_evidence.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "engine/readers/html_elements.hpp"
#include "engine/readers/html_parts.hpp"
#include "engine/readers/html_scan.hpp"
#include "engine/readers/lines.hpp"
#include "engine/readers/markdown.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// Block elements that hold others: in Markdown, what stands between such tags on lines of its own is Markdown again.
constexpr std::array<std::string_view, 9> containers = {"article", "aside",  "body", "center", "div",
                                                        "footer",  "header", "main", "section"};

bool is_container(std::string_view lower) {
  return std::find(containers.begin(), containers.end(), lower) != containers.end();
}

bool marks_markdown(std::string_view line) { return is_atx_heading(line) || is_pipe_rule(line); }

/// "__一、总体情况__": a line that is emphasised from end to end, as headings are in documents without styles.
bool is_emphasised(std::string_view line) {
  line = trim(line);
  constexpr std::size_t marks = 2;
  const std::string_view mark = line.substr(0, marks);
  return line.size() > 2 * marks && (mark == "__" || mark == "**") && line.substr(line.size() - marks) == mark &&
         line.find(mark, marks) == line.size() - marks && line[marks] != mark[0];
}

/// Weighs what a text holds while its tags go by.
class Evidence {
 public:
  explicit Evidence(std::string_view source) : source_(source) {}

  [[nodiscard]] bool is_html() {
    HtmlScanner scanner(source_);
    HtmlToken token;
    while (scanner.next(token)) {
      switch (token.kind) {
        case HtmlToken::Kind::text:
          text(token.span);
          break;
        case HtmlToken::Kind::comment:
          // No converter writes one into something else.
          if (const std::string_view name = doctype(token.span); at_start_ && !name.empty())
            return is_tag(name.substr(0, 4), "html");
          break;
        case HtmlToken::Kind::start_tag:
          if (holds_raw_text(token.name)) scanner.read_raw(token.name);
          start_tag(lower_name(token.name));
          break;
        case HtmlToken::Kind::end_tag:
          end_tag(lower_name(token.name));
          break;
        case HtmlToken::Kind::raw:
          break;
      }
    }
    return verdict();
  }

 private:
  [[nodiscard]] std::string_view slice(Span span) const { return source_.substr(span.begin, span.size()); }

  /// Of a doctype, what it names.
  [[nodiscard]] std::string_view doctype(Span comment) const {
    constexpr std::string_view begin = "<!doctype";
    const std::string_view text = slice(comment);
    return is_tag(text.substr(0, begin.size()), begin) ? trim(text.substr(begin.size())) : std::string_view();
  }

  void text(Span span) {
    const std::string_view content = trim(slice(span));
    if (content.empty()) return;
    at_start_ = false;
    if (tables_ > 0) {
      in_tables_ += content.size();
    } else if (leaves_ > 0) {
      in_leaves_ += content.size();
    } else {
      (containers_ > 0 ? in_containers_ : outside_) += content.size();
      read_lines(slice(span), content.size());
    }
  }

  /// Marks of Markdown in a text that stands in no element but those that hold others, and its paragraphs.
  void read_lines(std::string_view text, std::size_t size) {
    bool text_before = false;
    bool blank_before = false;
    std::size_t parted = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
      if (trim(line).empty()) {
        blank_before = true;
        continue;
      }
      if (marks_markdown(line)) ++marks_;
      if (text_before && blank_before) ++parted;
      text_before = true;
      blank_before = false;
    }
    if (parted == 0) return;
    paragraphs_ += parted;
    in_paragraphs_ += size;
  }

  void start_tag(const std::string& name) {
    if (name == "html" && at_start_) begins_page_ = true;
    at_start_ = false;
    const bool is_block = (html_traits(name) & html::block) != 0;
    if (name == "table") ++tables_;
    if (!is_block || name == "table") return;
    ++(is_container(name) ? containers_ : leaves_);
  }

  void end_tag(const std::string& name) {
    if ((html_traits(name) & html::block) == 0) return;
    std::size_t& open = name == "table" ? tables_ : is_container(name) ? containers_ : leaves_;
    if (open == 0) return;
    --open;
    ++closed_;
    // What a cell left open ends with its table, a paragraph with what holds it.
    if (name == "table" ? tables_ == 0 : is_container(name)) leaves_ = 0;
  }

  [[nodiscard]] bool verdict() const {
    // Converters write each table of a Markdown text as a page: what the others say stands outside of them.
    if (begins_page_) return marks_ == 0 || in_leaves_ + in_containers_ > outside_;
    if (marks_ > 0) return false;
    // Between tags that hold others a browser runs paragraphs into one.
    constexpr std::size_t fewest_paragraphs = 3;
    if (paragraphs_ >= fewest_paragraphs && in_paragraphs_ > in_leaves_) return false;
    // Text about HTML names tags, but seldom closes them.
    constexpr std::size_t fewest_blocks = 3;
    const std::size_t inside = in_leaves_ + in_containers_;
    return closed_ >= fewest_blocks && inside + in_tables_ > outside_ && (outside_ == 0 || inside > outside_);
  }

  std::string_view source_;
  bool at_start_ = true;  // nothing but blanks, comments and declarations so far
  bool begins_page_ = false;
  std::size_t tables_ = 0;  // open elements: tables …
  std::size_t leaves_ = 0;  // … blocks of text …
  std::size_t containers_ = 0;
  std::size_t closed_ = 0;     // block elements
  std::size_t in_tables_ = 0;  // bytes of text: in tables …
  std::size_t in_leaves_ = 0;  // … in blocks of text outside of tables …
  std::size_t in_containers_ = 0;
  std::size_t outside_ = 0;
  std::size_t marks_ = 0;  // lines that only Markdown has
  std::size_t paragraphs_ = 0;
  std::size_t in_paragraphs_ = 0;
};

/// Marks that only Markdown writes with a backslash: 1\., \*.
bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() &&
         std::string_view("._-*()[]#+!`").find(text[at + 1]) != std::string_view::npos;
}

}  // namespace

bool looks_like_html(std::string_view source) {
  // A text without a single end tag of the commonest elements is none, and the look costs nearly nothing.
  if (source.find("</") == std::string_view::npos && source.find("<!") == std::string_view::npos) return false;
  return Evidence(source).is_html();
}

bool looks_like_markdown(std::string_view source) {
  constexpr std::size_t fewest = 3;
  std::size_t escapes = 0;
  for (std::size_t at = source.find('\\'); at != std::string_view::npos; at = source.find('\\', at + 2)) {
    if (is_escape(source, at) && ++escapes == fewest) return true;
  }
  std::size_t emphasised = 0;
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = std::min(source.find_first_of("\r\n", begin), source.size());
    const std::string_view line = source.substr(begin, end - begin);
    if (marks_markdown(line)) return true;
    if (is_emphasised(line) && ++emphasised == fewest) return true;
    begin = end + 1;
  }
  const bool names_tables = source.find("<t") != std::string_view::npos || source.find("<T") != std::string_view::npos;
  return names_tables && !find_html_parts(source).tables.empty();
}

}  // namespace gialint
