-- A bullet of a symbol font, alone at the start of a line, is a flaw of the layout; elsewhere such signs are lost text.
-- Bytes that did not decode are input/undecodable's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  title     = { zh = "有乱码", en = "garbled text" },
  help      = { zh = "从原件重新转换或者重新输入这里的文字", en = "Convert the original again, or type the text anew" },
  basis     = { "国办公开办函〔2021〕30号（四）：内容不准确、不完整的，依照《条例》第四十七条追究责任" },
  options   = {
    garbled = {
      type = "string",
      default = [[(?:锟斤拷|锟斤|斤拷)[锟斤拷]*|烫{3,}|屯{3,}|\x{FFFD}+|(?:[鍏涓浠锛銆鏀斂浜寮淇紑鍔叕鏈伅紝骞缁屾澶搴佹琛宸鍙悊鐢綔绗璇鎭簻瀹勭鍒屽鈥鍐鍗禶佸鎬呭姟璁浣滀鍥殑璐鐞鏃鐨瑙嶅褰鏂鏉閲佷敵椤潯鈫姙鎯粨閫鍚灞撴鏁喌渚簩娉眬堜鍜嗗][一-龥]{0,2}[^一-龥\n]?){4,}|(?:Ã[\x{80}-\x{BF}]|â€[\x{80}-\x{2122}]?|[äåæçèé][\x{80}-\x{BF}\x{2013}-\x{2122}]{1,2}){2,}]],
      doc = { zh = "乱码", en = "garbled text" },
    },
    private = {
      type = "string",
      default = [[([\x{E000}-\x{F8FF}]+)]],
      doc = { zh = "没有通用含义的字符", en = "characters without a meaning that all share" },
    },
  },
  messages  = {
    garbled = { zh = "乱码“{found}”", en = "garbled: '{found}'" },
    private = { zh = "“{found}”是没有通用含义的字符，别处显示为方框或者空白", en = "'{found}' has no meaning that all share: elsewhere it is a box or a blank" },
    bullet  = { zh = "行首的项目符号“{found}”在别处显示为方框或者空白", en = "the bullet '{found}' is a box or a blank elsewhere" },
  },

  check = function(report, ctx)
    local pattern = "(?m)(?:(" .. ctx.options.garbled .. ")|(^\\s*)?" .. ctx.options.private .. ")"
    local last_line, bullets, told = 0, false, 0
    for _, match in ipairs(report:find_all(pattern)) do
      local garbled, start, private = match.groups[1], match.groups[2], match.groups[3]
      local at = garbled or private
      -- One line is mended as a whole, a report of garbled lines too.
      if at.line ~= last_line and told < 20 then
        if garbled and not (report.undecodable > 0 and garbled:matches([[\x{FFFD}+]])) then
          ctx:emit { at = at, message = "garbled", data = { found = at.text } }
          last_line, told = at.line, told + 1
        elseif private and start and utf8.len(at.text) == 1 then
          if not bullets then ctx:emit { at = at, message = "bullet", data = { found = at.text }, severity = "info" } end
          bullets = true
        elseif private then
          -- One alone may be a blank of an old typesetting system.
          ctx:emit { at = at, message = "private", data = { found = at.text }, severity = utf8.len(at.text) == 1 and "warning" or nil }
          last_line, told = at.line, told + 1
        end
      end
    end
  end,
}
