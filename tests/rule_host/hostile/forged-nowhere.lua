-- No place.
-- expect: error
-- says: Node expected, got nil
return function(report, ctx)
  ctx:emit { message = 'plain' } -- here
end
