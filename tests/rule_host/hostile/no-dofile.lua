-- Runs a file.
-- expect: error
-- says: global 'dofile'
return function(report, ctx)
  dofile("/etc/passwd") -- here
end
