#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace gialint {

/// Hands out the numbers 0 to `size` to threads and takes their results back in order. A thread waits before it takes
/// on a number that is too far ahead of the one that is taken next, or while the results that wait hold too many bytes.
template <class Value>
class OrderedQueue {
 public:
  /// At most `window` results wait.
  OrderedQueue(std::size_t size, std::size_t window) : size_(size), finished_(window) {}

  /// The next number to work on; empty when there is none left or nobody wants results any more.
  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || claimed_ == size_ || has_room(); });
    if (stopped_ || claimed_ == size_) return std::nullopt;
    return claimed_++;
  }

  /// The result of a number that was claimed, and how many bytes it holds.
  void put(std::size_t number, Value value, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    waiting_bytes_ += bytes;
    finished_[number % finished_.size()] = Finished{std::move(value), bytes};
    if (number == next_) ready_.notify_one();
  }

  /// The next result in order; empty after the last one. Waits for it.
  std::optional<Value> take() {
    std::unique_lock lock(mutex_);
    if (next_ == size_) return std::nullopt;
    std::optional<Finished>& place = finished_[next_ % finished_.size()];
    ready_.wait(lock, [&] { return place.has_value(); });
    std::optional<Finished> finished;
    finished.swap(place);
    ++next_;
    waiting_bytes_ -= finished->bytes;
    room_.notify_all();
    return std::move(finished->value);
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

 private:
  struct Finished {
    Value value;
    std::size_t bytes = 0;
  };

  static constexpr std::size_t most_waiting_bytes = std::size_t{64} << 20U;

  [[nodiscard]] bool has_room() const {
    return claimed_ == next_ || (claimed_ < next_ + finished_.size() && waiting_bytes_ < most_waiting_bytes);
  }

  const std::size_t size_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::vector<std::optional<Finished>> finished_;  ///< a ring: what was not taken yet
  std::size_t waiting_bytes_ = 0;                  ///< of all in finished_
  std::size_t claimed_ = 0;                        ///< numbers that were handed out
  std::size_t next_ = 0;                           ///< the number whose result comes next
  bool stopped_ = false;
};

/// Threads that work off a queue; stopped and joined however their owner's work ends.
template <class Value>
class QueueThreads {
 public:
  explicit QueueThreads(OrderedQueue<Value>& queue) : queue_(&queue) {}
  QueueThreads(const QueueThreads&) = delete;
  QueueThreads& operator=(const QueueThreads&) = delete;
  ~QueueThreads() {
    queue_->stop();
    for (std::thread& thread : threads_) thread.join();
  }

  /// False when the system has no thread to give.
  template <class Work>
  bool start(Work work) {
    try {
      threads_.emplace_back(std::move(work));
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

 private:
  OrderedQueue<Value>* queue_;
  std::vector<std::thread> threads_;
};

/// Does the same work for each number from 0 to `count`, in `jobs` threads, and gives the results to `sink` in order,
/// on the calling thread. Only a bounded number of results, and of their bytes, waits for the sink at any time.
///
/// `make_worker()` is called once in each thread and gives a function from a number to its value, which never throws;
/// `bytes_of(value)` is about the memory that the value holds; `sink(value)` returns false to end the work.
template <class MakeWorker, class BytesOf, class Sink>
void in_order(std::size_t count, std::size_t jobs, const MakeWorker& make_worker, const BytesOf& bytes_of,
              const Sink& sink) {
  using Worker = std::invoke_result_t<const MakeWorker&>;
  using Value = std::invoke_result_t<Worker&, std::size_t>;
  constexpr std::size_t window = 16;  // files for each thread: one slow file does not stop the others

  const auto one_by_one = [&] {
    Worker work = make_worker();
    for (std::size_t number = 0; number < count && sink(work(number)); ++number) {
    }
  };
  jobs = std::min(jobs, count);
  if (jobs <= 1) return one_by_one();

  OrderedQueue<Value> queue(count, window * jobs);
  QueueThreads<Value> threads(queue);
  std::size_t started = 0;
  while (started < jobs && threads.start([&] {
    Worker work = make_worker();
    while (const std::optional<std::size_t> number = queue.claim()) {
      Value value = work(*number);
      const std::size_t bytes = bytes_of(value);
      queue.put(*number, std::move(value), bytes);
    }
  })) {
    ++started;
  }
  if (started == 0) return one_by_one();
  while (std::optional<Value> value = queue.take()) {
    if (!sink(std::move(*value))) return;
  }
}

}  // namespace gialint
