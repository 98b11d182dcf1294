-- Emits, and fails: what it emitted is dropped.
-- expect: error
-- says: no field
return function(report, ctx)
  for _ = 1, 50 do ctx:emit { at = report, message = 'plain' } end
  local x = report.title.organ.nothing -- here
end
