-- Loops inside a comparator inside an iterator.
-- expect: steps
return function(report, ctx)
  for _ in function()
    table.sort({ 2, 1 }, function() while true do end end) -- here
  end do end
end
