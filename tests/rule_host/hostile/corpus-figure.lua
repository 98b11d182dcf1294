-- A name of no cell.
-- expect: error
-- says: expected
-- run: corpus
return function(corpus, ctx)
  corpus.reports[1]:figure('x') -- here
end
