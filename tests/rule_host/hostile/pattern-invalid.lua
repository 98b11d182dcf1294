-- No expression.
-- expect: error
-- says: regular expression
return function(report, ctx)
  report:find('(') -- here
end
