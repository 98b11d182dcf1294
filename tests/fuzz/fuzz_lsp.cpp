// Whatever an editor sends, the server answers every request once, sends nothing but messages of JSON-RPC, and what it
// knows of a text after changes is what it would know had it been opened so. The bytes are taken twice: as the stream
// that they are, and, so that more of them get past the framing, as a message a line behind a proper beginning.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/json/json_value.hpp"
#include "engine/lsp/frames.hpp"
#include "engine/lsp/server.hpp"

namespace {

using gialint::JsonValue;

void require(bool holds) {
  if (!holds) std::abort();
}

// Three rules are enough, and loaded at once: what rules say of odd texts is another target's business.
gialint::WorkspaceOptions options() {
  static const std::shared_ptr<const gialint::Pack> pack =
      *gialint::load_pack(GIALINT_SOURCE_DIR "/fixtures/cli/rules");
  gialint::WorkspaceOptions options;
  options.pack = pack;
  options.choice.isolated = true;
  options.use_baseline = false;
  return options;
}

// Requests sent and answers received, by id.
class Tally {
 public:
  void sent(std::string_view body) {
    const std::optional<JsonValue> message = gialint::read_json(body);
    if (message && (*message)["method"].string() && (*message)["jsonrpc"].string() == "2.0") count(*message, 1);
  }
  void received(std::string_view body) {
    const std::optional<JsonValue> message = gialint::read_json(body);
    require(message && (*message)["jsonrpc"].string() == "2.0");
    if ((*message)["method"].is_null()) count(*message, -1);
  }
  void check() const {
    for (const auto& [id, open] : open_) require(open <= 0 || id.empty());
  }

 private:
  void count(const JsonValue& message, int step) {
    const JsonValue& id = message["id"];
    if (const auto text = id.string()) {
      open_["s" + std::string(*text)] += step;
    } else if (const auto number = id.integer()) {
      open_["n" + std::to_string(*number)] += step;
    }
  }
  std::map<std::string, int> open_;
};

void work(gialint::Server& server, Tally& tally) {
  while (server.work()) {
  }
  for (const std::string& body : server.take_output()) tally.received(body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  {
    gialint::Server server(options());
    gialint::MessageReader frames(std::size_t{1} << 16U);
    Tally tally;
    frames.feed(bytes);
    while (const auto frame = frames.next()) {
      if (!server.has_ended()) tally.sent(frame->body);
      server.receive(*frame);
      work(server, tally);
    }
    if (!server.has_ended()) tally.check();
  }
  gialint::Server server(options());
  Tally tally;
  const auto send = [&](std::string_view body) {
    if (server.has_ended()) return;
    tally.sent(body);
    server.receive({std::string(body), {}});
  };
  send(R"({"jsonrpc":"2.0","id":"begin","method":"initialize","params":{"capabilities":{"textDocument":{"codeAction":)"
       R"({"codeActionLiteralSupport":{}}}}}})");
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    // As the transcripts of the tests mark what a client sends.
    if (line.starts_with(">> ")) {
      send(line.substr(3));
      continue;
    }
    send(line.starts_with("> ") ? line.substr(2) : line);
    work(server, tally);
  }
  work(server, tally);
  if (!server.has_ended()) tally.check();
  return 0;
}
