#include "engine/text/pattern.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <mutex>

#include <re2/re2.h>

#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::int64_t max_compiled_bytes = 1 << 20;
/// The whole match and this many groups need no allocation while searching.
constexpr std::size_t few_groups = 8;

RE2::Options options() {
  RE2::Options options;
  options.set_max_mem(max_compiled_bytes);
  options.set_log_errors(false);
  return options;
}

/// RE2 marks a group that took no part by a null pointer, so an empty text must not have one.
re2::StringPiece piece(std::string_view text) {
  return text.data() == nullptr ? re2::StringPiece("", 0) : re2::StringPiece(text.data(), text.size());
}

}  // namespace

class Pattern::Compiled {
 public:
  explicit Compiled(std::string_view source) : expression_(source) {}

  [[nodiscard]] const std::string& expression() const { return expression_; }
  /// Compiles at the first call.
  [[nodiscard]] const RE2& re() const {
    std::call_once(once_, [this] { re_ = std::make_unique<const RE2>(piece(expression_), options()); });
    return *re_;
  }

 private:
  std::string expression_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const RE2> re_;
};

Pattern Pattern::deferred(std::string_view expression) { return Pattern(std::make_shared<const Compiled>(expression)); }

Result<Pattern> Pattern::compile(std::string_view expression) {
  auto compiled = std::make_shared<const Compiled>(expression);
  if (!compiled->re().ok()) {
    static constexpr Sentence wrong("正则表达式有误：{}", "wrong regular expression: {}");
    static constexpr Sentence wrong_at("正则表达式有误：{}：{}", "wrong regular expression: {}: {}");
    const std::string& error = compiled->re().error();
    const std::string& stumbled_on = compiled->re().error_arg();
    const bool is_named = stumbled_on.empty() || error.find(stumbled_on) != std::string::npos;
    return Failure{{}, is_named ? wrong.with(error) : wrong_at.with(error, stumbled_on)};
  }
  return Pattern(std::move(compiled));
}

std::optional<Pattern::Match> Pattern::find(std::string_view text, std::size_t from) const {
  if (from > text.size()) return std::nullopt;
  const RE2& re = compiled_->re();
  assert(re.ok());
  if (!re.ok()) return std::nullopt;
  const re2::StringPiece haystack = piece(text);
  const auto count = static_cast<std::size_t>(re.NumberOfCapturingGroups()) + 1;
  std::array<re2::StringPiece, few_groups + 1> few;
  std::vector<re2::StringPiece> many;
  re2::StringPiece* found = few.data();
  if (count > few.size()) {
    many.resize(count);
    found = many.data();
  }
  if (!re.Match(haystack, from, haystack.size(), RE2::UNANCHORED, found, static_cast<int>(count))) return std::nullopt;
  const auto span_of = [&](const re2::StringPiece& part) -> Span {
    const auto begin = static_cast<std::uint32_t>(part.data() - haystack.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  Match match;
  match.span = span_of(found[0]);
  match.groups.reserve(count - 1);
  for (std::size_t i = 1; i < count; ++i) {
    if (found[i].data() == nullptr) {
      match.groups.emplace_back();
    } else {
      match.groups.emplace_back(span_of(found[i]));
    }
  }
  return match;
}

void Pattern::for_each(std::string_view text, const std::function<void(const Match&)>& take) const {
  std::size_t from = 0;
  while (const auto match = find(text, from)) {
    take(*match);
    from = match->span.end;
    if (!match->span.empty()) continue;
    if (from >= text.size()) break;
    from += code_point_at(text, from).length;
  }
}

std::vector<Pattern::Match> Pattern::find_all(std::string_view text) const {
  std::vector<Match> matches;
  for_each(text, [&](const Match& match) { matches.push_back(match); });
  return matches;
}

bool Pattern::is_in(std::string_view text) const {
  return compiled_->re().Match(piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

bool Pattern::matches_whole(std::string_view text) const {
  return compiled_->re().Match(piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

const std::string& Pattern::expression() const { return compiled_->expression(); }

std::size_t Pattern::cost() const {
  constexpr std::size_t groups_per_instruction = 8;
  const auto instructions = static_cast<std::size_t>(std::max(compiled_->re().ProgramSize(), 0));  // -1: not sound
  const auto groups = static_cast<std::size_t>(std::max(compiled_->re().NumberOfCapturingGroups(), 0));
  return instructions + instructions * groups / groups_per_instruction;
}

}  // namespace gialint
