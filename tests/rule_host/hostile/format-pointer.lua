-- Asks for an address: two runs would differ.
-- expect: error
-- says: invalid conversion
return function(report, ctx)
  local s = ('%20p'):format(report) -- here
end
