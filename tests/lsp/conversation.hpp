#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/json_value.hpp"
#include "engine/lsp/server.hpp"

namespace gialint::test {

/// The rules of the binary, or those that look for 甲, 乙 and 丙.
enum class Rules { national, sample };
WorkspaceOptions workspace_options(Rules rules = Rules::national);

/// `text` as a JSON string, quotation marks included.
std::string quoted(std::string_view text);

/// Plays an editor that talks to a server. JSON goes in as text, and comes back as text or values.
class Conversation {
 public:
  explicit Conversation(WorkspaceOptions options) : server_(std::move(options)) {}

  /// initialize and initialized, with these ClientCapabilities; gives the result of the first.
  JsonValue begin(const std::string& capabilities = "{}", const std::string& more = "");

  /// Sends one message and gives all that comes of it.
  std::vector<std::string> send(const std::string& body);
  /// Sends a request and gives its result; an error fails the test. What else comes is kept.
  JsonValue request(const std::string& method, const std::string& parameters);
  void notify(const std::string& method, const std::string& parameters);

  /// Opens a text, version 1.
  void open(const std::string& uri, std::string_view text);
  /// Changes it: `changes` are the elements of contentChanges.
  void change(const std::string& uri, const std::string& changes);
  /// The diagnostics that were sent last for a text, as JSON; empty when none were.
  [[nodiscard]] std::string published(const std::string& uri) const;
  /// What came besides answers, in order.
  [[nodiscard]] const std::vector<std::string>& received() const { return received_; }
  Server& server() { return server_; }

 private:
  void take();

  Server server_;
  std::int64_t last_id_ = 0;
  std::int64_t version_ = 1;
  std::vector<std::string> received_;
};

/// "2:0-2:3": a Range.
std::string shown(const JsonValue& range);

}  // namespace gialint::test
