-- What RE2 does not have.
-- expect: error
-- says: regular expression
return function(report, ctx)
  report:find('(?=x)') -- here
end
