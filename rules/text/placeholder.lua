-- What a template says to its writer, and signs that stand for a figure, a year or an organ. XX in a name that was made
-- anonymous is on purpose, so the signs count only where the template has a blank to fill in.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "留有模板的提示或空位", en = "text of a template was left in" },
  help      = { zh = "删去提示语，填上空缺的内容", en = "Delete the instruction, fill in the blank" },
  basis     = { "国办公开办函〔2021〕30号（四）：内容不准确、不完整的，依照《条例》第四十七条追究责任" },
  options   = {
    instruction = {
      type = "string",
      default = [[(?:该|此|本|这一?)部分(?:内容)?(?:以|用|采用|通过|按)(?:统一)?表格(?:的)?(?:形式|方式)?(?:报告|填报|列出|反映|呈现|体现)|[（(]\s*(?:文字(?:描述|说明|叙述)|请?(?:在此|此处)[^）)]*|请(?:简要|如实|详细|简单)(?:填写|说明|描述|列|写|叙述|介绍)[^）)]*|请(?:根据|结合|按照?)(?:本单位|本机关|本部门)?实际[^）)]*|请(?:写|填|说明|列)[^）)]*|(?:单位|机关|部门|机构)(?:名称|全称)|填(?:写|报)(?:说明|要求|示例)[^）)]*|不少于\d+字[^）)]*|(?:此|本)(?:处|段|项)[^）)]*(?:删除|可删|填写|补充))\s*[）)]|此处(?:请)?(?:填写|填报|填入|插入|粘贴|补充|添加|写明|列明|省略|为空)|请在此(?:处)?(?:填写|填报|填入)[一-龥]{0,12}|^\s*请(?:填写|填报|填入)[一-龥]*\s*$|【\s*】|【(?:请|填写|此处|单位|机关|年份|年度|数字|名称|待|补充)[^】]*】|〔\s*〕号|[（(]待(?:补充|填写|填报|核实)(?:）|\))]],
      doc = { zh = "模板的提示语", en = "instructions of a template" },
    },
    blank = {
      type = "string",
      default = [[20\s*[XxＸｘ×＊○◯]{2}\s*年|20_{2,}\s*年|(?:^|[^A-Za-zＡ-Ｚａ-ｚ0-9０-９.·])([XxＸｘ×＊○◯]{2,}\s*(?:[省市县区旗州盟镇乡局委办厅]|街道|人民政府|政府|年|月|日))|(?:[一-龥])([XxＸｘ×＊○◯]{2,6}\s*(?:件|宗|条|人?次|项|篇|份|期|场|万?元|%|％)|[XxＸｘ×＊]\s*[%％])|[一-龥]([XxＸｘ×＊]\s*(?:件|宗|条|人?次|项|篇|份|期|场|万?元))(?:[^一-龥]|$|其)|(?:^|[^A-Za-zＡ-Ｚａ-ｚ0-9０-９.·])([XxＸｘ×＊]\s*年\s*[XxＸｘ×＊]{1,2}\s*月)|(?:[一-龥])(_{2,}\s*(?:[件宗条次项篇份期场年月日局元]|万元)|\s_{2,}\s)]],
      doc = { zh = "代替数字、年份、机关的符号；有分组的，标在分组上", en = "signs in place of a figure, a year or an organ; groups, where there are, mark it" },
    },
  },
  messages  = {
    instruction = { zh = "“{found}”是模板的提示语", en = "'{found}' is an instruction of the template" },
    blank       = { zh = "“{found}”是没有填写的空位", en = "'{found}' is a blank that was not filled in" },
  },

  check = function(report, ctx)
    local pattern = "(" .. ctx.options.instruction .. ")|(?:" .. ctx.options.blank .. ")"
    local function look(node)
      -- What is left in one paragraph is one thing to mend.
      local match = node:find(pattern)
      if not match then return end
      local at, message = match, "blank"
      for i, group in ipairs(match.groups) do
        if group then
          at = group
          if i == 1 then message = "instruction" end
        end
      end
      ctx:emit { at = at, message = message, data = { found = at.text } }
    end
    if report.title then look(report.title) end
    for _, paragraph in ipairs(report.paragraphs:with(pattern)) do look(paragraph) end
  end,
}
