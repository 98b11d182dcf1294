-- The corpus has no place.
-- expect: error
-- says: a report of the corpus
-- run: corpus
return function(corpus, ctx)
  ctx:emit { at = corpus, message = 'plain' } -- here
end
