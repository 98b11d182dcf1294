-- Unpacks what is not there.
-- expect: steps
return function(report, ctx)
  local x = table.unpack({}, 1, 1 << 40) -- here
end
