#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/zip_archive.hpp"
#include "engine/text/result.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// Who writes comments: what tells them from those of people. Both must agree.
struct CommentAuthor {
  std::string name = "gialint";
  std::string initials = "gia";
};

/// A comment to be written into a document.
struct WordComment {
  Span drawn;                      ///< what it is about, in the document's drawn text; empty: something missing there
  std::vector<std::string> lines;  ///< its paragraphs
};

/// A document that comments were written into, or taken out of.
struct CommentedDocument {
  std::string bytes;
  std::size_t taken_out = 0;  ///< comments of the same author that it held before
  std::size_t written = 0;
  std::size_t exact = 0;      ///< of those written, how many enclose exactly what they are about
  bool is_protected = false;  ///< against editing: people may have to lift that before they change the comments
  bool restored = false;      ///< without any comment written: byte for byte the file before the first was
};

/// The document in `bytes` with `comments`, in place of those that the author had written before; comments of others,
/// and every part that does not hold comments or their marks, are left as they are. `date` is when they are written,
/// "2025-01-31T08:00:00Z"; empty: they have none.
///
/// Fails when the document cannot be read, and when it carries a digital signature, which would be broken.
Result<CommentedDocument> with_comments(std::string_view bytes, const std::vector<WordComment>& comments,
                                        std::string_view date, const CommentAuthor& author = {},
                                        const ZipLimits& limits = {});

/// The document in `bytes` without the author's comments. Unless somebody changed it since they were written, it is
/// byte for byte the document before.
Result<CommentedDocument> without_comments(std::string_view bytes, const CommentAuthor& author = {},
                                           const ZipLimits& limits = {});

}  // namespace gialint
