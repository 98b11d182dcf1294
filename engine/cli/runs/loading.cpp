#include "engine/cli/runs/loading.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

#include "engine/cli/console/locale_language.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/status.hpp"
#include "engine/cli/runs/plugin_folders.hpp"
#include "engine/config/plugin_packs.hpp"
#include "engine/files/document_converter.hpp"

namespace gialint {

namespace messages {

constexpr Sentence rule_not_loaded("规则 {} 不能用，已略过：{}", "the rule {} cannot be used and is left out: {}");

}  // namespace messages

Language language_of(const Options& options) { return options.language.value_or(locale_language()); }

Result<std::shared_ptr<const Pack>> pack_for(const Options& options, FormLoading forms) {
  Result<std::shared_ptr<const Pack>> pack = load_pack(options.rules_dir, forms);
  if (!pack.ok()) return pack;
  for (const RuleFailure& broken : (*pack)->broken)
    complain(say(messages::rule_not_loaded, language_of(options), broken.rule,
                 to_string(broken.failure, language_of(options))));
  return pack;
}

ReadOptions reading_of(const Options& options) {
  ReadOptions reading;
  reading.format = options.input_format;
  reading.encoding = options.encoding;
  if (options.max_bytes) {
    reading.max_text_bytes = *options.max_bytes;
    reading.max_bytes = std::max(reading.max_bytes, reading.max_text_bytes);
  }
  if (options.convert_with) {
    const auto converter = std::make_shared<DocumentConverter>(*options.convert_with);
    reading.to_docx = [converter](std::string_view bytes, std::string_view ending) {
      return converter->to_docx(bytes, ending);
    };
  }
  return reading;
}

PluginTrust trust_of(const Options& options) {
  PluginTrust trust;
  trust.all = options.trust;
  if (trust.all) return trust;
  std::error_code error;
  trust.started_with = options.config ? std::filesystem::absolute(*options.config, error) : find_config(".");
  Result<std::vector<std::filesystem::path>> folders = read_trusted_folders(trust_file());
  if (folders.ok()) {
    trust.folders = *std::move(folders);
  } else {
    complain(folders.failure(), language_of(options));
  }
  return trust;
}

ConfigChoice config_choice(const Options& options) {
  ConfigChoice choice;
  if (options.config) choice.file = *options.config;
  choice.isolated = options.isolated;
  choice.preset = options.preset;
  choice.plugin_folders = plugin_folders();
  choice.trust = trust_of(options);
  return choice;
}

Result<std::shared_ptr<const Pack>> pack_in(const std::filesystem::path& folder, const Options& options) {
  Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok() || options.isolated) return pack;
  const std::optional<std::filesystem::path> file =
      options.config ? std::filesystem::path(*options.config) : find_config(folder);
  if (!file) return pack;
  ConfigFiles files(*file);
  PluginPacks packs(*pack, plugin_folders(), trust_of(options));
  Result<std::shared_ptr<const Pack>> with_plugins = packs.for_config(files);
  for (const Failure& remark : packs.remarks()) complain(remark, language_of(options));
  return with_plugins;
}

}  // namespace gialint
