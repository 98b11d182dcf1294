-- A finaliser that never ends: hooks are off while one runs.
-- expect: error
-- says: global 'setmetatable'
return function(report, ctx)
  setmetatable({}, { __gc = function() while true do end end }) -- here
end
