-- NaN as index.
-- expect: error
-- says: whole numbers
return function(report, ctx)
  local x = report.sections[0 / 0] -- here
end
