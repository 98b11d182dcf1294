#include "engine/run/history.hpp"

#include <exception>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "engine/parallel/in_order.hpp"
#include "engine/run/read_source.hpp"

namespace gialint {
namespace {

// The region, where the organ's name does not say it: the folder around a file's own stands for it. Then organ and
// year.
using Key = std::tuple<std::string, std::string, int>;

std::optional<ReportIdentity> identify(const InputFile& file, const ReportReader& reader, const ReadOptions& options) {
  if (file.standard_input) return std::nullopt;  // it can be read once only
  try {
    const Result<DocumentSource> source = read_source(file, options);
    return source.ok() ? reader.identify(*source) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;  // what keeps it from being read is told when it is linted
  }
}

}  // namespace

PreviousReports::PreviousReports(const std::vector<InputFile>& files, const ReportReader& reader,
                                 const ReadOptions& options, unsigned jobs, const std::function<bool()>& stop) {
  std::map<Key, std::size_t> claimed;  // by file; none: by several
  std::vector<std::pair<Key, std::size_t>> keys;
  std::size_t number = 0;
  in_order(
      files.size(), jobs, [&] { return [&](std::size_t file) { return identify(files[file], reader, options); }; },
      [](const std::optional<ReportIdentity>&) { return std::size_t{0}; },
      [&](const std::optional<ReportIdentity>& identity) {
        const std::size_t file = number++;
        if (!identity) return true;
        const std::string region =
            identity->regional ? std::string() : files[file].absolute.parent_path().parent_path().string();
        Key key{region, identity->organ, identity->year};
        const auto [place, is_new] = claimed.emplace(key, file);
        if (!is_new) place->second = none;
        keys.emplace_back(std::move(key), file);
        return !(stop && stop());
      });

  for (const auto& [key, file] : keys) {
    const auto& [region, organ, year] = key;
    const auto before = claimed.find({region, organ, year - 1});
    if (before == claimed.end() || before->second == none || claimed.at(key) == none) continue;
    if (previous_.empty()) previous_.resize(files.size(), none);
    previous_[file] = before->second;
  }
}

}  // namespace gialint
