#include "engine/rule_host/block_pool.hpp"

#include <new>

namespace gialint {

void* BlockPool::carve(std::size_t size) noexcept {
  const std::size_t bytes = (index_of(size) + 1) * step;
  if (rest_bytes_ < bytes) {
    try {
      slabs_.push_back(std::make_unique_for_overwrite<std::byte[]>(slab_bytes));  // NOLINT(modernize-avoid-c-arrays)
    } catch (const std::bad_alloc&) {
      return nullptr;
    }
    // What was left is lost: less than one block of the largest size.
    rest_ = slabs_.back().get();
    rest_bytes_ = slab_bytes;
  }
  void* const block = rest_;
  rest_ += bytes;
  rest_bytes_ -= bytes;
  return block;
}

}  // namespace gialint
