#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A piece of C++ as far as it matters here.
struct Token {
  enum class Kind { text, word, sign } kind = Kind::sign;
  std::string text;  ///< of a string literal what stands between its quotation marks, neighbours put together
  std::size_t line = 1;
};

/// Comments are left out, and so are characters and texts of wide ones, which are data.
std::vector<Token> tokens_of(std::string_view code) {
  std::vector<Token> tokens;
  std::size_t line = 1;
  std::size_t at = 0;
  const auto rest = [&] { return code.substr(at); };
  const auto skip = [&](std::size_t count) {
    for (std::size_t i = 0; i < count && at < code.size(); ++i) line += code[at++] == '\n' ? 1 : 0;
  };
  const auto quoted = [&](char mark) {  // from the opening mark on
    std::string text;
    skip(1);
    while (at < code.size() && code[at] != mark) {
      const std::size_t size = code[at] == '\\' ? 2 : 1;
      text += code.substr(at, size);
      skip(size);
    }
    skip(1);
    return text;
  };
  while (at < code.size()) {
    if (rest().starts_with("//")) {
      skip(std::min(rest().find('\n'), rest().size()));
    } else if (rest().starts_with("R\"")) {
      const std::size_t open = rest().find('(');
      const std::string end = ")" + std::string(rest().substr(2, open - 2)) + "\"";
      const std::size_t close = rest().find(end, open);
      tokens.push_back({Token::Kind::text, std::string(rest().substr(open + 1, close - open - 1)), line});
      skip(close + end.size());
    } else if (rest().starts_with("U\"") || rest().starts_with("U'")) {
      skip(1);
      quoted(code[at]);
    } else if (code[at] == '\'') {
      quoted('\'');
    } else if (code[at] == '"') {
      const std::size_t begun = line;
      std::string text = quoted('"');
      if (!tokens.empty() && tokens.back().kind == Token::Kind::text) {
        tokens.back().text += text;
      } else {
        tokens.push_back({Token::Kind::text, std::move(text), begun});
      }
    } else if (std::isalnum(static_cast<unsigned char>(code[at])) != 0 || code[at] == '_') {
      std::size_t size = 0;
      while (at + size < code.size() &&
             (std::isalnum(static_cast<unsigned char>(code[at + size])) != 0 || code[at + size] == '_' ||
              (code[at + size] == '\'' && std::isdigit(static_cast<unsigned char>(code[at])) != 0))) {
        ++size;
      }
      tokens.push_back({Token::Kind::word, std::string(rest().substr(0, size)), line});
      skip(size);
    } else {
      if (std::isspace(static_cast<unsigned char>(code[at])) == 0)
        tokens.push_back({Token::Kind::sign, std::string(1, code[at]), line});
      skip(1);
    }
  }
  return tokens;
}

bool has_han(std::string_view text) {
  for (const char32_t character : to_utf32(text)) {
    if (is_han(character)) return true;
  }
  return false;
}

/// The lines of the Chinese texts in `code` that no English follows: {"没有", "none"}, ("没有", "none"), zh ? "没有" :
/// "none".
std::vector<std::size_t> chinese_alone(std::string_view code) {
  const std::vector<Token> tokens = tokens_of(code);
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::text || !has_han(tokens[i].text)) continue;
    const bool has_english = i + 2 < tokens.size() && (tokens[i + 1].text == "," || tokens[i + 1].text == ":") &&
                             tokens[i + 1].kind == Token::Kind::sign && tokens[i + 2].kind == Token::Kind::text &&
                             !tokens[i + 2].text.empty();
    if (!has_english) {
      lines.push_back(tokens[i].line);
    } else {
      i += 2;  // what the English quotes may be Chinese
    }
  }
  return lines;
}

/// The files that may speak one language, with the number of such texts: lines "FILE COUNT  why".
std::map<std::string, std::size_t> exceptions() {
  std::map<std::string, std::size_t> known;
  std::ifstream in(GIALINT_SOURCE_DIR "/tests/checks/one_language.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t blank = line.find(' ');
    std::size_t used = 0;
    const std::size_t count = std::stoul(line.substr(blank), &used);
    INFO(line);
    CHECK(line.find_first_not_of(' ', blank + used) != std::string::npos);
    known[line.substr(0, blank)] = count;
  }
  return known;
}

TEST_CASE("a Chinese sentence without its English is found", "[checks]") {
  using Lines = std::vector<std::size_t>;
  CHECK(chinese_alone("f(\"没有\");\n") == Lines{1});
  CHECK(chinese_alone("x;\nf({\"没有\", what});\n") == Lines{2});
  CHECK(chinese_alone("Sentence(\"没\"\n\"有\",\n \"no\" \"ne '无'\");\n").empty());
  CHECK(chinese_alone("Sentence a(\"没有\", \"\");\n") == Lines{1});
  CHECK(chinese_alone("zh ? \"没有\" : \"none\"").empty());
  CHECK(chinese_alone("// \"没有\"\nU'没' U\"没有\" \"none\" 1'000\n").empty());
  CHECK(chinese_alone("R\"(没有)\", R\"x(none)x\", \"无\"\n") == Lines{1});
}

TEST_CASE("what gialint says it says in both languages", "[checks]") {
  const std::map<std::string, std::size_t> known = exceptions();
  std::size_t files = 0;
  std::map<std::string, std::size_t> found;
  for (const char* folder : {"engine", "reporters"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(GIALINT_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      ++files;
      const std::string name = entry.path().lexically_relative(GIALINT_SOURCE_DIR).generic_string();
      const std::vector<std::size_t> lines = chinese_alone(bytes_of(entry.path()));
      if (!lines.empty()) found[name] = lines.size();
      if (known.count(name) != 0) continue;
      for (const std::size_t line : lines) FAIL_CHECK(name << ":" << line << ": no English stands beside the Chinese");
    }
  }
  CHECK(files > 300);
  for (const auto& [name, count] : known) {
    INFO("tests/checks/one_language.txt: " << name);
    CHECK(found[name] == count);
  }
}

}  // namespace
}  // namespace gialint
