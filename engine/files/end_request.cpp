#include "engine/files/end_request.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace gialint {
namespace {

// What a signal's handler can reach is what every function can reach. All of it may be used in one.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)

struct Temporary {
  std::atomic<bool> taken = false;
  std::atomic<bool> there = false;  // the rest may be read
  int folder = -1;
  std::array<char, 64> name = {};
};

constexpr std::array handled = {SIGINT, SIGTERM, SIGHUP};
std::array<struct sigaction, handled.size()> before;
std::array<Temporary, 16> temporaries;
std::atomic<int> request = 0;
std::array<int, 2> wakeup = {-1, -1};  // a pipe: a byte in it is a request, so that poll() sees one

// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void remove_temporaries() {
  for (const Temporary& temporary : temporaries) {
    if (temporary.there) ::unlinkat(temporary.folder, temporary.name.data(), 0);
  }
}

}  // namespace

extern "C" {
static void note_request(int number) {
  const int code = errno;
  int none = 0;
  if (!request.compare_exchange_strong(none, number)) {
    remove_temporaries();
    ::_exit(128 + number);
  }
  [[maybe_unused]] const ssize_t written = ::write(wakeup[1], "", 1);
  errno = code;
}
}

EndRequest::EndRequest() {
  request = 0;
  if (::pipe2(wakeup.data(), O_CLOEXEC | O_NONBLOCK) != 0) wakeup = {-1, -1};
  for (std::size_t i = 0; i < handled.size(); ++i) {
    struct sigaction action {};
    action.sa_handler = note_request;  // without SA_RESTART: a call that waits ends
    sigemptyset(&action.sa_mask);
    ::sigaction(handled[i], nullptr, &before[i]);
    if (before[i].sa_handler != SIG_IGN) ::sigaction(handled[i], &action, nullptr);
  }
}

EndRequest::~EndRequest() {
  for (std::size_t i = 0; i < handled.size(); ++i) ::sigaction(handled[i], &before[i], nullptr);
  for (int& end : wakeup) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  request = 0;
}

bool EndRequest::is_there() { return request != 0; }
int EndRequest::signal() { return request; }

bool EndRequest::wait(std::chrono::milliseconds time) { return wait_for(-1, false, time) == Ready::request; }

EndRequest::Ready EndRequest::wait_for(int descriptor, bool writing, std::optional<std::chrono::milliseconds> most) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + most.value_or(std::chrono::milliseconds(0));
  while (true) {
    std::array<struct pollfd, 2> waited = {};  // poll() passes over what is below 0
    waited[0].fd = descriptor;
    waited[0].events = writing ? POLLOUT : POLLIN;
    waited[1].fd = wakeup[0];
    waited[1].events = POLLIN;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    const int count =
        ::poll(waited.data(), waited.size(), most ? static_cast<int>(std::max<long>(left.count(), 0)) : -1);
    if (count > 0 && waited[0].revents != 0) return Ready::stream;
    if (is_there()) return Ready::request;
    if (count == 0 && most) return Ready::time;
    if (count < 0 && errno != EINTR) return Ready::stream;  // let the call itself say what is wrong
  }
}

RemovedAtEnd::RemovedAtEnd(int folder, const std::string& name) {
  for (std::size_t i = 0; i < temporaries.size(); ++i) {
    Temporary& temporary = temporaries[i];
    if (name.size() >= temporary.name.size() || temporary.taken.exchange(true)) continue;
    temporary.folder = folder;
    name.copy(temporary.name.data(), name.size());
    temporary.name[name.size()] = '\0';
    temporary.there = true;
    slot_ = static_cast<int>(i);
    return;
  }
}

RemovedAtEnd::~RemovedAtEnd() {
  if (slot_ < 0) return;
  Temporary& temporary = temporaries[static_cast<std::size_t>(slot_)];
  temporary.there = false;
  temporary.taken = false;
}

}  // namespace gialint
