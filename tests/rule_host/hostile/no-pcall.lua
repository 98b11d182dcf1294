-- Swallows the error that is to stop it.
-- expect: error
-- says: global 'pcall'
return function(report, ctx)
  while true do pcall(function() while true do end end) end -- here
end
