-- An error whose level is out of all bounds.
-- expect: error
-- says: so
return function(report, ctx)
  error('so', math.maxinteger) -- here
end
