-- A comparator that never answers.
-- expect: steps
return function(report, ctx)
  table.sort({ 1, 2 }, function() while true do end end) -- here
end
