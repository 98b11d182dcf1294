-- Prints.
-- expect: error
-- says: global 'print'
return function(report, ctx)
  print("x") -- here
end
