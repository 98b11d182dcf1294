#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace gialint {

/// The comments of one author in a document's parts, and the parts without them. Whatever is not well-formed stays as
/// it is.

/// Which comments those are.
struct OwnComments {
  std::set<std::string, std::less<>> ids;            ///< as the main part refers to them
  std::set<std::string, std::less<>> paragraph_ids;  ///< of their paragraphs, by which Word's newer parts refer to them
  std::int64_t largest_id = -1;                      ///< of all comments, whoever wrote them
};

/// What the author wrote of `xml`, the part that holds the comments.
OwnComments own_comments(std::string_view xml, std::string_view author, std::string_view initials);

/// `xml`, the part that holds the comments, without `own`.
std::string without_own_comments(std::string_view xml, const OwnComments& own);

/// `xml`, the main part, without the marks of `own`. A run that was divided for them stays divided.
std::string without_own_marks(std::string_view xml, const OwnComments& own);

/// `xml`, one of the parts that Word keeps of comments besides (commentsExtended, commentsIds, commentsExtensible),
/// without what it holds of `own`. An answer to one of them becomes a comment of its own. `durable_ids` collects the
/// names that commentsIds gives them, by which commentsExtensible knows them.
std::string without_own_details(std::string_view xml, const OwnComments& own,
                                std::set<std::string, std::less<>>& durable_ids);

}  // namespace gialint
