-- An endless loop over all reports.
-- expect: steps
-- run: corpus
return function(corpus, ctx)
  while true do
    for _, digest in ipairs(corpus.reports) do local year = digest.year end -- here
  end
end
