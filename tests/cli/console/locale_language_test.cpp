#include "engine/cli/console/locale_language.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("the language is the locale's where nothing else says it", "[cli]") {
  const auto in_locale = [](const std::string& settings, const std::string& arguments) {
    return shell("env -u LC_ALL -u LANG -u LC_MESSAGES " + settings + " \"$GIALINT\" help nothing-such " + arguments)
        .err;
  };
  const std::string english = "there is no command";
  CHECK(in_locale("LANG=en_US.UTF-8", "").find(english) != std::string::npos);
  CHECK(in_locale("LANG=en", "").find(english) != std::string::npos);
  CHECK(in_locale("LC_MESSAGES=en_GB LANG=zh_CN.UTF-8", "").find(english) != std::string::npos);
  CHECK(in_locale("LC_ALL=zh_CN.UTF-8 LANG=en_US.UTF-8", "").find("没有命令") != std::string::npos);
  CHECK(in_locale("LC_ALL= LANG=en_US.UTF-8", "").find(english) != std::string::npos);
  CHECK(in_locale("LANG=en_US.UTF-8", "--lang zh").find("没有命令") != std::string::npos);
  CHECK(in_locale("LANG=C.UTF-8", "").find("没有命令") != std::string::npos);
  CHECK(in_locale("LANG=de_DE.UTF-8", "").find("没有命令") != std::string::npos);
  CHECK(in_locale("", "").find("没有命令") != std::string::npos);
}

}  // namespace
}  // namespace gialint
