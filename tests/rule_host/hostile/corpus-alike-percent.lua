-- A likeness that is none.
-- expect: error
-- says: from 50 to 100
-- run: corpus
return function(corpus, ctx)
  corpus:alike(-1, 10) -- here
end
