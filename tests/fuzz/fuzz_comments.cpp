// In any document that can be read, comments are written on any stretch of its text without a change to that text, and
// taken out again the file is what it was. Comments that enclose what they are about exactly enclose nothing else.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/word_comments.hpp"
#include "engine/office/word_document.hpp"
#include "tests/office/anchored_text.hpp"
#include "tests/office/word_files.hpp"

namespace {

using namespace gialint;

void require(bool holds) {
  if (!holds) std::abort();
}

// A document around the input as its main part, or the input itself where it is an archive.
std::string document_of(std::string_view bytes) {
  if (office_file(bytes) == OfficeFile::archive) return std::string(bytes);
  std::vector<ZipChange> entries = word_entries({"x", "<w:style/>", "<w:num/>", {}, {}});
  for (ZipChange& entry : entries) {
    if (entry.name == "word/document.xml" || entry.name == "word/styles.xml" || entry.name == "word/numbering.xml") {
      entry.content = std::string(bytes);
    }
  }
  return zip_archive_of(entries);
}

// Stretches of the drawn text that begin and end with a character.
std::vector<WordComment> comments_on(const std::string& text, std::size_t seed) {
  std::vector<WordComment> comments;
  const auto character = [&](std::size_t at) {
    at %= text.size() + 1;
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return static_cast<std::uint32_t>(at);
  };
  for (std::size_t i = 0; i < 5; ++i) {
    const std::uint32_t a = character(seed * (i * 7 + 1) + i * 13);
    const std::uint32_t b = i == 0 ? a : character(a + seed % (i * 9 + 2));
    comments.push_back({{std::min(a, b), std::max(a, b)}, {"1"}});
  }
  return comments;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = document_of({reinterpret_cast<const char*>(data), size});
  const ZipLimits limits{64, std::size_t{1} << 20U};
  const Result<WordDocument> document = read_word_document(bytes, limits);
  if (!document.ok()) return 0;
  const Result<CommentedDocument> bare = without_comments(bytes, {}, limits);
  if (!bare.ok()) return 0;
  const Result<CommentedDocument> written =
      with_comments(bytes, comments_on(document->drawn.text, size), "", {}, limits);
  if (!written.ok()) return 0;  // a broken part besides the text
  const Result<WordDocument> again = read_word_document(written->bytes, limits);
  if (!again.ok()) return 0;  // over the limit by now
  require(again->drawn.text == document->drawn.text);
  const auto texts = anchored_text(again->xml);
  require(texts.count("broken") == 0);
  const Result<CommentedDocument> removed = without_comments(written->bytes, {}, limits);
  require(removed.ok() && removed->taken_out == 5 && removed->bytes == bare->bytes);
  return 0;
}
