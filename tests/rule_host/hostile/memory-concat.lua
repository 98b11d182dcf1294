-- Joins what it has joined.
-- expect: memory
return function(report, ctx)
  local list = { ('x'):rep(1000) }
  while true do
    local all = table.concat(list, ',') -- here
    list = { all, all }
  end
end
