-- Compares a section with a paragraph.
-- expect: error
-- says: Section expected, got Paragraph
-- run: history
return function(report, ctx)
  local overall = report:section('overall')
  overall:likeness(overall.paragraphs[1]) -- here
end
