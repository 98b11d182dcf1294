-- Runs bytecode.
-- expect: error
-- says: global 'load'
return function(report, ctx)
  load("\27LuaT\0\x19\x93")() -- here
end
