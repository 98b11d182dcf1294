-- An error that is a function.
-- expect: error
-- says: error object is a function
return function(report, ctx)
  error(function() while true do end end) -- here
end
