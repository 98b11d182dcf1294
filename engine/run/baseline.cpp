#include "engine/run/baseline.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/files/find_upwards.hpp"
#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/json/json_writer.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view schema_name = "gialint-baseline/1";
constexpr std::uint64_t longest_baseline = std::uint64_t{256} << 20U;

KnownFile read_known_file(const Json& json) {
  KnownFile file;
  file.path = json.at("path").get<std::string>();
  file.organ = json.value("organ", "");
  if (json.contains("year") && !json["year"].is_null()) file.year = json["year"].get<int>();
  for (const Json& entry : json.at("diagnostics")) {
    file.diagnostics.push_back(
        {entry.at("rule").get<std::string>(), entry.value("place", ""), entry.at("fingerprint").get<std::string>()});
  }
  return file;
}

std::string json_string(std::string_view text) {
  std::string out;
  JsonWriter(out, JsonWriter::compact).value(text);
  return out;
}

}  // namespace

Result<Baseline> parse_baseline(std::string_view text, const std::string& file_name) {
  static constexpr Sentence other_schema("不是此版本认识的基线文件（\"schema\" 应为 \"{}\"）",
                                         "no baseline that this version knows (\"schema\" should be \"{}\")");
  static constexpr Sentence twice("文件 \"{}\" 出现了两次", "the file \"{}\" stands there twice");
  static constexpr Sentence unreadable("基线文件读不懂：{}", "the baseline cannot be understood: {}");
  static constexpr Sentence remake("{}；用 gialint baseline 重新写一份", "{}; write a new one with gialint baseline");
  const auto failed = [&](const Sentence& what, std::string_view value) {
    return Failure{{file_name}, remake.with(what.with(value))};
  };
  try {
    const Json json = Json::parse(text);
    if (json.value("schema", "") != schema_name) return failed(other_schema, schema_name);
    Baseline baseline;
    baseline.reason = json.value("reason", "");
    for (const Json& entry : json.at("files")) {
      KnownFile file = read_known_file(entry);
      const std::string path = file.path;
      if (!baseline.files.emplace(path, std::move(file)).second) return failed(twice, path);
    }
    return baseline;
  } catch (const Json::exception& error) {
    return failed(unreadable, error.what());
  }
}

Result<Baseline> read_baseline(const fs::path& file) {
  const std::string name = shown_path(file);
  const Result<std::string> text = read_file(file, longest_baseline);
  if (!text.ok()) return Failure{{name}, text.failure().what};
  if (text->size() > longest_baseline) {
    static constexpr Sentence too_long("基线文件超过 256 MiB", "the baseline is larger than 256 MiB");
    return Failure{{name}, too_long};
  }
  return parse_baseline(*text, name);
}

std::string to_json(const Baseline& baseline) {
  std::string out = "{\n  \"schema\": " + json_string(schema_name) +
                    ",\n  \"reason\": " + json_string(baseline.reason) + ",\n  \"files\": [";
  const char* between = "\n";
  for (const auto& [path, file] : baseline.files) {
    if (file.diagnostics.empty()) continue;
    out += between;
    between = ",\n";
    out += "    { \"path\": " + json_string(path);
    if (!file.organ.empty()) out += ", \"organ\": " + json_string(file.organ);
    if (file.year) out += ", \"year\": " + std::to_string(*file.year);
    out += ", \"diagnostics\": [";
    const char* next = "\n";
    for (const KnownDiagnostic& known : file.diagnostics) {
      out += next;
      next = ",\n";
      out += "      { \"rule\": " + json_string(known.rule) + ", \"place\": " + json_string(known.place) +
             ", \"fingerprint\": " + json_string(known.fingerprint) + " }";
    }
    out += " ] }";
  }
  return out + " ]\n}\n";
}

std::optional<fs::path> find_baseline(const fs::path& file_or_folder) {
  return find_upwards(file_or_folder, {std::string(baseline_name)});
}

std::string path_in_baseline(const fs::path& folder, const fs::path& file) {
  const std::string within = path_within(folder, file);
  return within.empty() ? file.lexically_normal().generic_string() : within;
}

BaselineMatcher::BaselineMatcher(Baseline baseline, fs::path folder)
    : reason_(std::move(baseline.reason)), folder_(std::move(folder)) {
  for (auto& [path, known] : baseline.files) {
    File& file = files_[path];
    for (KnownDiagnostic& diagnostic : known.diagnostics) file.entries.push_back({std::move(diagnostic)});
    known.diagnostics.clear();
    file.identity = std::move(known);
  }
}

bool BaselineMatcher::is_gone(const std::string& path) const {
  std::error_code error;
  return !fs::exists(folder_ / path, error);
}

BaselineMatcher::File* BaselineMatcher::file_for(const FileResult& result, const std::string& path) {
  const auto own = files_.find(path);
  if (own != files_.end()) return &own->second;
  const auto moved_from = [&](const auto& is_same) {
    return std::find_if(files_.begin(), files_.end(), [&](const auto& candidate) {
      return !candidate.second.seen && is_same(candidate) && is_gone(candidate.first);
    });
  };
  auto before = files_.end();
  if (!result.organ.empty() && result.year) {
    before = moved_from([&](const auto& candidate) {
      return candidate.second.identity.organ == result.organ && candidate.second.identity.year == result.year;
    });
  }
  if (before == files_.end()) {
    before = moved_from(
        [&](const auto& candidate) { return fs::path(candidate.first).filename() == fs::path(path).filename(); });
  }
  if (before == files_.end()) return nullptr;
  auto node = files_.extract(before);
  node.key() = path;
  node.mapped().identity.path = path;
  return &files_.insert(std::move(node)).position->second;
}

void BaselineMatcher::apply(FileResult& result, const fs::path& path, const RuleSettings& rules) {
  if (result.unreadable) return;
  File* file = file_for(result, path_in_baseline(folder_, path));
  if (file == nullptr) return;
  file->seen = true;
  for (Entry& entry : file->entries) entry.checked = entry.checked || rules.count(entry.known.rule) != 0;
  std::vector<Diagnostic> fresh;
  for (Diagnostic& diagnostic : result.diagnostics) {
    const auto entry = std::find_if(file->entries.begin(), file->entries.end(), [&](const Entry& candidate) {
      return candidate.open && candidate.known.rule == diagnostic.rule &&
             candidate.known.fingerprint == diagnostic.fingerprint;
    });
    if (entry == file->entries.end()) {
      fresh.push_back(std::move(diagnostic));
    } else {
      entry->open = false;
      result.in_baseline.push_back(std::move(diagnostic));
    }
  }
  result.diagnostics = std::move(fresh);
}

bool BaselineMatcher::is_stale(const File& file, const Entry& entry) const {
  return entry.open && (file.seen ? entry.checked : is_gone(file.identity.path));
}

std::size_t BaselineMatcher::stale() const {
  std::size_t count = 0;
  for (const auto& [path, file] : files_) {
    for (const Entry& entry : file.entries) count += is_stale(file, entry) ? 1 : 0;
  }
  return count;
}

Baseline BaselineMatcher::pruned() const {
  Baseline baseline;
  baseline.reason = reason_;
  for (const auto& [path, file] : files_) {
    KnownFile known = file.identity;
    for (const Entry& entry : file.entries) {
      if (!is_stale(file, entry)) known.diagnostics.push_back(entry.known);
    }
    std::sort(known.diagnostics.begin(), known.diagnostics.end());
    if (!known.diagnostics.empty()) baseline.files.emplace(path, std::move(known));
  }
  return baseline;
}

void BaselineMatcher::absorb(const FileResult& result, const fs::path& path) {
  if (result.unreadable || result.diagnostics.empty()) return;
  const std::string name = path_in_baseline(folder_, path);
  File& file = files_[name];
  file.seen = true;
  file.identity.path = name;
  if (!result.at_end_of_run) {
    file.identity.organ = result.organ;
    file.identity.year = result.year;
  }
  for (const Diagnostic& diagnostic : result.diagnostics) {
    file.entries.push_back({{diagnostic.rule, diagnostic.place, diagnostic.fingerprint}, false, true});
  }
}

}  // namespace gialint
