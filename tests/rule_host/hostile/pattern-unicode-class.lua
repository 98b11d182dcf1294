-- A class of many thousand characters, forty times: it compiles to more than can be paid for.
-- expect: steps
return function(report, ctx)
  local i = 0
  while true do
    i = i + 1
    report:find('\\p{L}{1,9}' .. i) -- here
  end
end
