-- An error while an error is made.
-- expect: error
-- says: inner
return function(report, ctx)
  error(error('inner')) -- here
end
