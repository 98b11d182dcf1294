-- Digests cannot be changed.
-- expect: error
-- says: Node expected
-- run: corpus
return function(corpus, ctx)
  ctx.edit.replace(corpus.reports[1], 'x') -- here
end
