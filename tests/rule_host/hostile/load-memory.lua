-- A file that takes memory before it returns its rule.
-- expect: load
-- says: 内存上限
local list = {}
while true do list[#list + 1] = { list } end -- here
