#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/office/zip_writer.hpp"

namespace gialint {

/// Word documents made of a few lines of WordprocessingML, for tests.

inline constexpr std::string_view word_namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" )"
    R"(xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" )"
    R"(xmlns:v="urn:schemas-microsoft-com:vml" )"
    R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
    R"(xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" )"
    R"(xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

/// `content` as a part whose root is <w:NAME>.
inline std::string word_part(std::string_view name, std::string_view content) {
  std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
  return xml.append("<w:")
      .append(name)
      .append(" ")
      .append(word_namespaces)
      .append(">")
      .append(content)
      .append("</w:")
      .append(name)
      .append(">");
}

/// The parts of a document; those that are empty are left out.
struct WordParts {
  std::string body;       ///< inside <w:body>
  std::string styles;     ///< inside <w:styles>
  std::string numbering;  ///< inside <w:numbering>
  std::string comments;   ///< inside <w:comments>
  std::string settings;   ///< inside <w:settings>
};

inline std::vector<ZipChange> word_entries(const WordParts& parts) {
  std::string types =
      R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)";
  std::string rels = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                     R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  std::vector<ZipChange> entries;
  const auto add = [&](std::string_view name, const std::string& content) {
    if (content.empty()) return;
    const std::string file = std::string("word/").append(name).append(".xml");
    types.append(R"(<Override PartName="/)").append(file);
    types.append(R"(" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.)")
        .append(name)
        .append(R"(+xml"/>)");
    rels.append(R"(<Relationship Id="rId)").append(std::to_string(entries.size() + 1));
    rels.append(R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)").append(name);
    rels.append(R"(" Target=")").append(name).append(R"(.xml"/>)");
    entries.push_back({file, word_part(name, content)});
  };
  add("styles", parts.styles);
  add("numbering", parts.numbering);
  add("comments", parts.comments);
  add("settings", parts.settings);
  types += R"(<Override PartName="/word/document.xml" ContentType=)"
           R"("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
  rels += "</Relationships>";
  entries.insert(
      entries.begin(),
      {{"[Content_Types].xml", types},
       {"_rels/.rels", R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
                       R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
                       R"(relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
       {"word/document.xml", word_part("document", "<w:body>" + parts.body + "</w:body>")},
       {"word/_rels/document.xml.rels", rels}});
  return entries;
}

inline std::string word_file(const WordParts& parts) { return zip_archive_of(word_entries(parts)); }

/// <w:p> with one run that holds `text`; `properties` stand in its <w:pPr>.
inline std::string word_paragraph(std::string_view text, std::string_view properties = {}) {
  std::string xml = "<w:p>";
  if (!properties.empty()) xml.append("<w:pPr>").append(properties).append("</w:pPr>");
  if (!text.empty()) xml.append(R"(<w:r><w:t xml:space="preserve">)").append(text).append("</w:t></w:r>");
  return xml.append("</w:p>");
}

/// <w:tc> with one paragraph; `properties` stand in its <w:tcPr>.
inline std::string word_cell(std::string_view text, std::string_view properties = {}) {
  return std::string("<w:tc><w:tcPr>")
      .append(properties)
      .append("</w:tcPr>")
      .append(word_paragraph(text))
      .append("</w:tc>");
}

}  // namespace gialint
