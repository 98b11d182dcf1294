-- Walks a string that is no UTF-8.
-- expect: error
-- says: invalid UTF-8 code
return function(report, ctx)
  for _ in utf8.codes('a\xFFb') do end -- here
end
