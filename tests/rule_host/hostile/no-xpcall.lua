-- Loops in a message handler.
-- expect: error
-- says: global 'xpcall'
return function(report, ctx)
  xpcall(error, function() while true do end end) -- here
end
