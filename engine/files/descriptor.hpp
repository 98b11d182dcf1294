#pragma once

#include <utility>

namespace gialint {

/// An open file of the system, closed with its owner. The standard streams are nobody's: they never stand in one.
class Descriptor {
 public:
  Descriptor() = default;
  /// Takes over `number`, what open() gave; below 0 none is open.
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

  /// Closes it before its time. The error number; 0 when there was none.
  int close();

 private:
  int number_ = -1;
};

/// Opens something in the place of each standard stream that is closed, so that no file is ever opened under its
/// number and gets what is meant for it. Reading from and writing to it fails. To be called before anything is opened;
/// false when the system has nothing to open.
bool occupy_standard_streams();

}  // namespace gialint
