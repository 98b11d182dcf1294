-- Loads a module.
-- expect: error
-- says: global 'require'
return function(report, ctx)
  require("os") -- here
end
