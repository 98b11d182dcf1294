#include "engine/packs/plugin_lock.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

Plugin plugin_of(const std::string& name, std::map<std::string, std::string> digests) {
  Plugin plugin;
  plugin.name = name;
  plugin.version = "1.0.0";
  plugin.digests = std::move(digests);
  return plugin;
}

const std::string digest_a(64, 'a');
const std::string digest_b(64, 'b');

TEST_CASE("a lock file is the same however it came about, and reads back as it was written", "[packs]") {
  const Plugin first = plugin_of("alpha", {{"plugin.toml", digest_a}, {"rules/引\"号.lua", digest_b}});
  const Plugin second = plugin_of("beta", {{"plugin.toml", digest_b}});
  PluginLock lock;
  lock.put(second);
  lock.put(plugin_of("alpha", {}));
  lock.put(first);
  PluginLock other;
  other.put(first);
  other.put(second);
  const std::string text = to_toml(lock);
  CHECK(text == to_toml(other));
  const Result<PluginLock> read = read_lock(text, "gialint.lock");
  if (!read) FAIL(to_string(read.failure(), Language::zh));
  REQUIRE(read->plugins.size() == 2);
  CHECK(read->find("alpha")->digests == first.digests);
  CHECK(read->find("beta")->version == "1.0.0");
  CHECK(to_toml(*read) == text);
  CHECK(lock.remove("alpha"));
  CHECK_FALSE(lock.remove("alpha"));
  CHECK(lock.find("alpha") == nullptr);
}

TEST_CASE("what differs from a lock is listed by path", "[packs]") {
  const LockedPlugin locked{"alpha", "1.0.0", {{"a", digest_a}, {"b", digest_a}, {"d", digest_a}}};
  using Kind = LockDifference::Kind;
  CHECK(differences(locked, plugin_of("alpha", {{"a", digest_a}, {"b", digest_b}, {"c", digest_a}})) ==
        std::vector<LockDifference>{{"b", Kind::changed}, {"c", Kind::extra}, {"d", Kind::missing}});
  CHECK(differences(locked, plugin_of("alpha", locked.digests)).empty());
}

TEST_CASE("a lock file that is none is refused with its place", "[packs]") {
  const auto failure = [](const std::string& toml) {
    const Result<PluginLock> lock = read_lock(toml, "gialint.lock");
    return lock ? "" : to_string(lock.failure(), Language::zh);
  };
  const std::string entry = "[[plugin]]\nname = \"a\"\nversion = \"1.0.0\"\n";
  CHECK(failure("schema = 1\n").empty());
  CHECK(failure("") == "gialint.lock:1:1: 缺少键 \"schema\"");
  CHECK(failure("schema = 1\n" + entry) == "gialint.lock:2:1: 缺少键 \"files\"");
  CHECK(failure("schema = 1\n" + entry + "files = { x = \"md5:1\" }\n") ==
        "gialint.lock:5:15: 应为 \"sha256:\" 和 64 个十六进制数字");
  CHECK(failure("schema = 1\n" + entry + "files = {}\n" + entry + "files = {}\n") ==
        "gialint.lock:6:1: 插件 \"a\" 出现了两次");
}

TEST_CASE("a folder without a lock file has no lock", "[packs]") {
  const ScratchFolder scratch;
  const Result<std::optional<PluginLock>> none = lock_in(scratch.path());
  REQUIRE(none.ok());
  CHECK_FALSE(none->has_value());
  scratch.write("gialint.lock", "broken");
  CHECK_FALSE(lock_in(scratch.path()).ok());
  scratch.write("gialint.lock", "schema = 1\n");
  CHECK(lock_in(scratch.path())->has_value());
}

}  // namespace
}  // namespace gialint
