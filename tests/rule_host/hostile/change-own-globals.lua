-- Its globals are its own: others have theirs.
-- expect: harmless
local counted = kept and 2 or 1
kept = true
return function(report, ctx)
  string, table, math, gia, utf8 = nil, nil, nil, nil, nil
  _ENV.ipairs, _ENV.pairs, _ENV.tostring = nil, error, error
  leaked = report
  ctx:emit { at = report, message = 'value', data = { v = 1 } }
end
