#include "engine/cli/console/fix_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/diff/diff.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

constexpr std::size_t context = 3;

struct Line {
  char sign = ' ';  ///< ' ', '-' or '+'
  std::string_view text;
};

// With their line ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::vector<Line> lines_between(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> first = lines_of(before);
  const std::vector<std::string_view> second = lines_of(after);
  std::vector<Line> lines;
  for (const DiffStep& step : diff_steps(first, second)) {
    lines.push_back({step.sign, step.sign == '+' ? second[step.second] : first[step.first]});
  }
  return lines;
}

class DiffWriter {
 public:
  explicit DiffWriter(const DiffStyle& style) : style_(&style) {}

  void head(const std::string& path) {
    // A tab ends a name that holds blanks.
    const std::string end = path.find(' ') == std::string::npos ? "\n" : "\t\n";
    write("\033[1m", "--- " + shown(path) + end);
    write("\033[1m", "+++ " + shown(path) + end);
  }

  void hunk(const std::vector<Line>& lines, std::size_t begin, std::size_t end, std::size_t old_line,
            std::size_t new_line) {
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (lines[i].sign != '+') ++old_count;
      if (lines[i].sign != '-') ++new_count;
    }
    // Where a side has no line the number is that of the line before.
    write("\033[36m", fmt::format("@@ -{},{} +{},{} @@\n", old_count == 0 ? old_line - 1 : old_line, old_count,
                                  new_count == 0 ? new_line - 1 : new_line, new_count));
    for (std::size_t i = begin; i < end; ++i) line(lines[i]);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::string shown(std::string_view text) const {
    return style_->terminal ? printable(text) : std::string(text);
  }

  void line(const Line& line) {
    const bool ended = !line.text.empty() && line.text.back() == '\n';
    const std::string_view text = ended ? line.text.substr(0, line.text.size() - 1) : line.text;
    write(line.sign == '-' ? "\033[31m" : line.sign == '+' ? "\033[32m" : "", line.sign + shown(text) + "\n");
    if (!ended) out_ += "\\ No newline at end of file\n";
  }

  // `text` ends its line, which is not coloured.
  void write(std::string_view color, std::string_view text) {
    if (!style_->color || color.empty()) {
      out_ += text;
      return;
    }
    out_.append(color).append(text.substr(0, text.size() - 1)).append("\033[0m\n");
  }

  const DiffStyle* style_;
  std::string out_;
};

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after,
                         const DiffStyle& style) {
  const std::vector<Line> lines = lines_between(before, after);
  const auto is_changed = [](const Line& line) { return line.sign != ' '; };
  DiffWriter writer(style);
  bool any = false;
  std::size_t old_line = 1;
  std::size_t new_line = 1;
  std::size_t at = 0;  // lines[at] is that of these numbers
  const auto go_to = [&](std::size_t to) {
    for (; at < to; ++at) {
      if (lines[at].sign != '+') ++old_line;
      if (lines[at].sign != '-') ++new_line;
    }
  };
  while (true) {
    const auto first = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(), is_changed);
    if (first == lines.end()) break;
    const auto from = static_cast<std::size_t>(first - lines.begin());
    // Changes with no more than twice the context between them share a hunk.
    std::size_t end = from + 1;
    for (std::size_t i = end; i < lines.size() && i <= end + 2 * context; ++i) {
      if (is_changed(lines[i])) end = i + 1;
    }
    if (!any) writer.head(path);
    any = true;
    const std::size_t begin = std::max(at, from - std::min(from, context));
    go_to(begin);
    end = std::min(lines.size(), end + context);
    writer.hunk(lines, begin, end, old_line, new_line);
    go_to(end);
  }
  return writer.take();
}

}  // namespace gialint
