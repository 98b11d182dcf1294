-- A list that has no text.
-- expect: error
-- says: only lists of paragraphs
return function(report, ctx)
  report.sections:find('x') -- here
end
