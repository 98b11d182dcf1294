-- The year before last.
-- expect: error
-- says: nil value
-- run: history
return function(report, ctx)
  local title = report.previous.previous.title -- here
end
