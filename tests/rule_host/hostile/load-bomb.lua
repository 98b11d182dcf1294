-- What the file returns holds one table many thousand times: taken out of Lua it would be gigabytes.
-- expect: load
-- file: whole
-- says: 内存上限
local inner, outer = {}, {}
for i = 1, 2000 do inner[i] = i end
for i = 1, 2000 do outer[i] = inner end
return { messages = outer }
