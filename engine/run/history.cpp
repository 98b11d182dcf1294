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

std::optional<ReportIdentity> identify(const InputFile& file, const ReportReader& reader, const ReadOptions& options,
                                       const OrganAliases& aliases) {
  if (file.standard_input) return std::nullopt;  // it can be read once only
  try {
    const Result<DocumentSource> source = read_source(file, options);
    return source.ok() ? reader.identify(*source, aliases) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;  // what keeps it from being read is told when it is linted
  }
}

}  // namespace

PreviousReports::PreviousReports(const std::vector<InputFile>& files, const ReportReader& reader,
                                 const ReadOptions& options, const OrganAliases& aliases, unsigned jobs,
                                 const std::function<bool()>& stop)
    : searched_(true) {
  struct Claim {
    std::size_t first = 0;
    bool once = true;
  };
  std::map<Key, Claim> claims;
  std::vector<std::pair<Key, std::size_t>> keys;
  std::size_t number = 0;
  in_order(
      files.size(), jobs,
      [&] { return [&](std::size_t file) { return identify(files[file], reader, options, aliases); }; },
      [](const std::optional<ReportIdentity>&) { return std::size_t{0}; },
      [&](const std::optional<ReportIdentity>& identity) {
        const std::size_t file = number++;
        if (!identity) return true;
        const std::string region =
            identity->regional ? std::string() : files[file].absolute.parent_path().parent_path().string();
        Key key{region, identity->organ, identity->year};
        const auto [place, is_new] = claims.try_emplace(key, Claim{file, true});
        if (!is_new) place->second.once = false;
        keys.emplace_back(std::move(key), file);
        return !(stop && stop());
      });

  const auto set = [&](std::vector<std::size_t>& numbers, std::size_t file, std::size_t other) {
    if (numbers.empty()) numbers.resize(files.size(), none);
    numbers[file] = other;
  };
  for (const auto& [key, file] : keys) {
    const Claim& own = claims.at(key);
    if (own.first != file) set(same_, file, own.first);
    const auto& [region, organ, year] = key;
    const auto before = claims.find({region, organ, year - 1});
    if (before != claims.end() && before->second.once && own.once) set(previous_, file, before->second.first);
  }
}

}  // namespace gialint
