-- The method of another.
-- expect: error
-- says: Report expected, got ctx
return function(report, ctx)
  report.section(ctx, 'overall') -- here
end
