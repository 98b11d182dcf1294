#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/json_value.hpp"
#include "engine/json/json_writer.hpp"
#include "engine/lsp/client.hpp"
#include "engine/lsp/diagnostics.hpp"
#include "engine/lsp/document.hpp"
#include "engine/lsp/frames.hpp"
#include "engine/lsp/suppression.hpp"
#include "engine/lsp/workspace.hpp"

namespace gialint {

/// A language server (LSP 3.17) without a stream: messages in, messages out, one after the other. Whoever has the
/// streams hands over what has come in, then calls work() until nothing is left to do, and sends what take_output()
/// gives in between:
///
///   server.receive(frame);
///   while (server.work()) send(server.take_output());
///
/// Nothing is linted before an answer needs it or everything that came in has been dealt with: ten changes in a row
/// cost one linting. What goes wrong is answered as the protocol has it; whatever comes in, the server goes on.
class Server {
 public:
  explicit Server(WorkspaceOptions options);

  /// Takes what came in. A request that has not been begun yet is cancelled at once.
  void receive(const Frame& frame);

  /// Deals with one message; when none is left, with one text whose diagnostics the client has not got. False when
  /// there was nothing to do.
  bool work();

  /// The messages to be sent since the last call, each without its header.
  std::vector<std::string> take_output();

  /// How many messages wait to be dealt with.
  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

  /// After `exit`, or when the stream turned out to be none: nothing more is taken.
  [[nodiscard]] bool has_ended() const { return exit_status_.has_value(); }
  /// 0 after `shutdown` and `exit`, else 1: also when the client goes away without a word.
  [[nodiscard]] int exit_status() const { return exit_status_.value_or(1); }

 private:
  /// What the protocol calls ResponseError.
  struct Error {
    int code = 0;
    std::string message;
  };
  using Answer = std::optional<Error>;  ///< empty: the result was written
  struct Message {
    std::optional<JsonValue> id;  ///< of a request
    std::string method;
    JsonValue parameters;
  };
  struct OpenText {
    Document document;
    std::optional<Analysis> analysis;  ///< of the text as it is; empty: not linted yet
    std::string items;                 ///< its diagnostics as JSON
    std::string result_id;             ///< the same for the same items
    bool is_published = false;         ///< the client has got them
  };
  using Handler = Answer (Server::*)(const JsonValue& parameters, JsonWriter& json);
  struct Method {
    std::string_view name;
    Handler handler;
  };
  static const std::vector<Method>& requests();

  void handle(const Message& message);
  void answer(const Message& request);
  Answer result_of(const Message& request, JsonWriter& json);
  void notice(const Message& notification);

  Answer initialize(const JsonValue& parameters, JsonWriter& json);
  Answer shut_down(const JsonValue& parameters, JsonWriter& json);
  Answer pull(const JsonValue& parameters, JsonWriter& json);
  Answer code_actions(const JsonValue& parameters, JsonWriter& json);
  Answer hover(const JsonValue& parameters, JsonWriter& json);
  Answer symbols(const JsonValue& parameters, JsonWriter& json);
  Answer folds(const JsonValue& parameters, JsonWriter& json);
  Answer definition(const JsonValue& parameters, JsonWriter& json);
  Answer references(const JsonValue& parameters, JsonWriter& json);
  Answer hints(const JsonValue& parameters, JsonWriter& json);

  /// Answers a request about one place of one text with what `write` makes of the text's byte.
  using WriteAt = void (*)(JsonWriter& json, const View& view, std::uint32_t offset);
  Answer at_place(const JsonValue& parameters, JsonWriter& json, WriteAt write);

  void open(const JsonValue& parameters);
  void change(const JsonValue& parameters);
  void close(const JsonValue& parameters);
  void configuration_changed();
  void watch_files();

  /// The configuration that `analysis` names, where the client can change it.
  std::optional<ConfigurationText> configuration_of(const Analysis& analysis) const;

  /// The text that `parameters` are about; null when it is not open.
  OpenText* text_of(const JsonValue& parameters);
  /// Its diagnostics are up to date afterwards.
  void analyse(OpenText& text);
  /// Lints one text whose diagnostics wait to be sent, and sends them; false when none does.
  bool publish_one();
  void publish(const std::string& uri, std::optional<std::int64_t> version, std::string_view items);

  void send_error(const std::optional<JsonValue>& id, const Error& error);
  void send_request(std::string_view method, std::string_view parameters);
  void send_notification(std::string_view method, std::string_view parameters);
  void show(int type, std::string_view message);

  enum class State { created, initialized, shut_down };

  Workspace workspace_;
  Client client_;
  State state_ = State::created;
  std::optional<int> exit_status_;
  bool is_warm_ = true;  ///< false: rules and forms are still to be read, when there is time
  std::deque<Message> waiting_;
  std::map<std::string, OpenText, std::less<>> texts_;  ///< by URI
  std::set<std::string> told_;                          ///< what the user has been shown already
  std::int64_t requests_sent_ = 0;
  std::vector<std::string> output_;
};

}  // namespace gialint
