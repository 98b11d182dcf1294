// std::call_once is pthread_once of the C library, and an exception that leaves it goes through a frame of that
// library, which then looks for libgcc_s.so to unwind it. A program that brings its own unwinder, as ours does, need
// not find it: there may be none, or no memory left to load it, and then the process is aborted where it was about to
// say that memory had run out. This one is ours, so an exception leaves it like any other function; RE2 and the
// standard library, which are linked in, call it, too.

#include <atomic>

#include <pthread.h>

namespace {

constexpr pthread_once_t untouched = PTHREAD_ONCE_INIT;
constexpr pthread_once_t running = untouched + 1;
constexpr pthread_once_t done = untouched + 2;

}  // namespace

extern "C" int pthread_once(pthread_once_t* control, void (*routine)()) {
  const std::atomic_ref<pthread_once_t> state(*control);
  while (true) {
    pthread_once_t found = untouched;
    if (state.compare_exchange_strong(found, running)) break;
    if (found == done) return 0;
    state.wait(running);
  }
  try {
    routine();
  } catch (...) {
    state = untouched;  // the next caller tries again
    state.notify_all();
    throw;
  }
  state = done;
  state.notify_all();
  return 0;
}
