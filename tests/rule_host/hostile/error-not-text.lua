-- An error that is no text, with control characters.
-- expect: error
-- limits: default
return function(report, ctx)
  error('\xFF\0\27[2J\r\nrules/a/honest.lua:1: x') -- here
end
