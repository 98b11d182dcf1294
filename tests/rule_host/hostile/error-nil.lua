-- An error that is nothing.
-- expect: error
-- says: error object is a nil
return function(report, ctx)
  error() -- here
end
