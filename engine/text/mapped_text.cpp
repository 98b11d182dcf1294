#include "engine/text/mapped_text.hpp"

#include <algorithm>

namespace gialint {

void MappedText::append(std::string_view text, std::uint32_t source_begin) {
  if (text.empty()) return;
  const auto begin = static_cast<std::uint32_t>(text_.size());
  const auto length = static_cast<std::uint32_t>(text.size());
  text_.append(text);
  // A run that goes on where the last one ended is the same run, as long as both are copies.
  if (!runs_.empty() && runs_.back().source.end == source_begin &&
      runs_.back().source.size() == begin - runs_.back().begin) {
    runs_.back().source.end += length;
    return;
  }
  runs_.push_back({begin, {source_begin, source_begin + length}});
}

void MappedText::append_as(std::string_view text, Span source) {
  if (text.empty()) return;
  runs_.push_back({static_cast<std::uint32_t>(text_.size()), source});
  text_.append(text);
}

void MappedText::append(const MappedText& other) {
  // By index and with the sizes taken first: `other` may be this text itself.
  const auto shift = static_cast<std::uint32_t>(text_.size());
  const std::size_t count = other.runs_.size();
  // Nothing is reserved: what is asked for exactly is copied anew at each of many appends.
  for (std::size_t i = 0; i < count; ++i) {
    const Run run = other.runs_[i];
    runs_.push_back({run.begin + shift, run.source});
  }
  text_.append(other.text_);
}

MappedText MappedText::sub(Span part) const {
  MappedText out;
  const auto size = static_cast<std::uint32_t>(text_.size());
  part.end = std::min(part.end, size);
  if (part.begin >= part.end) return out;
  out.text_ = text_.substr(part.begin, part.size());
  auto run = std::upper_bound(runs_.begin(), runs_.end(), part.begin,
                              [](std::uint32_t at, const Run& r) { return at < r.begin; });
  for (--run; run != runs_.end() && run->begin < part.end; ++run) {
    const std::uint32_t run_end = std::next(run) == runs_.end() ? size : std::next(run)->begin;
    const std::uint32_t begin = std::max(run->begin, part.begin);
    const std::uint32_t end = std::min(run_end, part.end);
    Span source = run->source;
    if (source.size() == run_end - run->begin) {
      source = {source.begin + (begin - run->begin), source.begin + (end - run->begin)};
    }
    out.runs_.push_back({begin - part.begin, source});
  }
  return out;
}

Span MappedText::source(Span part) const {
  if (runs_.empty()) return {};
  const auto size = static_cast<std::uint32_t>(text_.size());
  const auto place = [&](std::uint32_t at) -> Span {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), at,
                                        [](std::uint32_t offset, const Run& r) { return offset < r.begin; });
    const Run& run = *std::prev(after);
    const std::uint32_t run_end = after == runs_.end() ? size : after->begin;
    if (run.source.size() != run_end - run.begin) return run.source;
    const std::uint32_t begin = run.source.begin + (at - run.begin);
    return {begin, begin + 1};
  };
  part.end = std::min(part.end, size);
  if (part.begin >= part.end) {
    const std::uint32_t at = part.begin < size ? place(part.begin).begin : place(size - 1).end;
    return {at, at};
  }
  return hull(place(part.begin), place(part.end - 1));
}

Span MappedText::source() const { return source({0, static_cast<std::uint32_t>(text_.size())}); }

}  // namespace gialint
