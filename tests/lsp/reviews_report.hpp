#pragma once

namespace gialint::test {

/// A report whose prose states two figures of the table of reviews, one right and one wrong, and whose table has a
/// total that its parts do not add up to.
inline constexpr const char* reviews_report =
    "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n2023年因政府信息公开被申请行政复议3件，"
    "被提起行政诉讼5件。举办培训4场。\n\n"
    "四、政府信息公开行政复议、行政诉讼情况\n\n"
    "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
    "1\t2\t0\t0\t3\t2\t0\t0\t0\t4\t0\t0\t0\t0\t0\n";

/// A table of reviews in which one sum does not tie.
inline constexpr const char* wrong_sum =
    "青山县水务局2023年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
    "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
    "1\t0\t0\t0\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n";

}  // namespace gialint::test
