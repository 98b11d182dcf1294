-- A table as index: the error must not print its address.
-- expect: error
-- says: not 'table'
return function(report, ctx)
  local x = report.sections[{}] -- here
end
