-- A field with a very long name.
-- expect: error
-- says: no field
return function(report, ctx)
  local x = report[('x'):rep(100000)] -- here
end
