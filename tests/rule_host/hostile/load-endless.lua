-- A file that loops before it returns its rule.
-- expect: load
-- says: 步的上限
while true do end -- here
