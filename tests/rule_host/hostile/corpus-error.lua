-- Fails.
-- expect: error
-- run: corpus
return function(corpus, ctx)
  error(corpus.reports[1].path) -- here
end
