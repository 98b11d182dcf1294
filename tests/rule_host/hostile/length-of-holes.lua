-- Lists with holes, whose length is any of several.
-- expect: harmless
return function(report, ctx)
  local list = { 1, nil, 3, nil, 5 }
  list[1 << 40] = 1
  list[-1], list[0], list[2.5] = 1, 1, 1
  for _ = 1, 100 do list[#list + 1] = 0 end
  ctx:emit { at = report, message = 'plain' }
end
