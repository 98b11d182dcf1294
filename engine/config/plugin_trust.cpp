#include "engine/config/plugin_trust.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {

namespace fs = std::filesystem;

bool PluginTrust::covers(const fs::path& file) const {
  if (all) return true;
  std::error_code error;
  if (started_with && fs::equivalent(*started_with, file, error)) return true;
  return std::any_of(folders.begin(), folders.end(), [&](const fs::path& folder) {
    std::error_code ignored;
    return fs::equivalent(folder, file.parent_path(), ignored);
  });
}

Result<std::vector<fs::path>> read_trusted_folders(const fs::path& file) {
  constexpr std::uint64_t longest = std::uint64_t{1} << 20U;
  std::vector<fs::path> folders;
  std::error_code error;
  if (!fs::exists(file, error)) return folders;
  const Result<std::string> text = read_file(file, longest);
  if (!text) return text.failure();
  if (text->size() > longest) return Failure{{file.string()}, system_reason(EFBIG)};
  const Result<TomlTable> root = parse_toml(*text, file.string());
  if (!root) return root.failure();
  TomlFaults faults(file.string());
  TomlFields fields(*root, faults);
  fields.integer_or("schema", 1, 1, 1);
  for (TomlText& folder : fields.texts_if_any("folders")) {
    if (fs::path(folder.text).is_absolute()) {
      folders.emplace_back(std::move(folder.text));
    } else {
      faults.add(
          folder.place,
          Sentence("这里要写绝对路径，不能是 \"{}\"", "an absolute path is needed, not \"{}\"").with(folder.text));
    }
  }
  fields.finish();
  if (!faults.none()) return faults.first();
  return folders;
}

}  // namespace gialint
