-- A function that can run for ever, or differ from run to run.
-- expect: error
-- says: field 'dump'
return function(report, ctx)
  local s = string.dump(function() end) -- here
end
