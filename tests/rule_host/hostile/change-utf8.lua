-- Changes what all rules share.
-- expect: error
-- says: library
return function(report, ctx)
  utf8.len = nil -- here
end
