#include "engine/lsp/suppression.hpp"

#include <cstdint>
#include <string_view>

#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

constexpr Sentence title("略过这一条，写进 gialint.toml", "leave this one out, in gialint.toml");
constexpr Sentence reason("（写明为什么不改）", "(say why it stays as it is)");

// `name = "value"`, a line of TOML: what JSON escapes TOML escapes alike.
std::string entry(std::string_view name, std::string_view value) {
  std::string line = std::string(name) + " = ";
  append_json_string(line, value);
  return line + "\n";
}

}  // namespace

void write_suppression(JsonWriter& json, const View& view, const Diagnostic& diagnostic,
                       const ConfigurationText& configuration) {
  const Language language = view.analysis.language;
  std::string added = "[[suppress]]\n" + entry("rule", diagnostic.rule) +
                      entry("file", view.analysis.name_in_configuration) +
                      entry("fingerprint", diagnostic.fingerprint) + entry("reason", reason.with().in(language));
  const Document document(configuration.uri, std::nullopt, configuration.text.value_or(""));
  const std::string& text = document.text();
  if (!text.empty()) added.insert(0, text.back() == '\n' ? "\n" : "\n\n");

  json.begin_object().member("title", title.with().in(language)).member("kind", "quickfix");
  json.key("diagnostics").begin_array();
  write_diagnostic(json, view, diagnostic);
  json.end_array().key("edit").begin_object().key("documentChanges").begin_array();
  if (!configuration.text) {
    json.begin_object().member("kind", "create").member("uri", configuration.uri);
    json.key("options").begin_object().member("ignoreIfExists", true).end_object().end_object();
  }
  json.begin_object().key("textDocument").begin_object().member("uri", configuration.uri).key("version").null();
  json.end_object().key("edits").begin_array().begin_object().key("range");
  const auto end = static_cast<std::uint32_t>(text.size());
  document.write_range(json, {end, end}, view.client.unit);
  json.member("newText", added).end_object().end_array().end_object();
  json.end_array().end_object().end_object();
}

}  // namespace gialint
