-- A function that can run for ever, or differ from run to run.
-- expect: error
-- says: field 'random'
return function(report, ctx)
  local n = math.random() -- here
end
