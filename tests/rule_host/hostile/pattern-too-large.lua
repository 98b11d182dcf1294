-- More than a mebibyte of compiled expression.
-- expect: error
-- says: regular expression
return function(report, ctx)
  report:find('(\\pL{100}){10}') -- here
end
