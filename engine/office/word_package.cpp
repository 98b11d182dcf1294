#include "engine/office/word_package.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/office/xml_reader.hpp"
#include "engine/office/zip_bytes.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view content_types_part = "[Content_Types].xml";
constexpr std::string_view usual_main_part = "word/document.xml";

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// `target` as the part `source` names it, resolved to a part's name.
std::string resolved_target(std::string_view source, std::string_view target) {
  const std::string path =
      target.starts_with("/") ? std::string(target) : std::string(folder_of(source)).append(target);
  std::vector<std::string_view> steps;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view step = std::string_view(path).substr(begin, end - begin);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    begin = end + 1;
  }
  std::string name;
  for (const std::string_view step : steps) name.append(name.empty() ? "" : "/").append(step);
  return name;
}

/// What an archive is that holds no office document of Microsoft's kind.
OfficeFault kind_of_archive(const ZipArchive& archive) {
  if (archive.find("OFD.xml") != nullptr) return OfficeFault::fixed_layout;
  if (const ZipEntry* const entry = archive.find("mimetype")) {
    const Result<std::string> type = archive.read(*entry);
    if (type.ok() && type->starts_with("application/vnd.oasis.opendocument")) return OfficeFault::open_document;
  }
  return OfficeFault::other_archive;
}

std::optional<OfficeFault> kind_of_content(std::string_view type) {
  if (holds(type, "spreadsheetml") || holds(type, "ms-excel")) return OfficeFault::spreadsheet;
  if (holds(type, "presentationml") || holds(type, "ms-powerpoint")) return OfficeFault::presentation;
  if (!type.empty() && !holds(type, "wordprocessingml") && !holds(type, "ms-word")) return OfficeFault::other_archive;
  return std::nullopt;
}

/// "Root Entry" as a compound file's directory writes it.
std::string as_utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

}  // namespace

OfficeFile office_file(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return OfficeFile::archive;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return OfficeFile::compound;
  return bytes.starts_with("{\\rtf"sv) ? OfficeFile::rich_text : OfficeFile::none;
}

std::string_view folder_of(std::string_view part) {
  // Some writers name entries the way Windows names files.
  const std::size_t slash = part.find_last_of("/\\");
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

OfficeFault compound_kind(std::string_view bytes) {
  if (holds(bytes, as_utf16("EncryptedPackage"))) return OfficeFault::encrypted;
  if (holds(bytes, as_utf16("WordDocument"))) return OfficeFault::old_word;
  if (holds(bytes, as_utf16("Workbook"))) return OfficeFault::spreadsheet;
  if (holds(bytes, as_utf16("PowerPoint Document"))) return OfficeFault::presentation;
  return OfficeFault::old_word;
}

std::string relationships_part(std::string_view part) {
  const std::string_view folder = folder_of(part);
  std::string name = std::string(folder).append("_rels/").append(part.substr(folder.size())).append(".rels");
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

std::vector<Relationship> read_relationships(std::string_view xml, std::string_view source) {
  std::vector<Relationship> all;
  XmlReader reader(xml);
  while (const XmlEvent* const event = reader.next()) {
    if (event->kind != XmlKind::start || !event->is(XmlSpace::package, "Relationship")) continue;
    Relationship each;
    each.id = event->attribute(XmlSpace::none, "Id");
    const std::string_view type = event->attribute(XmlSpace::none, "Type");
    const std::size_t slash = type.rfind('/');
    each.type = slash == std::string_view::npos ? type : type.substr(slash + 1);
    each.external = event->attribute(XmlSpace::none, "TargetMode") == "External";
    const std::string_view target = event->attribute(XmlSpace::none, "Target");
    each.target = each.external ? std::string(target) : resolved_target(source, target);
    all.push_back(std::move(each));
  }
  return all;
}

std::string content_type(std::string_view xml, std::string_view name) {
  const std::string wanted = folded_name(name);
  const std::size_t dot = wanted.rfind('.');
  const std::string extension = dot == std::string::npos ? std::string() : wanted.substr(dot + 1);
  std::string by_default;
  XmlReader reader(xml);
  while (const XmlEvent* const event = reader.next()) {
    if (event->kind != XmlKind::start || event->space != XmlSpace::content_types) continue;
    const std::string_view type = event->attribute(XmlSpace::none, "ContentType");
    if (event->name == "Override" && folded_name(event->attribute(XmlSpace::none, "PartName")) == wanted) {
      return std::string(type);
    }
    if (event->name == "Default" && folded_name(event->attribute(XmlSpace::none, "Extension")) == extension) {
      by_default = type;
    }
  }
  return by_default;
}

std::string xml_as_utf8(std::string bytes) {
  const std::string_view view = bytes;
  const bool little = view.starts_with("\xFF\xFE"sv) || view.starts_with("<\0"sv);
  const bool big = view.starts_with("\xFE\xFF"sv) || view.starts_with("\0<"sv);
  if (!little && !big) return bytes;
  const std::size_t mark = view[0] == '<' || view[1] == '<' ? 0 : 2;
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(view[at]);
    const auto second = static_cast<unsigned char>(view[at + 1]);
    return little ? first | static_cast<char32_t>(second) << 8U : static_cast<char32_t>(first) << 8U | second;
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = mark; at + 2 <= view.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 4 <= view.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(text, c >= 0xD800 && c < 0xE000 ? char32_t{0xFFFD} : c);
  }
  // A declaration of the old encoding would be untrue where the part is written back.
  const std::size_t end = text.starts_with("<?xml") ? text.find("?>") : std::string::npos;
  if (end != std::string::npos) text.replace(0, end, R"(<?xml version="1.0" encoding="UTF-8" standalone="yes")");
  return text;
}

Result<WordPackage> WordPackage::open(std::string_view bytes, const ZipLimits& limits) {
  switch (office_file(bytes)) {
    case OfficeFile::compound:
      return office_failure(compound_kind(bytes));
    case OfficeFile::rich_text:
      return office_failure(OfficeFault::rich_text);
    case OfficeFile::none:
      return office_failure(OfficeFault::damaged_archive);
    case OfficeFile::archive:
      break;
  }
  Result<ZipArchive> archive = ZipArchive::open(bytes, limits);
  if (!archive.ok()) return archive.failure();
  WordPackage package(std::move(*archive));

  const ZipEntry* const types = package.archive_.find(content_types_part);
  if (types == nullptr) return office_failure(kind_of_archive(package.archive_));
  const Result<std::string> content_types = package.xml(types->name);
  if (!content_types.ok()) return content_types.failure();

  std::string main(usual_main_part);
  if (const ZipEntry* const entry = package.archive_.find(relationships_part({}))) {
    const Result<std::string> root = package.xml(entry->name);
    if (!root.ok()) return root.failure();
    const std::vector<Relationship> relationships = read_relationships(*root, {});
    for (const Relationship& each : relationships) {
      if (each.type == "officeDocument" && !each.external) main = each.target;
      if (each.type == "origin") package.is_signed_ = true;  // …/digital-signature/origin
    }
  }
  if (const std::optional<OfficeFault> other = kind_of_content(content_type(*content_types, main))) {
    return office_failure(*other);
  }
  const ZipEntry* const entry = package.archive_.find(main);
  if (entry == nullptr) {
    return office_failure(main == usual_main_part ? OfficeFault::other_archive : OfficeFault::damaged_archive, main);
  }
  package.main_part_ = entry->name;
  if (const ZipEntry* const rels = package.archive_.find(relationships_part(entry->name))) {
    const Result<std::string> xml = package.xml(rels->name);
    if (!xml.ok()) return xml.failure();
    package.relationships_ = read_relationships(*xml, entry->name);
  }
  return package;
}

std::string WordPackage::related(std::string_view type) const {
  for (const Relationship& each : relationships_) {
    if (each.type == type && !each.external) {
      const ZipEntry* const entry = archive_.find(each.target);
      return entry == nullptr ? std::string() : entry->name;
    }
  }
  return {};
}

Result<std::string> WordPackage::xml(std::string_view name) const {
  const ZipEntry* const entry = archive_.find(name);
  if (entry == nullptr) return office_failure(OfficeFault::damaged_archive, name);
  Result<std::string> bytes = archive_.read(*entry);
  if (!bytes.ok()) return bytes.failure();
  return xml_as_utf8(std::move(*bytes));
}

}  // namespace gialint
