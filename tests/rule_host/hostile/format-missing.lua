-- More conversions than values.
-- expect: error
-- says: no value
return function(report, ctx)
  local s = ('%s%s%s'):format(1) -- here
end
