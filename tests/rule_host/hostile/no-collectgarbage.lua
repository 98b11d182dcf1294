-- Stops the collector.
-- expect: error
-- says: global 'collectgarbage'
return function(report, ctx)
  collectgarbage("stop") -- here
end
