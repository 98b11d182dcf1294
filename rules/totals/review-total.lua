-- Each of the three blocks of the review and litigation table: its total is the sum of its four outcomes.
return gia.totals {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "行政复议、行政诉讼的总计与各项之和不符",
                en = "a total of reviews or lawsuits does not match its parts" },
  help      = { zh = "核对结果维持、结果纠正、其他结果、尚未审结四项，总计等于四项之和",
                en = "Check the four outcomes; the total is their sum" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第四部分表：各“总计”列",
                "国办公开办函〔2019〕60号，报告格式（试行）第四部分表：各“总计”列" },
  requires  = { "table:review_litigation" },
  explains  = { "review.total", "litigation_direct.total", "litigation_after_review.total" },
  line      = { zh = "“{line}”", en = "'{line}'" },
}
