-- Looks for a body with a very long name.
-- expect: steps
-- run: corpus
return function(corpus, ctx)
  local name = ('局'):rep(20000)
  while true do corpus:find(name, 2023) end -- here
end
