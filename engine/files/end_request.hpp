#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace gialint {

/// A request to end: SIGINT (Ctrl-C), SIGTERM (kill) or SIGHUP (the terminal is gone), noted while one of these lives,
/// so that the program can end in order. What of them whoever started the program ignores stays ignored. A second one
/// ends the program at once with status 128 and its number, without the files that RemovedAtEnd names.
///
/// One for the whole process, in main(): signals know no other. The functions may be asked without one, too, from any
/// thread; then there is no request.
class EndRequest {
 public:
  EndRequest();
  EndRequest(const EndRequest&) = delete;
  EndRequest& operator=(const EndRequest&) = delete;
  ~EndRequest();

  /// Whether there is one.
  [[nodiscard]] static bool is_there();
  /// The signal that asked; 0 without one.
  [[nodiscard]] static int signal();
  /// Waits that long for one; true when there is one.
  [[nodiscard]] static bool wait(std::chrono::milliseconds time);

  /// What came first.
  enum class Ready { stream, request, time };
  /// Waits until `descriptor` can be read from (or written to, or whoever is at its other end is gone), or there is a
  /// request, or, where given, the time is over. A request does not keep a stream from being used that is ready.
  [[nodiscard]] static Ready wait_for(int descriptor, bool writing,
                                      std::optional<std::chrono::milliseconds> most = std::nullopt);
};

/// A file that is to go when a second request ends the program: what is written and not yet in its place. Of many at
/// once some stay.
class RemovedAtEnd {
 public:
  /// `name` in the folder that is open as `folder`.
  RemovedAtEnd(int folder, const std::string& name);
  RemovedAtEnd(const RemovedAtEnd&) = delete;
  RemovedAtEnd& operator=(const RemovedAtEnd&) = delete;
  ~RemovedAtEnd();

 private:
  int slot_ = -1;
};

}  // namespace gialint
