-- A thousand code points at once.
-- expect: steps
return function(report, ctx)
  local s = ('中'):rep(1000)
  while true do local c = utf8.codepoint(s, 1, -1) end -- here
end
