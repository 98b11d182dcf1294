#include "engine/readers/html.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <gumbo.h>

#include "engine/readers/html_elements.hpp"
#include "engine/readers/html_hidden.hpp"
#include "engine/readers/html_limits.hpp"
#include "engine/readers/html_parts.hpp"
#include "engine/readers/html_scan.hpp"
#include "engine/readers/html_text.hpp"

namespace gialint {
namespace {

// As the standard clamps them.
constexpr std::uint32_t most_columns = 1000;
constexpr std::uint32_t most_rows = 65534;
// A cell of several lines and this many bytes holds prose: no label and no remark of a form is as long.
constexpr std::size_t prose_bytes = 1000;

enum class Role : std::uint8_t { in_line, block, hidden };

Role role_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    // Struck out: it is not there any more.
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    // Shown, but the standard says that they are not what the page is about.
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
      return Role::hidden;
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_P:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
      return Role::block;
    default:
      return Role::in_line;
  }
}

std::string_view attribute_of(const GumboElement& element, const char* name) {
  const GumboAttribute* const attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string_view() : attribute->value;
}

Role role_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEMPLATE) return Role::hidden;
  const GumboElement& element = node.v.element;
  if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return Role::hidden;
  const Role role = role_of(element.tag);
  if (role == Role::hidden || element.attributes.length == 0) return role;
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return Role::hidden;
  if (class_strikes_out(attribute_of(element, "class"))) return Role::hidden;
  switch (styled_text(attribute_of(element, "style"))) {
    case StyledText::hidden:
      return Role::hidden;
    case StyledText::shown_as_block:
      return Role::block;
    case StyledText::shown:
      break;
  }
  return role;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

/// Where the node begins in the source; null for what the parser added.
const char* source_of(const GumboNode& node) {
  if (is_element(node)) return node.v.element.original_tag.data;
  return is_text(node) ? node.v.text.original_text.data : nullptr;
}

/// Walks the elements that a browser shows and their text, in the order of the tree, without recursion. `visitor` has
/// enter(element, role, depth), false to leave the element out, leave(element, role, depth) and text(node, moved). What
/// stands between the rows of a table the parser moves in front of it: such text is `moved`, such an element has the
/// role of a block.
template <class Visitor>
void walk(const GumboNode& root, Visitor& visitor) {
  struct Step {
    const GumboNode* node = nullptr;
    Role role = Role::block;
    unsigned next = 0;   // child
    unsigned table = 0;  // the first child from `next` on that is a table
  };
  std::vector<Step> path;
  const auto open = [&](const GumboNode& node, bool moved) {
    Step step;
    step.node = &node;
    step.role = role_of(node);
    if (step.role == Role::hidden) return;
    if (moved) step.role = Role::block;
    path.push_back(step);
    if (!visitor.enter(node, step.role, path.size())) path.pop_back();
  };
  open(root, false);
  while (!path.empty()) {
    Step& step = path.back();
    const GumboVector& children = step.node->v.element.children;
    const auto child_at = [&](unsigned i) -> const GumboNode& {
      return *static_cast<const GumboNode*>(children.data[i]);
    };
    if (step.next == children.length) {
      visitor.leave(*step.node, step.role, path.size());
      path.pop_back();
      continue;
    }
    step.table = std::max(step.table, step.next);
    while (step.table < children.length && !(child_at(step.table).type == GUMBO_NODE_ELEMENT &&
                                             child_at(step.table).v.element.tag == GUMBO_TAG_TABLE)) {
      ++step.table;
    }
    const GumboNode& child = child_at(step.next++);
    const char* const table = step.table < children.length ? source_of(child_at(step.table)) : nullptr;
    const bool moved = table != nullptr && std::less<>{}(table, source_of(child));
    if (is_element(child)) {
      open(child, moved);
    } else if (is_text(child)) {
      visitor.text(child, moved);
    }
  }
}

std::uint32_t number_attribute(const GumboElement& element, const char* name, std::uint32_t otherwise,
                               std::uint32_t most) {
  const GumboAttribute* const attribute = gumbo_get_attribute(&element.attributes, name);
  if (attribute == nullptr) return otherwise;
  char* end = nullptr;
  const long value = std::strtol(attribute->value, &end, 10);
  if (end == attribute->value || value < 0) return otherwise;
  return static_cast<std::uint32_t>(std::min<long>(value, most));
}

/// The text of an element that holds little of it and no more than two elements inside each other; else empty.
std::string short_text(const GumboElement& element, int deeper = 2) {
  constexpr std::size_t most_bytes = 64;
  constexpr unsigned most_children = 8;
  std::string text;
  if (element.children.length > most_children) return text;
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
    if (is_text(child)) {
      text += child.v.text.text;
    } else if (child.type == GUMBO_NODE_ELEMENT) {
      if (deeper == 0) return {};
      text += short_text(child.v.element, deeper - 1);
    }
    if (text.size() > most_bytes) return {};
  }
  return text;
}

using Tables = std::unordered_set<const GumboNode*>;

/// Finds the tables that hold data.
class DataTables {
 public:
  bool enter(const GumboNode& node, Role role, std::size_t /*depth*/) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_TABLE:
        open_.emplace_back();
        open_.back().node = &node;
        break;
      case GUMBO_TAG_TR:
        if (!open_.empty()) open_.back().cells_of_row = 0;
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        if (open_.empty()) break;
        open_.back().cell = {};
        open_.back().widest = std::max(open_.back().widest, ++open_.back().cells_of_row);
        break;
      default:
        break;
    }
    if (role == Role::block || node.v.element.tag == GUMBO_TAG_BR) end_line();
    return true;
  }

  void leave(const GumboNode& node, Role role, std::size_t /*depth*/) {
    if (role == Role::block) end_line();
    if (open_.empty()) return;
    if (node.v.element.tag == GUMBO_TAG_TD || node.v.element.tag == GUMBO_TAG_TH) {
      const Cell& cell = open_.back().cell;
      if (cell.lines >= 2 && cell.bytes >= prose_bytes) open_.back().layout = true;
    } else if (node.v.element.tag == GUMBO_TAG_TABLE) {
      const Open table = open_.back();
      open_.pop_back();
      const bool data = table.widest >= 2 && !table.layout;
      if (data) found_.insert(table.node);
      if (open_.empty()) return;
      open_.back().layout = open_.back().layout || data || table.layout;
      open_.back().cell.lines += table.cell.lines;
      open_.back().cell.bytes += table.cell.bytes;
    }
  }

  void text(const GumboNode& node, bool /*moved*/) {
    if (open_.empty() || node.type == GUMBO_NODE_WHITESPACE) return;
    open_.back().cell.bytes += std::string_view(node.v.text.text).size();
    open_.back().cell.line_open = true;
  }

  Tables take() { return std::move(found_); }

 private:
  struct Cell {
    std::size_t lines = 0;
    std::size_t bytes = 0;
    bool line_open = false;
  };
  struct Open {
    const GumboNode* node = nullptr;
    std::size_t widest = 0;  // cells of the longest row
    std::size_t cells_of_row = 0;
    bool layout = false;  // holds data tables, or prose
    Cell cell;
  };

  void end_line() {
    if (open_.empty() || !open_.back().cell.line_open) return;
    ++open_.back().cell.lines;
    open_.back().cell.line_open = false;
  }

  std::vector<Open> open_;
  Tables found_;
};

/// One table while its rows are read: HTML's table model.
struct OpenTable {
  bool data = false;
  std::size_t id = 0;
  std::vector<std::pair<std::uint8_t, GridRow>> rows;  // with their group: 0 head, 1 body, 2 foot
  std::uint8_t group = 1;
  std::size_t group_begin = 0;         // into rows
  std::uint16_t shared_depth = 0;      // of the first row
  std::vector<std::uint32_t> covered;  // for each column, how many rows below a cell still covers
  std::uint32_t column = 0;            // the next free one of the row that is open

  void begin_group(std::uint8_t which) {
    end_group();
    group = which;
  }

  void end_group() {
    // No cell reaches beyond its row group.
    for (std::size_t i = group_begin; i < rows.size(); ++i) {
      const auto left = static_cast<std::uint32_t>(rows.size() - i);
      for (GridCell& cell : rows[i].second.cells) cell.row_span = std::min(cell.row_span, left);
    }
    group_begin = rows.size();
    covered.clear();
  }

  void end_row(bool flat) {
    // Word ends a table with a row of no height that holds its columns' widths.
    if (flat && !rows.empty()) {
      std::vector<GridCell>& cells = rows.back().second.cells;
      if (std::all_of(cells.begin(), cells.end(), [](const GridCell& cell) { return cell.text.empty(); }))
        cells.clear();
    }
    for (std::uint32_t& rows_left : covered) {
      if (rows_left > 0) --rows_left;
    }
  }

  void place(GridCell& cell) {
    while (column < covered.size() && covered[column] > 0) ++column;
    cell.column = column;
    column += cell.column_span;
    // The columns that no table has are not worth remembering.
    const std::uint32_t end = std::min(column, most_columns);
    if (cell.row_span == 1) return;
    if (covered.size() < end) covered.resize(end, 0);
    for (std::uint32_t i = cell.column; i < end; ++i) covered[i] = std::max(covered[i], cell.row_span);
  }
};

/// Turns a parsed page into blocks.
class PageReader {
 public:
  PageReader(std::string_view source, Tables data_tables)
      : source_(source), data_tables_(std::move(data_tables)), decoder_(source), lines_(source, &texts_) {}

  bool enter(const GumboNode& node, Role role, std::size_t depth) {
    const GumboElement& element = node.v.element;
    if (points_to_note(element)) return false;
    depth_ = depth;
    if (role == Role::block) end_block();
    switch (element.tag) {
      case GUMBO_TAG_IMG:
        note_picture();
        break;
      case GUMBO_TAG_BR:
        lines_.end_line(tag_span(element));
        collect();
        break;
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        lines_.set_heading(static_cast<std::uint8_t>(element.tag - GUMBO_TAG_H1 + 1));
        break;
      case GUMBO_TAG_LI:
        lines_.begin_item();
        break;
      case GUMBO_TAG_PRE:
      case GUMBO_TAG_LISTING:
      case GUMBO_TAG_XMP:
      case GUMBO_TAG_PLAINTEXT:
        lines_.set_preformatted(++preformatted_ > 0);
        break;
      case GUMBO_TAG_TABLE:
        open_tables_.emplace_back();
        open_tables_.back().data = data_tables_.count(&node) > 0;
        open_tables_.back().id = ++last_table_;
        break;
      case GUMBO_TAG_THEAD:
      case GUMBO_TAG_TBODY:
      case GUMBO_TAG_TFOOT:
        if (in_data_table()) {
          open_tables_.back().begin_group(element.tag == GUMBO_TAG_THEAD ? 0 : element.tag == GUMBO_TAG_TBODY ? 1 : 2);
        }
        break;
      case GUMBO_TAG_TR:
        if (in_data_table()) begin_row(element);
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        if (in_data_table()) begin_cell(element);
        break;
      default:
        break;
    }
    return true;
  }

  void leave(const GumboNode& node, Role role, std::size_t depth) {
    if (role == Role::block) end_block();
    switch (node.v.element.tag) {
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        lines_.set_heading(0);
        break;
      case GUMBO_TAG_LI:
        lines_.end_item();
        break;
      case GUMBO_TAG_PRE:
      case GUMBO_TAG_LISTING:
      case GUMBO_TAG_XMP:
      case GUMBO_TAG_PLAINTEXT:
        lines_.set_preformatted(--preformatted_ > 0);
        break;
      case GUMBO_TAG_TABLE:
        if (in_data_table()) end_table();
        open_tables_.pop_back();
        break;
      case GUMBO_TAG_TR:
        if (in_data_table()) {
          open_tables_.back().end_row(number_attribute(node.v.element, "height", most_rows, most_rows) == 0);
        }
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        if (in_data_table()) end_cell();
        break;
      default:
        break;
    }
    depth_ = depth - 1;
    shared_depth_ = std::min(shared_depth_, depth_);
  }

  void text(const GumboNode& node, bool moved) {
    const GumboText& text = node.v.text;
    const char* const begin = source_.data();
    const char* const original = text.original_text.data;
    if (original == nullptr || original < begin || text.original_text.length > source_.size() ||
        static_cast<std::size_t>(original - begin) > source_.size() - text.original_text.length) {
      return;
    }
    const auto at = static_cast<std::uint32_t>(original - begin);
    const Span raw{at, at + static_cast<std::uint32_t>(text.original_text.length)};
    if (moved) end_block();
    for (const HtmlPiece& piece : decoder_.decode(raw)) {
      const bool was_empty = lines_.empty();
      lines_.add(piece);
      if (was_empty && !lines_.empty()) {
        line_depth_ = static_cast<std::uint16_t>(std::min<std::size_t>(shared_depth_, 0xFFFF));
        shared_depth_ = depth_;
      }
      collect();
    }
    if (moved) end_block();
  }

  std::vector<Block> take();

 private:
  /// A text, or the rows of a data table: one row, or all where the page shows them in another order than the source.
  struct Unit {
    Block block;
    std::size_t table = 0;  // 0 when it is complete
  };

  [[nodiscard]] bool in_data_table() const { return !open_tables_.empty() && open_tables_.back().data; }

  [[nodiscard]] Span tag_span(const GumboElement& element) const {
    const char* const begin = element.original_tag.data;
    if (begin == nullptr || begin < source_.data() || begin >= source_.data() + source_.size()) {
      return {lines_.place(), lines_.place()};
    }
    const auto at = static_cast<std::uint32_t>(begin - source_.data());
    const std::size_t length = std::min(element.original_tag.length, source_.size() - at);
    return {at, at + static_cast<std::uint32_t>(length)};
  }

  /// <sup>1</sup> behind a figure or a word.
  [[nodiscard]] bool points_to_note(const GumboElement& element) const {
    const bool raised = element.tag == GUMBO_TAG_SUP;
    return (raised || element.tag == GUMBO_TAG_SUB) && is_note_mark(short_text(element), lines_.line(), raised);
  }

  void end_block() {
    lines_.end_block();
    collect();
  }

  /// A picture of its own, not one beside words or in a cell.
  void note_picture() {
    if (in_cell_ || !lines_.empty() || units_.empty()) return;
    if (auto* text = std::get_if<TextBlock>(&units_.back().block)) text->before_picture = true;
  }

  /// Finished lines become units, unless they belong to a cell.
  void collect() {
    if (texts_.empty() || in_cell_) return;
    for (TextBlock& text : texts_) {
      text.shared_depth = line_depth_;
      // Lines of one text node: nothing closed between them.
      line_depth_ = static_cast<std::uint16_t>(std::min<std::size_t>(depth_, 0xFFFF));
      units_.push_back({std::move(text), 0});
    }
    texts_.clear();
  }

  void begin_row(const GumboElement& element) {
    OpenTable& table = open_tables_.back();
    if (table.rows.empty()) {
      table.shared_depth = static_cast<std::uint16_t>(std::min<std::size_t>(shared_depth_, 0xFFFF));
      shared_depth_ = depth_;
    }
    const Span tag = tag_span(element);
    table.rows.push_back({table.group, {{}, {tag.end, tag.end}}});
    table.column = 0;
  }

  void begin_cell(const GumboElement& element) {
    OpenTable& table = open_tables_.back();
    if (table.rows.empty()) return;
    in_cell_ = true;
    GridCell cell;
    cell.column_span = std::max(1U, number_attribute(element, "colspan", 1, most_columns));
    cell.row_span = number_attribute(element, "rowspan", 1, most_rows);
    if (cell.row_span == 0) cell.row_span = most_rows;  // to the end of the group
    table.place(cell);
    const std::uint32_t at = tag_span(element).end;
    cell.span = {at, at};
    table.rows.back().second.cells.push_back(std::move(cell));
  }

  void end_cell() {
    OpenTable& table = open_tables_.back();
    in_cell_ = false;
    if (table.rows.empty() || table.rows.back().second.cells.empty()) return;
    GridRow& row = table.rows.back().second;
    GridCell& cell = row.cells.back();
    cell.text = joined_lines(std::move(texts_));
    texts_.clear();
    if (!cell.text.empty()) cell.span = cell.text.source();
    row.span = row.cells.size() == 1 ? cell.span : hull(row.span, cell.span);
  }

  void end_table();

  std::string_view source_;
  Tables data_tables_;
  HtmlDecoder decoder_;
  std::vector<TextBlock> texts_;
  HtmlLines lines_;
  std::vector<OpenTable> open_tables_;
  std::vector<Unit> units_;
  std::size_t last_table_ = 0;
  std::size_t depth_ = 0;
  std::size_t shared_depth_ = 0;  // the least depth since the last block began
  std::uint16_t line_depth_ = 0;  // shared_depth of the line that is open
  int preformatted_ = 0;
  bool in_cell_ = false;
};

void PageReader::end_table() {
  OpenTable& table = open_tables_.back();
  table.end_group();
  auto& rows = table.rows;
  rows.erase(std::remove_if(rows.begin(), rows.end(), [](const auto& row) { return row.second.cells.empty(); }),
             rows.end());
  if (rows.empty()) return;
  const auto by_group = [](const auto& a, const auto& b) { return a.first < b.first; };
  const bool as_shown = std::is_sorted(rows.begin(), rows.end(), by_group);
  if (!as_shown) std::stable_sort(rows.begin(), rows.end(), by_group);
  Grid grid;
  grid.shared_depth = table.shared_depth;
  for (auto& [group, row] : rows) {
    grid.span = grid.rows.empty() ? row.span : hull(grid.span, row.span);
    grid.rows.push_back(std::move(row));
    if (!as_shown) continue;
    units_.push_back({std::exchange(grid, {}), table.id});
    grid.shared_depth = static_cast<std::uint16_t>(std::min<std::size_t>(depth_, 0xFFFF));
  }
  if (!as_shown) units_.push_back({std::move(grid), 0});
}

Span span_of(const Block& block) {
  return std::visit([](const auto& each) { return each.span; }, block);
}

std::vector<Block> PageReader::take() {
  end_block();
  const auto before = [](const Unit& a, const Unit& b) { return span_of(a.block).begin < span_of(b.block).begin; };
  const bool in_order = std::is_sorted(units_.begin(), units_.end(), before);
  if (!in_order) std::stable_sort(units_.begin(), units_.end(), before);
  std::vector<Block> blocks;
  std::size_t table = 0;  // whose rows end `blocks`
  std::uint32_t end = 0;
  for (Unit& unit : units_) {
    // Text that the parser moved out of a cell or row, and that so stands inside it, is left out.
    const Span span = span_of(unit.block);
    if (span.begin < end) continue;
    end = span.end;
    if (unit.table != 0 && unit.table == table) {
      auto& grid = std::get<Grid>(blocks.back());
      grid.span = hull(grid.span, span);
      grid.rows.push_back(std::move(std::get<Grid>(unit.block).rows.front()));
      continue;
    }
    table = unit.table;
    // Where the source has another order than the tree, depths say nothing.
    if (!in_order) std::visit([](auto& each) { each.shared_depth = 0; }, unit.block);
    blocks.push_back(std::move(unit.block));
  }
  return blocks;
}

/// The memory of one parse, given back as a whole. The parser asks for many small pieces, and gives them back by
/// recursion.
class Arena {
 public:
  static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
  static void deallocate(void* /*arena*/, void* /*piece*/) {}

 private:
  void* take(std::size_t size) {
    constexpr std::size_t alignment = alignof(std::max_align_t);
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) {
      left_ = std::max(size, chunk_bytes);
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
      next_ = chunks_.back().get();
    }
    left_ -= size;
    return std::exchange(next_, next_ + size);
  }

  static constexpr std::size_t chunk_bytes = 64 << 10;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

/// Places are those of `source`, of which `part` is read.
std::vector<Block> read_tree(std::string_view source, Span part) {
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &arena;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::deallocate;
  const GumboOutput* const page = gumbo_parse_with_options(&options, source.data() + part.begin, part.size());
  DataTables data_tables;
  walk(*page->root, data_tables);
  PageReader reader(source, data_tables.take());
  walk(*page->root, reader);
  return reader.take();
}

/// The text between the tags, a block for each block element or cell.
std::vector<Block> read_flat(std::string_view source, Span part) {
  source = source.substr(0, part.end);
  std::vector<TextBlock> texts;
  HtmlLines lines(source, &texts);
  HtmlDecoder decoder(source);
  HtmlScanner scanner(source, part.begin);
  HtmlToken token;
  const std::vector<Span> hidden = find_hidden_html(source, part.begin);
  auto next_hidden = hidden.begin();
  while (scanner.next(token)) {
    while (next_hidden != hidden.end() && next_hidden->end <= token.span.begin) ++next_hidden;
    const bool is_hidden = next_hidden != hidden.end() && next_hidden->begin <= token.span.begin;
    if (token.kind == HtmlToken::Kind::text && !is_hidden) {
      for (const HtmlPiece& piece : decoder.decode(token.span)) lines.add(piece);
    }
    if (token.kind != HtmlToken::Kind::start_tag && token.kind != HtmlToken::Kind::end_tag) continue;
    const bool start = token.kind == HtmlToken::Kind::start_tag;
    if (start && holds_raw_text(token.name)) scanner.read_raw(token.name);
    const GumboTag tag = gumbo_tagn_enum(token.name.data(), static_cast<unsigned>(token.name.size()));
    if (tag == GUMBO_TAG_BR) {
      lines.end_line(token.span);
    } else if (role_of(tag) != Role::in_line) {
      lines.end_block();
      const bool heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
      lines.set_heading(start && heading ? static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1) : 0);
      if (start && tag == GUMBO_TAG_LI) lines.begin_item();
    }
  }
  lines.end_block();
  return {std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end())};
}

}  // namespace

std::vector<Block> read_html(const SourceText& source) {
  return read_html(source, {0, static_cast<std::uint32_t>(source.text().size())});
}

std::vector<Block> read_html(const SourceText& source, Span part) {
  return is_safe_to_parse(source.slice(part)) ? read_tree(source.text(), part) : read_flat(source.text(), part);
}

}  // namespace gialint
