#include "engine/office/office_fault.hpp"

#include <utility>

#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

Bilingual sentence(OfficeFault fault) {
  static constexpr Sentence damaged_archive(
      "这个 Word 文档不完整或者已经损坏：请在 Word 或 WPS 中打开、修复并另存后再检查",
      "this Word document is cut off or damaged: open it in Word or WPS, repair "
      "it, save it again and check that");
  static constexpr Sentence encrypted("这个文档设有打开密码，读不出内容：请在 Word 或 WPS 中取消密码并另存后再检查",
                                      "this document is protected by a password: remove the password in Word or WPS, "
                                      "save it again and check that");
  static constexpr Sentence too_large(
      "这个文档展开后大得不像一份年报，没有读：请确认它是年报，或者在 Word 或 WPS 中另存后再检查",
      "this document unpacks to far more than any report and was not read: make sure that it is a report, or save it "
      "again in Word or WPS and check that");
  static constexpr Sentence damaged_part("这个 Word 文档的内容已经损坏：请在 Word 或 WPS 中打开、修复并另存后再检查",
                                         "the content of this Word document is damaged: open it in Word or WPS, repair "
                                         "it, save it again and check that");
  static constexpr Sentence forbidden_doctype(
      "这个文档的内容里有文档类型声明（DOCTYPE），Word 和 WPS 不会这样写，没有读：请确认它的来源，或者在 Word 或 WPS "
      "中另存后再检查",
      "this document declares a document type (DOCTYPE), as Word and WPS never do, and was not read: make sure where "
      "it "
      "comes from, or save it again in Word or WPS and check that");
  static constexpr Sentence too_deep("这个文档的内容嵌套得太深，没有读：请在 Word 或 WPS 中另存后再检查",
                                     "this document is nested too deeply and was not read: save it again in Word or "
                                     "WPS and check that");
  static constexpr Sentence no_text("这个文档里没有文字：没有可检查的内容（正文是图片的，请检查文字版本）",
                                    "this document has no text, so there is nothing to check (if the pages are images, "
                                    "check the text version)");
  static constexpr Sentence old_word(
      "这是旧版 Word 或 WPS 文档（.doc、.wps）：请在 Word 或 WPS 中打开，另存为 .docx 格式后再检查",
      "an old Word or WPS document (.doc, .wps): open it in Word or WPS, save it as "
      ".docx and check that");
  static constexpr Sentence rich_text("这是 RTF 文档：请在 Word 或 WPS 中打开，另存为 .docx 格式后再检查",
                                      "an RTF document: open it in Word or WPS, save it as .docx and check that");
  static constexpr Sentence spreadsheet("这是 Excel 或 WPS 表格，不是年报的全文：请检查年报的 Word 文档（.docx）",
                                        "an Excel or WPS spreadsheet, not the full report: check the report's Word "
                                        "document (.docx)");
  static constexpr Sentence presentation("这是演示文稿，不是年报：请检查年报的 Word 文档（.docx）",
                                         "a presentation, not a report: check the report's Word document (.docx)");
  static constexpr Sentence open_document(
      "这是 OpenDocument 文档（.odt 等）：请在 WPS、Word 或 LibreOffice 中打开，另存为 .docx 格式后再检查",
      "an OpenDocument file (.odt and the like): open it in WPS, Word or LibreOffice, save it as .docx and check that");
  static constexpr Sentence fixed_layout("这是 OFD 版式文档，不是可编辑的文档：请检查生成它的 Word 文档（.docx）",
                                         "an OFD file, which has a fixed layout: check the Word document (.docx) that "
                                         "it was made from");
  static constexpr Sentence other_archive("这是 ZIP 压缩文件，里面没有 Word 文档的内容：请先解压，再检查里面的年报",
                                          "a ZIP archive that holds no Word document: unpack it and check the report "
                                          "inside");
  static constexpr Sentence signed_document(
      "这个文档有数字签名，写入批注会使签名失效，没有改动：请对未签名的文档写批注，或者用 gialint "
      "的其他输出格式查看结果",
      "this document is digitally signed, and comments would break the signature, so it was left unchanged: write "
      "comments to an unsigned copy, or use another output format of gialint");
  switch (fault) {
    case OfficeFault::damaged_archive:
      return damaged_archive;
    case OfficeFault::encrypted:
      return encrypted;
    case OfficeFault::too_large:
      return too_large;
    case OfficeFault::damaged_part:
      return damaged_part;
    case OfficeFault::forbidden_doctype:
      return forbidden_doctype;
    case OfficeFault::too_deep:
      return too_deep;
    case OfficeFault::no_text:
      return no_text;
    case OfficeFault::old_word:
      return old_word;
    case OfficeFault::rich_text:
      return rich_text;
    case OfficeFault::spreadsheet:
      return spreadsheet;
    case OfficeFault::presentation:
      return presentation;
    case OfficeFault::open_document:
      return open_document;
    case OfficeFault::fixed_layout:
      return fixed_layout;
    case OfficeFault::other_archive:
      return other_archive;
    case OfficeFault::signed_document:
      return signed_document;
  }
  return {};
}

}  // namespace

Failure office_failure(OfficeFault fault, std::string_view detail) {
  Bilingual what = sentence(fault);
  if (!detail.empty()) {
    static constexpr Sentence about("{}（{}）", "{} ({})");
    what = about.with(what, detail);
  }
  return Failure{{}, std::move(what)};
}

}  // namespace gialint
