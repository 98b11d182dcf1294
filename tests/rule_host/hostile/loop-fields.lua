-- Reads a field of the host for ever.
-- expect: steps
return function(report, ctx)
  while report.year do end -- here
end
