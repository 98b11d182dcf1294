-- Ends silently in the middle of a sort.
-- expect: harmless
return function(report, ctx)
  ctx:emit { at = report, message = 'plain' }
  table.sort({ 3, 2, 1 }, function() return ctx:need(nil) end)
  error('never')
end
