#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// Patterns as in a .gitignore file (gitignore(5)), for paths relative to the folder that holds them.
///
/// `*`, `?` and `[a-z]` stay within one name and count whole characters; `**` crosses folders; a pattern with a slash
/// at its beginning or inside it is bound to the folder, any other one matches at every depth; a slash at its end
/// means folders only; `!` takes back what an earlier pattern matched; `\` quotes. Blank patterns and comments (`#`)
/// are skipped; a pattern that cannot be read, such as `[a`, matches nothing, as in Git.
class GlobSet {
 public:
  GlobSet() = default;
  explicit GlobSet(const std::vector<std::string>& patterns);

  /// The text of a .gitignore file: a pattern a line.
  static GlobSet from_ignore_file(std::string_view text);

  [[nodiscard]] bool empty() const { return patterns_.empty(); }

  /// What the last pattern that fits this very path says: true: matched; false: taken back by `!`; nothing: none fits.
  /// For a walk from folder to folder, where a deeper .gitignore may decide otherwise.
  [[nodiscard]] std::optional<bool> verdict(std::string_view relative_path, bool is_directory) const;

  /// Whether the path or a folder above it is matched. What lies in a matched folder cannot be taken back.
  [[nodiscard]] bool matches(std::string_view relative_path, bool is_directory) const;

 private:
  /// One of the characters of a class, or the range between two.
  struct Range {
    char32_t first = 0;
    char32_t last = 0;
  };
  enum class Kind { character, any_character, any_run, one_of, none_of };
  struct Token {
    Kind kind = Kind::character;
    char32_t character = 0;
    std::vector<Range> ranges;  ///< of one_of and none_of
  };
  /// What stands between two slashes.
  struct Segment {
    bool any_folders = false;  ///< `**`
    std::vector<Token> tokens;
  };
  struct Pattern {
    std::vector<Segment> segments;
    bool taken_back = false;
    bool folders_only = false;
  };
  using Path = std::vector<std::u32string>;

  void add(std::string_view line);
  static std::optional<Segment> read_segment(std::u32string_view text);
  static bool read_class(std::u32string_view text, std::size_t& at, Token& token);
  static Path split(std::string_view path);
  static bool fits(const std::vector<Token>& tokens, std::u32string_view name);
  static bool fits(const Token& token, char32_t character);
  static bool fits(const Pattern& pattern, const Path& path, std::size_t depth);
  [[nodiscard]] std::optional<bool> verdict(const Path& path, std::size_t depth, bool is_directory) const;

  std::vector<Pattern> patterns_;
};

}  // namespace gialint
