-- Edits in each other.
-- expect: error
-- says: overlap
return function(report, ctx)
  local e = ctx.edit ctx:emit { at = report, message = 'plain', fix = { message = 'plain', edits = { e.delete(report), e.replace(report:sub(3, 5), 'x') } } } -- here
end
