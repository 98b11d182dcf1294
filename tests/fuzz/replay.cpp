// A main for fuzz targets where libFuzzer is not at hand: replay CORPUS FIXTURES. Feeds the target every file of
// CORPUS, every small file under FIXTURES, and changed copies of both. The changes come from a fixed seed, so that a
// run can be repeated; the environment variable GIALINT_REPLAY_ROUNDS sets another number of them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_seed = 64 * 1024;

std::vector<std::string> files_under(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->is_regular_file() && at->file_size() <= largest_seed) paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> contents;
  contents.reserve(paths.size());
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    contents.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return contents;
}

// What turns a report into trouble: line ends, blanks, brackets, numbers, marks, cut characters.
const std::vector<std::string_view>& tokens() {
  static const std::vector<std::string_view> all = {"\n",       "\r\n",
                                                    "\r",       "\t",
                                                    "\t\t\t",   " ",
                                                    "　",       "、",
                                                    "（",       "）",
                                                    "|",        "#",
                                                    "-",        "—",
                                                    "0",        "9",
                                                    "１",       "，",
                                                    "万",       "一、",
                                                    "余",       "约",
                                                    "件",       "年",
                                                    "2021年",   "\xEF\xBB\xBF",
                                                    "\xFF\xFE", "\xE4",
                                                    "\xF0",     "\x80",
                                                    "\x1b",     "𠮷",
                                                    "é",        "%",
                                                    "其中",     "99999999999999999999",
                                                    "均为零",   "|---|---|",
                                                    "<p>",      "</p>",
                                                    "<table>",  "</table>",
                                                    "<tr>",     "<td rowspan=2>",
                                                    "</td>",    "<b>",
                                                    "</b>",     "<div>",
                                                    "</div>",   "<br>",
                                                    "<!--",     "-->",
                                                    "&nbsp;",   "&lt",
                                                    "<pre>",    "<h2>",
                                                    "<script>"};
  return all;
}

class Changer {
 public:
  // One to eight changes, each: a byte flipped, a stretch removed, doubled or moved, a token put in, a tail cut off.
  std::string changed(std::string text, const std::string& other) {
    for (std::size_t left = 1 + below(8); left > 0; --left) {
      const std::size_t at = below(text.size() + 1);
      const std::size_t length = below(std::min<std::size_t>(text.size() - at, 200) + 1);
      switch (below(7)) {
        case 0:
          if (at < text.size()) text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, length);
          break;
        case 2:
          text.insert(at, text.substr(at, length));
          break;
        case 3: {
          const std::string piece = text.substr(at, length);
          text.erase(at, length);
          text.insert(below(text.size() + 1), piece);
          break;
        }
        case 4:
          text.insert(at, tokens()[below(tokens().size())]);
          break;
        case 5:
          text.resize(at);
          break;
        default:
          text.insert(at, other.substr(below(other.size() + 1), length));
      }
    }
    return text;
  }

  // Not std::uniform_int_distribution: what it gives differs between libraries.
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }

 private:
  std::mt19937_64 random_{20210926};
};

void feed(const std::string& text) {
  if (const char* keep = std::getenv("GIALINT_REPLAY_KEEP")) std::ofstream(keep, std::ios::binary) << text;
  // A copy of exactly that size, so that the address sanitizer sees one byte read too many.
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

int replay(const std::vector<std::string>& folders) {
  std::vector<std::string> seeds = {""};
  for (const std::string& folder : folders) {
    for (std::string& content : files_under(folder)) seeds.push_back(std::move(content));
  }
  if (seeds.size() == 1) {
    std::cerr << "no file to replay\n";
    return 1;
  }
  for (const std::string& seed : seeds) feed(seed);

  const char* rounds_wanted = std::getenv("GIALINT_REPLAY_ROUNDS");
  const std::size_t rounds = rounds_wanted != nullptr ? std::stoul(rounds_wanted) : 3000;
  Changer changer;
  for (std::size_t round = 0; round < rounds; ++round) {
    const std::string& seed = seeds[changer.below(seeds.size())];
    feed(changer.changed(seed, seeds[changer.below(seeds.size())]));
  }
  std::cout << seeds.size() << " files, " << rounds << " changed copies\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return replay({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
