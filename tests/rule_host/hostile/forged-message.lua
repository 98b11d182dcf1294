-- A message that is not there, with a very long name.
-- expect: error
-- says: no message
return function(report, ctx)
  ctx:emit { at = report, message = ('p'):rep(100000) } -- here
end
