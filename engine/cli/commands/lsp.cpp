#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <sys/poll.h>
#include <unistd.h>

#include "engine/cli/console/status.hpp"
#include "engine/cli/console/today.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/files/end_request.hpp"
#include "engine/lsp/frames.hpp"
#include "engine/lsp/server.hpp"

namespace gialint {
namespace {

// Whether what failed is to be tried again: a signal came between, or the client made a stream of its own that does not
// wait.
bool again() { return errno == EINTR || errno == EAGAIN; }

// Writes all of `bytes` to the standard output; false when nobody reads it any more.
bool write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    if (EndRequest::wait_for(STDOUT_FILENO, true) == EndRequest::Ready::request) return false;
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), std::min<std::size_t>(bytes.size(), PIPE_BUF));
    if (written < 0 && again()) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A client that sends faster than it is answered waits from here on.
constexpr std::size_t most_waiting = 256;

// Whether bytes, or the end, can be had from the standard input without waiting for them.
bool input_waits() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, 0) > 0;
}

// The next bytes of the standard input; empty at its end, and when the program is asked to end.
std::string_view read_in(std::array<char, 65536>& buffer) {
  while (true) {
    if (EndRequest::wait_for(STDIN_FILENO, false) == EndRequest::Ready::request) return {};
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && again()) continue;
    return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
  }
}

// Hands the client's messages to `server` and its answers back, until either has had enough. What came in meanwhile is
// taken before anything is worked at: a change makes the linting of the text before it needless, and a request may
// have been cancelled.
void serve(Server& server) {
  std::array<char, 65536> buffer;
  MessageReader frames;
  bool is_open = true;
  bool worked = true;
  while (!server.has_ended() && (is_open || worked)) {
    if (is_open && (!worked || (server.waiting() < most_waiting && input_waits()))) {
      const std::string_view bytes = read_in(buffer);
      is_open = !bytes.empty();
      frames.feed(bytes);
      while (const std::optional<Frame> frame = frames.next()) server.receive(*frame);
    }
    worked = server.work();
    for (const std::string& body : server.take_output()) {
      if (!write_out(framed(body))) return;
    }
  }
}

Status run_lsp(const Options& options) {
  Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok()) return failed(pack.failure(), language_of(options));
  WorkspaceOptions workspace;
  workspace.pack = *std::move(pack);
  workspace.selection = options.selection;
  workspace.choice = config_choice(options);
  workspace.choice.trust = {};  // an editor asks of its own whether a workspace is to be trusted
  workspace.language = options.language;
  if (options.baseline) workspace.baseline = *options.baseline;
  workspace.use_baseline = !options.no_baseline && !options.isolated;
  workspace.suppress = !options.no_suppress;
  workspace.today = [] { return today(std::getenv("SOURCE_DATE_EPOCH"), std::time(nullptr)); };
  if (const auto wrong = check_selection(options.selection, *workspace.pack->rules))
    return failed(*wrong, language_of(options));
  Server server(std::move(workspace));
  serve(server);
  return server.exit_status() == 0 ? Status::clean : Status::diagnostics;
}

}  // namespace

const Command& lsp_command() {
  static const Command command = {
      .name = "lsp",
      .usage = {"lsp [选项]", "lsp [OPTION…]"},
      .summary = {"供编辑器边写边查的语言服务器（LSP），由编辑器启动",
                  "the language server (LSP) for editors, which start it"},
      .detail =
          {"编辑器里打开的年报随写随查，不必存盘：问题标在原文上，停在上面可以看到算式、依据和改法，能改的当场改好。\n"
           "配置、插件和基线都像 gialint 文件 那样往上找，改了即时生效。各种编辑器怎样设置，见 editors/README.md。\n\n"
           "退出状态：0 编辑器按协议结束；1 没有按协议结束；2 用法不对，规则包不能用。",
           "Reports that are open are checked as they are written, before they are saved: what is wrong is marked in "
           "the\n"
           "text, pointing there shows the sum, the basis and what to do, and what has a fix is fixed on the spot.\n"
           "Configuration, plugins and baseline are found as by gialint FILE, and hold as soon as they change. How to "
           "set\n"
           "up an editor: editors/README.md.\n\n"
           "Exit status: 0 the editor ended it by the protocol; 1 it did not; 2 wrong usage, rules that cannot be "
           "used."},
      .options = option_list(
          option::choosing_rules(), option::known_diagnostics(),
          option::flag("--stdio", OptionGroup::input,
                       {"经标准输入和标准输出通信：本来就是这样，有的编辑器仍会写上",
                        "talk over the standard input and output; it does so anyway, but some editors say it"})),
      .arguments = {.least = 0, .most = 0, .names = {}, .kind = Expected::nothing, .words = {}},
      .refuse = refuse_no_baseline,
      .run = run_lsp,
  };
  return command;
}

}  // namespace gialint
