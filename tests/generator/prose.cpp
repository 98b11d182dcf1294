#include "tests/generator/prose.hpp"

#include <algorithm>
#include <utility>

namespace gialint::generator {
namespace {

using Paragraphs = std::vector<std::string>;

/// Of `text`, its lines.
Paragraphs lines_of(const std::string& text) {
  Paragraphs lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// `paragraphs` without those that nothing could be said in.
Paragraphs without_empty(Paragraphs paragraphs) {
  std::erase_if(paragraphs, [](const std::string& text) { return text.empty(); });
  return paragraphs;
}

/// How the requests received grew or fell since last year; empty where there is nothing to compare.
std::string change_of(const Facts& facts) {
  if (facts.previous == nullptr) return {};
  const std::int64_t now = facts.figures->at("requests", "new_received", "total").integer().value();
  const std::int64_t before = facts.previous->at("requests", "new_received", "total").integer().value();
  if (now == 0 || before == 0 || now == before) return {};
  const std::int64_t by = now > before ? now - before : before - now;
  const auto hundredths = [](std::int64_t number) { return to_string(*Decimal::scaled(number, 2)); };
  if (by % 3 == 0) return (now > before ? "较上年增加" : "较上年减少") + std::to_string(by) + "件";
  if (by % 3 == 1 && by > before) return "比上年增长" + hundredths(by * 100 / before) + "倍";
  return (now > before ? "同比增长" : "同比下降") + hundredths(by * 10'000 / before) + "%";  // cut off
}

}  // namespace

/// A heading within section 一, and what may be said under it.
struct Author::Topic {
  std::string title;
  /// A group, and in how many of a hundred reports it is heard, once and once more.
  std::vector<std::pair<std::string, unsigned>> groups;
};

Author::Author(const Facts& facts, Random random, Planted planted)
    : facts_(facts), random_(random), planted_(std::move(planted)), numbers_(draw_number_style(random_)) {}

std::string Author::say(const std::string& group) {
  const auto known = phrase_book().groups.find(group);
  if (known == phrase_book().groups.end()) return {};
  std::vector<const Sentence*> open;
  for (const Sentence& each : known->second) {
    if (std::count(said_.begin(), said_.end(), &each) == 0 && holds(facts_, each.when)) open.push_back(&each);
  }
  while (!open.empty()) {
    const std::size_t index = random_.below(open.size());
    const Sentence* const sentence = open[index];
    Filled made = filled(facts_, sentence->text, numbers_, random_);
    if (!made.text.empty()) {
      said_.push_back(sentence);
      return std::move(made.text);
    }
    open.erase(open.begin() + static_cast<std::ptrdiff_t>(index));
  }
  return {};
}

std::string Author::topic(const Topic& topic) {
  const auto holds_planted = std::any_of(topic.groups.begin(), topic.groups.end(),
                                         [&](const auto& group) { return group.first == planted_.at; });
  if (holds_planted && planted_.alone) return planted_.text;
  std::string text;
  for (const auto& [group, share] : topic.groups) {
    if (group == planted_.at) {
      text += planted_.text;
      continue;
    }
    if (random_.chance(share)) text += say(group);
    if (share > 100 && random_.chance(share - 100)) text += say(group);
  }
  return text;
}

std::vector<std::string> Author::overall() {
  // In hundredths: 130 is once, and in thirty of a hundred twice.
  const bool government = is_one_of(facts_.body, "government|town");
  const std::vector<Topic> topics = {
      {"主动公开", {{"active", 150}, {"documents", 40}, {"decisions", 35}}},
      {"依申请公开",
       {{"received", 100},
        {"answered", 45},
        {"carried", 35},
        {"results", 45},
        {"applicants", 25},
        {"trends", 15},
        {"reviews", 40},
        {"other_requests", 25}}},
      {"政府信息管理", {{"management", 130}}},
      {"政府信息公开平台建设", {{"platform", 130}}},
      {"监督保障", {{"supervision", 120}, {"proposals", 25}, {"assessment", government ? 100U : 30U}}}};
  const Paragraphs numerals = {"一", "二", "三", "四", "五"};
  const std::uint64_t shape = random_.below(4);
  Paragraphs paragraphs;
  if (planted_.at == "opening") {
    paragraphs = lines_of(planted_.text);
  } else if (random_.chance(70)) {
    paragraphs.push_back(say("opening"));
  }
  for (std::size_t i = 0; i < topics.size(); ++i) {
    std::string text = topic(topics[i]);
    const std::string change = topics[i].title == "依申请公开" && planted_.at.empty() ? change_of(facts_) : "";
    if (!change.empty()) text += "新收政府信息公开申请数量" + change + "。";
    const std::string head = "（" + numerals[i] + "）" + topics[i].title;
    if (shape == 0) {
      paragraphs.push_back(head);
      for (std::string& line : lines_of(text)) paragraphs.push_back(std::move(line));
    } else if (shape == 1) {
      paragraphs.push_back(head + "情况。" + text);
    } else if (shape == 2) {
      paragraphs.push_back(head + "：" + text);
    } else {
      paragraphs.push_back(std::to_string(i + 1) + "." + topics[i].title + "情况。" + text);
    }
  }
  return paragraphs;
}

std::vector<std::string> Author::problems() {
  Paragraphs paragraphs;
  for (const char* const group : {"problems", "improvement"}) {
    std::string text = planted_.at == group ? planted_.text : say(group);
    if (planted_.at != group && random_.chance(20)) text += say(group);
    paragraphs.push_back(std::move(text));
  }
  if (random_.chance(30)) {
    paragraphs[0] += paragraphs[1];
    paragraphs.pop_back();
  }
  return paragraphs;
}

std::vector<std::string> Author::other_matters() {
  Paragraphs paragraphs;
  // Who asked for a fee that was not paid has something to report.
  const bool asked = holds(facts_, "other.fee_overdue > 0");
  if (planted_.at == "fees" || planted_.at == "fees_charged") {
    paragraphs = lines_of(planted_.text);
  } else if (random_.chance(70) || asked) {
    std::string charged = random_.chance(20) ? say("fees_charged") : "";
    paragraphs.push_back(charged.empty() ? say("fees") : std::move(charged));
  }
  if (planted_.at == "charges" || random_.chance(25))
    paragraphs.push_back(planted_.at == "charges" ? planted_.text : say("charges"));
  if (planted_.at == "other_matters") {
    for (std::string& line : lines_of(planted_.text)) paragraphs.push_back(std::move(line));
  } else if (without_empty(paragraphs).empty() || random_.chance(40)) {
    paragraphs.push_back(say("other_matters"));
  }
  return paragraphs;
}

std::vector<std::string> Author::section(const FormSection& form) {
  // What is planted may have several paragraphs wherever it stands.
  Paragraphs lines;
  for (const std::string& text : written(form)) {
    for (std::string& line : lines_of(text)) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> Author::written(const FormSection& form) {
  if (planted_.at == "section " + form.id) return lines_of(planted_.text);
  // The form tells what a section is about by its id; section kinds are all that code may know of it.
  if (form.kind == SectionKind::table) return {};
  if (form.id == "overall") return without_empty(overall());
  if (form.id == "problems") return without_empty(problems());
  return without_empty(other_matters());
}

std::vector<std::string> Author::preface() {
  if (planted_.at == "preface") return lines_of(planted_.text);
  Paragraphs paragraphs;
  const bool has_planted = planted_.at == "basis" || planted_.at == "period";
  if (!has_planted && random_.chance(30)) return {};
  paragraphs.push_back(planted_.at == "basis" ? planted_.text : say("basis"));
  if (planted_.at != "period" && random_.chance(20)) return paragraphs;
  const std::string period = planted_.at == "period" ? planted_.text : say("period");
  if (random_.chance(50)) {
    paragraphs[0] += period;
  } else {
    paragraphs.push_back(period);
  }
  Paragraphs lines;
  for (const std::string& text : paragraphs) {
    for (std::string& line : lines_of(text)) lines.push_back(std::move(line));
  }
  return lines;
}

std::string title_of(const Facts& facts) {
  std::string title = facts.form->title_pattern;
  const auto fill = [&](std::string_view slot, const std::string& word) {
    const std::size_t at = title.find(slot);
    if (at != std::string::npos) title.replace(at, slot.size(), word);
  };
  fill("{organ}", facts.organ);
  fill("{year}", std::to_string(facts.year));
  return title;
}

}  // namespace gialint::generator
