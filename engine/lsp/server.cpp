#include "engine/lsp/server.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/hash/sha256.hpp"
#include "engine/lsp/actions.hpp"
#include "engine/lsp/diagnostics.hpp"
#include "engine/lsp/hints.hpp"
#include "engine/lsp/hover.hpp"
#include "engine/lsp/navigation.hpp"
#include "engine/lsp/symbols.hpp"
#include "engine/lsp/uri_path.hpp"
#include "engine/packs/version_range.hpp"
#include "engine/text/sentence.hpp"
#include "reporters/uri.hpp"

namespace gialint {
namespace {

// Error codes of JSON-RPC and the protocol.
constexpr int parse_error = -32700;
constexpr int invalid_request = -32600;
constexpr int method_not_found = -32601;
constexpr int invalid_params = -32602;
constexpr int internal_error = -32603;
constexpr int not_initialized = -32002;
constexpr int request_cancelled = -32800;

// MessageType of the protocol.
constexpr int error_message = 1;

constexpr Sentence lost_track(
    "编辑器发来的修改读不懂，{} 不再检查；重新打开就好",
    "a change that the editor sent cannot be understood: {} is not checked until it is opened again");

// A request's id is a string or a whole number.
bool is_id(const JsonValue& value) { return value.string() || value.integer(); }

bool is_same(const JsonValue& a, const JsonValue& b) {
  return a.string() ? a.string() == b.string() : a.integer() && a.integer() == b.integer();
}

void write_id(JsonWriter& json, const std::optional<JsonValue>& id) {
  json.key("id");
  if (id && id->string()) {
    json.value(*id->string());
  } else if (id && id->integer()) {
    json.value(*id->integer());
  } else {
    json.null();
  }
}

std::string_view text_of_fault(FrameFault fault) {
  switch (fault) {
    case FrameFault::no_length:
      return "a header without a Content-Length";
    case FrameFault::too_long:
      return "a message of more than 64 MiB";
    case FrameFault::endless_head:
      return "no header within 8 KiB: this is no stream of the language server protocol";
  }
  return {};
}

}  // namespace

Server::Server(WorkspaceOptions options) : workspace_(std::move(options)) {}

const std::vector<Server::Method>& Server::requests() {
  static const std::vector<Method> methods = {
      {"initialize", &Server::initialize},
      {"shutdown", &Server::shut_down},
      {"textDocument/codeAction", &Server::code_actions},
      {"textDocument/definition", &Server::definition},
      {"textDocument/diagnostic", &Server::pull},
      {"textDocument/documentSymbol", &Server::symbols},
      {"textDocument/foldingRange", &Server::folds},
      {"textDocument/hover", &Server::hover},
      {"textDocument/inlayHint", &Server::hints},
      {"textDocument/references", &Server::references},
  };
  return methods;
}

void Server::receive(const Frame& frame) {
  if (has_ended()) return;
  if (frame.fault) {
    send_error(std::nullopt, {parse_error, std::string(text_of_fault(*frame.fault))});
    if (*frame.fault == FrameFault::endless_head) exit_status_ = 1;
    return;
  }
  std::optional<JsonValue> body = read_json(frame.body);
  if (!body) return send_error(std::nullopt, {parse_error, "no JSON text"});
  Message message;
  const bool has_id = body->members().count("id") != 0;
  if (has_id && is_id((*body)["id"])) message.id = (*body)["id"];
  const std::optional<std::string_view> method = (*body)["method"].string();
  // Answers to what the server asked need no further thought.
  const bool is_answer = !method && (body->members().count("result") != 0 || body->members().count("error") != 0);
  if (is_answer) return;
  if (!method || (*body)["jsonrpc"].string() != "2.0" || (has_id && !message.id))
    return send_error(message.id, {invalid_request, "no request or notification of JSON-RPC 2.0"});
  message.method = *method;
  message.parameters = (*body)["params"];
  if (message.method == "$/cancelRequest" && !message.id) {
    const JsonValue& id = message.parameters["id"];
    const auto found = std::find_if(waiting_.begin(), waiting_.end(),
                                    [&](const Message& each) { return each.id && is_same(*each.id, id); });
    if (found == waiting_.end()) return;
    send_error(found->id, {request_cancelled, "cancelled"});
    waiting_.erase(found);
    return;
  }
  waiting_.push_back(std::move(message));
}

bool Server::work() {
  if (has_ended()) return false;
  if (!waiting_.empty()) {
    const Message message = std::move(waiting_.front());
    waiting_.pop_front();
    handle(message);
    return true;
  }
  if (publish_one()) return true;
  if (is_warm_) return false;
  is_warm_ = true;
  try {
    workspace_.warm_up();
  } catch (const std::exception&) {
    // Whoever opens a text is told of it.
    workspace_.reload();
  }
  return true;
}

std::vector<std::string> Server::take_output() { return std::exchange(output_, {}); }

void Server::handle(const Message& message) {
  if (message.id) {
    answer(message);
    return;
  }
  try {
    notice(message);
  } catch (const std::exception& error) {
    workspace_.reload();
    show(error_message, error.what());
  }
}

void Server::answer(const Message& request) {
  std::string body;
  JsonWriter json(body, JsonWriter::compact);
  json.begin_object().member("jsonrpc", "2.0");
  write_id(json, request.id);
  json.key("result");
  Answer error;
  try {
    error = result_of(request, json);
  } catch (const std::bad_alloc&) {
    error = Error{internal_error, "out of memory"};
  } catch (const std::exception& reason) {
    error = Error{internal_error, reason.what()};
  }
  if (error) {
    // What was thrown may have left a linter in any state.
    if (error->code == internal_error) workspace_.reload();
    send_error(request.id, *error);
    return;
  }
  json.end_object();
  output_.push_back(std::move(body));
}

Server::Answer Server::result_of(const Message& request, JsonWriter& json) {
  const auto found = std::find_if(requests().begin(), requests().end(),
                                  [&](const Method& method) { return method.name == request.method; });
  if (state_ == State::created && request.method != "initialize")
    return Error{not_initialized, "initialize comes first"};
  if (state_ != State::created && request.method == "initialize")
    return Error{invalid_request, "initialize comes once"};
  if (state_ == State::shut_down) return Error{invalid_request, "after shutdown only exit may come"};
  if (found == requests().end()) return Error{method_not_found, "no method " + request.method};
  return (this->*found->handler)(request.parameters, json);
}

void Server::notice(const Message& notification) {
  const std::string& method = notification.method;
  const JsonValue& parameters = notification.parameters;
  if (method == "exit") {
    exit_status_ = state_ == State::shut_down ? 0 : 1;
    return;
  }
  if (state_ != State::initialized) return;
  if (method == "initialized") {
    watch_files();
    is_warm_ = false;
  } else if (method == "textDocument/didOpen") {
    open(parameters);
  } else if (method == "textDocument/didChange") {
    change(parameters);
  } else if (method == "textDocument/didClose") {
    close(parameters);
  } else if (method == "textDocument/didSave") {
    if (Workspace::is_configuration(parameters["textDocument"]["uri"].string().value_or(""))) configuration_changed();
  } else if (method == "workspace/didChangeWatchedFiles") {
    configuration_changed();
  }
}

Server::Answer Server::initialize(const JsonValue& parameters, JsonWriter& json) {
  if (!parameters.is_object()) return Error{invalid_params, "initialize: no capabilities"};
  client_ = read_client(parameters);
  state_ = State::initialized;
  if (client_.root) {
    if (std::optional<std::filesystem::path> folder = path_of_uri(*client_.root)) workspace_.set_root(*folder);
  }
  constexpr int incremental = 2;
  json.begin_object().key("capabilities").begin_object();
  json.member("positionEncoding", position_encoding_name(client_.unit));
  json.key("textDocumentSync").begin_object().member("openClose", true).member("change", incremental);
  json.member("save", true).end_object();
  if (client_.pulls) {
    json.key("diagnosticProvider").begin_object().member("identifier", "gialint");
    json.member("interFileDependencies", false).member("workspaceDiagnostics", false).end_object();
  }
  if (client_.literal_actions) {
    json.key("codeActionProvider").begin_object().key("codeActionKinds").begin_array();
    json.value("quickfix").value(fix_all_kind).end_array().end_object();
  }
  for (const char* provider : {"hoverProvider", "documentSymbolProvider", "foldingRangeProvider", "definitionProvider",
                               "referencesProvider", "inlayHintProvider"})
    json.member(provider, true);
  json.end_object();
  json.key("serverInfo").begin_object().member("name", "gialint").member("version", own_version_text()).end_object();
  json.end_object();
  return {};
}

Server::Answer Server::shut_down(const JsonValue& /*parameters*/, JsonWriter& json) {
  state_ = State::shut_down;
  json.null();
  return {};
}

void Server::watch_files() {
  if (!client_.watches_files) return;
  std::string parameters;
  JsonWriter json(parameters, JsonWriter::compact);
  json.begin_object().key("registrations").begin_array().begin_object();
  json.member("id", "gialint-configuration").member("method", "workspace/didChangeWatchedFiles");
  json.key("registerOptions").begin_object().key("watchers").begin_array();
  for (const std::string& pattern : Workspace::configuration_patterns())
    json.begin_object().member("globPattern", pattern).end_object();
  json.end_array().end_object().end_object().end_array().end_object();
  send_request("client/registerCapability", parameters);
}

void Server::open(const JsonValue& parameters) {
  const JsonValue& item = parameters["textDocument"];
  const std::optional<std::string_view> uri = item["uri"].string();
  const std::optional<std::string_view> text = item["text"].string();
  if (!uri || !text) return;
  texts_.insert_or_assign(
      std::string(*uri),
      OpenText{Document(std::string(*uri), item["version"].integer(), std::string(*text)), {}, {}, {}});
}

void Server::change(const JsonValue& parameters) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return;
  if (!text->document.change(parameters["contentChanges"], parameters["textDocument"]["version"].integer(),
                             client_.unit)) {
    // From here on the two texts differ, and every place would be wrong.
    const std::string uri = text->document.uri();
    texts_.erase(uri);
    if (!client_.pulls) publish(uri, std::nullopt, "[]");
    show(error_message, lost_track.with(uri).in(workspace_.language()));
    return;
  }
  text->analysis.reset();
  text->is_published = false;
}

void Server::close(const JsonValue& parameters) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return;
  const std::string uri = text->document.uri();
  texts_.erase(uri);
  if (!client_.pulls) publish(uri, std::nullopt, "[]");
}

void Server::configuration_changed() {
  workspace_.reload();
  told_.clear();
  for (auto& [uri, text] : texts_) {
    text.analysis.reset();
    text.is_published = false;
  }
  if (client_.pulls && client_.refreshes) send_request("workspace/diagnostic/refresh", "null");
}

std::optional<ConfigurationText> Server::configuration_of(const Analysis& analysis) const {
  if (analysis.name_in_configuration.empty() || !client_.versioned_edits) return std::nullopt;
  ConfigurationText configuration{file_uri(analysis.configuration.string(), "").uri, std::nullopt};
  for (const auto& [uri, text] : texts_) {
    if (path_of_uri(uri) != analysis.configuration) continue;
    return ConfigurationText{uri, text.document.text()};
  }
  std::error_code error;
  const Result<std::string> text = read_file(analysis.configuration, Document::longest);
  if (text.ok()) {
    configuration.text = *text;
  } else if (!client_.new_files || std::filesystem::exists(analysis.configuration, error)) {
    return std::nullopt;
  }
  return configuration;
}

Server::OpenText* Server::text_of(const JsonValue& parameters) {
  const auto found = texts_.find(parameters["textDocument"]["uri"].string().value_or(""));
  return found == texts_.end() ? nullptr : &found->second;
}

void Server::analyse(OpenText& text) {
  if (text.analysis) return;
  text.analysis = workspace_.analyse(text.document.uri(), text.document.text());
  text.items.clear();
  JsonWriter json(text.items, JsonWriter::compact);
  write_diagnostics(json, {text.document, *text.analysis, client_});
  text.result_id = sha256_hex(text.items).substr(0, 16);
  for (const Failure& fault : text.analysis->faults) show(error_message, to_string(fault, text.analysis->language));
}

bool Server::publish_one() {
  if (client_.pulls || state_ != State::initialized) return false;
  const auto waiting =
      std::find_if(texts_.begin(), texts_.end(), [](const auto& each) { return !each.second.is_published; });
  if (waiting == texts_.end()) return false;
  OpenText& text = waiting->second;
  text.is_published = true;
  try {
    analyse(text);
  } catch (const std::exception& error) {
    workspace_.reload();
    show(error_message, error.what());
    return true;
  }
  publish(text.document.uri(), text.document.version(), text.items);
  return true;
}

void Server::publish(const std::string& uri, std::optional<std::int64_t> version, std::string_view items) {
  std::string parameters;
  JsonWriter json(parameters, JsonWriter::compact);
  json.begin_object().member("uri", uri);
  if (version) json.member("version", *version);
  json.key("diagnostics").raw(items).end_object();
  send_notification("textDocument/publishDiagnostics", parameters);
}

Server::Answer Server::pull(const JsonValue& parameters, JsonWriter& json) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return Error{invalid_params, "this text is not open"};
  analyse(*text);
  json.begin_object();
  if (parameters["previousResultId"].string() == text->result_id) {
    json.member("kind", "unchanged").member("resultId", text->result_id);
  } else {
    json.member("kind", "full").member("resultId", text->result_id).key("items").raw(text->items);
  }
  json.end_object();
  return {};
}

Server::Answer Server::code_actions(const JsonValue& parameters, JsonWriter& json) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return Error{invalid_params, "this text is not open"};
  const std::optional<Span> span = text->document.span(parameters["range"], client_.unit);
  if (!span) return Error{invalid_params, "no range"};
  analyse(*text);
  const std::string uri = text->document.uri();
  const std::optional<ConfigurationText> configuration = configuration_of(*text->analysis);
  write_code_actions(
      json, {text->document, *text->analysis, client_}, *span, parameters["context"]["only"],
      [&](const std::string& changed) {
        FileResult result = workspace_.analyse(uri, changed).result;
        if (result.source == nullptr) result.unreadable.emplace();
        return result;
      },
      configuration ? &*configuration : nullptr);
  return {};
}

Server::Answer Server::at_place(const JsonValue& parameters, JsonWriter& json, WriteAt write) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return Error{invalid_params, "this text is not open"};
  const std::optional<std::uint32_t> at = text->document.offset(parameters["position"], client_.unit);
  if (!at) return Error{invalid_params, "no position"};
  analyse(*text);
  write(json, {text->document, *text->analysis, client_}, *at);
  return {};
}

Server::Answer Server::hover(const JsonValue& parameters, JsonWriter& json) {
  return at_place(parameters, json, write_hover);
}

Server::Answer Server::definition(const JsonValue& parameters, JsonWriter& json) {
  return at_place(parameters, json, write_definition);
}

Server::Answer Server::references(const JsonValue& parameters, JsonWriter& json) {
  return at_place(parameters, json, write_references);
}

Server::Answer Server::hints(const JsonValue& parameters, JsonWriter& json) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return Error{invalid_params, "this text is not open"};
  const std::optional<Span> span = text->document.span(parameters["range"], client_.unit);
  if (!span) return Error{invalid_params, "no range"};
  analyse(*text);
  write_hints(json, {text->document, *text->analysis, client_}, *span);
  return {};
}

Server::Answer Server::symbols(const JsonValue& parameters, JsonWriter& json) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return Error{invalid_params, "this text is not open"};
  analyse(*text);
  write_symbols(json, {text->document, *text->analysis, client_});
  return {};
}

Server::Answer Server::folds(const JsonValue& parameters, JsonWriter& json) {
  OpenText* const text = text_of(parameters);
  if (text == nullptr) return Error{invalid_params, "this text is not open"};
  analyse(*text);
  write_folds(json, {text->document, *text->analysis, client_});
  return {};
}

void Server::send_error(const std::optional<JsonValue>& id, const Error& error) {
  std::string body;
  JsonWriter json(body, JsonWriter::compact);
  json.begin_object().member("jsonrpc", "2.0");
  write_id(json, id);
  json.key("error").begin_object().member("code", error.code).member("message", error.message);
  json.end_object().end_object();
  output_.push_back(std::move(body));
}

void Server::send_request(std::string_view method, std::string_view parameters) {
  std::string body;
  JsonWriter json(body, JsonWriter::compact);
  json.begin_object().member("jsonrpc", "2.0").member("id", ++requests_sent_).member("method", method);
  if (parameters != "null") json.key("params").raw(parameters);
  json.end_object();
  output_.push_back(std::move(body));
}

void Server::send_notification(std::string_view method, std::string_view parameters) {
  std::string body;
  JsonWriter json(body, JsonWriter::compact);
  json.begin_object().member("jsonrpc", "2.0").member("method", method).key("params").raw(parameters).end_object();
  output_.push_back(std::move(body));
}

void Server::show(int type, std::string_view message) {
  if (told_.size() > 100) told_.clear();
  if (!told_.insert(std::string(message)).second) return;
  std::string parameters;
  JsonWriter json(parameters, JsonWriter::compact);
  json.begin_object().member("type", type).member("message", message).end_object();
  send_notification("window/showMessage", parameters);
}

}  // namespace gialint
