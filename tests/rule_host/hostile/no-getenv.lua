-- Reads the environment.
-- expect: error
-- says: global 'os'
return function(report, ctx)
  os.getenv("HOME") -- here
end
