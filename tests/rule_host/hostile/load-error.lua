-- A file that fails.
-- expect: load
-- says: no
error("no") -- here
