-- A report where a digest is due.
-- expect: error
-- says: Digest expected, got Corpus
-- run: corpus
return function(corpus, ctx)
  corpus.reports[1].is_apart_from(corpus.reports[1], corpus) -- here
end
