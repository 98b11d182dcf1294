-- A function that can run for ever, or differ from run to run.
-- expect: error
-- says: method 'find'
return function(report, ctx)
  local s = ('a'):rep(10000):find('.-.-.-.-b') -- here
end
