-- Thousands of brackets in each other: they are read without a stack.
-- expect: harmless
-- limits: memory
return function(report, ctx)
  report:find(('('):rep(1500) .. (')'):rep(1500))
  report:find(('(?:x?'):rep(1500) .. ('y)?'):rep(1500))
  ctx:emit { at = report, message = 'plain' }
end
