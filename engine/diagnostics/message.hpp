#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/result.hpp"

/// The texts of rules' messages, with placeholders for facts: "{row}为 {sum}".
namespace gialint {

/// [a-z][a-z0-9_]*: what a placeholder, a fact, a message may be called.
bool is_name(std::string_view text);

/// Literal text, and the placeholder that follows it.
struct MessagePiece {
  std::string_view text;
  std::string_view name;  ///< empty in the last piece
};

/// The message in pieces, as views into it. Braces around anything but a name are literal text.
std::vector<MessagePiece> pieces_of(std::string_view message);

/// The placeholders of a message, each once and sorted. A stray brace is a Failure.
Result<std::vector<std::string>> placeholders(std::string_view message);

/// How many bytes render() would give, found without making them; a placeholder without a fact counts nothing.
std::size_t rendered_size(std::string_view message, const std::vector<Fact>& facts);

/// `message` with every placeholder replaced by the fact of that name; a placeholder without a fact is a Failure.
Result<std::string> render(std::string_view message, const std::vector<Fact>& facts);

}  // namespace gialint
