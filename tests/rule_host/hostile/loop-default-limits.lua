-- An endless loop, with the limits that users have.
-- expect: steps
-- limits: default
return function(report, ctx)
  while true do end -- here
end
