-- The same, paragraph by paragraph.
-- expect: steps
return function(report, ctx)
  while true do report.paragraphs:find('(?s).*[一-濿].{300}y') end -- here
end
