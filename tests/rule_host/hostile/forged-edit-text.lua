-- Half a character.
-- expect: error
-- says: cut in two
return function(report, ctx)
  ctx.edit.replace(report, '\xE4\xB8') -- here
end
