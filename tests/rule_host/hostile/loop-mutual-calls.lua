-- Two functions call each other for ever.
-- expect: steps
return function(report, ctx)
  local ping
  local function pong() return ping() end ping = function() return pong() end -- here
  ping()
end
