-- An error of two hundred kilobytes.
-- expect: error
-- says: 错
-- limits: memory
return function(report, ctx)
  error(('错'):rep(70000)) -- here
end
