-- Thousands of edits in each fix.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local edits = {}
  for i = 1, 1000 do edits[i] = ctx.edit.insert_before(report:sub(i, i), 'x') end
  while true do ctx:emit { at = report, message = 'plain', fix = { message = 'plain', edits = edits } } end -- here
end
