-- Keeps edits with long texts.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local list, text = {}, ('x'):rep(2000)
  while true do list[#list + 1] = ctx.edit.replace(report, text .. #list) end -- here
end
