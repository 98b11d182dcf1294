#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/zip_archive.hpp"

namespace gialint {

/// What a commented document carries so that the one before can be had back byte for byte: Word compresses its parts in
/// a way of its own, so that taking the comments out and compressing again would give another file.
///
/// It stands in an item "[trash]/hhhh.dat", where ECMA-376 (1st edition, Part 1, 9.1.7) puts what is no longer in use:
/// no part of the document, and gone as soon as a program saves it. It holds nothing but the records of the parts that
/// the comments changed, as they were, and the archive's directory.

/// The record that leads from an archive with `changed` parts, by name, back to `original`. `changed` has for each what
/// the commented document holds.
struct ChangedPart {
  std::string name;
  std::string content;
};
std::string original_record(const ZipArchive& original, const std::vector<ChangedPart>& changed);

/// A name for the record that `archive` does not have yet.
std::string record_name(const ZipArchive& archive);

/// The document before the comments, byte for byte, when `archive` carries a record, the parts named in it are still
/// what was written then, and so is everything else. Empty in every other case.
std::optional<std::string> restored_original(const ZipArchive& archive);

/// The name of the entry that holds the record; empty when there is none.
std::string find_record(const ZipArchive& archive);

}  // namespace gialint
