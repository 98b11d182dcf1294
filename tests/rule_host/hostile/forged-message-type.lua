-- A table as message.
-- expect: error
-- says: id of a message
return function(report, ctx)
  ctx:emit { at = report, message = {} } -- here
end
