-- A file that returns nothing.
-- expect: load
-- file: whole
-- says: 规则文件应返回一个表
local x = 1
