#include "engine/rule_host/block_pool.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("blocks are aligned, apart, and used again", "[rule_host]") {
  BlockPool pool;
  std::vector<unsigned char*> blocks;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < 3000; ++i) {
    const std::size_t size = 1 + i % BlockPool::largest;
    auto* block = static_cast<unsigned char*>(pool.take(size));
    REQUIRE(block != nullptr);
    CHECK(reinterpret_cast<std::uintptr_t>(block) % alignof(std::max_align_t) == 0);
    std::memset(block, static_cast<int>(i % 251), size);
    blocks.push_back(block);
    sizes.push_back(size);
  }
  std::size_t damaged = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (std::size_t at = 0; at < sizes[i]; ++at) damaged += blocks[i][at] == i % 251 ? 0 : 1;
  }
  CHECK(damaged == 0);

  const std::set<void*> old(blocks.begin(), blocks.end());
  for (std::size_t i = 0; i < blocks.size(); ++i) pool.give(blocks[i], sizes[i]);
  for (const std::size_t size : sizes) CHECK(old.count(pool.take(size)) == 1);
}

TEST_CASE("sizes of one step are the same to a pool", "[rule_host]") {
  CHECK(BlockPool::is_same_step(1, alignof(std::max_align_t)));
  CHECK_FALSE(BlockPool::is_same_step(alignof(std::max_align_t), alignof(std::max_align_t) + 1));
}

}  // namespace
}  // namespace gialint
