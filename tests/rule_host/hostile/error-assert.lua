-- An assertion that fails with an object.
-- expect: error
-- says: userdata
return function(report, ctx)
  assert(false, report) -- here
end
