#include "engine/files/descriptor.hpp"

#include <cerrno>
#include <utility>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

namespace gialint {
namespace {

bool is_open(int number) { return ::fcntl(number, F_GETFD) != -1; }

TEST_CASE("a descriptor is closed with its last owner", "[files]") {
  int number = -1;
  {
    Descriptor file(::open("/dev/null", O_RDONLY));
    number = file.number();
    Descriptor moved = std::move(file);
    CHECK(moved.number() == number);
    CHECK(is_open(number));
  }
  CHECK_FALSE(is_open(number));
  CHECK(Descriptor().close() == 0);
}

TEST_CASE("a standard stream that is closed is occupied by something that cannot be used", "[files]") {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    const int kept = ::fcntl(stream, F_DUPFD_CLOEXEC, 10);
    ::close(stream);
    const bool occupied = occupy_standard_streams();
    const bool open = is_open(stream);
    char byte = 0;
    const bool usable = stream == STDIN_FILENO ? ::read(stream, &byte, 1) >= 0 : ::write(stream, &byte, 1) >= 0;
    const int code = errno;
    ::dup2(kept, stream);
    ::close(kept);
    CHECK(occupied);
    CHECK(open);
    CHECK_FALSE(usable);
    CHECK(code == EBADF);
  }
}

}  // namespace
}  // namespace gialint
