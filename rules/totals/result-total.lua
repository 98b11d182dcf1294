-- Every column of the requests table: （七）总计 is the sum of the results above it.
return gia.totals {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "办理结果之和与总计不符",
                en = "the results of a column do not add up to their total" },
  help      = { zh = "核对该列各项办理结果，改正填错的一格；“（七）总计”等于其上各项办理结果之和",
                en = "Check the results of the column and correct the wrong cell; their total is the sum of all results above it" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第三部分表：“三、本年度办理结果”的“（七）总计”",
                "国办公开办函〔2019〕60号，报告格式（试行）第三部分表：“三、本年度办理结果”的“（七）总计”" },
  requires  = { "table:requests" },
  explains  = { "requests.processed_sum" },
  line      = { zh = "“{line}”列", en = "column '{line}'" },
}
