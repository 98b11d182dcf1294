#include "engine/files/document_converter.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

/// A program that does `script`; its arguments are those of soffice.
std::string program(const ScratchFolder& folder, const std::string& script) {
  const fs::path path = folder.path() / "program";
  std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
  fs::permissions(path, fs::perms::owner_all);
  return path.string();
}

bool mentions(const Result<std::string>& result, std::string_view words) {
  REQUIRE_FALSE(result.ok());
  return result.failure().what.zh.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a document is converted in a folder of its own, with a profile of its own", "[files]") {
  const ScratchFolder folder;
  const fs::path note = folder.path() / "note";
  DocumentConverter converter(
      program(folder, "mkdir -p \"$7\"; cat \"$8\" >\"$7/document.docx\"; printf '%s\\n' \"$@\" >" + note.string()));
  const Result<std::string> converted = converter.to_docx("旧文档", ".doc");
  REQUIRE(converted.ok());
  CHECK(*converted == "旧文档");
  std::ifstream file(note);
  std::string line;
  while (std::getline(file, line) && line.find("UserInstallation") == std::string::npos) continue;
  const std::string marker = "file://";
  const fs::path profile = line.substr(line.find(marker) + marker.size());
  CHECK_FALSE(fs::exists(profile.parent_path()));
}

TEST_CASE("a converter that fails is told, and one that does not end is ended", "[files]") {
  const ScratchFolder folder;
  CHECK(mentions(DocumentConverter("/no/such/program").to_docx("a", ".doc"), "/no/such/program"));
  CHECK(mentions(DocumentConverter(program(folder, "exit 1")).to_docx("a", ".doc"), "没有转出"));
  CHECK(mentions(DocumentConverter(program(folder, "exit 0")).to_docx("a", ".doc"), "没有转出"));
  CHECK(mentions(
      DocumentConverter(program(folder, "sleep 600 & sleep 600"), std::chrono::milliseconds(200)).to_docx("a", ".doc"),
      "已经停止"));
}

}  // namespace gialint
