#include "engine/parallel/in_order.hpp"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

constexpr auto no_bytes = [](const auto&) { return std::size_t{0}; };

std::vector<std::size_t> squares(std::size_t count, std::size_t jobs) {
  std::vector<std::size_t> results;
  in_order(
      count, jobs, [] { return [](std::size_t number) { return number * number; }; }, no_bytes,
      [&](std::size_t square) {
        results.push_back(square);
        return true;
      });
  return results;
}

TEST_CASE("results come in the order of their numbers, whatever the number of threads", "[parallel]") {
  for (const std::size_t count : {0U, 1U, 5U, 1000U}) {
    const std::vector<std::size_t> expected = squares(count, 1);
    CHECK(expected.size() == count);
    for (const std::size_t jobs : {0U, 2U, 7U, 64U}) CHECK(squares(count, jobs) == expected);
  }
}

TEST_CASE("each thread has a worker of its own, and no more than were asked for are made", "[parallel]") {
  std::atomic<int> made = 0;
  std::atomic<int> shared = 0;
  const auto make_worker = [&] {
    ++made;
    return [&shared, home = std::make_shared<std::thread::id>()](std::size_t number) {
      if (*home == std::thread::id()) *home = std::this_thread::get_id();
      if (*home != std::this_thread::get_id()) ++shared;
      return number;
    };
  };
  in_order(500, 4, make_worker, no_bytes, [](std::size_t) { return true; });
  CHECK(made <= 4);
  CHECK(shared == 0);
}

TEST_CASE("the sink ends the work, and its thread is the caller's", "[parallel]") {
  for (const std::size_t jobs : {1U, 4U}) {
    std::size_t taken = 0;
    in_order(
        100, jobs, [] { return [](std::size_t number) { return number; }; }, no_bytes,
        [&, caller = std::this_thread::get_id()](std::size_t) {
          CHECK(std::this_thread::get_id() == caller);
          return ++taken < 3;
        });
    CHECK(taken == 3);
  }
}

TEST_CASE("a number past the window is handed out when a result is taken", "[parallel]") {
  OrderedQueue<std::string> queue(10, 3);
  for (std::size_t number = 0; number < 3; ++number) CHECK(queue.claim() == number);
  queue.put(1, "b", 1);
  queue.put(2, "c", 1);
  queue.put(0, "a", 1);
  std::optional<std::size_t> late;
  std::thread waiting([&] { late = queue.claim(); });
  CHECK(queue.take() == "a");
  waiting.join();
  CHECK(late == 3U);
  queue.stop();
  CHECK_FALSE(queue.claim());
}

TEST_CASE("results that hold many bytes stop the threads before the window does", "[parallel]") {
  constexpr std::size_t much = std::size_t{40} << 20U;
  std::atomic<std::size_t> waiting = 0;
  std::atomic<std::size_t> most = 0;
  const auto make_worker = [&] {
    return [&](std::size_t number) {
      const std::size_t now = ++waiting;
      if (now > most) most = now;
      return number;
    };
  };
  in_order(
      200, 4, make_worker, [&](std::size_t) { return much; },
      [&](std::size_t) {
        --waiting;
        return true;
      });
  // Two fill the room; each thread may have taken on one more before they were put.
  CHECK(most <= 2 + 4 + 1);
}

}  // namespace
}  // namespace gialint
