-- A function that can run for ever, or differ from run to run.
-- expect: error
-- says: field 'move'
return function(report, ctx)
  table.move({}, 1, 1e15, 2) -- here
end
