#include "engine/config/config_plugins.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "engine/config/config.hpp"
#include "engine/config/config_fields.hpp"
#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

class RequestReader {
 public:
  /// The files outlive it.
  explicit RequestReader(ConfigFiles& files) : files_(&files) {}
  std::optional<Failure> read(const fs::path& file);
  std::vector<PluginRequest> requests;

 private:
  ConfigFiles* files_;
  std::set<fs::path> seen_;
};

std::optional<Failure> RequestReader::read(const fs::path& file) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(file, error);
  if (error || seen_.size() >= max_config_files || !seen_.insert(canonical).second) return std::nullopt;
  const Result<ConfigFile>& config_file = files_->at(file);
  if (!config_file) return std::nullopt;
  const TomlTable& root = config_file->root;
  TomlFaults of_others(config_file->name);
  TomlFields other_fields(root, of_others);
  for (const TomlText& extended : other_fields.texts_if_any(file_field::extends.name)) {
    const fs::path below(extended.text);
    if (extended.text.rfind("plugin:", 0) == 0 || extended.text.empty() || below.is_absolute()) continue;
    if (std::optional<Failure> failure = read((file.parent_path() / below).lexically_normal())) return failure;
  }
  TomlFaults faults(config_file->name);
  TomlFields fields(root, faults);
  for (TomlText& plugin : fields.texts_if_any(file_field::plugins.name)) {
    requests.push_back({std::move(plugin.text), file.parent_path(), faults.where(plugin.place), file});
  }
  return faults.none() ? std::nullopt : std::optional<Failure>(faults.first());
}

Result<fs::path> folder_at_path(const PluginRequest& request) {
  const auto failed = [&](Bilingual what) { return Failure{request.origin, std::move(what)}; };
  const fs::path path(request.name);
  if (holds_nul(path))
    return failed(Sentence("插件的路径里有 NUL 字符", "there is a NUL character in the plugin's path"));
  if (path.is_absolute()) {
    return failed(Sentence("插件的路径 \"{}\" 是绝对路径；要写相对于本文件的路径（\"./…\"），别处的插件用 gialint "
                           "plugin add 安装后写名字",
                           "the plugin's path \"{}\" is absolute; write one relative to this file (\"./…\"), or "
                           "install a plugin from elsewhere with gialint plugin add and write its name")
                      .with(request.name));
  }
  std::error_code error;
  const fs::path own = fs::canonical(request.folder.empty() ? fs::path(".") : request.folder, error);
  const fs::path named = (own / path).lexically_normal();
  const Bilingual outside =
      Sentence("插件的路径 \"{}\" 指到配置文件所在的文件夹外面，不能用；别处的插件用 gialint plugin add 安装后写名字",
               "the plugin's path \"{}\" leads out of the configuration's folder; install a plugin from elsewhere with "
               "gialint plugin add and write its name")
          .with(request.name);
  if (error || !lies_within(own, named)) return failed(outside);
  if (!fs::is_directory(named, error))
    return failed(Sentence("没有插件文件夹 \"{}\"", "there is no plugin folder \"{}\"").with(shown_path(named)));
  fs::path real = fs::canonical(named, error);
  if (error || !lies_within(own, real)) return failed(outside);
  return real;
}

Result<fs::path> folder_by_name(const PluginRequest& request, const std::vector<fs::path>& places) {
  std::error_code error;
  std::vector<std::string> known;
  for (const fs::path& place : places) {
    if (!request.name.empty() && fs::exists(place / request.name / "plugin.toml", error)) {
      return fs::canonical(place / request.name, error);
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(place, error)) {
      if (fs::exists(entry.path() / "plugin.toml", error)) known.push_back(entry.path().filename().string());
    }
  }
  Bilingual hint = did_you_mean(request.name, known);
  if (!request.name.empty() && fs::exists(request.folder / request.name / "plugin.toml", error)) {
    hint = Sentence("；是否想写 \"./{}\"（本文件旁边的文件夹）？",
                    "; did you mean \"./{}\" (the folder beside this file)?")
               .with(request.name);
  }
  if (hint.zh.empty())
    hint = Sentence("；用 gialint plugin add 文件夹 安装，用 gialint plugin list 查看",
                    "; gialint plugin add FOLDER installs one, gialint plugin list shows them");
  return Failure{request.origin,
                 Sentence("没有安装插件 \"{}\"{}", "no plugin \"{}\" is installed{}").with(request.name, hint)};
}

}  // namespace

Result<std::vector<PluginRequest>> plugin_requests(ConfigFiles& files) {
  RequestReader reader(files);
  if (std::optional<Failure> failure = reader.read(files.first())) return *std::move(failure);
  return std::move(reader.requests);
}

Result<fs::path> find_plugin(const PluginRequest& request, const std::vector<fs::path>& places) {
  return request.is_path() || request.name == "." || request.name == ".." ? folder_at_path(request)
                                                                          : folder_by_name(request, places);
}

}  // namespace gialint
