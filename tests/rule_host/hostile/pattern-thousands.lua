-- Thousands of expressions.
-- expect: steps
return function(report, ctx)
  local i = 0
  while true do
    i = i + 1
    report:find('x' .. i) -- here
  end
end
