#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace gialint {

/// Memory for the many small, short-lived objects of one Lua state, for which the general allocator is slow. A freed
/// block serves the next request of its size; all memory is released with the pool.
class BlockPool {
 public:
  static constexpr std::size_t largest = 512;  ///< bytes of a block

  /// A block of `size` bytes, 1 to `largest`, aligned for anything; null when there is no memory.
  void* take(std::size_t size) noexcept {
    Block*& head = free_[index_of(size)];
    if (head == nullptr) return carve(size);
    Block* const block = head;
    head = block->next;
    return block;
  }

  /// Takes back a block from take(), for a size of the same step.
  void give(void* block, std::size_t size) noexcept {
    Block*& head = free_[index_of(size)];
    head = new (block) Block{head};
  }

  /// Whether the pool serves both sizes with the same blocks.
  static bool is_same_step(std::size_t a, std::size_t b) { return index_of(a) == index_of(b); }

 private:
  struct Block {
    Block* next;
  };
  static constexpr std::size_t step = alignof(std::max_align_t);
  static constexpr std::size_t slab_bytes = std::size_t{64} << 10U;

  static std::size_t index_of(std::size_t size) { return (size - 1) / step; }
  void* carve(std::size_t size) noexcept;

  std::array<Block*, largest / step> free_{};
  std::vector<std::unique_ptr<std::byte[]>> slabs_;  // NOLINT(modernize-avoid-c-arrays): memory, not elements
  std::byte* rest_ = nullptr;                        ///< of the last slab, not yet handed out
  std::size_t rest_bytes_ = 0;
};

}  // namespace gialint
