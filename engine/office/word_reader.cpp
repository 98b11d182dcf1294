#include "engine/office/word_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include "engine/office/font_symbols.hpp"
#include "engine/office/office_fault.hpp"
#include "engine/office/word_events.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// No table has more columns; a span beyond it is a fault of its writer.
constexpr int most_columns = 1000;

constexpr std::string_view xml_blanks = " \t\r\n";

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that hold what stands around them all the same.
constexpr std::array<std::string_view, 11> transparent = {
    "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase", "subDoc"};

/// A positive number of columns.
std::uint32_t column_count(std::string_view value, int least) {
  return static_cast<std::uint32_t>(std::clamp(word_integer(value).value_or(least), least, most_columns));
}

class StoryReader {
 public:
  StoryReader(std::string_view xml, const WordStyles& styles) : events_(xml), styles_(styles) {}

  std::optional<OfficeFault> read() {
    while (const XmlEvent* const event = events_.next()) {
      if (event->kind == XmlKind::start && event->is(XmlSpace::word, "body")) read_flow(story_.body);
    }
    return events_.fault();
  }

  Story take() { return std::move(story_); }

 private:
  /// A field that has begun and not ended: <w:fldChar/>.
  struct OpenField {
    std::uint32_t index = no_index;  // in Story::fields
    std::string instruction;
    bool in_result = false;
    bool shown = false;  // its result is text
  };

  // Blocks ----------------------------------------------------------------------------------------------------------

  /// Reads the children of the element that just began: paragraphs, tables and what wraps them.
  void read_flow(StoryFlow& flow) {
    while (const XmlEvent* const event = events_.next_child()) {
      // NOLINTNEXTLINE(bugprone-branch-clone): what is passed over for another reason has a line of its own
      if (event->space != XmlSpace::word) {
        events_.skip_element();
      } else if (event->name == "p") {
        read_paragraph(*event, flow);
      } else if (event->name == "tbl") {
        read_table(flow.items.emplace_back().value.emplace<StoryTable>());
      } else if (takes_out(*event)) {
        events_.skip_element();
      } else if (event->name == "sdt") {
        read_sdt([&] { read_flow(flow); });
      } else if (is_one_of(event->name, transparent) || counts_insertion(*event)) {
        read_flow(flow);
      } else {
        if (event->name == "altChunk") ++story_.chunks;
        events_.skip_element();
      }
    }
  }

  /// A content control. That of a table of contents is passed over.
  template <class ReadContent>
  void read_sdt(const ReadContent& read_content) {
    bool contents = false;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "sdtContent") && !contents) {
        read_content();
        continue;
      }
      if (event->is(XmlSpace::word, "sdtPr")) {
        contents = is_table_of_contents();
        continue;
      }
      events_.skip_element();
    }
  }

  bool is_table_of_contents() {
    bool contents = false;
    while (const XmlEvent* const event = events_.next_child()) {
      if (!event->is(XmlSpace::word, "docPartObj")) {
        events_.skip_element();
        continue;
      }
      while (const XmlEvent* const part = events_.next_child()) {
        contents = contents || (part->is(XmlSpace::word, "docPartGallery") && word_value(*part) == "Table of Contents");
        events_.skip_element();
      }
    }
    return contents;
  }

  /// Whether the element holds what a tracked change takes out.
  bool takes_out(const XmlEvent& event) {
    if (event.name == "del") ++story_.changes.deletions;
    if (event.name == "moveFrom") ++story_.changes.moves;
    return event.name == "del" || event.name == "moveFrom";
  }

  /// Whether it holds what a tracked change brings in.
  bool counts_insertion(const XmlEvent& event) {
    if (event.name == "ins") ++story_.changes.insertions;
    return event.name == "ins" || event.name == "moveTo";
  }

  // Tables ----------------------------------------------------------------------------------------------------------

  void read_table(StoryTable& table) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "tr")) {
        StoryRow row;
        if (read_row(row)) table.rows.push_back(std::move(row));
      } else if (event->is(XmlSpace::word, "sdt")) {
        read_sdt([&] { read_table(table); });
      } else if (event->is(XmlSpace::word, "customXml")) {
        read_table(table);
      } else {
        events_.skip_element();
      }
    }
  }

  /// Whether the row is there: neither deleted nor hidden.
  bool read_row(StoryRow& row) {
    bool there = true;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "trPr")) {
        there = read_row_properties(row);
      } else if (event->is(XmlSpace::word, "tc")) {
        StoryCell cell;
        if (read_cell(cell)) row.cells.push_back(std::move(cell));
      } else if (event->is(XmlSpace::word, "sdt")) {
        bool inner = true;
        read_sdt([&] { inner = read_row(row); });
        there = there && inner;
      } else if (event->is(XmlSpace::word, "customXml")) {
        there = read_row(row) && there;
      } else {
        events_.skip_element();
      }
    }
    return there;
  }

  bool read_row_properties(StoryRow& row) {
    bool there = true;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->space == XmlSpace::word) {
        if (event->name == "gridBefore") row.columns_before = column_count(word_value(*event), 0);
        if (event->name == "del") {
          ++story_.changes.deletions;
          there = false;
        }
        if (event->name == "ins") ++story_.changes.insertions;
        if (event->name == "hidden" && word_flag(*event)) there = false;
      }
      events_.skip_element();
    }
    return there;
  }

  /// Whether the cell is there.
  bool read_cell(StoryCell& cell) {
    bool there = true;
    // Its content is a flow in which a cell's properties stand.
    StoryFlow& flow = cell.content;
    while (const XmlEvent* const event = events_.next_child()) {
      // NOLINTNEXTLINE(bugprone-branch-clone): what is passed over for another reason has a line of its own
      if (event->space != XmlSpace::word) {
        events_.skip_element();
      } else if (event->name == "tcPr") {
        there = read_cell_properties(cell);
      } else if (event->name == "p") {
        read_paragraph(*event, flow);
      } else if (event->name == "tbl") {
        read_table(flow.items.emplace_back().value.emplace<StoryTable>());
      } else if (event->name == "sdt") {
        read_sdt([&] { read_flow(flow); });
      } else if (takes_out(*event)) {
        events_.skip_element();
      } else if (event->name == "customXml" || counts_insertion(*event)) {
        read_flow(flow);
      } else {
        events_.skip_element();
      }
    }
    return there;
  }

  bool read_cell_properties(StoryCell& cell) {
    bool there = true;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->space == XmlSpace::word) {
        const std::string_view value = word_value(*event);
        if (event->name == "gridSpan") cell.column_span = column_count(value, 1);
        if (event->name == "vMerge") cell.merge = value == "restart" ? VerticalMerge::starts : VerticalMerge::goes_on;
        if (event->name == "hMerge") cell.joins_left = value != "restart";
        if (event->name == "cellIns") ++story_.changes.insertions;
        if (event->name == "cellDel") {
          ++story_.changes.deletions;
          there = false;
        }
        if (event->name == "cellMerge") {
          const std::string_view merged = word_attribute(*event, "vMerge");
          if (!merged.empty()) cell.merge = merged == "cont" ? VerticalMerge::goes_on : VerticalMerge::starts;
        }
      }
      events_.skip_element();
    }
    return there;
  }

  // Paragraphs ------------------------------------------------------------------------------------------------------

  void read_paragraph(const XmlEvent& start, StoryFlow& flow) {
    StoryParagraph& paragraph = flow.items.emplace_back().value.emplace<StoryParagraph>();
    paragraph.place = static_cast<std::uint32_t>(story_.paragraphs.size());
    paragraph.format.style = styles_.default_paragraph();
    const Span tag = start.bytes;
    story_.paragraphs.push_back({tag, tag.end, tag.end, false, anchor_});
    read_inline(paragraph, true);
    ParagraphPlace& place = story_.paragraphs[paragraph.place];
    place.element.end = events_.end().end;
    place.empty_element = events_.end() == tag;
    place.content_end = place.empty_element ? tag.end : events_.end().begin;
  }

  /// Reads the children of the element that just began: runs and what wraps them.
  void read_inline(StoryParagraph& paragraph, bool at_top) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->space == XmlSpace::math) {
        read_formula(paragraph, event->bytes.begin);
        // NOLINTNEXTLINE(bugprone-branch-clone): what is passed over for another reason has a line of its own
      } else if (event->space != XmlSpace::word) {
        events_.skip_element();
      } else if (event->name == "r") {
        read_run(*event, paragraph);
      } else if (event->name == "pPr" && at_top) {
        read_paragraph_properties(paragraph);
        story_.paragraphs[paragraph.place].content = events_.end().end;
      } else if (takes_out(*event)) {
        events_.skip_element();
      } else if (event->name == "sdt") {
        read_sdt([&] { read_inline(paragraph, false); });
      } else if (is_one_of(event->name, transparent) || counts_insertion(*event)) {
        read_inline(paragraph, false);
      } else {
        events_.skip_element();
      }
    }
  }

  void read_paragraph_properties(StoryParagraph& paragraph) {
    ParagraphFormat& format = paragraph.format;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->space != XmlSpace::word) {
        events_.skip_element();
      } else if (event->name == "rPr") {
        read_mark(paragraph);
      } else if (event->name == "numPr") {
        read_list(format);
      } else {
        if (event->name == "pStyle") format.style = word_value(*event);
        if (event->name == "outlineLvl") format.outline_level = word_integer(word_value(*event));
        // A drop cap is a paragraph of its own that the next one goes on with.
        if (event->name == "framePr") {
          const std::string_view drop = word_attribute(*event, "dropCap");
          paragraph.joins_next = paragraph.joins_next || drop == "drop" || drop == "margin";
        }
        events_.skip_element();
      }
    }
  }

  void read_list(ParagraphFormat& format) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "numId")) format.number_id = word_integer(word_value(*event));
      if (event->is(XmlSpace::word, "ilvl")) format.number_level = word_integer(word_value(*event));
      events_.skip_element();
    }
  }

  /// The formatting of the paragraph's mark.
  void read_mark(StoryParagraph& paragraph) {
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->space == XmlSpace::word) {
        if (event->name == "vanish" && word_flag(*event)) paragraph.joins_next = true;
        if (event->name == "ins") ++story_.changes.insertions;
        if (takes_out(*event)) paragraph.joins_next = true;
      }
      events_.skip_element();
    }
  }

  // Runs ------------------------------------------------------------------------------------------------------------

  void read_run(const XmlEvent& start, StoryParagraph& paragraph) {
    const auto own = static_cast<std::uint32_t>(story_.runs.size());
    story_.runs.push_back({start.bytes, start.bytes, {start.bytes.end, start.bytes.end}, true});
    // What is drawn for a run inside another hangs on the outer one.
    const bool outermost = anchor_ == no_index;
    if (outermost) anchor_ = own;
    RunFormat format;
    read_run_content(paragraph, own, format);
    story_.runs[own].element.end = events_.end().end;
    if (outermost) anchor_ = no_index;
  }

  void read_run_content(StoryParagraph& paragraph, std::uint32_t own, RunFormat& format) {
    while (const XmlEvent* const event = events_.next_child()) {
      const std::uint32_t begin = event->bytes.begin;
      const std::size_t first = paragraph.pieces.size();
      // NOLINTNEXTLINE(bugprone-branch-clone): what is passed over for another reason has a line of its own
      if (event->space != XmlSpace::word) {
        read_graphics(paragraph, *event);
      } else if (event->name == "rPr") {
        format = read_run_format(events_);
        story_.runs[own].properties = {begin, events_.end().end};
      } else if (event->name == "t") {
        read_text(*event, paragraph, format);
      } else if (event->name == "drawing" || event->name == "pict" || event->name == "object") {
        read_graphics(paragraph, *event);
      } else if (event->name == "ruby" || event->name == "rubyBase") {
        // Characters with their pronunciation above: the base is a run in the run.
        story_.runs[own].divisible = false;
        read_inline(paragraph, false);
      } else if (event->name == "instrText") {
        read_instruction();
      } else if (event->name == "fldChar") {
        read_field_mark(*event, paragraph, format);
      } else {
        read_sign(*event, paragraph, format);
        events_.skip_element();
      }
      for (std::size_t i = first; i < paragraph.pieces.size(); ++i) {
        paragraph.pieces[i].element = {begin, events_.end().end};
      }
    }
  }

  /// An empty element that stands for a character.
  void read_sign(const XmlEvent& event, StoryParagraph& paragraph, const RunFormat& format) {
    const std::string_view name = event.name;
    if (name == "tab" || name == "ptab") {
      add(paragraph, "\t", event.bytes, false, format);
    } else if (name == "br" || name == "cr") {
      add(paragraph, "\v", event.bytes, false, format);
    } else if (name == "noBreakHyphen") {
      add(paragraph, "-", event.bytes, false, format);
    } else if (name == "sym") {
      std::string sign;
      append_utf8(sign, symbol(event));
      add(paragraph, sign, event.bytes, false, format);
    }
  }

  static char32_t symbol(const XmlEvent& event) {
    const std::string_view digits = word_attribute(event, "char");
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (error != std::errc() || end == digits.data() || code > 0xFFFF || (code >= 0xD800 && code < 0xE000)) code = 0;
    return symbol_character(word_attribute(event, "font"), code);
  }

  void read_text(const XmlEvent& start, StoryParagraph& paragraph, const RunFormat& format) {
    const bool preserved = start.attribute(XmlSpace::xml, "space") == "preserve";
    struct Part {
      std::string text;
      Span bytes;
    };
    std::vector<Part> parts;
    std::size_t depth = 0;
    while (const XmlEvent* const event = events_.next_inside(depth)) {
      if (event->kind == XmlKind::text) parts.push_back({std::string(event->text), event->bytes});
    }
    auto first = parts.begin();
    auto last = parts.end();
    if (!preserved) {
      // Word drops the blanks around such a text.
      while (first != last && cut_blanks(first->text, first->bytes, true)) ++first;
      while (first != last && cut_blanks(std::prev(last)->text, std::prev(last)->bytes, false)) --last;
    }
    const std::string_view font = styles_.font(format, paragraph.format.style);
    for (; first != last; ++first) {
      const Part& part = *first;
      if (is_symbol_font(font)) {
        add_symbols(paragraph, font, part.text, part.bytes, format);
        continue;
      }
      std::string text = part.text;
      blank_out(text);
      add(paragraph, text, part.bytes, text.size() == part.bytes.size(), format);
    }
  }

  /// Cuts the blanks off one end of a text, and off its bytes where it is a copy of them. Whether nothing is left.
  static bool cut_blanks(std::string& text, Span& bytes, bool front) {
    const bool copied = text.size() == bytes.size();
    const std::size_t first = text.find_first_not_of(xml_blanks);
    if (first == std::string::npos) return true;
    const std::size_t cut = front ? first : text.size() - 1 - text.find_last_not_of(xml_blanks);
    text.erase(front ? 0 : text.size() - cut, cut);
    if (copied && front) bytes.begin += static_cast<std::uint32_t>(cut);
    if (copied && !front) bytes.end -= static_cast<std::uint32_t>(cut);
    return false;
  }

  void add_symbols(StoryParagraph& paragraph, std::string_view font, std::string_view text, Span bytes,
                   const RunFormat& format) {
    const bool copied = text.size() == bytes.size();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      std::string sign;
      append_utf8(sign, symbol_character(font, point.value));
      const auto begin = bytes.begin + static_cast<std::uint32_t>(at);
      const Span source = copied ? Span{begin, begin + point.length} : bytes;
      add(paragraph, sign, source, copied && sign == text.substr(at, point.length), format);
      at += point.length;
    }
  }

  void add(StoryParagraph& paragraph, std::string_view text, Span source, bool copied, const RunFormat& format) {
    if (text.empty() || styles_.is_hidden(format, paragraph.format.style) ||
        styles_.is_struck(format, paragraph.format.style)) {
      return;
    }
    StoryPiece piece;
    piece.text = keep(text);
    piece.source = source;
    piece.copied = copied;
    piece.run = anchor_;
    piece.field = hiding_field();
    piece.raised = styles_.is_raised(format, paragraph.format.style);
    paragraph.pieces.push_back(piece);
  }

  Span keep(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(story_.text.size());
    story_.text += text;
    return {begin, static_cast<std::uint32_t>(story_.text.size())};
  }

  /// A formula, which begins at `begin`: its characters in their order, as one piece that no comment can divide.
  void read_formula(StoryParagraph& paragraph, std::uint32_t begin) {
    std::string text;
    std::size_t depth = 0;
    while (const XmlEvent* const event = events_.next_inside(depth)) {
      if (event->kind == XmlKind::text && !trim(event->text).empty()) text += event->text;
    }
    if (text.empty()) return;
    blank_out(text);
    StoryPiece piece;
    piece.text = keep(text);
    piece.source = {begin, events_.end().end};
    piece.copied = false;
    piece.element = piece.source;
    piece.field = hiding_field();
    paragraph.pieces.push_back(piece);
  }

  /// Line ends and tabs in a text are blanks to Word.
  static void blank_out(std::string& text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return xml_blanks.find(c) != std::string_view::npos; }, ' ');
  }

  /// A drawing: its text boxes and pictures.
  void read_graphics(StoryParagraph& paragraph, const XmlEvent& start) {
    note_picture(start, paragraph);
    std::size_t depth = 0;
    while (const XmlEvent* const event = events_.next_inside(depth)) {
      if (event->kind != XmlKind::start) continue;
      if (event->is(XmlSpace::word, "txbxContent")) {
        read_box(paragraph);
        --depth;
      } else {
        note_picture(*event, paragraph);
      }
    }
  }

  void note_picture(const XmlEvent& event, const StoryParagraph& paragraph) {
    if (event.space != XmlSpace::drawing || (event.name != "blip" && event.name != "imagedata")) return;
    if (story_.pictures.empty() || story_.pictures.back() != paragraph.place)
      story_.pictures.push_back(paragraph.place);
  }

  void read_box(StoryParagraph& paragraph) {
    // A box is a story of its own: fields around it do not reach into it.
    const std::vector<OpenField> outside = std::exchange(open_fields_, {});
    if (anchor_ != no_index) story_.runs[anchor_].divisible = false;
    StoryFlow box;
    read_flow(box);
    paragraph.boxes.push_back(std::move(box));
    open_fields_ = outside;
  }

  // Fields ----------------------------------------------------------------------------------------------------------

  void read_instruction() {
    std::size_t depth = 0;
    while (const XmlEvent* const event = events_.next_inside(depth)) {
      if (event->kind != XmlKind::text || open_fields_.empty()) continue;
      std::string& instruction = open_fields_.back().instruction;
      constexpr std::size_t enough = 64;  // the field's name comes first
      if (instruction.size() < enough) instruction += event->text.substr(0, enough);
    }
  }

  /// <w:fldChar>. The first of a form's field holds what its box or list shows.
  void read_field_mark(const XmlEvent& start, StoryParagraph& paragraph, const RunFormat& format) {
    steer_field(word_attribute(start, "fldCharType"));
    const Span bytes = start.bytes;
    std::string shown;
    while (const XmlEvent* const event = events_.next_child()) {
      if (event->is(XmlSpace::word, "ffData")) {
        shown = read_form_field();
      } else {
        events_.skip_element();
      }
    }
    if (shown.empty() || open_fields_.empty()) return;
    // It stands in the place of the result, which such a field does not have.
    const std::vector<OpenField> inside = std::exchange(open_fields_, {open_fields_.begin(), open_fields_.end() - 1});
    add(paragraph, shown, bytes, false, format);
    open_fields_ = inside;
  }

  std::string read_form_field() {
    std::string shown;
    while (const XmlEvent* const event = events_.next_child()) {
      const bool box = event->is(XmlSpace::word, "checkBox");
      if (!box && !event->is(XmlSpace::word, "ddList")) {
        events_.skip_element();
        continue;
      }
      std::optional<bool> checked;
      std::size_t chosen = 0;
      std::vector<std::string> entries;
      while (const XmlEvent* const part = events_.next_child()) {
        const std::string_view value = word_value(*part);
        if (part->is(XmlSpace::word, "checked")) checked = word_flag(*part);
        if (part->is(XmlSpace::word, "default") && box && !checked) checked = word_flag(*part);
        if (part->is(XmlSpace::word, "result")) chosen = column_count(value, 0);
        if (part->is(XmlSpace::word, "listEntry")) entries.emplace_back(value);
        events_.skip_element();
      }
      if (box) shown = checked.value_or(false) ? "☑" : "□";
      if (!box && chosen < entries.size()) shown = entries[chosen];
    }
    return shown;
  }

  void steer_field(std::string_view type) {
    constexpr std::size_t most_nested = 64;
    if (type == "begin") {
      if (open_fields_.size() >= most_nested) return;
      OpenField field;
      field.index = static_cast<std::uint32_t>(story_.fields.size());
      story_.fields.emplace_back();
      open_fields_.push_back(std::move(field));
    } else if (type == "separate" && !open_fields_.empty()) {
      OpenField& field = open_fields_.back();
      field.in_result = true;
      field.shown = !trim(field.instruction).starts_with("TOC");
    } else if (type == "end" && !open_fields_.empty()) {
      story_.fields[open_fields_.back().index].ended = true;
      open_fields_.pop_back();
    }
  }

  /// The outermost field that keeps what is read now from being text.
  [[nodiscard]] std::uint32_t hiding_field() const {
    for (const OpenField& field : open_fields_) {
      if (!field.in_result || !field.shown) return field.index;
    }
    return no_index;
  }

  WordEvents events_;
  const WordStyles& styles_;
  Story story_;
  std::vector<OpenField> open_fields_;
  std::uint32_t anchor_ = no_index;  // the outermost run that is open
};

}  // namespace

Result<Story> read_story(std::string_view xml, const WordStyles& styles, std::string_view name) {
  StoryReader reader(xml, styles);
  if (const std::optional<OfficeFault> fault = reader.read()) return office_failure(*fault, name);
  return reader.take();
}

}  // namespace gialint
