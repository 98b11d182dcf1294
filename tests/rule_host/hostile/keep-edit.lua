-- Keeps an edit, which belongs to its report.
-- expect: harmless
local kept
return function(report, ctx)
  if kept then ctx:emit { at = report, message = 'plain', fix = { message = 'plain', edits = { kept } } } end
  ctx:emit { at = report, message = 'plain' }
  kept = ctx.edit.delete(report:start())
end
