-- The method of an edit.
-- expect: error
-- says: Node expected, got Edit
return function(report, ctx)
  report.find(ctx.edit.delete(report), 'x') -- here
end
