-- A width of three digits.
-- expect: error
-- says: invalid conversion
return function(report, ctx)
  local s = ('%999d'):format(1) -- here
end
