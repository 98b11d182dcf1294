-- Looks at a table in the order of its memory.
-- expect: error
-- says: global 'next'
return function(report, ctx)
  next({}) -- here
end
