-- Changes a library behind its back.
-- expect: error
-- says: global 'rawset'
return function(report, ctx)
  rawset(string, "rep", nil) -- here
end
