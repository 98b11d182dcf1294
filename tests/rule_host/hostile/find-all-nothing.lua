-- Matches of nothing, everywhere.
-- expect: steps
return function(report, ctx)
  while true do report:find_all('') end -- here
end
