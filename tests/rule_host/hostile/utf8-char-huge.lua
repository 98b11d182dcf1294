-- Characters beyond all.
-- expect: error
-- says: value out of range
return function(report, ctx)
  local s = utf8.char(math.maxinteger) -- here
end
