-- Warns.
-- expect: error
-- says: global 'warn'
return function(report, ctx)
  warn("@on") -- here
end
