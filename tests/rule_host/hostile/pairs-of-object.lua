-- Walks the fields of an object of the host.
-- expect: error
-- says: table expected, got Report
return function(report, ctx)
  for _ in pairs(report) do end -- here
end
