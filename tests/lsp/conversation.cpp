#include "tests/lsp/conversation.hpp"

#include <utility>

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"

namespace gialint::test {

WorkspaceOptions workspace_options(Rules rules) {
  static const std::shared_ptr<const Pack> national = *load_pack();
  static const std::shared_ptr<const Pack> sample = sample_pack();
  WorkspaceOptions options;
  options.pack = rules == Rules::national ? national : sample;
  options.choice.isolated = true;
  options.use_baseline = false;
  return options;
}

std::string quoted(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

void Conversation::take() {
  for (std::string& body : server_.take_output()) received_.push_back(std::move(body));
}

std::vector<std::string> Conversation::send(const std::string& body) {
  server_.receive({body, {}});
  while (server_.work()) {
  }
  std::vector<std::string> output = server_.take_output();
  received_.insert(received_.end(), output.begin(), output.end());
  return output;
}

JsonValue Conversation::begin(const std::string& capabilities, const std::string& more) {
  JsonValue result =
      request("initialize", R"({"processId":null,"rootUri":null,"capabilities":)" + capabilities + more + "}");
  notify("initialized", "{}");
  return result;
}

JsonValue Conversation::request(const std::string& method, const std::string& parameters) {
  const std::string id = std::to_string(++last_id_);
  for (const std::string& body :
       send(R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + parameters + "}")) {
    std::optional<JsonValue> answer = read_json(body);
    if (!answer || (*answer)["id"].integer() != last_id_ || !(*answer)["method"].is_null()) continue;
    if (answer->members().count("result") == 0) FAIL(body);
    return (*answer)["result"];
  }
  FAIL("no answer to " << method);
  return {};
}

void Conversation::notify(const std::string& method, const std::string& parameters) {
  send(R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + parameters + "}");
}

void Conversation::open(const std::string& uri, std::string_view text) {
  notify("textDocument/didOpen", R"({"textDocument":{"uri":")" + uri +
                                     R"(","languageId":"plaintext","version":1,"text":)" + quoted(text) + "}}");
}

void Conversation::change(const std::string& uri, const std::string& changes) {
  notify("textDocument/didChange", R"({"textDocument":{"uri":")" + uri + R"(","version":)" +
                                       std::to_string(++version_) + R"(},"contentChanges":[)" + changes + "]}");
}

std::string Conversation::published(const std::string& uri) const {
  constexpr std::string_view label = "\"diagnostics\":";
  for (auto body = received_.rbegin(); body != received_.rend(); ++body) {
    const std::optional<JsonValue> message = read_json(*body);
    if (message && (*message)["method"].string() == "textDocument/publishDiagnostics" &&
        (*message)["params"]["uri"].string() == std::string_view(uri)) {
      const std::size_t at = body->find(label) + label.size();
      return body->substr(at, body->size() - at - 2);
    }
  }
  return {};
}

std::string shown(const JsonValue& range) {
  const auto at = [&](const char* end) {
    return std::to_string(range[end]["line"].integer().value_or(-1)) + ":" +
           std::to_string(range[end]["character"].integer().value_or(-1));
  };
  return at("start") + "-" + at("end");
}

}  // namespace gialint::test
