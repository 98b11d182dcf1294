-- Loads native code.
-- expect: error
-- says: global 'package'
return function(report, ctx)
  package.loadlib("libc.so.6", "*") -- here
end
