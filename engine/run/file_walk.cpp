#include "engine/run/file_walk.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "engine/files/ignore_files.hpp"
#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr Sentence no_file("不是普通文件（而是管道、设备之类），没有读",
                           "is no regular file (a pipe, a device or the like) and was not read");

/// In lower case; none of the files that Word and WPS put beside a document that is open.
std::string ending_of(const fs::path& name) {
  if (name.filename().string().rfind("~$", 0) == 0) return {};
  std::string ending = name.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

/// Kinds of files that reports come in and that have no reader.
bool is_unread_kind(std::string_view ending) {
  constexpr std::array<std::string_view, 7> kinds = {".pdf", ".doc", ".wps", ".rtf", ".xls", ".mht", ".mhtml"};
  return std::find(kinds.begin(), kinds.end(), ending) != kinds.end();
}

bool is_report_name(const fs::path& name) {
  const std::string ending = ending_of(name);
  return ending == ".txt" || ending == ".md" || ending == ".html" || ending == ".htm" || ending == ".docx" ||
         ending == ".docm";
}

// A path as it is printed: no "./" before it, no "//" in it, no "/" after it.
std::string printed(std::string_view path) {
  std::string text;
  for (const char c : path) {
    if (c != '/' || text.empty() || text.back() != '/') text += c;
  }
  while (text.rfind("./", 0) == 0) text.erase(0, 2);
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text.empty() || text == "." ? "." : text;
}

class Walker {
 public:
  Walker(const WalkOptions& options, Settings& settings)
      : options_(&options), settings_(&settings), exclude_(options.exclude) {
    std::error_code ignored;
    current_ = fs::current_path(ignored);
  }

  void add_standard_input() {
    const fs::path absolute = current_ / options_->standard_input;
    add_named({options_->standard_input, absolute.lexically_normal(), true, true, std::nullopt, current_}, "-");
  }

  void add(const std::string& path) {
    std::error_code error;
    // Where the system would take the path to end it names another file.
    if (holds_nul(path)) return fail(printed(path), ENOENT);
    fs::path real = fs::canonical(path, error);
    if (error) {
      // What a shell has opened for us, as <(pdftotext …), is there without a path that leads to it.
      const int code = error.value();
      if (!fs::exists(path, error)) return fail(printed(path), code);
      real = full_path(path);
    }
    if (fs::is_directory(real, error)) {
      if (named_folders_.insert(real.native()).second) folders_.push_back({printed(path), real});
      return;
    }
    fs::path folder = fs::path(path).parent_path();
    folder = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
    add_named({printed(path), error ? real : folder / fs::path(path).filename(), true, false, std::nullopt, folder},
              real.native());
  }

  Walk finish() {
    for (const Folder& folder : folders_) walk_from(folder);
    // What links lead to comes last, so that a file is found under its own name where it has one in the walk.
    while (!links_.empty()) {
      std::vector<Link> links = std::move(links_);
      links_.clear();
      std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.path < b.path; });
      for (const Link& link : links) follow(link);
    }
    std::sort(walk_.files.begin(), walk_.files.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    return std::move(walk_);
  }

 private:
  struct Folder {
    std::string path;  ///< as printed
    fs::path absolute;
  };
  struct Link {
    std::string path;  ///< as printed
    fs::path absolute;
    fs::path tree;  ///< the real path of the folder whose walk met it
    std::vector<IgnoreFile> ignores;
  };

  void fail(const std::string& path, int code) { fail(Failure{{path}, system_reason(code)}); }

  void fail(const Failure& failure) {
    const std::string& path = failure.where.path;
    if (failed_.insert(path).second) walk_.files.push_back({path, {}, false, false, failure});
  }

  // The settings of `folder`; null, and noted once, when its configuration is broken.
  const FolderSettings* settings_of(const fs::path& folder) {
    const FolderSettings& settings = settings_->in_folder(folder);
    if (settings.config.ok()) return &settings;
    const Failure& failure = settings.config.failure();
    if (broken_.insert(to_string(failure, Language::zh)).second)
      walk_.files.push_back({failure.where.path, {}, false, false, failure});
    return nullptr;
  }

  [[nodiscard]] bool excluded(const fs::path& absolute, const FolderSettings* settings, bool is_folder) const {
    const auto taken_out = [&](const GlobSet& patterns, const fs::path& from) {
      return !patterns.empty() && absolute != from && patterns.matches(path_below(absolute, from), is_folder);
    };
    return taken_out(exclude_, current_) || (settings != nullptr && taken_out(settings->exclude, settings->folder));
  }

  void add_named(InputFile file, const std::string& key) {
    if (!seen_files_.insert(key).second) return;
    const FolderSettings* settings = settings_of(file.absolute.parent_path());
    if (excluded(file.absolute, settings, false)) {
      walk_.excluded.push_back(file.path);
    } else if (settings != nullptr) {
      walk_.files.push_back(std::move(file));
    }
  }

  void walk_from(const Folder& start) {
    const FolderSettings& settings = settings_->in_folder(start.absolute);
    if (excluded(start.absolute, settings.config.ok() ? &settings : nullptr, true)) {
      walk_.excluded.push_back(start.path);
      return;
    }
    walked_folders_.insert(start.absolute.native());
    walk_.folders.push_back(start.absolute);
    tree_ = start.absolute;
    std::vector<IgnoreFile> ignores = ignore_files_above(start.absolute);
    walk(start, ignores);
  }

  void walk(const Folder& folder, std::vector<IgnoreFile>& ignores) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    // All names first: a deep tree must not keep a folder open on every level.
    fs::directory_iterator names(folder.absolute, error);
    for (; !error && names != fs::directory_iterator(); names.increment(error)) entries.push_back(*names);
    if (error) fail(folder.path, error.value());

    const std::size_t own_ignores = ignores.size();
    if (const std::optional<Failure> failure = add_ignore_file(folder.absolute, ignores)) {
      fail({{(fs::path(folder.path) / failure->where.path).lexically_normal().string()}, failure->what});
    }
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name.empty() || name.front() == '.') continue;
      const std::string path = folder.path == "." ? name : (fs::path(folder.path) / name).string();
      std::error_code ignored_error;
      if (entry.is_symlink(ignored_error)) {
        links_.push_back({path, entry.path(), tree_, ignores});
      } else if (entry.is_directory(ignored_error)) {
        visit_folder({path, entry.path()}, ignores, entry.path().native());
      } else if (entry.is_regular_file(ignored_error)) {
        visit_file(path, entry.path(), ignores, entry.path().native());
      } else if (entry.exists(ignored_error) && is_wanted(entry.path(), ignores)) {
        fail({{path}, no_file});
      }
    }
    ignores.resize(own_ignores);
  }

  // `key` is the folder's real path.
  void visit_folder(const Folder& folder, std::vector<IgnoreFile>& ignores, const std::string& key) {
    if (is_ignored(folder.absolute, ignores, true)) return;
    const FolderSettings& above = settings_->in_folder(folder.absolute.parent_path());
    if (excluded(folder.absolute, above.config.ok() ? &above : nullptr, true)) return;
    if (walked_folders_.insert(key).second) walk(folder, ignores);
  }

  void visit_file(const std::string& path, const fs::path& absolute, const std::vector<IgnoreFile>& ignores,
                  const std::string& key) {
    if (const std::string ending = ending_of(absolute); is_unread_kind(ending)) {
      if (is_let_in(absolute, ignores) && seen_files_.insert(key).second) ++walk_.left_out[ending];
      return;
    }
    if (!is_wanted(absolute, ignores) || !seen_files_.insert(key).second) return;
    walk_.files.push_back({path, absolute, false, false, std::nullopt, tree_});
  }

  bool is_wanted(const fs::path& absolute, const std::vector<IgnoreFile>& ignores) {
    return is_report_name(absolute.filename()) && is_let_in(absolute, ignores);
  }

  // Whether neither .gitignore nor a pattern takes the file out.
  bool is_let_in(const fs::path& absolute, const std::vector<IgnoreFile>& ignores) {
    if (is_ignored(absolute, ignores, false)) return false;
    const FolderSettings* settings = settings_of(absolute.parent_path());
    return settings != nullptr && !excluded(absolute, settings, false);
  }

  // Whether a link may lead to `real`.
  [[nodiscard]] bool may_follow(const fs::path& real) const {
    return options_->follow || std::any_of(walk_.folders.begin(), walk_.folders.end(),
                                           [&](const fs::path& walked) { return lies_within(walked, real); });
  }

  // A link that leads nowhere is left out, as is a folder that was walked already: so loops end.
  void follow(Link link) {
    std::error_code error;
    const fs::path real = fs::canonical(link.absolute, error);
    if (error) return;
    const bool is_folder = fs::is_directory(real, error);
    if (!is_folder && !is_report_name(link.absolute.filename())) return;
    if (!may_follow(real)) {
      if (!is_ignored(link.absolute, link.ignores, is_folder)) ++walk_.not_followed;
      return;
    }
    tree_ = link.tree;
    if (is_folder) {
      // Its files are read and looked up where they really are.
      if (!is_ignored(link.absolute, link.ignores, true) && walked_folders_.count(real.native()) == 0) {
        link.ignores = ignore_files_above(real);
        visit_folder({link.path, real}, link.ignores, real.native());
      }
    } else if (fs::is_regular_file(real, error)) {
      visit_file(link.path, link.absolute, link.ignores, real.native());
    }
  }

  const WalkOptions* options_;
  Settings* settings_;
  GlobSet exclude_;
  fs::path current_;
  Walk walk_;
  std::vector<Folder> folders_;
  fs::path tree_;  ///< the real path of the folder that is walked
  std::vector<Link> links_;
  std::unordered_set<std::string> seen_files_;  ///< real paths
  std::unordered_set<std::string> named_folders_;
  std::unordered_set<std::string> walked_folders_;
  std::set<std::string> failed_;  ///< paths
  std::set<std::string> broken_;  ///< what is wrong with configurations
};

}  // namespace

Walk find_files(const std::vector<std::string>& paths, const WalkOptions& options, Settings& settings) {
  Walker walker(options, settings);
  for (const std::string& path : paths) {
    if (path == "-") {
      walker.add_standard_input();
    } else {
      walker.add(path);
    }
  }
  return walker.finish();
}

}  // namespace gialint
