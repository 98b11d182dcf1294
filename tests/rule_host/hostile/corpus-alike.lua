-- Compares all reports for ever.
-- expect: steps
-- run: corpus
return function(corpus, ctx)
  while true do corpus:alike(50, 1) end -- here
end
