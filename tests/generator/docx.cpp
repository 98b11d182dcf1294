#include "tests/generator/docx.hpp"

#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/generator/marks.hpp"
#include "tests/generator/writer.hpp"
#include "tests/generator/zip.hpp"

namespace gialint::generator {
namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word_names =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char each : text) {
    if (each == '&') {
      out += "&amp;";
    } else if (each == '<') {
      out += "&lt;";
    } else if (each == '>') {
      out += "&gt;";
    } else if (each != mark_begin && each != mark_end) {
      out += each;
    }
  }
  return out;
}

/// WordprocessingML counts lengths in twentieths of a point, sizes of letters in halves.
std::string twentieths(double points) { return std::to_string(std::lround(points * 20)); }
std::string halves(double points) { return std::to_string(std::lround(points * 2)); }

/// An element without content, or nothing.
std::string given(bool is, std::string_view element) { return is ? "<w:" + std::string(element) + "/>" : ""; }

class DocxWriter {
 public:
  DocxWriter(const PrintedReport& report, const Page& page) : report_(report), page_(page) {}

  std::string write() {
    title();
    for (const std::string& text : report_.preface) text_paragraph(text);
    for (const PrintedSection& section : report_.sections) print(section);
    const std::string organ = report_.title.substr(0, report_.title.find("20"));
    return zip(
        {{"[Content_Types].xml", content_types()},
         {"_rels/.rels", relations("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                                   "word/document.xml")},
         {"word/document.xml", document()},
         {"word/_rels/document.xml.rels", document_relations()},
         {"word/styles.xml", styles()},
         {"word/numbering.xml", numbering()},
         {"word/header1.xml", part("hdr", page_.running_head ? small(run(organ, page_.font, 9, "")) : small(""))},
         {"word/footer1.xml", part("ftr", small(page_number()))}});
  }

 private:
  // ------------------------------------------------------------ paragraphs

  [[nodiscard]] std::string run(std::string_view text, const std::string& font, double size,
                                std::string_view more) const {
    const std::string& digits = page_.digits_font.empty() ? font : page_.digits_font;
    return "<w:r><w:rPr><w:rFonts w:ascii=\"" + digits + "\" w:hAnsi=\"" + digits + "\" w:eastAsia=\"" + font +
           "\" w:hint=\"eastAsia\"/>" + std::string(more) + "<w:sz w:val=\"" + halves(size) +
           "\"/></w:rPr><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
  }

  void paragraph(const std::string& properties, const std::string& runs) {
    body_ += "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>\n";
  }

  void title() { paragraph("<w:jc w:val=\"center\"/>", run(report_.title, page_.font, page_.size + 6, "<w:b/>")); }

  [[nodiscard]] std::string line_spacing() const {
    if (page_.line_height == 0) return "";
    return "<w:spacing w:line=\"" + twentieths(page_.line_height) + "\" w:lineRule=\"exact\"/>";
  }

  void text_paragraph(const std::string& text) {
    paragraph(line_spacing() + "<w:ind w:firstLineChars=\"200\" w:firstLine=\"" + twentieths(2 * page_.size) + "\"/>",
              run(text, page_.font, page_.size, ""));
  }

  void heading(const std::string& text) {
    if (text.empty()) return;
    std::string properties;
    std::string_view shown = text;
    if (page_.headings == HeadingKind::styled) properties += "<w:pStyle w:val=\"1\"/>";
    const std::string_view mark = "、";
    const std::size_t end = text.find(mark);
    if (page_.numbered_headings && end != std::string::npos) {
      properties += "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
      shown.remove_prefix(end + mark.size());
    }
    paragraph(properties + line_spacing(),
              run(shown, page_.font, page_.size, page_.headings == HeadingKind::plain ? "" : "<w:b/>"));
  }

  void print(const PrintedSection& section) {
    heading(section.heading);
    for (const std::string& text : section.paragraphs) text_paragraph(text);
    for (std::size_t i = 0; i < section.tables.size(); ++i) {
      const bool first = i == 0 || page_.tables_apart;
      if (first) begin_table(section.tables[i]);
      rows(section.tables[i]);
      if (i + 1 < section.tables.size() && !page_.tables_apart) continue;
      body_ += "</w:tbl>\n<w:p/>\n";  // two tables with nothing between them are one
    }
  }

  // ------------------------------------------------------------ tables

  void begin_table(const PrintedTable& table) {
    widths_ = column_widths(page_, table);
    body_ += "<w:tbl><w:tblPr><w:tblW w:w=\"" + twentieths(page_.text_width()) +
             "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>";
    for (const std::string side : {"top", "left", "bottom", "right", "insideH", "insideV"})
      body_ += "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";
    const std::string padding = "w:w=\"" + twentieths(page_.cell_padding) + "\" w:type=\"dxa\"/>";
    body_ += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left " + padding + "<w:right " + padding +
             "</w:tblCellMar></w:tblPr><w:tblGrid>";
    for (const double width : widths_) body_ += "<w:gridCol w:w=\"" + twentieths(width) + "\"/>";
    body_ += "</w:tblGrid>\n";
  }

  void rows(const PrintedTable& table) {
    const std::vector<std::vector<GridPlace>> grid = grid_places(table);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const bool header = page_.repeated_header && table.rows[row].form_row == none && !table.form->header.empty();
      body_ += "<w:tr><w:trPr>" + given(page_.rows_stay_together, "cantSplit");
      if (page_.row_height > 0) body_ += "<w:trHeight w:val=\"" + twentieths(page_.row_height) + "\"/>";
      body_ += given(header, "tblHeader") + "</w:trPr>";
      for (std::size_t column = 0; column < table.width; ++column) {
        const GridPlace& place = grid[row][column];
        // A merged cell is written once in each row that it covers.
        if (place.cell == nullptr || place.cell->column == column) cell(place, column);
      }
      body_ += "</w:tr>\n";
    }
  }

  void cell(const GridPlace& place, std::size_t column) {
    const std::size_t columns = place.cell == nullptr ? 1 : place.cell->columns;
    double width = 0;
    for (std::size_t i = column; i < column + columns && i < widths_.size(); ++i) width += widths_[i];
    body_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + twentieths(width) + "\" w:type=\"dxa\"/>";
    if (columns > 1) body_ += "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
    const bool tall = place.cell != nullptr && place.cell->rows > 1;
    if (tall) body_ += place.first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
    const bool group = place.first && place.cell->part == Part::group && place.cell->column == 0 && tall;
    if (group && page_.vertical_groups) body_ += "<w:textDirection w:val=\"tbRlV\"/>";
    if (!page_.top_aligned) body_ += "<w:vAlign w:val=\"center\"/>";
    body_ += "</w:tcPr>";
    const std::string_view text = place.first ? std::string_view(place.cell->text) : std::string_view();
    if (group && page_.broken_groups && !text.empty()) {
      for (const std::string_view point : code_points(text)) cell_paragraph(*place.cell, point);
    } else if (place.first) {
      cell_paragraph(*place.cell, text);
    } else {
      body_ += "<w:p/>";
    }
    body_ += "</w:tc>";
  }

  void cell_paragraph(const PrintedCell& cell, std::string_view text) {
    const bool left = cell.part == Part::label && !page_.centred_labels;
    body_ += std::string("<w:p><w:pPr><w:jc w:val=\"") + (left ? "left" : "center") + "\"/></w:pPr>";
    if (!text.empty()) body_ += run(text, page_.table_font, page_.table_size, "");
    body_ += "</w:p>";
  }

  // ------------------------------------------------------------ heads and feet of pages

  [[nodiscard]] static std::string small(const std::string& runs) {
    return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + runs + "</w:p>";
  }

  [[nodiscard]] std::string page_number() const {
    if (page_.page_mark == PageMark::none) return "";
    const std::pair<std::string_view, std::string_view> around =
        page_.page_mark == PageMark::dashes          ? std::pair{"- ", " -"}
        : page_.page_mark == PageMark::long_dashes   ? std::pair{"—", "—"}
        : page_.page_mark == PageMark::spaced_dashes ? std::pair{"— ", " —"}
        : page_.page_mark == PageMark::words         ? std::pair{"第 ", " 页"}
                                                     : std::pair{"", ""};
    constexpr double size = 10.5;
    return run(around.first, page_.font, size, "") +
           "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE "
           "</w:instrText></w:r>"
           "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar "
           "w:fldCharType=\"end\"/></w:r>" +
           run(around.second, page_.font, size, "");
  }

  // ------------------------------------------------------------ the parts of the package

  [[nodiscard]] static std::string part(std::string_view element, const std::string& content) {
    const std::string name = "w:" + std::string(element);
    return std::string(xml_head) + "<" + name + " " + std::string(word_names) + ">" + content + "</" + name + ">";
  }

  [[nodiscard]] std::string document() const {
    const bool lying = page_.width > page_.height;
    return part("document", "<w:body>\n" + body_ +
                                "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference "
                                "w:type=\"default\" r:id=\"rId4\"/>"
                                "<w:pgSz w:w=\"" +
                                twentieths(page_.width) + "\" w:h=\"" + twentieths(page_.height) + "\"" +
                                (lying ? " w:orient=\"landscape\"" : "") + "/><w:pgMar w:top=\"" +
                                twentieths(page_.top) + "\" w:right=\"" + twentieths(page_.side) + "\" w:bottom=\"" +
                                twentieths(page_.top) + "\" w:left=\"" + twentieths(page_.side) +
                                "\" w:header=\"850\" w:footer=\"850\" w:gutter=\"0\"/></w:sectPr></w:body>");
  }

  [[nodiscard]] std::string styles() const {
    return part("styles",
                "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
                "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn "
                "w:val=\"a\"/><w:next w:val=\"a\"/>"
                "<w:pPr><w:keepNext/><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>");
  }

  /// 一、二、三、
  [[nodiscard]] static std::string numbering() {
    return part("numbering",
                "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl "
                "w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                "<w:numFmt w:val=\"chineseCountingThousand\"/><w:suff w:val=\"nothing\"/><w:lvlText "
                "w:val=\"%1、\"/><w:lvlJc w:val=\"left\"/>"
                "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  }

  [[nodiscard]] static std::string content_types() {
    std::string out =
        std::string(xml_head) +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    const std::vector<std::pair<std::string, std::string>> parts = {{"document", "document.main"},
                                                                    {"styles", "styles"},
                                                                    {"numbering", "numbering"},
                                                                    {"header1", "header"},
                                                                    {"footer1", "footer"}};
    for (const auto& [name, type] : parts) {
      out += "<Override PartName=\"/word/" + name +
             ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + type + "+xml\"/>";
    }
    return out + "</Types>";
  }

  [[nodiscard]] static std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
  }

  [[nodiscard]] static std::string relations(const std::string& type, const std::string& target) {
    return wrapped_relations(relation("rId1", type, target));
  }

  [[nodiscard]] static std::string wrapped_relations(const std::string& all) {
    return std::string(xml_head) +
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all +
           "</Relationships>";
  }

  [[nodiscard]] static std::string document_relations() {
    std::string all;
    int number = 0;
    for (const auto& [type, target] : std::vector<std::pair<std::string, std::string>>{
             {"styles", "styles"}, {"numbering", "numbering"}, {"header", "header1"}, {"footer", "footer1"}}) {
      all += relation("rId" + std::to_string(++number),
                      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type, target + ".xml");
    }
    return wrapped_relations(all);
  }

  const PrintedReport& report_;
  const Page& page_;
  std::string body_;
  std::vector<double> widths_;  // of the table that is being written
};

}  // namespace

std::string docx(const PrintedReport& report, const Page& page) { return DocxWriter(report, page).write(); }

}  // namespace gialint::generator
