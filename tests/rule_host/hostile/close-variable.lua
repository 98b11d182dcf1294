-- A variable whose closing never ends.
-- expect: error
-- says: non-closable
return function(report, ctx)
  local x <close> = { __close = function() while true do end end } -- here
end
