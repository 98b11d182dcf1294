-- A name of no cell.
-- expect: error
-- says: expected
return function(report, ctx)
  report:cell('requests') -- here
end
