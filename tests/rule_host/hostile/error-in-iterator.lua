-- An error within an iterator.
-- expect: error
-- says: in it
return function(report, ctx)
  for _ in function() error('in it') end do end -- here
end
