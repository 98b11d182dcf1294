// bench_edit FILE…: how long the language server takes from an edit to the diagnostics. For each file it opens the text
// in a warm server and then types and deletes one character at places all over it, 400 edits in all. Prints the bytes
// of the text, then milliseconds of this thread's processor time: the first opening, the median and the 95th percentile
// of the edits; and by how much the memory in use grew in per cent of what it was after the first 100 edits.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <malloc.h>

#include "engine/lsp/server.hpp"

namespace gialint {
namespace {

constexpr std::size_t edits = 400;
constexpr std::size_t edits_before_memory = 100;

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::size_t memory_in_use() { return mallinfo2().uordblks; }

// What the server takes over one message and all that follows from it.
double sent(Server& server, const std::string& body) {
  const double start = processor_milliseconds();
  server.receive({body, {}});
  std::size_t bytes = 0;
  while (server.work()) {
    for (const std::string& output : server.take_output()) bytes += output.size();
  }
  for (const std::string& output : server.take_output()) bytes += output.size();
  if (server.has_ended()) std::abort();
  return processor_milliseconds() - start;
}

std::string change(std::size_t line, std::size_t from, std::size_t to, const std::string& text) {
  return fmt::format(
      R"({{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"untitled:a","version":2}},)"
      R"("contentChanges":[{{"range":{{"start":{{"line":{0},"character":{1}}},"end":{{"line":{0},"character":{2}}}}},"text":"{3}"}}]}}}})",
      line, from, to, text);
}

void measure(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  Result<SourceText> source = SourceText::from_bytes(file, {std::istreambuf_iterator<char>(in), {}});
  if (!source.ok()) return;
  WorkspaceOptions options;
  options.pack = *load_pack();
  options.choice.isolated = true;
  options.use_baseline = false;
  Server server(std::move(options));
  sent(server, R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
  sent(server, R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
  std::string text;
  append_json_string(text, source->text());
  const double opened = sent(
      server,
      R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","version":1,"text":)" +
          text + "}}}");
  std::vector<double> times;
  std::size_t memory = 0;
  for (std::size_t i = 0; i < edits; ++i) {
    if (i == edits_before_memory) memory = memory_in_use();
    const std::size_t line = i / 2 * 7 % source->lines().line_count();
    times.push_back(sent(server, i % 2 == 0 ? change(line, 0, 0, "的") : change(line, 0, 1, "")));
  }
  const double grown = 100.0 * (static_cast<double>(memory_in_use()) / static_cast<double>(memory) - 1);
  std::sort(times.begin(), times.end());
  fmt::print("{:>8} {:>7.1f} {:>7.1f} {:>7.1f} {:>6.1f}%  {}\n", source->text().size(), opened, times[edits / 2],
             times[edits * 95 / 100], grown, file);
}

}  // namespace
}  // namespace gialint

int main(int count, char** words) {
  fmt::print("   bytes  opened  median     95%  memory\n");
  for (int i = 1; i < count; ++i) gialint::measure(words[i]);
  return 0;
}
