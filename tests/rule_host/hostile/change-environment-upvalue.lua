-- Takes its own environment away.
-- expect: error
-- says: upvalue '_ENV'
return function(report, ctx)
  _ENV = nil
  local s = string.rep('x', 1) -- here
end
