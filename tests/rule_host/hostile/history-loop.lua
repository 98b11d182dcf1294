-- Compares two years for ever.
-- expect: steps
-- run: history
return function(report, ctx)
  local now, before = report:section('overall'), report.previous:section('overall')
  while true do now:likeness(before) end -- here
end
