-- The fourth value of a for is closed at its end.
-- expect: error
-- says: non-closable
return function(report, ctx)
  for _ in function() end, nil, nil, {} do end -- here
end
