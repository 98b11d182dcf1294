-- An iterator that runs a loop over itself.
-- expect: error
-- says: stack overflow
return function(report, ctx)
  local function walk()
    for _ in walk do end -- here
  end
  walk()
end
