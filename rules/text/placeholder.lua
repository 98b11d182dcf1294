-- What a template says to its writer, and marks of a gap in the place of a number, a name, an address or a date. The mark
-- alone is none: X is a letter, × a sign, * hides what is private, so it counts by what stands around it.
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
    instructions = {
      type = "list",
      default = {
        [=[(?:该|此|本|这一?)部分(?:内容)?(?:以|用|采用|通过|按)(?:统一)?表格(?:的)?(?:形式|方式)?(?:报告|填报|列出|反映|呈现|体现)]=],
        [=[[（(]\s*(?:文字(?:描述|说明|叙述)|请(?:简要|如实|详细|简单)[^）)]*|不少于\d+字[^）)]*|填(?:写|报)(?:说明|要求|示例)[^）)]*)\s*[）)]]=],
        [=[[（(【\[〔〈<＜［{｛「『][^）)】\]〕>＞］}｝」』]{0,20}?(?:待(?:补充|核实|核对|填|统计|确定|确认|更新|完善|提供|上报)|(?:请|需|须|应|要)(?:在此|此处|自行|据实|如实)?(?:填写|填报|填入|补充|插入|写明|注明|替换|修改|删除|补齐|填上)|请(?:在此|此处|根据|结合|依据|按照?(?:本|实际|各))|由[^）)】\]〕>＞］}｝」』]{0,10}(?:填写|补充|提供|填报|补齐)|[再后另来]填|填空|填写[^）)】\]〕>＞］}｝」』]{0,8}(?:名称|数据|数字|情况|内容|日期|年份|做法)|(?:此处|此项|此段|此栏|这里)(?:请|需|应|可|由|为空|填|写|插|补|删|放|用|与|根据|加|粘|列)|批注|插入|占位|TODO|TBD|TBC|xxx?见|(?:可|予以)(?:删除|自行))[^）)】\]〕>＞］}｝」』]{0,30}[）)】\]〕〉>＞］}｝」』]]=],
        [=[(?:^|[^一-龥]|[由向与请对经在据将是为和以各])([（(【\[〔〈<＜［{｛「『]\s*(?:本|贵|各|报告|编制|填报|责任|牵头|主管|相关)?(?:单位|科室|处室|股室|机关|部门|机构|行政机关|政府|组织)(?:全称|名称|简称)?\s*[）)】\]〕〉>＞］}｝」』])]=],
        [=[[（(【\[〔〈<＜［{｛「『]\s*(?:具体|相关|实际)?(?:单位|机关|部门|机构|领导|联系人?|负责人)?(?:全称|名称|简称|姓名|名字|职务|年份|年度|日期|数字|数值|数量|金额|电话|地址|邮编|网址|邮箱|文号|比例|百分比)\s*[）)】\]〕〉>＞］}｝」』]]=],
        [=[[【\[<＜［{｛]\s*(?:时间|文字|内容|标题|正文|数据|图片|图表|照片|二维码|链接|说明|情况)\s*[】\]>＞］}｝]]=],
        [=[(?:此处|此栏|此项)(?:请)?(?:(?:根据|按照?|结合|由)[^。；，]{2,10})?(?:填写|填报|填入|插入|粘贴|补充|添加|写明|列明|省略|为空|放置|待)(?:[一-龥]{0,6}图)?]=],
        [=[请在此(?:处)?(?:填写|填报|填入|补充|插入)[一-龥]{0,12}|^\s*请(?:填写|填报|填入)[一-龥]*\s*$]=],
        [=[(?:^|[：:，。；、（(【“])(待(?:补充|核实|核对|填写?|统计|确认|完善|提供|定))(?:$|[。；，、）)】”])]=],
        [=[批注\s*(?:\[[^\]]*\]|\d*)\s*[：:]|(?:^|[。；])\s*(?:[（(]\s*略\s*[）)]|略)\s*[。]?$]=],
      },
      doc = { zh = "模板的提示语；有分组的，标在分组上", en = "instructions of a template; a group, where there is one, marks it" },
    },
    blanks = {
      type = "list",
      default = {
        [=[20\s*[XxＸｘ×✕＊*_＿○◯〇□△▲●■◆]{2}\s*年|20_{1,}\s*年|二〇[XxＸｘ×＊*○□]{1,2}\s*年|202[XxＸｘ×＊*_]\s*年]=],
        [=[(?:^|[^A-Za-zＡ-Ｚａ-ｚ0-9０-９.·/@:%=&?_*＊×○〇一二三四五六七八九])([XxＸｘ×✕＊_＿○◯□△▲●■◆]{2,}\s*(?:自治区|人民政府|政府|街道|机关|部门|单位|门户|网站|官网|公众号|微信|平台|同志|领导|局长|主任|科长|股长|书记|会议|文件|省|市|县|区|旗|州|盟|镇|乡|局|委|办|厅|处室|科室|股|中心|年|月|日|号))]=],
        [=[(?:^|[^A-Za-zＡ-Ｚａ-ｚ0-9０-９.·/@:%=&?_*＊×○〇一二三四五六七八九])(\*{2,}(?:省|市|县|区|镇|乡|局|委|办)(?:\*{2,}(?:局|委|办|镇|乡|街道))?)(?:[^一-龥*]|负责|的|党|领导|主动|人民|政府|[一-龥]{2,6}局)]=],
        [=[(?:^|[^A-Za-zＡ-Ｚａ-ｚ0-9０-９.·/@:%=&?_*＊×○〇一二三四五六七八九])([〇○]{2,}\s*(?:省|市|县|区|镇|乡|街道|局|委|办|厅|人民政府|政府))]=],
        [=[(?:^|[^一-龥])([XxＸｘ×]\s*(?:局|县|镇|乡|街道)(?:[^一-龥]|负责|的|党|领导|主动|人民|政府))]=],
        [=[(?:^|[^A-Za-zＡ-Ｚａ-ｚ0-9０-９.·])([XxＸｘ×*＊_○□]{1,4}\s*年\s*[XxＸｘ×*＊_○□\d]{1,4}\s*月)]=],
        [=[[0-9０-９年]\s*([XxＸｘ×*＊_○□]{1,4}\s*月\s*[XxＸｘ×*＊_○□]{0,4}\s*日?)]=],
        [=[[0-9０-９月]\s*([XxＸｘ×*＊_○□]{1,4}\s*日)]=],
        [=[([0-9０-９]{4}|二[〇○零][一二三四五六七八九〇○零]{2})?\s*年[\s　]+月[\s　]+日|年[\s　]*月[\s　]*日(?:$|[。；，）)])]=],
        [=[[一-龥，、：:；“（(](\s*[XxＸｘYN×✕＊*_＿○◯□△▲●■◆]{2,8}\s*[万亿]?(?:人次|件次|万元|亿元|[件宗条次项篇份期场名个家户起批种部元天%％分人]))(?:[^别日数例款目员民大类草名期间所景局公支行院校厂店工才力事士口群社]|$)]=],
        [=[[^0-9０-９一二三四五六七八九十百千零〇○◯]([〇○◯]{2,8}\s*(?:人次|件次|万元|亿元|[件宗条次项篇份期场名个家户起批种部元天%％分人]))(?:[，。；、：,;）)]|$)]=],
        [=[[一-龥](\s*(?:…{1,2}|\.{3,6})\s*(?:人次|件次|万元|亿元|[件宗条次项篇份期场名个家户起批分人]))(?:[，。；、,;）)]|$)]=],
        [=[[一-龥](\s*[XxＸｘ×＊*○□△NＮ]\s*(?:人次|件次|万元|亿元|[件宗条次项篇份期场名个家户起批种部元天%％]))(?:[^一-龥]|$|其)]=],
        [=[[一-龥](\s*[？?]{1,3}\s*(?:人次|件次|万元|亿元|[件宗条次项篇份期场名个家户起批种部元天%％]))(?:[，。；、（(,;）)]|$)]=],
        [=[[一-龥]([ \t　\x{00A0}]{2,}(?:人次|件次|万元|[件宗条次项篇份期场名个]))(?:[，。；、,;]|其|$)]=],
        [=[[一-龥](\s*_{2,}\s*(?:[件宗条次项篇份期场年月日局元名个部家]|万元)|\s_{2,}\s)]=],
        [=[(?:电话|手机|传真|邮箱|邮编|邮政编码|地址|联系人|联系方式|网址|负责人|姓名|文号|索引号)(?:号码)?\s*(?:为|是)?\s*[：:]?\s*((?:某|[XxＸｘ×✕＊*_＿○◯□△▲●■◆]){2,}[XxＸｘ×*＊_\d\-—]*|[_＿]{2,}|某某?(?:路|街|号|楼)[^，。；]{0,8}|[（(][\s　]*[）)]|…+|待[补定填]|0{7,12})(?:[^A-Za-z]|$)]=],
        [=[((?:联系电话|电话|传真|邮箱|电子邮箱|邮编|地址|联系人|网址)[：:])\s*(?:[，。；、）)]|$|(?:联系电话|电话|传真|邮箱|电子邮箱|邮编|地址|联系人|网址)[：:])]=],
        [=[(?:^|[^0-9A-Za-z])(0\d{2,3}-?[XxＸｘ×*＊]{4,8}|[XxＸｘ×*＊]{3,4}-[XxＸｘ×*＊\d]{6,8}|0{3,4}-0{7,8}|1[3-9]\d[XxＸｘ×*＊]{8}|12345678)(?:[^0-9A-Za-z]|$)]=],
        [=[((?:https?://)?(?:www\.)?(?:[Xx]{2,}|[Xx*＊×]{2,})\.(?:[Xx]{2,}\.)?(?:gov|com|org|net)(?:\.cn)?|(?:www\.)?example\.(?:com|gov)(?:\.cn)?|[Xx]{2,}@[A-Za-z.]+)]=],
        [=[(某某(?:省|市|县|区|镇|乡|街道|局|委|办|厅|单位|部门|政府|机关|人民政府|同志|路|街|中心|平台|网站|公众号|年|月)|某省某|某市某|某县某|某年某?月?|某月某日)]=],
        [=[(?:^|[，。；：、“（(由与向对经赴])(某某)[一-龥]]=],
        [=[(?:联系人|负责人|经办人|姓名)\s*(?:为|是)?\s*[：:]\s*([一-龥]某某?)(?:$|[，。；、\s（(])]=],
        [=[(?:^|[，。；：由向与对、在])(某(?:局|县|镇|乡|街道|科室?|股室?|处室|单位|部门))(?:[^一-龥]|负责|的|党|领导|主动|人民|政府|门户|网站)]=],
        [=[((?:联系人|组长|姓名|负责人|由)[：:为是]?(?:张三|李四|王五)|(?:张三|李四|王五)(?:同志|负责|担任|局长|主任))]=],
        [=[(?:^|[^A-Za-z])([A-D]{1,2}(?:县|局|镇|乡|街道))(?:[^一-龥]|负责|的|党|领导|主动|人民|政府|[一-龥]{2,6}局)]=],
        [=[[一-龥，、：；。0-9]([（(【\[〔〈《][\s　]*(?:[×＊*_＿○□…？?]*|[XxＸｘ]{2,})[\s　]*[）)】\]〕〉》]|[“「『][\s　_＿□…]*[”」』])(?:[^标表括符注号引书为作和与、]|$)|^([【\[〔《][\s　XxＸｘ×＊*_＿○□]*[】\]〕《])]=],
        [=[(第[\s　]+号|第[XxＸｘ×✕＊*_＿○◯〇□△▲●■◆]+号|[〔\[（(]20[XxＸｘ×＊*_\d]{2}[〕\]）)]\s*(?:[\s　]+|[XxＸｘ×✕＊*_＿○◯〇□△▲●■◆]+)号|〔\s*〕\s*号)]=],
        [=[(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)]|\d[.、．]|[：:；])\s*(…+|\.{3,}|—{2,})\s*(?:[；。，;]|$)|^\s*((?:…|\.{3,})[…。.]*)\s*$]=],
        [=[(\$\{[^}]{0,30}\}|\{\{[^}]{0,30}\}\}|<%[^%]{0,30}%>|\{[A-Za-z_][A-Za-z_.]{1,20}\}|«[^»]{1,30}»|%[sd](?:[^a-z]|$)|<[A-Za-z_]{2,12}>|#(?:REF|VALUE|DIV/0|NUM|NULL)!|#NAME\?|错误[！!]\s*未(?:找到|定义|指定)[^。；]{0,12}|Error!\s*[A-Z][a-z ]+|\b(?:undefined|NaN|null)\b)]=],
        [=[[一-龥](#N/A|#{3,})]=],
        [=[(?:^|[^A-Za-z])((?:TODO|TBD|TBC|FIXME))(?:[^A-Za-z]|$)]=],
      },
      doc = { zh = "该有数字、名称、地址、日期的地方的空缺；有分组的，标在分组上", en = "gaps where a number, a name, an address or a date is due; groups, where there are, mark them" },
    },
    anonymous = {
      type = "string",
      default = [[申请人|原告|被告|当事人|第三人|诉[^，。；]{0,4}|“|走进|告知]],
      doc = { zh = "紧接在空位之前的这些表明是隐去的名称", en = "what directly before a gap shows that a name is hidden on purpose" },
    },
  },
  messages  = {
    instruction = { zh = "“{found}”是模板的提示语", en = "'{found}' is an instruction of the template" },
    blank       = { zh = "“{found}”是没有填写的空位", en = "'{found}' is a blank that was not filled in" },
    also        = { zh = "这里也是", en = "here as well" },
  },

  check = function(report, ctx)
    local options = ctx.options
    local kinds = {}
    for _, pattern in ipairs(options.instructions) do kinds[#kinds + 1] = { pattern = pattern, message = "instruction" } end
    for _, pattern in ipairs(options.blanks) do kinds[#kinds + 1] = { pattern = pattern, message = "blank" } end

    local function look(node, suspected)
      local found = {}
      for _, kind in ipairs(suspected) do
        for _, match in ipairs(node:find_all(kind.pattern)) do
          local at = match
          for _, group in ipairs(match.groups) do at = group or at end
          found[#found + 1] = { at = at, message = kind.message, line = at.line, column = at.column }
        end
      end
      table.sort(found, function(a, b)
        if a.line ~= b.line then return a.line < b.line end
        if a.column ~= b.column then return a.column < b.column end
        return utf8.len(a.at.text) > utf8.len(b.at.text)
      end)
      -- What is left in one paragraph is one thing to mend.
      local first, related, line, reach = nil, {}, 0, 0
      for _, each in ipairs(found) do
        if not first then
          local hidden = each.message == "blank" and node:find("(?:" .. options.anonymous .. ")" .. gia.any_of { each.at.text })
          if not hidden then first = each end
          if first then line, reach = each.line, each.column + utf8.len(each.at.text) end
        elseif each.line > line or each.column >= reach then
          related[#related + 1] = { at = each.at, message = "also" }
          line, reach = each.line, each.column + utf8.len(each.at.text)
        end
      end
      if first then ctx:emit { at = first.at, message = first.message, data = { found = first.at.text }, related = related } end
    end
    if report.title then look(report.title, kinds) end
    -- One expression of all of them would have too many states for its automaton.
    local suspicious, by_line = {}, {}
    for _, kind in ipairs(kinds) do
      for _, paragraph in ipairs(report.paragraphs:with(kind.pattern)) do
        local known = by_line[paragraph.line]
        if not known then
          known = { paragraph = paragraph, kinds = {} }
          by_line[paragraph.line], suspicious[#suspicious + 1] = known, known
        end
        known.kinds[#known.kinds + 1] = kind
      end
    end
    table.sort(suspicious, function(a, b) return a.paragraph.line < b.paragraph.line end)
    for _, each in ipairs(suspicious) do look(each.paragraph, each.kinds) end
  end,
}
