-- An error that names another rule.
-- expect: error
-- says: not me
return function(report, ctx)
  error('a/honest.lua:1: not me', 0) -- here
end
