-- No Lua.
-- expect: load
-- says: 语法错误
return function(report, ctx
end -- here
