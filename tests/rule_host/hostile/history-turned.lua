-- Leaves the host turned to last year's report: the next rule must see this year's.
-- expect: harmless
-- run: history
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = report.previous.text == report.text and 1 or 0 } }
  local x = report.previous.sections[1].paragraphs
end
