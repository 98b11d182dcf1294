#include "engine/cli/commands.hpp"

#include <iostream>
#include <memory>
#include <utility>

#include "engine/cli/messages.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/plugin_places.hpp"
#include "engine/runner/plugin_packs.hpp"
#include "reporters/places.hpp"

namespace gialint {

void complain(std::string_view what) {
  // One write for the whole line, so that lines of several programs do not mix.
  std::cerr << "gialint: " + printable(what) + "\n" << std::flush;
}

void complain(const Failure& failure) { complain(to_string(failure)); }

bool finish(Output& output, Language language) {
  const std::optional<Failure> failure = output.finish();
  if (!failure) return true;
  if (!output.reader_left()) complain(say(Text::cannot_write, language, {to_string(*failure)}));
  return false;
}

bool save(const std::string& path, std::string_view text, Language language) {
  const std::optional<Failure> failure = write_file(path, text, language);
  if (failure) complain(say(Text::cannot_write, language, {to_string(*failure)}));
  return !failure;
}

Status print(const std::string& text, Language language) {
  Output output = Output::to_standard_output(language);
  output.stream() << text;
  return finish(output, language) ? Status::clean : Status::failed;
}

Language language_of(const Options& options) { return options.language.value_or(Language::zh); }

Result<std::shared_ptr<const Pack>> pack_for(const Options& options, FormsUse forms) {
  Result<std::shared_ptr<const Pack>> pack = load_pack(options.rules_dir, forms);
  if (!pack.ok()) return pack;
  for (const RuleFailure& broken : (*pack)->broken)
    complain(say(Text::rule_not_loaded, language_of(options), {broken.rule, to_string(broken.failure)}));
  return pack;
}

ConfigChoice config_choice(const Options& options) {
  ConfigChoice choice;
  if (options.config) choice.file = *options.config;
  choice.isolated = options.isolated;
  choice.preset = options.preset;
  choice.plugin_places = plugin_places();
  return choice;
}

Result<std::shared_ptr<const Pack>> pack_in(const std::filesystem::path& folder, const Options& options) {
  Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok() || options.isolated) return pack;
  const std::optional<std::filesystem::path> file =
      options.config ? std::filesystem::path(*options.config) : find_config(folder);
  return file ? PluginPacks(*pack, plugin_places()).for_config(*file) : pack;
}

}  // namespace gialint
