-- Takes the methods of strings away.
-- expect: error
-- says: global 'getmetatable'
return function(report, ctx)
  getmetatable("").__index = nil -- here
end
