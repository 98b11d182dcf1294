#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include "engine/text/result.hpp"

namespace gialint {

/// Makes .docx of what old word processors wrote, with a program of the user's: LibreOffice's `soffice`, or one that
/// takes the same arguments. One document at a time: LibreOffice does no more with one profile.
class DocumentConverter {
 public:
  explicit DocumentConverter(std::string program, std::chrono::milliseconds most_time = std::chrono::seconds(60))
      : program_(std::move(program)), most_time_(most_time) {}

  /// `bytes`, a file that is called something with `ending` (".doc"), as .docx. The program runs in a folder and with a
  /// profile of its own, which are gone afterwards. Fails when it cannot be started, fails, gives nothing or takes
  /// longer than it may: it is ended then, with all that it started.
  Result<std::string> to_docx(std::string_view bytes, std::string_view ending);

 private:
  std::string program_;
  std::chrono::milliseconds most_time_;
  std::mutex one_at_a_time_;
};

}  // namespace gialint
