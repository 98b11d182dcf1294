#include "reporters/html_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/text/mapped_text.hpp"
#include "engine/text/unicode.hpp"
#include "reporters/html_escape.hpp"
#include "reporters/places.hpp"

namespace gialint {

std::string_view html_severity(Severity severity) {
  constexpr std::array<std::string_view, 3> classes = {"i", "w", "e"};
  return classes.at(static_cast<std::size_t>(severity));
}

std::string_view html_sign(Severity severity) {
  constexpr std::array<std::string_view, 3> signs = {"●", "▲", "✖"};
  return signs.at(static_cast<std::size_t>(severity));
}

std::vector<Glyph> glyphs_of(const MappedText& text, std::uint32_t block) {
  std::vector<Glyph> glyphs;
  const std::string_view words = text.text();
  for (std::size_t at = 0; at < words.size();) {
    const std::uint32_t length = code_point_at(words, at).length;
    const auto begin = static_cast<std::uint32_t>(at);
    glyphs.push_back({words.substr(at, length), text.source({begin, begin + length}), block});
    at += length;
  }
  return glyphs;
}

HtmlText::HtmlText(const SourceText& source, std::vector<Glyph> glyphs, const std::vector<HtmlFinding>& findings,
                   std::string prefix, ColumnUnit unit)
    : source_(source),
      glyphs_(std::move(glyphs)),
      shown_(glyphs_.size()),
      findings_(findings),
      prefix_(std::move(prefix)),
      unit_(unit) {
  std::stable_sort(glyphs_.begin(), glyphs_.end(),
                   [](const Glyph& a, const Glyph& b) { return a.source.begin < b.source.begin; });
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    const Diagnostic& diagnostic = *findings_[i].diagnostic;
    marks_.push_back({clamped(source, diagnostic.span), diagnostic.place, i});
    for (std::size_t k = 0; k < diagnostic.related.size(); ++k) {
      const Related& related = diagnostic.related[k];
      if (!related.source) marks_.push_back({clamped(source, related.span), related.place, i, k + 1});
    }
  }
  find_covers();
}

std::size_t HtmlText::glyph_at(std::uint32_t offset) const {
  const auto found = std::lower_bound(glyphs_.begin(), glyphs_.end(), offset,
                                      [](const Glyph& glyph, std::uint32_t at) { return glyph.source.begin < at; });
  return static_cast<std::size_t>(found - glyphs_.begin());
}

std::span<const Glyph> HtmlText::within(Span span) const {
  const std::size_t begin = glyph_at(span.begin);
  return glyphs().subspan(begin, std::max(begin, glyph_at(span.end)) - begin);
}

std::string HtmlText::position(std::uint32_t offset) const {
  const auto size = static_cast<std::uint32_t>(source_.text().size());
  const Position at = source_.position(std::min(offset, size), unit_);
  return fmt::format("{}:{}", at.line, at.column);
}

/// Sweeps over the glyphs once, with the marks that begin and end between them.
void HtmlText::find_covers() {
  covers_.emplace_back();
  cover_of_.assign(glyphs_.size(), 0);
  signs_.resize(glyphs_.size() + 1);
  std::map<std::size_t, std::vector<std::size_t>> begins;
  std::map<std::size_t, std::vector<std::size_t>> ends;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const std::size_t begin = glyph_at(marks_[i].span.begin);
    const std::size_t end = glyph_at(marks_[i].span.end);
    if (begin < end) {
      begins[begin].push_back(i);
      ends[end].push_back(i);
    } else {
      signs_[begin].push_back(i);
    }
  }
  std::set<std::size_t> open;
  std::size_t from = 0;
  std::size_t cover = 0;
  const auto fill_to = [&](std::size_t to) {
    std::fill(cover_of_.begin() + static_cast<std::ptrdiff_t>(from),
              cover_of_.begin() + static_cast<std::ptrdiff_t>(to), cover);
    from = to;
  };
  std::set<std::size_t> changes;
  for (const auto& [glyph, marks] : begins) changes.insert(glyph);
  for (const auto& [glyph, marks] : ends) changes.insert(glyph);
  for (const std::size_t change : changes) {
    fill_to(change);
    if (const auto ended = ends.find(change); ended != ends.end()) {
      for (const std::size_t mark : ended->second) open.erase(mark);
    }
    if (const auto begun = begins.find(change); begun != begins.end())
      open.insert(begun->second.begin(), begun->second.end());
    cover = open.empty() ? 0 : covers_.size();
    if (!open.empty()) covers_.emplace_back(open.begin(), open.end());
  }
}

void HtmlText::write(std::string& out, const MappedText& text) { write(out, glyphs_of(text, 0)); }

/// Stretches of one cover. Remembers what is shown.
std::vector<HtmlText::Segment> HtmlText::segments_of(std::span<const Glyph> run) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const std::size_t first = glyph_at(run[i].source.begin);
    const bool is_own = first < glyphs_.size() && glyphs_[first].source.begin == run[i].source.begin;
    std::size_t cover = 0;
    std::vector<std::size_t> signs;
    if (is_own) {
      cover = cover_of_[first];
      for (std::size_t glyph = first; glyph < glyphs_.size() && glyphs_[glyph].source.begin == run[i].source.begin;
           ++glyph)
        shown_[glyph] = true;
      for (const std::size_t mark : signs_[first]) {
        if (!marks_[mark].has_id) signs.push_back(mark);
        marks_[mark].has_id = true;
      }
    } else if (!segments.empty() && first < glyphs_.size() && cover_of_[first] == segments.back().cover) {
      cover = segments.back().cover;  // what joins two lines belongs to a mark that goes over both
    }
    if (segments.empty() || !signs.empty() || segments.back().cover != cover)
      segments.push_back({i, i, cover, std::move(signs)});
    segments.back().end = i + 1;
  }
  return segments;
}

std::string HtmlText::id_of(const Mark& mark) const {
  return mark.related == 0 ? fmt::format("{}m{}", prefix_, findings_[mark.finding].number)
                           : fmt::format("{}m{}-{}", prefix_, findings_[mark.finding].number, mark.related);
}

void HtmlText::write(std::string& out, std::span<const Glyph> run) {
  const std::vector<Segment> segments = segments_of(run);
  // A mark that others cut in pieces has its number behind the last of them.
  std::map<std::size_t, std::size_t> last;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const std::size_t mark : covers_[segments[i].cover]) last[mark] = i;
  }
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    const std::vector<std::size_t>& marks = covers_[segment.cover];
    for (const std::size_t mark : segment.signs) write_place(out, mark);
    if (!marks.empty()) open_mark(out, marks);
    for (std::size_t at = segment.begin; at < segment.end; ++at) append_html(out, run[at].text);
    if (marks.empty()) continue;
    out += "</mark>";
    for (const std::size_t mark : marks) {
      if (last[mark] == i && !marks_[mark].has_sign && marks_[mark].related == 0) write_sign(out, mark);
    }
  }
}

void HtmlText::open_mark(std::string& out, const std::vector<std::size_t>& marks) {
  std::string numbers;
  std::string id;
  for (const std::size_t number : marks) {
    Mark& mark = marks_[number];
    numbers += fmt::format("{}{}", numbers.empty() ? "" : " ", findings_[mark.finding].number);
    if (mark.has_id) continue;
    mark.has_id = true;
    // An element has one id; the others that begin here get an element of their own.
    if (id.empty()) {
      id = id_of(mark);
    } else {
      out += fmt::format(R"(<span id="{}"></span>)", id_of(mark));
    }
  }
  out += fmt::format(R"(<mark class="{}" data-d="{}")", class_of(marks), numbers);
  if (!id.empty()) out += fmt::format(R"( id="{}")", id);
  out += '>';
}

/// The worst severity of those that count, or else of all.
std::string HtmlText::class_of(const std::vector<std::size_t>& marks) const {
  const bool quiet = std::all_of(marks.begin(), marks.end(),
                                 [&](std::size_t mark) { return findings_[marks_[mark].finding].quiet(); });
  std::string_view worst = "r";
  Severity severity = Severity::info;
  for (const std::size_t mark : marks) {
    const HtmlFinding& finding = findings_[marks_[mark].finding];
    if (marks_[mark].related != 0 || finding.quiet() != quiet) continue;
    severity = std::max(severity, finding.diagnostic->severity);
    worst = html_severity(severity);
  }
  return fmt::format("{}{}", worst, quiet ? " q" : "");
}

void HtmlText::write_sign(std::string& out, std::size_t mark) {
  marks_[mark].has_sign = true;
  const HtmlFinding& finding = findings_[marks_[mark].finding];
  const Severity severity = finding.diagnostic->severity;
  out += fmt::format(R"(<a class="n {}{}" href="#{}d{}" data-d="{}">{}{}</a>)", html_severity(severity),
                     finding.quiet() ? " q" : "", prefix_, finding.number, finding.number, html_sign(severity),
                     finding.number);
}

/// A mark of no width.
void HtmlText::write_place(std::string& out, std::size_t mark) {
  const Mark& place = marks_[mark];
  const HtmlFinding& finding = findings_[place.finding];
  out += fmt::format(R"(<mark class="z {}{}" data-d="{}" id="{}"></mark>)",
                     place.related == 0 ? html_severity(finding.diagnostic->severity) : "r",
                     finding.quiet() ? " q" : "", finding.number, id_of(place));
  if (place.related == 0) write_sign(out, mark);
}

void HtmlText::write_signs(std::string& out, std::string_view place, Span span) {
  for (const std::size_t mark : signs_[glyph_at(span.begin)]) {
    Mark& candidate = marks_[mark];
    if (candidate.has_id || (candidate.place != place && !(candidate.span == span && candidate.place.empty())))
      continue;
    candidate.has_id = true;
    write_place(out, mark);
  }
}

void HtmlText::write_rest(std::string& out) {
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    if (marks_[i].has_id) continue;
    marks_[i].has_id = true;
    write_place(out, i);
  }
}

}  // namespace gialint
