#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace gialint::test {

/// An HTML page as a browser without scripts reads it.
class HtmlPage {
 public:
  explicit HtmlPage(std::string text);

  /// What HTML5 calls a parse error; 0 for a valid page.
  [[nodiscard]] unsigned errors() const { return output_->errors.length; }

  /// Calls `use` for each element, in the order of the page.
  void for_each(const std::function<void(const GumboNode&)>& use) const;
  /// The values of an attribute, of all elements that have it.
  [[nodiscard]] std::vector<std::string> values_of(const char* attribute) const;
  /// The elements of that tag, class or id.
  [[nodiscard]] std::vector<const GumboNode*> find(std::string_view tag, std::string_view kind = {}) const;
  [[nodiscard]] const GumboNode* by_id(std::string_view id) const;

  /// The text below `node`, style and scripts left out, and elements of the classes `without` too.
  [[nodiscard]] static std::string text_of(const GumboNode& node, const std::vector<std::string>& without = {});
  [[nodiscard]] static std::string attribute(const GumboNode& node, const char* name);
  [[nodiscard]] static bool has_class(const GumboNode& node, std::string_view kind);

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::string text_;
  std::unique_ptr<GumboOutput, Destroy> output_;
};

}  // namespace gialint::test
