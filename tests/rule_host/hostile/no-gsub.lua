-- A function that can run for ever, or differ from run to run.
-- expect: error
-- says: method 'gsub'
return function(report, ctx)
  local s = ('x'):gsub('(.-)(.-)b', '') -- here
end
