-- Counts the characters of a long string for ever.
-- expect: steps
return function(report, ctx)
  local s = ('中'):rep(20000)
  while true do local n = utf8.len(s) end -- here
end
