-- Takes the hook away.
-- expect: error
-- says: global 'debug'
return function(report, ctx)
  debug.sethook() -- here
end
