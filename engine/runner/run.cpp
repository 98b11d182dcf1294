#include "engine/runner/run.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include "engine/runner/read_file.hpp"

namespace gialint {
namespace {

// Lints one file after the other; one per thread.
class Worker {
 public:
  Worker(Settings& settings, std::shared_ptr<const Pack> pack, const RunOptions& options)
      : settings_(&settings), pack_(std::move(pack)), options_(&options) {}

  FinishedFile lint(const InputFile& file) {
    try {
      return try_lint(file);
    } catch (const std::bad_alloc&) {
      return failed(file, {"内存不足，未作检查", "not checked: out of memory"}, "");
    } catch (const std::exception& error) {
      return failed(file, {"程序内部错误，未作检查：", "not checked, internal error: "}, error.what());
    }
  }

 private:
  FinishedFile try_lint(const InputFile& file) {
    if (file.failure) return unreadable(file, *file.failure);
    const Language language = options_->language;
    Result<std::string> bytes = file.standard_input ? read_standard_input(file.path, options_->max_bytes, language)
                                                    : read_file(file.absolute, options_->max_bytes, language);
    if (!bytes.ok()) return unreadable(file, {file.path, bytes.failure().what});
    Result<SourceText> text =
        SourceText::from_bytes(file.path, std::move(*bytes), options_->encoding, options_->max_bytes);
    if (!text.ok()) return unreadable(file, {file.path, text.failure().what});

    LintOptions lint_options;
    lint_options.rules = *settings_->rules_for(file.absolute);
    lint_options.format = options_->format;
    lint_options.named = file.named;
    if (linter_ == nullptr) linter_ = std::make_unique<Linter>(pack_, options_->language, options_->limits);
    FinishedFile finished;
    finished.result = linter_->lint(std::make_shared<const SourceText>(std::move(*text)), lint_options);
    finished.result.path = file.path;
    finished.fail_on = settings_->in_folder(file.absolute.parent_path()).config->fail_on;
    return finished;
  }

  static FinishedFile unreadable(const InputFile& file, Failure failure) {
    FinishedFile finished;
    finished.result.path = file.path;
    finished.result.unreadable = std::move(failure);
    return finished;
  }

  // What was thrown may have left the linter in any state: the next file gets a new one.
  FinishedFile failed(const InputFile& file, const Bilingual& what, const std::string& detail) {
    linter_.reset();
    return unreadable(file, {file.path, what.in(options_->language) + detail});
  }

  Settings* settings_;
  std::shared_ptr<const Pack> pack_;
  const RunOptions* options_;
  std::unique_ptr<Linter> linter_;
};

// Hands out the numbers of files to the threads and takes their results back in order. A thread waits before it takes
// on a file that is too far ahead of the one that the sink gets next.
class Queue {
 public:
  Queue(std::size_t size, std::size_t window) : size_(size), finished_(window) {}

  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || claimed_ == size_ || has_room(); });
    if (stopped_ || claimed_ == size_) return std::nullopt;
    return claimed_++;
  }

  void put(std::size_t number, FinishedFile file) {
    const std::lock_guard lock(mutex_);
    waiting_bytes_ += bytes_of(file);
    finished_[number % finished_.size()] = std::move(file);
    if (number == next_) ready_.notify_one();
  }

  // The next result in order; empty after the last one.
  std::optional<FinishedFile> take() {
    std::unique_lock lock(mutex_);
    if (next_ == size_) return std::nullopt;
    std::optional<FinishedFile>& place = finished_[next_ % finished_.size()];
    ready_.wait(lock, [&] { return place.has_value(); });
    std::optional<FinishedFile> file;
    file.swap(place);
    ++next_;
    waiting_bytes_ -= bytes_of(*file);
    room_.notify_all();
    return file;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

 private:
  static constexpr std::size_t most_waiting_bytes = std::size_t{64} << 20U;

  static std::size_t bytes_of(const FinishedFile& file) {
    return file.result.source == nullptr ? 0 : file.result.source->text().size();
  }
  [[nodiscard]] bool has_room() const {
    return claimed_ == next_ || (claimed_ < next_ + finished_.size() && waiting_bytes_ < most_waiting_bytes);
  }

  const std::size_t size_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::vector<std::optional<FinishedFile>> finished_;  ///< a ring: what the sink did not get yet
  std::size_t waiting_bytes_ = 0;                      ///< the texts in finished_
  std::size_t claimed_ = 0;                            ///< files that were handed out
  std::size_t next_ = 0;                               ///< the file whose result comes next
  bool stopped_ = false;
};

// Ends the threads however the run ends.
class Threads {
 public:
  explicit Threads(Queue& queue) : queue_(&queue) {}
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
  ~Threads() {
    queue_->stop();
    for (std::thread& thread : threads_) thread.join();
  }

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
  Queue* queue_;
  std::vector<std::thread> threads_;
};

void lint_one_by_one(const std::vector<InputFile>& files, Worker worker, const ResultSink& sink) {
  for (const InputFile& file : files) {
    if (!sink(worker.lint(file))) return;
  }
}

}  // namespace

void lint_files(const std::vector<InputFile>& files, Settings& settings, const std::shared_ptr<const Pack>& pack,
                const RunOptions& options, const ResultSink& sink) {
  const std::size_t jobs = std::min<std::size_t>(options.jobs, files.size());
  if (jobs <= 1) return lint_one_by_one(files, Worker(settings, pack, options), sink);

  Queue queue(files.size(), 16 * jobs);
  Threads threads(queue);
  std::size_t started = 0;
  while (started < jobs && threads.start([&] {
    Worker worker(settings, pack, options);
    while (const std::optional<std::size_t> number = queue.claim()) queue.put(*number, worker.lint(files[*number]));
  })) {
    ++started;
  }
  if (started == 0) return lint_one_by_one(files, Worker(settings, pack, options), sink);
  while (std::optional<FinishedFile> file = queue.take()) {
    if (!sink(std::move(*file))) return;
  }
}

}  // namespace gialint
