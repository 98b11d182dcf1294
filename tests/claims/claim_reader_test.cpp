#include "engine/claims/claim_reader.hpp"

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

using testing::dump;
using testing::read;
using testing::report_year;

std::string claims_of(std::string_view prose, std::string_view organ = "") {
  return dump(prose, read(prose, testing::national_lexicon(), organ).claims);
}

struct Case {
  const char* prose;
  const char* claims;
};

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    CAPTURE(each.prose);
    CHECK(claims_of(each.prose) == each.claims);
  }
}

TEST_CASE("a text without end is no sentence, and what follows it is read") {
  std::string endless;
  while (endless.size() < 9000) endless += "收到政府信息公开申请3件，";
  CHECK(claims_of(endless + "。") == "");
  CHECK(claims_of(endless + "。收到政府信息公开申请4件。") == "requests.received=4");
}

TEST_CASE("requests received are read in every wording") {
  check({
      {"共收到政府信息公开申请3件。", "requests.received=3"},
      {"全年新收政府信息公开申请3件。", "requests.new=3"},
      {"依申请公开工作有序开展，本年新收申请3件。", "requests.new=3"},
      {"全年新收政府信息公开申请数量3件，上年结转政府信息公开申请数量2件。", "requests.new=3 requests.carried_over=2"},
      {"2023年，我局共受理政府信息公开申请12件。", "requests.received=12"},
      {"全年累计受理依申请公开0件。", "requests.received=0"},
      {"全年累计受理依申请公开 0 件。", "requests.received=0"},
      {"共受理依申请信息公开1件，从受理形式看，网站受理1件", "requests.received=1"},
      {"共收到依申请公开件7件。", "requests.received=7"},
      {"收到依申请公开事项5起。", "requests.received=5"},
      {"全区各单位共收到依申请件40件。", "requests.received=40@region"},
      {"收到公民、法人或其他组织政府信息公开申请共9件。", "requests.received=9"},
      {"收到公民法人和其他组织提出的政府信息公开申请9件。", "requests.received=9"},
      {"本年度共收到政府信息公开申请6份。", "requests.received=6"},
      {"依申请公开。受理公民申请4件，均已按时答复。", "requests.received=4~ requests.carried_forward=finished"},
      {"接收政府信息公开申请14件次。", "requests.received=14"},
      {"政府信息依申请公开情况。我镇收到申请3宗。", "requests.received=3"},
      {"依申请公开信息3条，答复率100%。", "requests.received=3~"},
      {"办理政府信息公开申请8件。其中，网络申请5件，书面申请3件。", "requests.handled=8"},
      {"依申请公开方面，收到12封申请，已按流程处理。", "requests.received=12"},
      {"依申请公开方面，收到12封表扬信。", ""},
      {"受理并办结依申请公开6件。", "requests.received_and_answered=6"},
      {"政府信息公开申请量为31件，同比增长103%。", "requests.received=31"},
      {"共收到政府信息公开申请十二件。", "requests.received=12"},
      {"共收到政府信息公开申请１２件。", "requests.received=12"},
      {"共收到政府信息公开申请1,234件。", "requests.received=1234"},
      {"共收到政府信息公开申请30余件。", "requests.received=30[30..40]"},
      {"共收到政府信息公开申请约20件。", "requests.received=20[18..22]"},
      {"共收到政府信息公开申请近10件。", "requests.received=10[9..10]"},
      {"共收到政府信息公开申请3-5件。", "requests.received=3[3..5]"},
      {"共收到政府信息公开申请1至2件。", "requests.received=1[1..2]"},
      {"共收到 政府信息公开 申请 3 件", "requests.received=3"},
      {"共收到“依申请公开”申请3件。", "requests.received=3"},
      {"我局全年收到2份政府信息公开申请，已答复2份。", "requests.received=2 requests.answered=2"},
      {"登记政府信息公开申请3件。", "requests.received=3"},
      {"接到信息公开申请3件。", "requests.received=3"},
      {"本机关依申请公开数量为零。", "requests.received=0w"},
      {"收到政府信息公开申请0件。", "requests.received=0"},
      {"收到和处理政府信息公开申请3件。", "requests.received_and_answered=3"},
      {"全年收到依申请公开申请3件并全部答复。", "requests.received_and_answered=3 requests.carried_forward=finished"},
      {"# （二）依申请公开情况\n2023年我局共收到申请5件，均已答复。",
       "requests.received=5 requests.carried_forward=finished"},
      {"2023年1月1日至12月31日，共收到政府信息公开申请5件。", "requests.received=5"},
      {"今年以来，共收到政府信息公开申请5件。", "requests.received=5"},
  });
}

TEST_CASE("answers are read in every wording") {
  check({
      {"答复政府信息公开申请9件（含上年度结转2件）。", "requests.answered=9 requests.carried_over=2"},
      {"答复政府信息公开申请98件（含上年度结转申请8件，另有5件顺延到下年度答复）。",
       "requests.answered=98 requests.carried_over=8 requests.carried_forward=5"},
      {"收到政府信息公开申请5件，办结5件，均严格按照《条例》规定办理。", "requests.received=5 requests.answered=5"},
      {"收到政府信息公开申请6件，已办结5件，1件结转下年度。",
       "requests.received=6 requests.answered=5 requests.carried_forward=1"},
      {"共受理依申请信息公开1件，从办理结果来看，按时办结数为1件。", "requests.received=1 requests.answered=1"},
      {"共收到政府信息公开申请2件。已答复2件，答复率为100%。", "requests.received=2 requests.answered=2"},
      {"共收到政府信息公开申请9件，除1件结转2024年继续办理外，其他8件均按期答复。",
       "requests.received=9 requests.carried_forward=1 requests.answered=8"},
      {"共办理回复依申请公开事项4件。", "requests.answered=4"},
      {"完成政府信息依申请公开答复7件，包括上年结转1件。", "requests.answered=7 requests.carried_over=1"},
      {"政府信息公开申请办结数5件。", "requests.answered=5"},
      {"依申请公开。本年度办理结果总计5件。", "requests.processed=5"},
      {"政府信息公开申请按时办结率100%。", ""},
      {"收到政府信息公开申请5件，其中网上答复3件，当面答复2件。", "requests.received=5"},
      {"全部政府信息公开申请均在法定期限内予以答复。", "requests.carried_forward=finished"},
      {"收到依申请公开件176件，办结177件（含2022年结转的3件）。",
       "requests.received=176 requests.answered=177 requests.carried_over=3"},
  });
}

TEST_CASE("what came from last year and goes to the next is told apart") {
  check({
      {"收到政府信息公开申请5件，上年结转2件。", "requests.received=5 requests.carried_over=2"},
      {"上年度结转政府信息公开申请2件。", "requests.carried_over=2"},
      {"2022年结转政府信息公开申请3件。", "requests.carried_over=3"},
      {"受理政府信息公开申请45件，包括2022年结转2023年4件。", "requests.received=45 requests.carried_over=4"},
      {"结转上年度政府信息公开申请3件。", "requests.carried_over=3"},
      {"收到政府信息公开申请5件，上年无结转。", "requests.received=5 requests.carried_over=0w"},
      {"收到政府信息公开申请5件，无上年结转。", "requests.received=5 requests.carried_over=0w"},
      {"收到政府信息公开申请5件，结转下年度继续办理1件。", "requests.received=5 requests.carried_forward=1"},
      {"收到政府信息公开申请5件，1件结转到2024年度继续办理。", "requests.received=5 requests.carried_forward=1"},
      {"收到政府信息公开申请5件，结转至下一年度办理1件。", "requests.received=5 requests.carried_forward=1"},
      {"收到政府信息公开申请5件，转下年办理1宗。", "requests.received=5 requests.carried_forward=1"},
      {"收到政府信息公开申请5件，剩余1件结转下年度办理。", "requests.received=5 requests.carried_forward=1"},
      {"收到政府信息公开申请5件，另有1件因答复期限未满顺延至下年度。",
       "requests.received=5 requests.carried_forward=1"},
      {"收到政府信息公开申请5件，1份转下年度继续办理。", "requests.received=5 requests.carried_forward=1"},
      {"收到政府信息公开申请5件，无下年度结转。", "requests.received=5 requests.carried_forward=0w"},
      {"收到政府信息公开申请5件，截至2023年底，尚有1件正在办理。", "requests.received=5 requests.carried_forward=1?"},
      {"2021年结转政府信息公开申请3件。", ""},
      {"上年结转资金3件。", ""},
      {"上年结转项目3个。", ""},
      {"收到政府信息公开申请3件，结转下年1件。", "requests.received=3 requests.carried_forward=1"},
  });
}

TEST_CASE("results are read as members of a list about requests") {
  check({
      {"收到政府信息公开申请9件，其中予以公开3件，部分公开1件，不予公开2件，无法提供1件，不予处理1件，其他处理1件。",
       "requests.received=9 requests.granted=3 requests.partially_granted=1 requests.denied=2 requests.unavailable=1 "
       "requests.not_processed=1 requests.other=1"},
      {"答复政府信息公开申请9件。其中：予以公开或部分公开5件，占55.6%。",
       "requests.answered=9 requests.granted_or_partially=5"},
      {"收到政府信息公开申请3件，同意公开2件，部分予以公开1件。",
       "requests.received=3 requests.granted=2 requests.partially_granted=1"},
      {"收到政府信息公开申请3件，因涉及国家秘密不予公开1件。", "requests.received=3 requests.denied.state_secret=1"},
      {"收到政府信息公开申请3件，保护第三方合法权益1件。", "requests.received=3 requests.denied.third_party=1"},
      {"收到政府信息公开申请3件，属于内部事务信息1件，属于过程性信息1件，属于行政执法案卷1起。",
       "requests.received=3 requests.denied.internal_affairs=1 requests.denied.process_information=1 "
       "requests.denied.enforcement_file=1"},
      {"收到政府信息公开申请3件，因本机关不掌握相关政府信息无法提供1件。",
       "requests.received=3 requests.unavailable.not_held=1"},
      {"收到政府信息公开申请3件，因本机关不掌握等原因无法提供1件。", "requests.received=3 requests.unavailable=1"},
      {"收到政府信息公开申请3件，没有现成信息需另行制作1件，补正后仍不明确1件。",
       "requests.received=3 requests.unavailable.needs_creation=1 requests.unavailable.still_unclear=1"},
      {"收到政府信息公开申请3件，信访举报投诉类1件，重复申请1件。",
       "requests.received=3 requests.not_processed.petition_complaint=1 requests.not_processed.repeated=1"},
      {"收到政府信息公开申请3件，申请人逾期未补正1件。", "requests.received=3 requests.other.correction_overdue=1"},
      {"收到政府信息公开申请3件，信息不存在1件，申请人撤回1件，其他1件。",
       "requests.received=3 requests.not_existing=1? requests.withdrawn=1?"},
      {"主动公开政府信息99条。予以公开3件。", ""},
      {"能公开的信息均予以公开3条。", ""},
      {"收到政府信息公开申请3件，2件予以公开，1件不予公开。",
       "requests.received=3 requests.granted=2 requests.denied=1"},
  });
}

TEST_CASE("a zero in words is a claim only where the words leave no doubt") {
  check({
      {"未收到政府信息公开申请。", "requests.received=0w"},
      {"2023年，我局未收到依申请公开事项。", "requests.received=0w"},
      {"2023年，我局没有接到需要依申请公开办理的事宜。", "requests.received=0w"},
      {"未接到信息公开申请。", "requests.received=0w"},
      {"全年未接收到依申请公开。", "requests.received=0w"},
      {"本年度未受理依申请公开。", "requests.received=0w"},
      {"（二）依申请公开办理情况: 无。", "requests.received=0w"},
      {"未收到和处理政府信息公开申请事件。", "requests.received=0w"},
      {"未收到个人或法人依申请公开政府信息的申请。", "requests.received=0w"},
      {"无政府信息公开申请。", "requests.received=0w"},
      {"暂未收到政府信息公开申请。", "requests.received=0w"},
      {"未收到公民、法人和其他组织的政府信息公开申请。", "requests.received=0w"},
      {"未收到企业政府信息公开申请。", ""},
      {"网上未收到政府信息公开申请。", ""},
      {"第三季度未收到政府信息公开申请。", ""},
      {"上半年未收到政府信息公开申请。", ""},
      {"10月，未收到政府信息公开申请。", ""},
      {"如未收到政府信息公开申请答复，可以申请复议。", ""},
      {"未收到政府信息公开申请超期投诉。", ""},
      {"未收到依申请公开信息处理费。", "fees.information=0w"},
      {"未发生依申请公开行政复议。", ""},
      {"下属单位未收到政府信息公开申请。", ""},
      {"2023年度张店区退役军人事务局无依申请公开信息处理费收费情况。", "fees.information=0w"},
      {"2023年，区退役军人事务局共收到代表建议0条，共收到政协提案0件。", ""},
      {"未发生超期答复。", ""},
      {"未发现应公开而未公开的情况。", ""},
      {"没有一件逾期，零投诉。", ""},
      {"未收到行政许可申请。", ""},
      {"无建议提案。", ""},
      {"2022年未收到政府信息公开申请。", "requests.received=0w@2022"},
      {"去年未收到政府信息公开申请。", "requests.received=0w@2022"},
      {"全市未收到政府信息公开申请。", "requests.received=0w@region"},
  });
}

TEST_CASE("reviews and lawsuits need disclosure in their context") {
  check({
      {"因政府信息公开引起的行政复议2件、行政诉讼1件。", "review.total=2 litigation.total=1"},
      {"因政府信息公开被申请行政复议4件，其中2件维持、1件纠正，1件尚未审结。",
       "review.total=4 review.upheld=2 review.corrected=1 review.pending=1"},
      {"政府信息公开行政复议3件，均获维持。", "review.total=3 review.not_upheld=outcome"},
      {"政府信息公开行政复议案件5件，结果维持3件，结果纠正1件，正在复议1件。",
       "review.total=5 review.upheld=3 review.corrected=1 review.pending=1"},
      {"因信息公开引发行政诉讼2宗。", "litigation.total=2"},
      {"因信息公开未经复议直接起诉1件，复议后起诉2件。", "litigation.direct=1 litigation.after_review=2"},
      {"信息公开类行政复议2件。", "review.total=2"},
      {"全市发生政府信息公开行政复议案件9起。", "review.total=9@region"},
      {"因政府信息公开行政复议、行政诉讼均为0。", "review.total=0 litigation.total=0"},
      {"因政府信息公开行政复议、行政诉讼均为零。", "review.total=0w litigation.total=0w"},
      {"政府信息公开行政复议、行政诉讼0件。", "review_and_litigation=0"},
      {"未产生因政府信息公开引起的行政复议和行政诉讼。", "review.total=0w litigation.total=0w"},
      {"未发生因政府信息公开申请被申请行政复议、提起行政诉讼情况。", "review.total=0w litigation.total=0w"},
      {"无因政府信息公开引发的行政复议。", "review.total=0w"},
      {"2023年度行政执法工作均无被申请行政复议和提起行政诉讼。", ""},
      {"全年行政复议3件。", ""},
      {"办理行政复议案件30件。", ""},
      {"未因信息公开被纠正。", "review.corrected=outcome litigation.corrected=outcome"},
      {"政府信息公开无败诉案件。", "litigation.corrected=outcome"},
      {"2023年未收到政府信息公开申请。办理因2022年度政府信息公开申请引发行政复议1件、行政诉讼2件。",
       "requests.received=0w review.total=1@2022 litigation.total=2@2022"},
  });
}

TEST_CASE("documents are compared only by the words of the form") {
  check({
      {"制发行政规范性文件3件。", "normative.issued=3"},
      {"新制定市政府规章2件。", "rules.issued=2"},
      {"出台规范性文件3件，废止1件，现行有效9件。", "normative.issued=3? normative.repealed=1? normative.in_force=9?"},
      {"制定并公开行政规范性文件3件，均进行了解读。", "normative.issued=3"},
      {"共制发规章1件、行政规范性文件3件，废止规章2件。", "rules.issued=1 normative.issued=3 rules.repealed=2"},
      {"废止的行政规范性文件2件。", "normative.repealed=2"},
      {"现行有效行政规范性文件9件。", "normative.in_force=9"},
      {"清理出现行有效的市政府规章9件。", "rules.in_force=9"},
      {"以县政府及县政府办名义印发规范性文件5件。", ""},
      {"公开政策性文件5件，主动公开政府文件8件，公文9份。", ""},
      {"主动公开市政府规章13件（含新制定5件，修改4件，废止4件）。", ""},
      {"主动公开规范性文件5件。", ""},
      {"公开现行有效规范性文件12件。", ""},
      {"制定规章制度3项。", ""},
      {"废止行政规范性文件2件、宣布失效3件。", ""},
      {"未制定行政规范性文件。", "normative.issued=0w"},
      {"未印发规范性文件。", "normative.issued=0?w"},
      {"2022年，共制定规范性文件0件，废止规范性文件0件，现行有效的规范性文件0件。",
       "normative.issued=0?@2022 normative.repealed=0?@2022 normative.in_force=0?@2022"},
  });
}

TEST_CASE("what looks like a request count and is none claims nothing") {
  check({
      {"2020年沙坡头区退役军人事务局共有依申请公开文件 5 个。", ""},
      {"依申请公开信息发布3条。", ""},
      {"2023年共办理网上信访转办件10件，12345民生服务平台2件，市长信箱1件，均已按时办结，办结率100%。", ""},
      {"收到许可申请30件。", ""},
      {"办理12345热线工单300件，办结300件。", ""},
      {"收到政府信息公开申请2件。办理12345热线工单300件，办结300件。", "requests.received=2"},
      {"承办人大代表建议3件、政协提案2件，办结5件。", "proposals.delegates=3 proposals.members=2"},
      {"同比增长3件，较上年减少政府信息公开申请2件。", ""},
      {"比2022年收到政府信息公开申请31件下降29%。", ""},
      {"政府信息公开申请较2022年减少3件。", ""},
      {"自条例实施以来，共收到政府信息公开申请300件。", ""},
      {"累计收到政府信息公开申请300件。", ""},
      {"力争全年受理政府信息公开申请3件。", ""},
      {"2022年收到政府信息公开申请31件。", "requests.received=31@2022"},
      {"2022年我局工作扎实。共收到政府信息公开申请31件。", "requests.received=31@2022"},
      {"未办结的政府信息公开申请数量为3件。", ""},
      {"其中，受理政府信息公开申请3件。", ""},
      {"正在办理政府信息公开申请3件。", ""},
      {"通过网站受理政府信息公开申请3件。", ""},
      {"全系统收到政府信息公开申请31件。", "requests.received=31@system"},
      {"主动公开政府信息75项。其中，领导信息1项，重点领域信息19余项，履职文件2项。", ""},
      {"转办省、市人大建议、政协提案 0 件，承办县人大建议 0 件、县政协提案 0 件。", ""},
      {"依据《2022年政府信息公开申请9件》，共收到政府信息公开申请3件。", "requests.received=3"},
      {"行政事业性收费47.10万元，收取信息处理费400元。", "fees.administrative=47.1? fees.information=0.04"},
      {"制作公开申请指南2份。", ""},
      {"区政府门户网站共收到依申请公开3件，办结3件。", ""},
      {"网站共收到依申请公开3件。办结3件。", ""},
      {"第三季度共收到依申请公开3件，办结3件。", ""},
      {"收到依申请公开3件，受理2件，不予受理1件。", "requests.received=3 requests.received=2~"},
      {"收到政府信息公开申请3件，受理申请2件，不予受理1件。", "requests.received=3"},
      {"未收到政府信息公开申请的，无需填写。", ""},
      {"收到市政府办公室转来政府信息公开申请2件。", ""},
      {"向上级部门申请公开文件3件。", ""},
      {"转送申请2件，补正申请1件，收到依申请公开3件。", "requests.received=3"},
      {"修订完善依申请公开工作制度2项，制作流程图3份。", ""},
      {"未收到群众对政府信息公开申请的投诉。", ""},
      {"公开规范性文件3件，制定规范性文件解读3篇。", ""},
  });
}

TEST_CASE("a government's regional figures are its own") {
  CHECK(claims_of("全县共收到政府信息公开申请40件。", "金乡县人民政府") == "requests.received=40");
  CHECK(claims_of("全市共收到政府信息公开申请40件。", "金乡县人民政府") == "requests.received=40@region");
  CHECK(claims_of("全区各部门共收到政府信息公开申请40件。", "云岭市临溪区人民政府") == "requests.received=40");
  CHECK(claims_of("县本级收到政府信息公开申请4件。", "金乡县人民政府") == "requests.received=4<");
  CHECK(claims_of("县本级收到政府信息公开申请4件。", "金乡县教育局") == "requests.received=4");
  CHECK(claims_of("全县共收到政府信息公开申请40件。", "金乡县人民政府办公室") == "requests.received=40@region");
}

TEST_CASE("without a known year a year in the prose is told, not judged") {
  const std::vector<Claim> claims =
      read("2023年收到政府信息公开申请3件。", testing::national_lexicon(), "", std::nullopt).claims;
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].year == 2023);
}

TEST_CASE("spans lead through joined lines and blanks to the source") {
  const std::string_view source = "全年收到政府信\n息公开申请 1\n2 件。";
  Paragraphs cut_in_two;
  Paragraph paragraph;
  const std::size_t cut = source.find('\n');
  paragraph.text.append(source.substr(0, cut), 0);
  paragraph.text.append(source.substr(cut + 1), static_cast<std::uint32_t>(cut + 1));
  cut_in_two.preface.push_back(paragraph);
  const std::vector<Claim> claims =
      read_prose({}, cut_in_two, Tables{}, report_year, testing::national_lexicon()).claims;
  // A number that a line break cuts in two is not understood.
  CHECK(claims.empty());

  Paragraphs whole;
  Paragraph joined;
  const std::string_view text = "全年收到政府信\n息公开申请 12\n件。";
  const std::size_t first = text.find('\n');
  const std::size_t second = text.find('\n', first + 1);
  joined.text.append(text.substr(0, first), 0);
  joined.text.append(text.substr(first + 1, second - first - 1), static_cast<std::uint32_t>(first + 1));
  joined.text.append(text.substr(second + 1), static_cast<std::uint32_t>(second + 1));
  whole.preface.push_back(joined);
  const std::vector<Claim> found = read_prose({}, whole, Tables{}, report_year, testing::national_lexicon()).claims;
  REQUIRE(found.size() == 1);
  CHECK(text.substr(found[0].span.begin, found[0].span.size()) == "12");
  CHECK(found[0].section == "preface");
}

TEST_CASE("an empty lexicon claims nothing") { CHECK(read("收到政府信息公开申请3件。", Lexicon{}).claims.empty()); }

}  // namespace
}  // namespace gialint
