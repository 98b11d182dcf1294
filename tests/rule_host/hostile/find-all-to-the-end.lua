-- Each match is known only when the rest of the text was searched.
-- expect: steps
return function(report, ctx)
  while true do report:find_all('(?s)..*龘|.') end -- here
end
