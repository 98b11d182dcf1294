-- The method of a library.
-- expect: error
-- says: Node expected, got library
return function(report, ctx)
  report.find(string, 'x') -- here
end
