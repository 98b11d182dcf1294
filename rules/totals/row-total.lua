-- Every row of the requests table: the total is the sum over the kinds of applicant. A cell that breaks its row and its
-- column is said once, here; result-total and balance then keep silent about it.
return gia.totals {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "行的总计与各项之和不符",
                en = "a row does not add up to its total" },
  help      = { zh = "按申请登记逐类核对申请人情况，改正填错的一格；总计等于自然人与各类法人或其他组织之和",
                en = "Check the row against the register of requests and correct the wrong cell; the total is the sum over all kinds of applicant" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第三部分表：“总计”列为申请人各类之和",
                "国办公开办函〔2019〕60号，报告格式（试行）第三部分表：“总计”列为申请人各类之和" },
  requires  = { "table:requests" },
  explains  = { "requests.row_total" },
  line      = { zh = "“{line}”行", en = "row '{line}'" },
}
