-- The host takes what looks odd back to the bytes that it may have come from: what makes better Chinese then was read in
-- the wrong encoding. A bullet of a symbol font, alone at the start of a line, is a flaw of the layout; elsewhere such signs
-- are lost text. Bytes that did not decode are input/undecodable's.
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
    memory = {
      type = "string",
      default = [[烫{3,}|屯{3,}]],
      doc = { zh = "未赋值的内存显示成的文字", en = "what memory that was never written shows as" },
    },
    residue = {
      type = "string",
      default = [[&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|times|#\d{2,6}|#x[0-9A-Fa-f]{2,5});|\(cid:\d+\)|(?:^|[^0-9A-Za-z/%=&?._~+-])((?:%[0-9A-Fa-f]{2}){3,})|(?:\\u[0-9A-Fa-f]{4}){2,}|\\[nrt](?:\\[nrt])*|HYPERLINK\s+\\?["“][^"”]*["”](?:\s*\\[a-z]\s*["“][^"”]*["”])*|\[object Object\]|</?(?:span|font|br|div|p|b|strong|o:p|td|tr)\b[^>]*>|<!--|@media|\{\\rtf]],
      doc = { zh = "程序留下的代码；有分组的，标在分组上", en = "code that programs left in; a group, where there is one, marks it" },
    },
    traditional = {
      type = "string",
      default = "體網們國學會發開關業東車馬門間問聞見現規親觀議說話語讀認計設許證評論調請謝識變貝財貨責費資質賣買貸賽贊轉輕輸辦農進過運還達遠適選邊鄉醫電頭題類風飛飯館驗點齊龍兩來個倫傳價億優兒內劃創動務勝勞區協單嚴參員圖團報場塊壓壞聲處備復夢夠奪婦孫實寫導將專對歸當錄後從徵德應態慶憂戰戲據擇擔擴擺攝敗數斷於時書術機權條樂樣標檢歡歷殘殺氣決沒況濟準溝滅滿灣無營爾牆狀獎獨獲環產畢異療發盡監眾確禮禱稅種積窮競筆範篇節簡籌糧級紀約紅納純紙細終組結絕統經維綱綠線練總縣縮織績繼續羅義習聯職聽腦臺與興舉舊藝藥蘇虛蟲補裝製複覺觸訂訓設註詳誠誤課諾講護",
      doc = { zh = "有这些字的是繁体字，不是乱码", en = "a stretch with these characters is Chinese in traditional characters" },
    },
  },
  messages  = {
    misread = { zh = "乱码“{found}”，原文可能是“{was}”", en = "garbled: '{found}', which probably was '{was}'" },
    garbled = { zh = "乱码“{found}”", en = "garbled: '{found}'" },
    lost    = { zh = "“{found}”处的文字在转换中丢失了", en = "text was lost where '{found}' stands" },
    words   = { zh = "“{found}”不成词句，可能是乱码", en = "'{found}' makes no words: it may be garbled" },
    private = { zh = "“{found}”是没有通用含义的字符，别处显示为方框或者空白", en = "'{found}' has no meaning that all share: elsewhere it is a box or a blank" },
    bullet  = { zh = "行首的项目符号“{found}”在别处显示为方框或者空白", en = "the bullet '{found}' is a box or a blank elsewhere" },
    residue = { zh = "“{found}”是程序留下的代码", en = "'{found}' is code that a program left in" },
    also    = { zh = "同一处还有“{found}”", en = "'{found}' as well" },
  },

  check = function(report, ctx)
    local most = 20 -- a report of garbled lines is mended as a whole
    local lines, order, bullet = {}, {}, false
    local function tell(at, message, severity, data)
      local line = lines[at.line]
      if not line then
        line = { at = at, message = message, severity = severity, data = data or {}, related = {} }
        line.data.found = at.text
        lines[at.line] = line
        order[#order + 1] = line
      else
        -- One line is mended as a whole.
        line.related[#line.related + 1] = { at = at, message = "also", data = { found = at.text } }
      end
    end
    for _, each in ipairs(report:garbled(ctx.options.traditional)) do
      local at, kind = each.at, each.kind
      if kind == "private" and utf8.len(at.text) == 1 then
        -- One alone may be a blank of an old typesetting system.
        if not each.opens_line then
          tell(at, "private", "warning")
        elseif not bullet then
          bullet = true
          ctx:emit { at = at, message = "bullet", data = { found = at.text }, severity = "info" }
        end
      elseif kind == "misread" and each.was ~= "" then
        tell(at, "misread", nil, { was = each.was })
      elseif kind == "private" then
        tell(at, "private")
      elseif kind == "improbable" then
        tell(at, "words", "warning")
      elseif kind == "lost" and at:matches([[\?+]]) then
        tell(at, "lost", "warning")
      elseif not (kind == "lost" and report.undecodable > 0) then
        tell(at, "garbled")
      end
    end
    for _, match in ipairs(report:find_all(ctx.options.memory)) do tell(match, "garbled") end
    for _, paragraph in ipairs(report.paragraphs:with(ctx.options.residue)) do
      for _, match in ipairs(paragraph:find_all(ctx.options.residue)) do tell(match.groups[1] or match, "residue", "warning") end
    end
    for i = 1, math.min(#order, most) do
      local line = order[i]
      ctx:emit { at = line.at, message = line.message, severity = line.severity, data = line.data, related = line.related }
    end
  end,
}
