#include "engine/claims/frame_dump.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

TEST_CASE("the dump says of every number what became of it", "[claims]") {
  const std::string text = "2023年，收到政府信息公开申请5件。走访某某3件。";
  const testing::Written written = testing::write(text);
  CHECK(dump_frames(written.outline, written.paragraphs, testing::report_year, testing::national_lexicon()) ==
        "2023年/year， 收到/act=receive 政府信息公开申请/thing=request 5件/number。 走访某某/? 3件/number。\n"
        "CLAIM  5件  requests.received  {request receive}  words-before\n"
        "SILENT 3件  unknown-head: 走访某某\n");
}

TEST_CASE("paragraphs of which nothing is said are left out", "[claims]") {
  const std::string text = "收到政府信息公开申请5件，其中一季度3件。\n加强学习。\n全市收到政府信息公开申请6件。";
  const testing::Written written = testing::write(text);
  const std::string dump =
      dump_frames(written.outline, written.paragraphs, testing::report_year, testing::national_lexicon());
  CHECK(dump.find("SILENT 3件  ") != std::string::npos);
  CHECK(dump.find("学习") == std::string::npos);
  CHECK(dump.find("CLAIM  6件  requests.received  {request receive}  words-before region\n") != std::string::npos);
}

}  // namespace
}  // namespace gialint
