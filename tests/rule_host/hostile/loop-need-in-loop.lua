-- Asks for what is there, for ever.
-- expect: steps
return function(report, ctx)
  while ctx:need(report) do end -- here
end
