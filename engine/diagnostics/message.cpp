#include "engine/diagnostics/message.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/text/ascii.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {

bool is_name(std::string_view text) {
  const auto follows = [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '_'; };
  return !text.empty() && is_ascii_lower(text.front()) && std::all_of(text.begin(), text.end(), follows);
}

std::vector<MessagePiece> pieces_of(std::string_view message) {
  std::vector<MessagePiece> pieces;
  std::size_t begin = 0;
  for (std::size_t open = message.find('{'); open != std::string_view::npos;) {
    const std::size_t close = message.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = message.substr(open + 1, close - open - 1);
    if (is_name(name)) {
      pieces.push_back({message.substr(begin, open - begin), name});
      begin = close + 1;
      open = message.find('{', begin);
    } else {
      open = message.find('{', open + 1);
    }
  }
  pieces.push_back({message.substr(begin), {}});
  return pieces;
}

Result<std::vector<std::string>> placeholders(std::string_view message) {
  std::vector<std::string> names;
  for (const MessagePiece& piece : pieces_of(message)) {
    if (piece.text.find_first_of("{}") != std::string_view::npos) {
      static constexpr Sentence stray("花括号只用于占位符 {{name}}（小写字母、数字、下划线）",
                                      "braces enclose a placeholder and nothing else: {{name}}, made of lower-case "
                                      "letters, digits and underscores");
      return Failure{{}, stray};
    }
    if (!piece.name.empty()) names.emplace_back(piece.name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::size_t rendered_size(std::string_view message, const std::vector<Fact>& facts) {
  std::size_t size = 0;
  for (const MessagePiece& piece : pieces_of(message)) {
    size += piece.text.size();
    const auto fact =
        std::find_if(facts.begin(), facts.end(), [&](const Fact& candidate) { return candidate.name == piece.name; });
    if (fact != facts.end()) size += fact->value.size();
  }
  return size;
}

Result<std::string> render(std::string_view message, const std::vector<Fact>& facts) {
  std::string text;
  for (const MessagePiece& piece : pieces_of(message)) {
    text += piece.text;
    if (piece.name.empty()) break;
    const auto fact =
        std::find_if(facts.begin(), facts.end(), [&](const Fact& candidate) { return candidate.name == piece.name; });
    if (fact == facts.end()) {
      static constexpr Sentence no_value("data 里没有 {{{}}} 的值", "no value in data for {{{}}}");
      return Failure{{}, no_value.with(piece.name)};
    }
    text += fact->value;
  }
  return text;
}

}  // namespace gialint
