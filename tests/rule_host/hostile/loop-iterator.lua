-- An iterator that never ends.
-- expect: steps
return function(report, ctx)
  for _ in function() return 1 end do end -- here
end
