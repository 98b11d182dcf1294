#include "engine/rule_host/pattern_cache.hpp"

#include <utility>

namespace gialint::lua {
namespace {

// What compiling takes: so much in any case, for each byte, and for each instruction that comes of it.
constexpr std::uint64_t compile_price = 2000;
constexpr std::uint64_t compile_price_of_byte = 100;
constexpr std::uint64_t compile_price_of_instruction = 20;

}  // namespace

std::uint64_t PatternCache::least_price(std::string_view expression) {
  return compile_price + compile_price_of_byte * static_cast<std::uint64_t>(expression.size());
}

const Search* PatternCache::find(std::string_view expression) {
  if (const auto found = recent_.find(expression); found != recent_.end()) return &found->second;
  const auto found = older_.find(expression);
  return found == older_.end() ? nullptr : keep(older_.extract(found));
}

Result<const Search*> PatternCache::compile(std::string_view expression, PatternCompile when) {
  Result<Pattern> compiled =
      when == PatternCompile::now ? Pattern::compile(expression) : Result<Pattern>(Pattern::deferred(expression));
  if (!compiled) return compiled.failure();
  Search search{*std::move(compiled), Prefilter(expression), least_price(expression)};
  if (when == PatternCompile::now) search.price += compile_price_of_instruction * search.pattern.cost();
  Searches one;
  one.emplace(expression, std::move(search));
  return keep(one.extract(one.begin()));
}

const Search* PatternCache::keep(Searches::node_type search) {
  if (recent_.size() >= most || instructions_ > most_instructions) {
    older_ = std::exchange(recent_, {});
    instructions_ = 0;
  }
  // Known from the price alone, since an expression that waits for its first use is not to be compiled here.
  instructions_ += search.mapped().price / compile_price_of_instruction;
  return &recent_.insert(std::move(search)).position->second;
}

}  // namespace gialint::lua
