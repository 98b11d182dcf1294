-- Loops in a coroutine.
-- expect: error
-- says: global 'coroutine'
return function(report, ctx)
  coroutine.wrap(function() while true do end end)() -- here
end
