#include "tests/generator/documents.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "tests/generator/docx.hpp"
#include "tests/generator/survey.hpp"

namespace gialint::generator {
namespace {

enum Concern : std::uint64_t { about_page = 1000, about_style };

Style style_of(std::uint64_t seed) { return draw_page_style(Random(seed).fork(about_style)); }

Document on_a_page(Document document) {
  document.page = draw_page(document.draft.report, Random(document.draft.recipe.seed).fork(about_page));
  return document;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

Document make_document(std::uint64_t seed) {
  const Style style = style_of(seed);
  return on_a_page({draft({seed, Layout::html}, &style), {}, nullptr, ""});
}

Document make_damaged_document(std::uint64_t seed, Damage damage) {
  const Style style = style_of(seed);
  DamagedReport made = make_damaged({seed, Layout::html}, damage, &style);
  Document document = on_a_page({std::move(made.draft), {}, &info(damage), made.what});
  document.page.numbered_headings = false;  // some programs lose the numbers, which is a defect besides
  return document;
}

void write_document(const std::string& folder, const Document& document) {
  std::string name = "document-" + std::to_string(document.draft.recipe.seed);
  std::vector<std::string> remarks = {describe(document.draft) + "; " + describe(document.page)};
  if (document.damage != nullptr) {
    name += "-" + std::string(document.damage->name);
    remarks.front() += "; " + document.what;
    remarks.push_back("expects " + std::string(severity_name(document.damage->least)));
    for (const std::string_view rule : document.damage->rules) {
      if (!rule.empty()) remarks.back() += " " + std::string(rule);
    }
  }
  const std::filesystem::path path = std::filesystem::path(folder) / name;
  std::filesystem::create_directories(folder);
  const GeneratedReport page = finish(document.draft, &document.page);
  write_file(path.string() + ".docx", docx(document.draft.report, document.page));
  write_file(path.string() + ".html", page.bytes);
  write_cells(path.string(), page.cells, remarks);
}

}  // namespace gialint::generator
