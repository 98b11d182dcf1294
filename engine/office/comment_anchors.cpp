#include "engine/office/comment_anchors.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "engine/office/xml_edits.hpp"

namespace gialint {
namespace {

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view blanks = " \t\r\n";

/// A place in the part where marks may stand, and what must be closed and opened again around them.
struct Cut {
  std::uint32_t at = 0;  ///< byte of the part
  std::string before;    ///< "</w:t></w:r>"
  std::string behind;    ///< "<w:r><w:rPr>…</w:rPr><w:t>"
  std::string prefix;    ///< of the elements around it: "w:"
  bool exact = true;
};

/// The marks at one place, in the order in which they must stand.
struct Marks {
  Cut cut;
  std::string ends;
  std::string points;  ///< of comments without text
  std::string starts;
};

class Anchoring {
 public:
  Anchoring(std::string_view xml, const DrawnDocument& drawn)
      : xml_(xml), drawn_(drawn), space_(xml.find(strict) != std::string_view::npos ? strict : transitional) {}

  AnchoredPart anchor(const std::vector<CommentAnchor>& anchors) {
    AnchoredPart part;
    for (const CommentAnchor& each : anchors) part.exact.push_back(place(each));
    for (const auto& [at, marks] : marks_) {
      edits_.insert(at, marks.cut.before + marks.ends + marks.points + marks.starts + marks.cut.behind);
    }
    part.xml = edits_.applied(xml_);
    return part;
  }

 private:
  // Which text --------------------------------------------------------------------------------------------------------

  bool place(const CommentAnchor& anchor) {
    Span span = anchor.drawn;
    bool whole = true;
    if (span.empty() || !holds_piece(span)) {
      const std::optional<Span> room = room_of(span.begin);
      if (span.empty() || !room || !holds_piece(*room)) return place_point(anchor, room);
      // A number that was drawn alone: the paragraph that it numbers.
      span = *room;
      whole = false;
    }
    const Cut start = start_cut(span.begin);
    const Cut end = end_cut(span.end);
    if (end.at < start.at) return place_point(anchor, room_of(anchor.drawn.begin));
    add(start).starts += start_mark(start.prefix, anchor.id);
    add(end).ends += end_mark(end.prefix, anchor.id);
    return whole && start.exact && end.exact;
  }

  /// Marks without text between them.
  bool place_point(const CommentAnchor& anchor, std::optional<Span> room) {
    const std::optional<Cut> cut = point_cut(anchor.drawn.begin, room);
    if (!cut) return false;
    add(*cut).points += start_mark(cut->prefix, anchor.id) + end_mark(cut->prefix, anchor.id);
    return anchor.drawn.empty() && cut->exact;
  }

  [[nodiscard]] bool holds_piece(Span span) const {
    const auto first = first_ending_behind(span.begin);
    return first != drawn_.pieces.end() && first->drawn.begin < span.end;
  }

  /// The first piece that ends behind byte `at` of the drawn text.
  [[nodiscard]] std::vector<DrawnPiece>::const_iterator first_ending_behind(std::uint32_t at) const {
    return std::upper_bound(drawn_.pieces.begin(), drawn_.pieces.end(), at,
                            [](std::uint32_t value, const DrawnPiece& piece) { return value < piece.drawn.end; });
  }

  [[nodiscard]] const DrawnLine* line_at(std::uint32_t at) const {
    if (drawn_.lines.empty()) return nullptr;
    const auto behind =
        std::upper_bound(drawn_.lines.begin(), drawn_.lines.end(), at,
                         [](std::uint32_t value, const DrawnLine& line) { return value < line.drawn.begin; });
    return &*(behind == drawn_.lines.begin() ? behind : std::prev(behind));
  }

  [[nodiscard]] static const DrawnCell* cell_at(const DrawnLine& line, std::uint32_t at) {
    const auto cell = std::find_if(line.cells.begin(), line.cells.end(),
                                   [at](const DrawnCell& each) { return at <= each.drawn.end; });
    return cell != line.cells.end() ? &*cell : line.cells.empty() ? nullptr : &line.cells.back();
  }

  /// The paragraph or the cell that byte `at` stands in.
  [[nodiscard]] std::optional<Span> room_of(std::uint32_t at) const {
    const DrawnLine* const line = line_at(at);
    if (line == nullptr) return std::nullopt;
    const DrawnCell* const cell = cell_at(*line, at);
    return cell != nullptr ? cell->drawn : line->drawn;
  }

  // Where in the part -------------------------------------------------------------------------------------------------

  [[nodiscard]] Cut outside(std::uint32_t at, Span element, bool exact = true) const {
    return {at, {}, {}, std::string(tag_prefix(tag_name(xml_, element.begin))), exact};
  }

  /// A formula's own elements are of another namespace than marks.
  [[nodiscard]] Cut around_formula(std::uint32_t at, bool exact) const {
    return outside(at, drawn_.paragraphs.front().element, exact);
  }

  /// In front of byte `at` of the drawn text, and of the piece there.
  [[nodiscard]] Cut start_cut(std::uint32_t at) {
    const auto piece = first_ending_behind(at);
    if (piece->run == no_index) return around_formula(piece->element.begin, piece->drawn.begin >= at);
    const RunPlace& run = drawn_.runs[piece->run];
    const bool inside = piece->drawn.begin < at;
    const bool first = piece == drawn_.pieces.begin() || std::prev(piece)->run != piece->run;
    if (!inside && first) return outside(run.element.begin, run.element, run.divisible);
    if (run.divisible && (!inside || piece->copied)) {
      const std::uint32_t source = piece->source.begin + (inside ? at - piece->drawn.begin : 0);
      const bool same_text = inside || std::prev(piece)->element == piece->element;
      const std::optional<Cut> cut = same_text ? text_cut(*piece, source) : run_cut(run, piece->element.begin);
      if (cut) return *cut;
    }
    return outside(run.element.begin, run.element, false);
  }

  /// Behind byte `at` of the drawn text, and of the piece there.
  [[nodiscard]] Cut end_cut(std::uint32_t at) {
    auto piece = first_ending_behind(at);
    // The last one that begins before.
    if (piece == drawn_.pieces.end() || piece->drawn.begin >= at) --piece;
    if (piece->run == no_index) return around_formula(piece->element.end, piece->drawn.end <= at);
    const RunPlace& run = drawn_.runs[piece->run];
    const bool inside = piece->drawn.end > at;
    const auto next = std::next(piece);
    const bool last = next == drawn_.pieces.end() || next->run != piece->run;
    if (!inside && last) return outside(run.element.end, run.element, run.divisible);
    if (run.divisible && (!inside || piece->copied)) {
      const bool same_text = inside || next->element == piece->element;
      const std::uint32_t source = inside ? piece->source.begin + (at - piece->drawn.begin) : next->source.begin;
      const std::optional<Cut> cut = same_text ? text_cut(*piece, source) : run_cut(run, next->element.begin);
      if (cut) return *cut;
    }
    return outside(run.element.end, run.element, false);
  }

  /// At byte `at` of the drawn text, in `room`: in front of what follows there, else behind what stands before.
  [[nodiscard]] std::optional<Cut> point_cut(std::uint32_t at, std::optional<Span> room) {
    if (room && at < room->end && holds_piece({at, room->end})) return start_cut(at);
    if (room && room->begin < at && holds_piece({room->begin, at})) return end_cut(at);
    if (room && holds_piece(*room)) return start_cut(room->begin);
    const DrawnLine* const line = line_at(at);
    if (line == nullptr) return std::nullopt;
    const DrawnCell* const cell = cell_at(*line, at);
    const std::uint32_t paragraph = cell != nullptr ? cell->paragraph : line->paragraph;
    return paragraph == no_index ? std::nullopt : std::optional<Cut>(paragraph_cut(drawn_.paragraphs[paragraph]));
  }

  /// At the start of a paragraph that holds no text.
  [[nodiscard]] Cut paragraph_cut(const ParagraphPlace& paragraph) {
    if (paragraph.box_run != no_index) {
      const RunPlace& run = drawn_.runs[paragraph.box_run];
      return outside(run.element.end, run.element, false);
    }
    if (!paragraph.empty_element) return outside(paragraph.content, paragraph.element);
    // <w:p/> is opened.
    const std::uint32_t slash = paragraph.element.end - 2;
    edits_.erase({slash, paragraph.element.end});
    Cut cut = outside(slash, paragraph.element);
    cut.before = ">";
    cut.behind = "</" + std::string(tag_name(xml_, paragraph.element.begin)) + ">";
    return cut;
  }

  /// Between two children of a run.
  [[nodiscard]] Cut run_cut(const RunPlace& run, std::uint32_t at) const {
    Cut cut = outside(at, run.element);
    cut.before = "</" + std::string(tag_name(xml_, run.element.begin)) + ">";
    cut.behind = std::string(slice(run.start_tag)) + std::string(slice(run.properties));
    return cut;
  }

  /// In the text of a run, at byte `at` of the part. Empty where it cannot be divided.
  [[nodiscard]] std::optional<Cut> text_cut(const DrawnPiece& piece, std::uint32_t at) {
    const Span element = piece.element;
    const std::uint32_t begin = tag_end(xml_, element.begin);
    if (at <= begin) return std::nullopt;
    const std::string_view front = xml_.substr(begin, at - begin);
    const std::string_view back = xml_.substr(at, xml_.find('<', at) - at);
    // CDATA and comments cannot be divided so.
    if (front.find('<') != std::string_view::npos || xml_.substr(at + back.size(), 2) != "</") return std::nullopt;

    const std::string_view tag = slice({element.begin, begin});
    const std::string name(tag_name(xml_, element.begin));
    Cut cut = run_cut(drawn_.runs[piece.run], at);
    cut.before.insert(0, "</" + name + ">");
    if (tag.find("preserve") != std::string_view::npos) {
      cut.behind += tag;
      return cut;
    }
    // Blanks at the new edges must be kept, those at the old ones must not come back.
    const bool front_blank = is_blank(front.back());
    const bool back_blank = !back.empty() && is_blank(back.front());
    if (!front_blank && !back_blank) {
      cut.behind += tag;
      return cut;
    }
    if (tag.find("space") != std::string_view::npos || is_blank(front.front()) || is_blank(back.back())) {
      return std::nullopt;
    }
    constexpr std::string_view preserve = " xml:space=\"preserve\"";
    const std::uint32_t name_end = element.begin + 1 + static_cast<std::uint32_t>(name.size());
    if (front_blank && preserved_.insert(name_end).second) edits_.insert(name_end, preserve);
    cut.behind.append("<").append(name).append(preserve).append(tag.substr(1 + name.size()));
    return cut;
  }

  static bool is_blank(char c) { return blanks.find(c) != std::string_view::npos; }

  [[nodiscard]] std::string_view slice(Span span) const { return xml_.substr(span.begin, span.size()); }

  // Marks -------------------------------------------------------------------------------------------------------------

  Marks& add(const Cut& cut) { return marks_.try_emplace(cut.at, Marks{cut, {}, {}, {}}).first->second; }

  /// An element with the comment's id. Where the document's own elements have no prefix, attributes need one.
  [[nodiscard]] std::string element(const std::string& prefix, std::string_view name, const std::string& id) const {
    const std::string own = prefix.empty() ? "gia:" : prefix;
    std::string text = "<" + own + std::string(name);
    if (prefix.empty()) text.append(" xmlns:gia=\"").append(space_).append("\"");
    return text.append(" ").append(own).append("id=\"").append(id).append("\"/>");
  }

  [[nodiscard]] std::string start_mark(const std::string& prefix, const std::string& id) const {
    return element(prefix, "commentRangeStart", id);
  }
  [[nodiscard]] std::string end_mark(const std::string& prefix, const std::string& id) const {
    return element(prefix, "commentRangeEnd", id) + "<" + prefix + "r>" + element(prefix, "commentReference", id) +
           "</" + prefix + "r>";
  }

  std::string_view xml_;
  const DrawnDocument& drawn_;
  std::string_view space_;
  XmlEdits edits_;
  std::map<std::uint32_t, Marks> marks_;
  std::set<std::uint32_t> preserved_;  // tags that were given xml:space, by where it stands
};

}  // namespace

AnchoredPart with_anchors(std::string_view xml, const DrawnDocument& drawn, const std::vector<CommentAnchor>& anchors) {
  return Anchoring(xml, drawn).anchor(anchors);
}

}  // namespace gialint
