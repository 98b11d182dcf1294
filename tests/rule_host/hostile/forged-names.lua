-- A name table that is not there.
-- expect: error
-- says: no name table
return function(report, ctx)
  report:names('no-such-table') -- here
end
