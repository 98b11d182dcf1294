-- Sentences of nothing that stand twice.
-- expect: error
-- says: at least 1
return function(report, ctx)
  report.paragraphs:pasted(0) -- here
end
