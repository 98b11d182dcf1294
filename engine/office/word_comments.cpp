#include "engine/office/word_comments.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/office/comment_anchors.hpp"
#include "engine/office/office_fault.hpp"
#include "engine/office/original_record.hpp"
#include "engine/office/own_comments.hpp"
#include "engine/office/word_document.hpp"
#include "engine/office/word_package.hpp"
#include "engine/office/xml_edits.hpp"
#include "engine/office/xml_reader.hpp"
#include "engine/office/zip_writer.hpp"

namespace gialint {
namespace {

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                         "\r\n";
constexpr std::string_view content_types_part = "[Content_Types].xml";
constexpr std::string_view content_type_of_comments =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

bool is_strict(std::string_view main) { return main.find(strict) != std::string_view::npos; }

/// The parts that change, in the order in which they came up.
class Parts {
 public:
  explicit Parts(const WordPackage& package) : package_(package) {}

  /// The part as it is by now.
  Result<std::string> read(const std::string& name) const {
    for (const ChangedPart& part : changed_) {
      if (part.name == name) return part.content;
    }
    return package_.xml(name);
  }

  /// Nothing changes where `content` is what the part holds.
  void write(const std::string& name, std::string content) {
    for (ChangedPart& part : changed_) {
      if (part.name != name) continue;
      part.content = std::move(content);
      return;
    }
    if (package_.archive().find(name) != nullptr) {
      const Result<std::string> now = package_.xml(name);
      if (now.ok() && *now == content) return;
    }
    changed_.push_back({name, std::move(content)});
  }

  [[nodiscard]] const std::vector<ChangedPart>& changed() const { return changed_; }

  [[nodiscard]] std::vector<ZipChange> as_changes() const {
    std::vector<ZipChange> changes;
    for (const ChangedPart& part : changed_) changes.push_back({part.name, part.content});
    return changes;
  }

 private:
  const WordPackage& package_;
  std::vector<ChangedPart> changed_;
};

/// Takes the author's comments out of the parts of a document; gives what they were.
Result<OwnComments> take_out(const WordPackage& package, const CommentAuthor& author, Parts& parts) {
  const std::string comments = package.related("comments");
  if (comments.empty()) return OwnComments{};
  const Result<std::string> xml = parts.read(comments);
  if (!xml.ok()) return xml.failure();
  OwnComments own = own_comments(*xml, author.name, author.initials);
  if (own.ids.empty()) return own;
  parts.write(comments, without_own_comments(*xml, own));
  const Result<std::string> main = parts.read(package.main_part());
  if (!main.ok()) return main.failure();
  parts.write(package.main_part(), without_own_marks(*main, own));
  // commentsIds comes before what knows comments by its names.
  std::set<std::string, std::less<>> durable_ids;
  for (const std::string_view type : {"commentsExtended", "commentsIds", "commentsExtensible"}) {
    const std::string name = package.related(type);
    if (name.empty()) continue;
    const Result<std::string> details = parts.read(name);
    if (!details.ok()) return details.failure();
    parts.write(name, without_own_details(*details, own, durable_ids));
  }
  return own;
}

/// One comment as its part holds it.
std::string comment_element(const WordComment& comment, const std::string& id, std::string_view space,
                            std::string_view date, const CommentAuthor& author) {
  std::string xml =
      fmt::format(R"(<w:comment xmlns:w="{}" w:id="{}" w:author="{}")", space, id, xml_escaped(author.name));
  if (!date.empty()) xml += fmt::format(R"( w:date="{}")", xml_escaped(date));
  xml += fmt::format(R"( w:initials="{}">)", xml_escaped(author.initials));
  bool first = true;
  for (const std::string& line : comment.lines) {
    xml += "<w:p>";
    if (std::exchange(first, false)) xml += "<w:r><w:annotationRef/></w:r>";
    xml += R"(<w:r><w:t xml:space="preserve">)" + xml_escaped(line) + "</w:t></w:r></w:p>";
  }
  // A comment holds a paragraph at least.
  if (comment.lines.empty()) xml += "<w:p/>";
  return xml + "</w:comment>";
}

/// The name of a part for comments that is not taken.
std::string new_part_name(const WordPackage& package) {
  std::string folder(folder_of(package.main_part()));
  std::replace(folder.begin(), folder.end(), '\\', '/');
  std::string name = folder + "comments.xml";
  for (int number = 1; package.archive().find(name) != nullptr; ++number) {
    name = folder + "comments" + std::to_string(number) + ".xml";
  }
  return name;
}

/// Whether the document's settings protect it against editing (ISO/IEC 29500-1, 17.15.1.29).
bool is_protected(const WordPackage& package) {
  const std::string name = package.related("settings");
  const Result<std::string> xml = name.empty() ? Result<std::string>(std::string()) : package.xml(name);
  if (!xml.ok()) return false;
  XmlReader reader(*xml);
  while (const XmlEvent* const event = reader.next()) {
    if (event->kind != XmlKind::start || !event->is(XmlSpace::word, "documentProtection")) continue;
    const std::string_view enforced = event->attribute(XmlSpace::word, "enforcement", "0");
    return enforced == "1" || enforced == "true" || enforced == "on";
  }
  return false;
}

/// Adds an element without content to the root of `xml`, under its root's prefix.
bool add_element(std::string& xml, std::string_view name, std::string_view attributes) {
  const std::string prefix(tag_prefix(root_name(xml)));
  return append_to_root(xml, fmt::format("<{}{} {}/>", prefix, name, attributes));
}

/// Gives the document a part for comments: its name, its content type, the main part's relationship to it.
Result<std::string> add_comments_part(const WordPackage& package, std::string_view space, Parts& parts) {
  const std::string name = new_part_name(package);
  parts.write(name, fmt::format(R"({}<w:comments xmlns:w="{}"></w:comments>)", declaration, space));

  Result<std::string> types = parts.read(std::string(content_types_part));
  if (!types.ok()) return types.failure();
  if (!add_element(*types, "Override",
                   fmt::format(R"(PartName="/{}" ContentType="{}")", xml_escaped(name), content_type_of_comments))) {
    return office_failure(OfficeFault::damaged_part, content_types_part);
  }
  parts.write(package.archive().find(content_types_part)->name, std::move(*types));

  const std::string rels_name = relationships_part(package.main_part());
  const ZipEntry* const rels_entry = package.archive().find(rels_name);
  std::string rels = fmt::format(
      R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>)", declaration);
  if (rels_entry != nullptr) {
    Result<std::string> read = parts.read(rels_entry->name);
    if (!read.ok()) return read.failure();
    rels = std::move(*read);
  }
  std::string id = "rIdGialint";
  const auto taken = [&] {
    return std::any_of(package.relationships().begin(), package.relationships().end(),
                       [&](const Relationship& each) { return each.id == id; });
  };
  for (int number = 1; taken(); ++number) id = "rIdGialint" + std::to_string(number);
  const std::string_view office = space == strict
                                      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  if (!add_element(rels, "Relationship",
                   fmt::format(R"(Id="{}" Type="{}/comments" Target="{}")", id, office,
                               xml_escaped(name.substr(folder_of(name).size()))))) {
    return office_failure(OfficeFault::damaged_part, rels_name);
  }
  parts.write(rels_entry != nullptr ? rels_entry->name : rels_name, std::move(rels));
  return name;
}

/// Writes `comments` into the parts; how many of them enclose exactly what they are about.
Result<std::size_t> write_comments(const WordPackage& package, const WordDocument& document,
                                   const std::vector<WordComment>& comments, std::string_view date,
                                   const CommentAuthor& author, Parts& parts) {
  const std::string_view space = is_strict(document.xml) ? strict : transitional;
  std::string name = package.related("comments");
  if (name.empty()) {
    Result<std::string> added = add_comments_part(package, space, parts);
    if (!added.ok()) return added.failure();
    name = std::move(*added);
  }
  Result<std::string> xml = parts.read(name);
  if (!xml.ok()) return xml.failure();
  std::int64_t next_id = own_comments(*xml, author.name, author.initials).largest_id + 1;

  std::string elements;
  std::vector<CommentAnchor> anchors;
  for (const WordComment& comment : comments) {
    const std::string id = std::to_string(next_id++);
    elements += comment_element(comment, id, space, date, author);
    anchors.push_back({id, comment.drawn});
  }
  if (!append_to_root(*xml, elements)) return office_failure(OfficeFault::damaged_part, name);
  parts.write(name, std::move(*xml));
  AnchoredPart anchored = with_anchors(document.xml, document.drawn, anchors);
  parts.write(package.main_part(), std::move(anchored.xml));
  return static_cast<std::size_t>(std::count(anchored.exact.begin(), anchored.exact.end(), true));
}

}  // namespace

Result<CommentedDocument> without_comments(std::string_view bytes, const CommentAuthor& author,
                                           const ZipLimits& limits) {
  const Result<WordPackage> package = WordPackage::open(bytes, limits);
  if (!package.ok()) return package.failure();
  CommentedDocument document;
  Parts parts(*package);
  const Result<OwnComments> own = take_out(*package, author, parts);
  if (!own.ok()) return own.failure();
  document.taken_out = own->ids.size();
  if (package->is_signed() && document.taken_out > 0) return office_failure(OfficeFault::signed_document);
  if (std::optional<std::string> original = restored_original(package->archive())) {
    document.bytes = std::move(*original);
    document.restored = true;
    return document;
  }
  std::vector<ZipChange> changes = parts.as_changes();
  if (const std::string record = find_record(package->archive()); !record.empty()) changes.push_back({record, {}});
  document.restored = changes.empty();
  document.bytes = changes.empty() ? std::string(bytes) : with_changes(package->archive(), changes);
  return document;
}

Result<CommentedDocument> with_comments(std::string_view bytes, const std::vector<WordComment>& comments,
                                        std::string_view date, const CommentAuthor& author, const ZipLimits& limits) {
  Result<CommentedDocument> result = without_comments(bytes, author, limits);
  if (!result.ok()) return result.failure();
  if (comments.empty()) return result;
  const std::string base = std::move(result->bytes);
  const Result<WordPackage> package = WordPackage::open(base, limits);
  if (!package.ok()) return package.failure();
  if (package->is_signed()) return office_failure(OfficeFault::signed_document);
  const Result<WordDocument> document = read_word_document(base, limits);
  if (!document.ok()) return document.failure();

  Parts parts(*package);
  const Result<std::size_t> exact = write_comments(*package, *document, comments, date, author, parts);
  if (!exact.ok()) return exact.failure();
  std::vector<ZipChange> changes = parts.as_changes();
  changes.push_back({record_name(package->archive()), original_record(package->archive(), parts.changed())});
  result->bytes = with_changes(package->archive(), changes);
  result->written = comments.size();
  result->exact = *exact;
  result->restored = false;
  result->is_protected = is_protected(*package);
  return result;
}

}  // namespace gialint
