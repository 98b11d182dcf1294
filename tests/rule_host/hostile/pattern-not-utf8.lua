-- An expression that is no UTF-8.
-- expect: error
-- says: regular expression
return function(report, ctx)
  report:find('\xFF\xFE') -- here
end
