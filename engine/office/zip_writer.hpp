#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/zip_archive.hpp"

namespace gialint {

/// What an entry is to hold from now on.
struct ZipChange {
  std::string name;
  std::optional<std::string> content;  ///< none: the entry goes
};

/// `archive` with `changes` made. What they do not name is copied byte for byte as it lies there: headers, packed data,
/// data descriptors, padding, the archive's comment. A changed entry keeps its place, its name and its time; a new one
/// comes last, with the earliest time that the format knows, so that the same input always gives the same bytes.
std::string with_changes(const ZipArchive& archive, const std::vector<ZipChange>& changes);

/// A new archive that holds `entries`, in this order; those without content are left out.
std::string zip_archive_of(const std::vector<ZipChange>& entries);

}  // namespace gialint
