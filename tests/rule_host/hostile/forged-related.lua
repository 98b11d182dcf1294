-- A node where a table is due.
-- expect: error
-- says: related
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', related = { report } } -- here
end
