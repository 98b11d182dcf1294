-- An expression with hundreds of groups, all matches of it.
-- expect: steps
return function(report, ctx)
  local p = ('(.)?'):rep(300)
  while true do report:find_all(p) end -- here
end
