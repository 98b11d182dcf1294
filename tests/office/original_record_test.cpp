#include "engine/office/original_record.hpp"

#include <catch2/catch.hpp>

#include "engine/office/zip_writer.hpp"

namespace gialint {
namespace {

/// `bytes` must outlive it.
ZipArchive opened(const std::string& bytes) {
  Result<ZipArchive> archive = ZipArchive::open(bytes);
  REQUIRE(archive.ok());
  return std::move(*archive);
}

const std::string& original() {
  static const std::string archive = zip_archive_of({{"a", std::string(400, 'a')}, {"b", "2"}, {"c", "3"}});
  return archive;
}

/// The original with "b" changed, "d" new, and the record that leads back.
std::string changed() {
  const ZipArchive archive = opened(original());
  return with_changes(
      archive,
      {{"b", "two"}, {"d", "4"}, {record_name(archive), original_record(archive, {{"b", "two"}, {"d", "4"}})}});
}

}  // namespace

TEST_CASE("a record gives the archive back byte for byte", "[office]") {
  const std::string bytes = changed();
  const ZipArchive archive = opened(bytes);
  CHECK(find_record(archive) == "[trash]/0000.dat");
  REQUIRE(restored_original(archive).has_value());
  CHECK(*restored_original(archive) == original());
}

TEST_CASE("a record counts only while everything is what it was", "[office]") {
  const std::string bytes = changed();
  const ZipArchive archive = opened(bytes);
  // A part that the comments changed, one that they did not, one that went, one that came.
  for (const ZipChange& change :
       std::vector<ZipChange>{{"b", "new"}, {"d", "new"}, {"c", "new"}, {"c", {}}, {"b", {}}}) {
    CAPTURE(change.name);
    const std::string later = with_changes(archive, {change});
    CHECK_FALSE(restored_original(opened(later)).has_value());
  }
  CHECK_FALSE(restored_original(opened(original())).has_value());
  CHECK(find_record(opened(original())).empty());
}

TEST_CASE("records that do not make sense restore nothing", "[office]") {
  const std::string bytes = changed();
  const ZipArchive archive = opened(bytes);
  const std::string name = find_record(archive);
  const Result<std::string> whole = archive.read(*archive.find(name));
  REQUIRE(whole.ok());
  for (std::size_t size = 0; size < whole->size(); size += 7) {
    const std::string cut = with_changes(archive, {{name, whole->substr(0, size)}});
    CHECK_FALSE(restored_original(opened(cut)).has_value());
  }
  std::string endless = "gialint original 1\n" + std::string(64, '0') + "\n";
  for (int i = 0; i < 100'000; ++i) endless += "entry a\n";
  CHECK_FALSE(restored_original(opened(with_changes(archive, {{name, endless + "\n"}}))).has_value());
}

TEST_CASE("other items that are no longer in use are left alone", "[office]") {
  const std::string bytes = zip_archive_of({{"a", "1"}, {"[trash]/0000.dat", "theirs"}});
  const ZipArchive archive = opened(bytes);
  CHECK(find_record(archive).empty());
  CHECK(record_name(archive) == "[trash]/0001.dat");
}

}  // namespace gialint
