-- Keeps all figures again and again.
-- expect: memory
-- run: corpus
-- limits: memory
return function(corpus, ctx)
  local list = {}
  while true do
    list[#list + 1] = { corpus:alike(50, 1), corpus.reports } -- here
  end
end
