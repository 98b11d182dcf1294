-- An error that is a table.
-- expect: error
-- says: error object is a table
return function(report, ctx)
  error { message = 'x' } -- here
end
