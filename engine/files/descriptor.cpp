#include "engine/files/descriptor.hpp"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace gialint {

int Descriptor::close() {
  if (number_ < 0) return 0;
  return ::close(std::exchange(number_, -1)) == 0 ? 0 : errno;
}

bool occupy_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free number is that of the stream: those below it are open. Opened the wrong way round, so that its
    // use fails and is told. A system without /dev/null still has a root.
    const int mode = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    int number = ::open("/dev/null", mode);
    if (number < 0) number = ::open("/", O_RDONLY | O_DIRECTORY);
    if (number != stream) return false;
  }
  return true;
}

}  // namespace gialint
