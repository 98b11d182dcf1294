#include "reporters/html_report.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "engine/report/report.hpp"
#include "engine/text/unicode.hpp"
#include "reporters/html_table.hpp"

namespace gialint {
namespace {

bool is_blank_glyph(const Glyph& glyph) { return is_blank(code_point_at(glyph.text, 0).value); }

/// The characters of the blocks, or of the lines of a file that there is no model of.
std::vector<Glyph> glyphs_of(const FileResult& file) {
  std::vector<Glyph> glyphs;
  const auto add = [&](const MappedText& text, std::size_t block) {
    std::vector<Glyph> more = glyphs_of(text, static_cast<std::uint32_t>(block));
    glyphs.insert(glyphs.end(), more.begin(), more.end());
  };
  if (file.report) {
    const std::vector<Block>& blocks = file.report->outline.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (const auto* text = std::get_if<TextBlock>(&blocks[i])) {
        add(text->text, i);
      } else {
        for (const GridRow& row : std::get<Grid>(blocks[i]).rows) {
          for (const GridCell& cell : row.cells) add(cell.text, i);
        }
      }
    }
    return glyphs;
  }
  const std::string_view text = file.source->text();
  std::uint32_t line = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t length = code_point_at(text, at).length;
    glyphs.push_back({text.substr(at, length), {at, at + length}, line});
    if (text[at] == '\n') ++line;
    at += length;
  }
  return glyphs;
}

class ReportDrawing {
 public:
  ReportDrawing(const FileResult& file, const std::vector<HtmlFinding>& findings, std::string_view prefix,
                const RunInfo& run)
      : report_(file.report.get()),
        run_(run),
        text_(*file.source, glyphs_of(file), findings, std::string(prefix), run.column_unit) {
    if (report_ == nullptr) return;
    for (const Paragraph& paragraph : report_->paragraphs.preface) paragraphs_.push_back(&paragraph);
    for (const std::vector<Paragraph>& section : report_->paragraphs.sections) {
      for (const Paragraph& paragraph : section) paragraphs_.push_back(&paragraph);
    }
    std::stable_sort(paragraphs_.begin(), paragraphs_.end(),
                     [](const Paragraph* a, const Paragraph* b) { return a->span.begin < b->span.begin; });
  }

  /// Each step writes the element that the first character not yet shown belongs to.
  std::string draw() {
    const std::span<const Glyph> glyphs = text_.glyphs();
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      if (text_.is_shown(i) || is_blank_glyph(glyphs[i])) continue;
      const Glyph glyph = glyphs[i];
      const bool outside = report_ != nullptr && glyph.block < report_->outline.first_block;
      if (outside != outside_) turn(outside);
      write_element(glyph);
      // Whatever an element leaves out of what it should hold.
      if (!text_.is_shown(i)) write_block(glyph, "other");
    }
    if (outside_) turn(false);
    std::string rest;
    text_.write_rest(rest);
    if (!rest.empty())
      out_ += fmt::format("<p class=\"end\"><span class=\"said\">{}</span> {}</p>\n", say("（文末）", "(end of file)"),
                          rest);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return run_.language == Language::zh ? zh : en;
  }

  [[nodiscard]] std::string place_of(std::uint32_t offset) const {
    return fmt::format(R"(<span class="at" aria-hidden="true">{}</span>)", text_.position(offset));
  }

  /// What a site prints before the report begins is folded away, unless something is marked in it.
  void turn(bool outside) {
    outside_ = outside;
    if (outside) {
      before_ = std::exchange(out_, std::string());
      return;
    }
    const bool marked = out_.find("<mark") != std::string::npos;
    out_ = fmt::format("{}<details class=\"outside\"{}><summary class=\"said\">{}</summary>\n{}</details>\n", before_,
                       marked ? " open" : "", say("报告之前的文字", "Text before the report"), out_);
  }

  void write_element(const Glyph& glyph) {
    if (report_ == nullptr) {
      write_block(glyph, "line");
      return;
    }
    const std::uint32_t at = glyph.source.begin;
    const auto holds = [at](Span span) { return span.begin <= at && at < span.end; };
    for (const Table& table : report_->tables.tables) {
      if ((table.found || table.headed) && holds(table.span)) {
        write_table(table);
        return;
      }
    }
    const Outline& outline = report_->outline;
    if (outline.title && holds(outline.title->span)) {
      write_heading(title_level, "title", text_.within(outline.title->span));
      return;
    }
    for (const Section& section : outline.sections) {
      if (!holds(section.heading)) continue;
      write_heading(title_level + (outline.title ? 1 : 0), "section", text_.within(section.heading));
      in_section_ = true;
      return;
    }
    if (std::binary_search(report_->tables.page_furniture.begin(), report_->tables.page_furniture.end(),
                           static_cast<std::size_t>(glyph.block))) {
      write_block(glyph, "furniture");
      return;
    }
    const auto next =
        std::upper_bound(paragraphs_.begin(), paragraphs_.end(), at,
                         [](std::uint32_t offset, const Paragraph* one) { return offset < one->span.begin; });
    if (next != paragraphs_.begin() && holds((*std::prev(next))->span)) {
      write(**std::prev(next), at);
      return;
    }
    if (const auto* grid = std::get_if<Grid>(&outline.blocks[glyph.block])) {
      if (is_begun(glyph)) {
        write_block(glyph, "other");
      } else {
        out_ += html_grid(*grid, glyph.block, text_, run_.language);
      }
      return;
    }
    write_block(glyph, "other");
  }

  /// Whether something of the glyph's block is shown already: its cells must not come twice.
  [[nodiscard]] bool is_begun(const Glyph& glyph) const {
    const std::span<const Glyph> glyphs = text_.glyphs();
    const std::size_t here = text_.glyph_at(glyph.source.begin);
    for (std::size_t i = here; i < glyphs.size() && glyphs[i].block == glyph.block; ++i) {
      if (text_.is_shown(i)) return true;
    }
    for (std::size_t i = here; i > 0 && glyphs[i - 1].block == glyph.block; --i) {
      if (text_.is_shown(i - 1)) return true;
    }
    return false;
  }

  void write_as(std::string_view element, std::string_view kind, std::span<const Glyph> run) {
    if (run.empty()) return;
    out_ += fmt::format("<{} class=\"{}\">{}", element, kind, place_of(run.front().source.begin));
    text_.write(out_, run);
    out_ += fmt::format("</{}>\n", element);
  }

  /// Levels without a gap: a report may lack its title, and a part stand before the first section.
  void write_heading(int level, std::string_view kind, std::span<const Glyph> run) {
    write_as(fmt::format("h{}", level), kind, run);
  }

  void write(const Paragraph& paragraph, std::uint32_t at) {
    // A paragraph that something stands in the middle of goes on behind it.
    std::vector<Glyph> run;
    for (const Glyph& glyph : glyphs_of(paragraph.text, 0)) {
      if (glyph.source.begin >= at || !run.empty()) run.push_back(glyph);
    }
    if (paragraph.heading) {
      write_heading(title_level + (report_->outline.title ? 1 : 0) + (in_section_ ? 1 : 0), "part", run);
    } else {
      write_as("p", "prose", run);
    }
  }

  /// What is not shown yet of the glyph's block, from the glyph on.
  void write_block(const Glyph& glyph, std::string_view kind) {
    std::vector<Glyph> run;
    for (std::size_t i = text_.glyph_at(glyph.source.begin);
         i < text_.glyphs().size() && text_.glyphs()[i].block == glyph.block; ++i) {
      if (!text_.is_shown(i)) run.push_back(text_.glyphs()[i]);
    }
    write_as("p", kind, run);
  }

  void write_table(const Table& table) {
    out_ += html_table(table, text_, run_.language);
    std::string rest;
    const std::size_t end = text_.glyph_at(table.span.end);
    for (std::size_t i = text_.glyph_at(table.span.begin); i < end; ++i) {
      if (text_.is_shown(i) || is_blank_glyph(text_.glyphs()[i])) continue;
      std::vector<Glyph> run;
      for (std::size_t k = i; k < end && !text_.is_shown(k) && text_.glyphs()[k].block == text_.glyphs()[i].block; ++k)
        run.push_back(text_.glyphs()[k]);
      rest += fmt::format("<li>{}", place_of(run.front().source.begin));
      text_.write(rest, run);
      rest += "</li>\n";
    }
    if (rest.empty()) return;
    out_ +=
        fmt::format("<div class=\"rest\"><p class=\"said\">{}</p>\n<ul>\n{}</ul></div>\n",
                    say("表中没有归入任何一格的文字：", "Text within the table that is in none of its cells:"), rest);
  }

  static constexpr int title_level = 3;  ///< below the page's and the file's name

  const Report* report_;
  const RunInfo& run_;
  HtmlText text_;
  std::vector<const Paragraph*> paragraphs_;
  bool in_section_ = false;
  bool outside_ = false;
  std::string before_;
  std::string out_;
};

}  // namespace

std::string html_report(const FileResult& file, const std::vector<HtmlFinding>& findings, std::string_view prefix,
                        const RunInfo& run) {
  return ReportDrawing(file, findings, prefix, run).draw();
}

}  // namespace gialint
