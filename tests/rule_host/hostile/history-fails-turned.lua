-- Fails while the host is turned to last year's report.
-- expect: error
-- says: no field
-- run: history
return function(report, ctx)
  local x = report.previous.sections[1].title.nothing -- here
end
