#include "tests/reporters/html_page.hpp"

#include <algorithm>
#include <utility>

namespace gialint::test {
namespace {

void walk(const GumboNode& node, const std::function<void(const GumboNode&)>& use) {
  if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_DOCUMENT) return;
  if (node.type == GUMBO_NODE_ELEMENT) use(node);
  const GumboVector& children = node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) walk(*static_cast<const GumboNode*>(children.data[i]), use);
}

void append_text(const GumboNode& node, const std::vector<std::string>& without, std::string& out) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) out += node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_SCRIPT) return;
  if (std::any_of(without.begin(), without.end(),
                  [&](const std::string& kind) { return HtmlPage::has_class(node, kind); }))
    return;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    append_text(*static_cast<const GumboNode*>(children.data[i]), without, out);
}

}  // namespace

HtmlPage::HtmlPage(std::string text)
    : text_(std::move(text)), output_(gumbo_parse_with_options(&kGumboDefaultOptions, text_.data(), text_.size())) {}

void HtmlPage::for_each(const std::function<void(const GumboNode&)>& use) const { walk(*output_->document, use); }

std::vector<std::string> HtmlPage::values_of(const char* name) const {
  std::vector<std::string> values;
  for_each([&](const GumboNode& node) {
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    if (found != nullptr) values.emplace_back(found->value);
  });
  return values;
}

std::vector<const GumboNode*> HtmlPage::find(std::string_view tag, std::string_view kind) const {
  std::vector<const GumboNode*> found;
  for_each([&](const GumboNode& node) {
    if (gumbo_normalized_tagname(node.v.element.tag) == tag && (kind.empty() || has_class(node, kind)))
      found.push_back(&node);
  });
  return found;
}

const GumboNode* HtmlPage::by_id(std::string_view id) const {
  const GumboNode* found = nullptr;
  for_each([&](const GumboNode& node) {
    if (attribute(node, "id") == id) found = &node;
  });
  return found;
}

std::string HtmlPage::text_of(const GumboNode& node, const std::vector<std::string>& without) {
  std::string text;
  append_text(node, without, text);
  return text;
}

std::string HtmlPage::attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string() : found->value;
}

bool HtmlPage::has_class(const GumboNode& node, std::string_view kind) {
  const std::string classes = " " + attribute(node, "class") + " ";
  return classes.find(" " + std::string(kind) + " ") != std::string::npos;
}

}  // namespace gialint::test
