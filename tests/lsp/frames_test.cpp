#include "engine/lsp/frames.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

// All that comes of `stream` when it is fed in pieces of `step` bytes: bodies, and the faults as numbers in brackets.
std::vector<std::string> frames_of(const std::string& stream, std::size_t step, std::size_t longest = 100) {
  MessageReader reader(longest);
  std::vector<std::string> all;
  for (std::size_t at = 0; at < stream.size(); at += step) {
    reader.feed(std::string_view(stream).substr(at, step));
    while (const std::optional<Frame> frame = reader.next())
      all.push_back(frame->fault ? "(" + std::to_string(static_cast<int>(*frame->fault)) + ")" : frame->body);
  }
  return all;
}

using Frames = std::vector<std::string>;

TEST_CASE("messages come out of a stream whatever pieces it comes in", "[lsp]") {
  const std::string stream = framed("{}") +
                             "content-length:  7 \r\nContent-Type: application/vscode-jsonrpc\r\n\r\n[\"年\"]" +
                             framed("") + "Content-Length: 4\n\nnull";
  for (std::size_t step = 1; step <= stream.size(); ++step) {
    INFO(step);
    REQUIRE(frames_of(stream, step) == Frames{"{}", "[\"年\"]", "", "null"});
  }
}

TEST_CASE("a header without a length is told, and the next one counts again", "[lsp]") {
  for (const char* head : {"Content-Type: x\r\n\r\n", "Content-Length: ten\r\n\r\n", "Content-Length: -1\r\n\r\n",
                           "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length\r\n\r\n"}) {
    INFO(head);
    CHECK(frames_of(head + framed("{}"), 3) == Frames{"(0)", "{}"});
  }
}

TEST_CASE("a message over the limit is passed over, however it is cut", "[lsp]") {
  const std::string stream = framed(std::string(101, 'x')) + framed(std::string(100, 'y'));
  for (const std::size_t step : {1U, 7U, 64U, 4096U}) {
    INFO(step);
    CHECK(frames_of(stream, step) == Frames{"(1)", std::string(100, 'y')});
  }
}

TEST_CASE("what has no header within reach is no stream, and takes no memory", "[lsp]") {
  MessageReader reader;
  reader.feed(std::string(MessageReader::longest_head + 1, 'x'));
  const std::optional<Frame> frame = reader.next();
  REQUIRE(frame);
  CHECK(frame->fault == FrameFault::endless_head);
  CHECK(reader.is_broken());
  reader.feed(framed("{}"));
  CHECK_FALSE(reader.next());
}

}  // namespace
}  // namespace gialint
