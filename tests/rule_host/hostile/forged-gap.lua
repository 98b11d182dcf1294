-- A section that no form has, with a very long name.
-- expect: error
-- says: no section
return function(report, ctx)
  report:gap(('x'):rep(100000)) -- here
end
