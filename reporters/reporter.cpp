#include "reporters/reporter.hpp"

#include <array>

#include "reporters/formats.hpp"

namespace gialint {
namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Reporter> (*make)(std::ostream& out, const ReporterOptions& options);
};

constexpr auto formats = std::to_array<Format>({
    {"checkstyle", make_checkstyle_reporter},
    {"csv", make_csv_reporter},
    {"github", make_github_reporter},
    {"gitlab", make_gitlab_reporter},
    {"html", make_html_reporter},
    {"json", make_json_reporter},
    {"jsonl", make_jsonl_reporter},
    {"junit", make_junit_reporter},
    {"pretty", make_pretty_reporter},
    {"rdjson", make_rdjson_reporter},
    {"rdjsonl", make_rdjsonl_reporter},
    {"sarif", make_sarif_reporter},
    {"summary", make_summary_reporter},
    {"text", make_text_reporter},
});

}  // namespace

std::unique_ptr<Reporter> make_reporter(std::string_view format, std::ostream& out, const ReporterOptions& options) {
  for (const Format& known : formats) {
    if (known.name == format) return known.make(out, options);
  }
  return nullptr;
}

std::vector<std::string> reporter_names() {
  std::vector<std::string> names;
  names.reserve(formats.size());
  for (const Format& known : formats) names.emplace_back(known.name);
  return names;
}

}  // namespace gialint
