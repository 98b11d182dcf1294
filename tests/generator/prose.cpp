#include "tests/generator/prose.hpp"

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

namespace gialint::generator {
namespace {

using Sentences = std::vector<std::string>;

/// `text` with each {name} replaced.
std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values) {
    const std::string slot = "{" + name + "}";
    for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + value.size())) {
      text.replace(at, slot.size(), value);
    }
  }
  return text;
}

std::map<std::string, std::string> values(const Facts& facts, Random& random) {
  const auto figure = [&](const char* table, const char* row, const char* column) {
    return to_string(facts.figures->at(table, row, column));
  };
  std::map<std::string, std::string> all = {
      {"organ", facts.organ},
      {"self", facts.self},
      {"year", std::to_string(facts.year)},
      {"next", std::to_string(facts.year + 1)},
      {"document", facts.form->document_number},
      {"received", figure("requests", "new_received", "total")},
      {"carried", figure("requests", "carried_over", "total")},
      {"granted", figure("requests", "granted", "total")},
      {"processed", figure("requests", "total_processed", "total")},
      {"forward", figure("requests", "carried_forward", "total")},
      {"reviews", figure("review_litigation", "cases", "review.total")},
  };
  // The channels add up to the whole.
  const std::int64_t site = random.between(10, 900);
  const std::int64_t account = random.between(1, 400);
  all["site"] = std::to_string(site);
  all["account"] = std::to_string(account);
  all["published"] = std::to_string(site + account);
  all["few"] = std::to_string(random.between(2, 9));
  all["some"] = std::to_string(random.between(11, 60));
  all["people"] = std::to_string(random.between(12, 180));
  return all;
}

bool zero(const Facts& facts, const char* table, const char* row, const char* column) {
  return facts.figures->at(table, row, column).is_zero();
}

/// How the requests received grew or fell: 同比增长12.5%. Empty where there is nothing to compare.
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

/// The paragraph on requests: what it may say hangs on the figures.
Sentences on_requests(const Facts& facts) {
  if (zero(facts, "requests", "new_received", "total")) {
    Sentences none = {
        "{year}年，{self}未收到政府信息公开申请。",
        "畅通网上、信函、当面等申请渠道，安排专人负责登记和答复。{year}年未收到政府信息公开申请。",
        "{self}严格执行依申请公开办理流程，全年收到政府信息公开申请0件。",
    };
    if (!zero(facts, "requests", "carried_over", "total")) {
      none = {
          "{self}完善依申请公开登记、审核、答复各环节，{year}年未收到新的政府信息公开申请，办结上年结转{carried}"
          "件中的有关申请。"};
      none.front() = "{self}完善依申请公开登记、审核、答复各环节，规范答复文书格式，提高答复质量。";
    }
    return none;
  }
  Sentences some = {
      "{year}年，{self}收到政府信息公开申请{received}件，均依法登记并按时答复。",
      "规范受理、登记、办理、答复流程，全年新收政府信息公开申请{received}件，上年结转{carried}件，办理答复{processed}"
      "件，结转下年度继续办理{forward}件。",
      "全年共收到政府信息公开申请{received}"
      "件，其中予以公开的事项均通过书面方式送达申请人，答复文书由法制机构审核把关。",
      "{self}优化依申请公开平台，{year}年新收申请{received}件，平均办理时间{few}个工作日。",
  };
  const std::string change = change_of(facts);
  if (!change.empty()) {
    return {"{year}年，{self}共收到政府信息公开申请{received}件，" + change + "，登记、答复、送达各环节均有记录。",
            "全年新收政府信息公开申请{received}件，" + change + "，较好地满足了群众的信息需求。"};
  }
  return some;
}

Sentences topics(const Facts& facts, Random& random) {
  const std::map<std::string, std::string> all = values(facts, random);
  const Sentences first = {
      "围绕中心工作和社会关切，{self}主动公开政府信息{published}条，其中门户网站{site}条、微信公众号{account}条。",
      "{year}年，{self}主动公开信息{published}条，内容涵盖机构职能、政策文件、财政预决算、重点领域等方面。",
      "坚持“以公开为常态、不公开为例外”，及时更新机构职能、领导分工、规划计划和财政预决算等栏目，全年通过门户网站发布信"
      "息{site}条。",
      "严格落实《条例》要求，对照主动公开基本目录逐项梳理，调整栏目{few}个，发布政策解读{some}篇。",
      "聚焦群众关心的民生领域，通过政府网站、政务新媒体和办事大厅电子屏等渠道公开工作动态{some}条，举办政府开放日活动{"
      "few}场。",
  };
  const Sentences third = {
      "完善信息发布审核制度，落实“先审后发、一事一审”，明确信息公开属性源头认定的责任科室。",
      "健全政府信息制作、获取、保存、更新的管理制度，开展网站信息清理{few}次，及时更正不准确的内容。",
      "建立政府信息管理台账，对历年公开的文件进行清理，明确专人负责信息的收集、整理、归档和保管。",
  };
  const Sentences fourth = {
      "加强门户网站和政务新媒体的日常维护，优化栏目设置，提升检索功能，方便群众查阅。",
      "依托县级政府信息公开平台设置公开专栏，在办事大厅设立公开查阅点{few}处，配备自助查询终端。",
      "整合政务新媒体账号，落实专人值守和内容更新，确保平台运行安全稳定。",
  };
  const Sentences fifth = {
      "成立由主要负责人任组长的领导小组，配备专职人员{few}名，组织业务培训{few}次，参训{people}"
      "人次。工作考核、社会评议结果良好，未发生责任追究情形。",
      "将政府信息公开工作纳入年度考核，主动接受社会评议，全年没有发生因政府信息公开被责任追究的情况。",
      "定期通报工作进展，督促各科室按时报送信息；开展社会评议{few}次，未发生责任追究情形，年度考核结果为良好。",
  };
  const std::vector<std::pair<std::string, Sentences>> five = {{"主动公开", first},
                                                               {"依申请公开", on_requests(facts)},
                                                               {"政府信息管理", third},
                                                               {"政府信息公开平台建设", fourth},
                                                               {"监督保障", fifth}};
  const Sentences numerals = {"一", "二", "三", "四", "五"};
  const std::uint64_t shape = random.below(4);
  Sentences paragraphs;
  for (std::size_t i = 0; i < five.size(); ++i) {
    std::string text = random.pick(five[i].second);
    if (i == 0 && random.chance(40)) {
      const std::string more = random.pick(five[i].second);
      if (more != text) text += more;
    }
    const std::string head = "（" + numerals[i] + "）" + five[i].first;
    if (shape == 0) {
      paragraphs.push_back(head);
      paragraphs.push_back(text);
    } else if (shape == 1) {
      paragraphs.push_back(head + "情况。" + text);
    } else if (shape == 2) {
      paragraphs.push_back(head + "：" + text);
    } else {
      paragraphs.push_back(std::to_string(i + 1) + "." + five[i].first + "情况。" + text);
    }
  }
  if (random.chance(70)) {
    const Sentences opening = {
        "{year}年，{self}"
        "认真贯彻落实《中华人民共和国政府信息公开条例》和上级工作部署，不断提高政府信息公开工作的质量和水平，现将有关情"
        "况报告如下。",
        "{year}年，在上级政务公开主管部门的指导下，{self}以深化公开、服务群众为目标，扎实推进各项公开工作。",
        "{self}"
        "高度重视政府信息公开工作，坚持依法公开、及时公开、便民公开，保障人民群众的知情权、参与权、表达权和监督权。",
    };
    paragraphs.insert(paragraphs.begin(), random.pick(opening));
  }
  for (std::string& text : paragraphs) text = filled(text, all);
  return paragraphs;
}

Sentences problems(const Facts& facts, Random& random) {
  const Sentences problem = {
      "{year}年，{self}"
      "政府信息公开工作取得了一定成效，但仍存在一些不足：一是公开的内容还不够全面，部分栏目更新不够及时；二是政策解读的"
      "形式较为单一。",
      "对照上级要求和群众期盼，{self}"
      "的政府信息公开工作还有差距，主要是业务人员变动较快，对公开与保密的界限把握不够准确，公开的时效性有待提高。",
      "存在的主要问题：一是主动公开意识有待加强；二是平台互动功能较弱，群众参与度不高；三是信息公开工作的业务水平还需提"
      "升。",
  };
  const Sentences remedy = {
      "下一步，{self}将加强业务培训，规范公开流程，丰富解读形式，进一步提高信息公开的质量和时效。",
      "{next}年，{self}将从以下方面改进：完善信息公开审查机制，加大重点领域信息公开力度，充实工作力量，提升服务水平。",
      "针对上述问题，{self}将健全工作制度，明确责任分工，把政府信息公开工作列入科室年度考核，确保改进措施落到实处。",
  };
  const std::map<std::string, std::string> all = values(facts, random);
  Sentences paragraphs = {filled(random.pick(problem), all), filled(random.pick(remedy), all)};
  if (random.chance(30)) {
    paragraphs[0] += paragraphs[1];
    paragraphs.pop_back();
  }
  return paragraphs;
}

Sentences other_matters(const Facts& facts, Random& random) {
  const std::map<std::string, std::string> all = values(facts, random);
  const Sentences nothing = {"无。", "无", "无其他需要报告的事项。", "{self}无其他需要报告的事项。"};
  const Sentences fee = {
      "{year}年，{self}未收取信息处理费。",
      "按照《政府信息公开信息处理费管理办法》有关规定，{year}年{self}没有收取信息处理费的情况。",
      "{year}年度，本机关依申请公开政府信息未收取任何信息处理费。",
  };
  Sentences paragraphs;
  // Who asked for a fee that was not paid has something to report.
  const bool asked = facts.figures->edition->table("requests")->row_index("other.fee_overdue") &&
                     !zero(facts, "requests", "other.fee_overdue", "total");
  if (random.chance(70) || asked) paragraphs.push_back(filled(random.pick(fee), all));
  if (paragraphs.empty() || random.chance(30)) paragraphs.push_back(filled(random.pick(nothing), all));
  return paragraphs;
}

}  // namespace

Facts invent_body(int year, Random& random) {
  const Sentences places = {"青石县", "云溪市", "临溪区", "松岭县", "白鹭区",
                            "临河县", "云岭市", "石桥区", "沙河县", "柳湾区"};
  const std::vector<std::pair<std::string, std::string>> bodies = {
      {"民政局", "局"},         {"财政局", "局"},           {"水务局", "局"},         {"医疗保障局", "局"},
      {"卫生健康委员会", "委"}, {"应急管理局", "局"},       {"退役军人事务局", "局"}, {"教育局", "局"},
      {"审计局", "局"},         {"住房和城乡建设局", "局"}, {"统计局", "局"},         {"交通运输局", "局"},
      {"农业农村局", "局"},     {"发展和改革委员会", "委"}};
  const std::string& place = random.pick(places);
  const auto& [body, word] = random.pick(bodies);
  Facts facts;
  facts.organ = place + body;
  facts.self = random.chance(50) ? "我" + word : place.substr(place.size() - 3) + body;
  facts.year = year;
  return facts;
}

std::string title_of(const Facts& facts) {
  return filled(facts.form->title_pattern, {{"organ", facts.organ}, {"year", std::to_string(facts.year)}});
}

std::vector<std::string> preface(const Facts& facts, Random& random) {
  if (random.chance(30)) return {};
  std::map<std::string, std::string> all = values(facts, random);
  std::string parts;
  for (const FormSection& section : facts.form->sections) parts += (parts.empty() ? "" : "、") + section.title;
  all["parts"] = parts;
  const Sentences basis = {
      "本报告根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和{document}文件要求编制。",
      "按照《中华人民共和国政府信息公开条例》第五十条的规定，{organ}编制了{year}年政府信息公开工作年度报告。",
      "本报告由{organ}按照《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）要求编制，全文由{"
      "parts}等六部分组成。",
  };
  const Sentences period = {
      "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
      "报告中所列数据的统计期限为{year}年1月1日至12月31日。",
      "本年度报告中所列数据的统计期限自 {year} 年 1 月 1 日起至 12 月 31 日止。",
  };
  Sentences paragraphs = {filled(random.pick(basis), all)};
  if (random.chance(80)) {
    const std::string sentence = filled(random.pick(period), all);
    if (random.chance(50)) {
      paragraphs[0] += sentence;
    } else {
      paragraphs.push_back(sentence);
    }
  }
  return paragraphs;
}

std::vector<std::string> prose(const Facts& facts, const FormSection& section, Random& random) {
  // The form tells what a section is about by its id; section kinds are all that code may know of it.
  if (section.kind == SectionKind::table) return {};
  if (section.id == "overall") return topics(facts, random);
  if (section.id == "problems") return problems(facts, random);
  return other_matters(facts, random);
}

}  // namespace gialint::generator
