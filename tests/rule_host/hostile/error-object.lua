-- An error that is an object of the host.
-- expect: error
-- says: error object is a userdata
return function(report, ctx)
  error(report) -- here
end
