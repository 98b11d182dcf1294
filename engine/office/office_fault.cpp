#include "engine/office/office_fault.hpp"

#include <string>

namespace gialint {
namespace {

std::string_view sentence(OfficeFault fault) {
  switch (fault) {
    case OfficeFault::damaged_archive:
      return "这个 Word 文档不完整或者已经损坏：请在 Word 或 WPS 中打开、修复并另存后再检查";
    case OfficeFault::encrypted:
      return "这个文档设有打开密码，读不出内容：请在 Word 或 WPS 中取消密码并另存后再检查";
    case OfficeFault::too_large:
      return "这个文档展开后大得不像一份年报，没有读：请确认它是年报，或者在 Word 或 WPS 中另存后再检查";
    case OfficeFault::damaged_part:
      return "这个 Word 文档的内容已经损坏：请在 Word 或 WPS 中打开、修复并另存后再检查";
    case OfficeFault::forbidden_doctype:
      return "这个文档的内容里有文档类型声明（DOCTYPE），Word 和 WPS 不会这样写，没有读：请确认它的来源，或者在 Word "
             "或 WPS "
             "中另存后再检查";
    case OfficeFault::too_deep:
      return "这个文档的内容嵌套得太深，没有读：请在 Word 或 WPS 中另存后再检查";
    case OfficeFault::no_text:
      return "这个文档里没有文字：没有可检查的内容（正文是图片的，请检查文字版本）";
    case OfficeFault::old_word:
      return "这是旧版 Word 或 WPS 文档（.doc、.wps）：请在 Word 或 WPS 中打开，另存为 .docx 格式后再检查";
    case OfficeFault::rich_text:
      return "这是 RTF 文档：请在 Word 或 WPS 中打开，另存为 .docx 格式后再检查";
    case OfficeFault::spreadsheet:
      return "这是 Excel 或 WPS 表格，不是年报的全文：请检查年报的 Word 文档（.docx）";
    case OfficeFault::presentation:
      return "这是演示文稿，不是年报：请检查年报的 Word 文档（.docx）";
    case OfficeFault::open_document:
      return "这是 OpenDocument 文档（.odt 等）：请在 WPS、Word 或 LibreOffice 中打开，另存为 .docx 格式后再检查";
    case OfficeFault::fixed_layout:
      return "这是 OFD 版式文档，不是可编辑的文档：请检查生成它的 Word 文档（.docx）";
    case OfficeFault::other_archive:
      return "这是 ZIP 压缩文件，里面没有 Word 文档的内容：请先解压，再检查里面的年报";
    case OfficeFault::signed_document:
      return "这个文档有数字签名，写入批注会使签名失效，没有改动：请对未签名的文档写批注，或者用 gialint "
             "的其他输出格式查看结果";
  }
  return {};
}

}  // namespace

Failure office_failure(OfficeFault fault, std::string_view detail) {
  std::string what(sentence(fault));
  if (!detail.empty()) what.append("（").append(detail).append("）");
  return Failure{{}, std::move(what)};
}

}  // namespace gialint
