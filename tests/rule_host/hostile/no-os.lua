-- Starts a process.
-- expect: error
-- says: global 'os'
return function(report, ctx)
  os.execute("true") -- here
end
