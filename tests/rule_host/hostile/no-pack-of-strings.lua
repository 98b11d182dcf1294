-- A function that can run for ever, or differ from run to run.
-- expect: error
-- says: field 'pack'
return function(report, ctx)
  local s = string.pack('!16 i16', 1) -- here
end
