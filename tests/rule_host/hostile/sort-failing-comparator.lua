-- A comparator that fails in the middle of the sort.
-- expect: error
-- says: enough
return function(report, ctx)
  local calls = 0
  table.sort({ 5, 4, 3, 2, 1 }, function(a, b)
    calls = calls + 1
    if calls == 4 then error('enough') end -- here
    return a < b
  end)
end
