-- Opens a file.
-- expect: error
-- says: global 'io'
return function(report, ctx)
  io.open("/etc/passwd") -- here
end
