-- Closes an object of the host.
-- expect: error
-- says: non-closable
return function(report, ctx)
  local x <close> = report -- here
end
