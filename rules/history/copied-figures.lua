-- The requests table is last year's, figure by figure. A few small figures agree by chance, and none at all always.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "申请情况表的数字与上年报告完全相同", en = "all figures of the requests table are last year's" },
  help      = { zh = "确认是否误用了上年的表；按本年的申请登记重新填写",
                en = "Check whether last year's table was left standing, and fill it in from this year's register" },
  basis     = { "国办公开办函〔2021〕30号，四、明确责任：内容雷同",
                "《中华人民共和国政府信息公开条例》第五十条第（二）项" },
  requires  = { "table:requests" },
  messages  = {
    copied = { zh = "表中 {count} 个不为 0 的数（不算总计）与上年报告逐格相同",
               en = "the {count} figures of this table that are not 0 (totals left out) are all the same in last year's report" },
    last_year = { zh = "上年报告的表", en = "the table in last year's report" },
  },

  check = function(report, ctx)
    local count = ctx:need(gia.copied_figures(report, "requests"))
    ctx:emit {
      at = gia.table_place(report:table("requests")), message = "copied", data = { count = count },
      related = { { at = gia.table_place(report.previous:table("requests")), message = "last_year" } },
    }
  end,
}
