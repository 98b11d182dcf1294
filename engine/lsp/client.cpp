#include "engine/lsp/client.hpp"

#include <algorithm>
#include <cstdint>
#include <type_traits>

namespace gialint {
namespace {

// Whether `list` holds the string or number `wanted`.
template <class Value>
bool holds(const JsonValue& list, const Value& wanted) {
  return std::any_of(list.elements().begin(), list.elements().end(), [&](const JsonValue& element) {
    if constexpr (std::is_integral_v<Value>) {
      return element.integer() == wanted;
    } else {
      return element.string() == std::string_view(wanted);
    }
  });
}

ColumnUnit unit_of(const JsonValue& offered) {
  for (const ColumnUnit unit : {ColumnUnit::utf8, ColumnUnit::code_point}) {
    if (holds(offered, position_encoding_name(unit))) return unit;
  }
  return ColumnUnit::utf16;
}

std::optional<std::string> root_of(const JsonValue& parameters) {
  const JsonValue::Elements& folders = parameters["workspaceFolders"].elements();
  const JsonValue& uri = folders.empty() ? parameters["rootUri"] : folders.front()["uri"];
  if (const auto text = uri.string()) return std::string(*text);
  return std::nullopt;
}

}  // namespace

Client read_client(const JsonValue& parameters) {
  const JsonValue& capabilities = parameters["capabilities"];
  const JsonValue& text = capabilities["textDocument"];
  const JsonValue& workspace = capabilities["workspace"];
  const JsonValue& published = text["publishDiagnostics"];
  constexpr std::int64_t unnecessary = 1;

  Client client;
  client.unit = unit_of(capabilities["general"]["positionEncodings"]);
  client.pulls = text["diagnostic"].is_object();
  client.refreshes = workspace["diagnostics"]["refreshSupport"].is_true();
  client.related_information = published["relatedInformation"].is_true();
  client.code_description = published["codeDescriptionSupport"].is_true();
  client.unnecessary_tag = holds(published["tagSupport"]["valueSet"], unnecessary);
  client.literal_actions = text["codeAction"]["codeActionLiteralSupport"].is_object();
  client.preferred_actions = text["codeAction"]["isPreferredSupport"].is_true();
  client.versioned_edits = workspace["workspaceEdit"]["documentChanges"].is_true();
  client.new_files =
      client.versioned_edits && holds(workspace["workspaceEdit"]["resourceOperations"], std::string_view("create"));
  client.symbol_tree = text["documentSymbol"]["hierarchicalDocumentSymbolSupport"].is_true();
  client.markdown = holds(text["hover"]["contentFormat"], std::string_view("markdown"));
  client.watches_files = workspace["didChangeWatchedFiles"]["dynamicRegistration"].is_true();
  client.root = root_of(parameters);
  return client;
}

std::string_view position_encoding_name(ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::utf8:
      return "utf-8";
    case ColumnUnit::code_point:
      return "utf-32";
    default:
      return "utf-16";
  }
}

}  // namespace gialint
