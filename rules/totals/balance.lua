-- What came in was handled or carried forward: so the form prints it above every column of the requests table.
return gia.totals {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  fixable   = "unsafe",
  title     = { zh = "收到的申请与办理、结转的对不上",
                en = "requests received and handled do not add up" },
  help      = { zh = "核对本年新收、上年结转、办理总计和结转下年度四个数；前两项之和等于后两项之和",
                en = "Check the four figures: received and carried over add up to processed and carried forward" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第三部分表注：第一项加第二项之和，等于第三项加第四项之和",
                "国办公开办函〔2019〕60号，报告格式（试行）第三部分表注：第一项加第二项之和，等于第三项加第四项之和" },
  requires  = { "table:requests" },
  explains  = { "requests.balance" },
  line      = { zh = "“{line}”列", en = "column '{line}'" },
  sides     = { zh = "第一项加第二项之和为 {left}，第三项加第四项之和为 {right}",
                en = "received and carried over add up to '{left}', processed and carried forward to '{right}'" },
}
