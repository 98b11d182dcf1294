-- Runs text.
-- expect: error
-- says: global 'load'
return function(report, ctx)
  load("while true do end")() -- here
end
