-- Sorts within a comparator within a comparator …
-- expect: error
-- says: C stack overflow
return function(report, ctx)
  local function dive()
    table.sort({ 1, 2 }, function() dive() return true end) -- here
  end
  dive()
end
