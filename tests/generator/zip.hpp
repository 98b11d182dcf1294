#pragma once

#include <string>
#include <vector>

namespace gialint::generator {

struct ZipEntry {
  std::string name;
  std::string bytes;
};

/// A ZIP archive of entries that are stored as they are, in this order (APPNOTE 6.3.3: a local header before each, the
/// central directory behind all). Together they are less than 4 GiB.
std::string zip(const std::vector<ZipEntry>& entries);

}  // namespace gialint::generator
