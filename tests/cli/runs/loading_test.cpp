#include "engine/cli/runs/loading.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("the configuration is chosen by the options", "[cli]") {
  Options options;
  CHECK_FALSE(config_choice(options).file);
  options.config = "a.toml";
  options.isolated = true;
  CHECK(config_choice(options).file == std::filesystem::path("a.toml"));
  CHECK(config_choice(options).isolated);
}

TEST_CASE("the language is Chinese unless another is asked for", "[cli]") {
  Options options;
  CHECK(language_of(options) == Language::zh);
  options.language = Language::en;
  CHECK(language_of(options) == Language::en);
}

}  // namespace
}  // namespace gialint
