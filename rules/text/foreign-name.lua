-- What copying another organ's report leaves behind: the name of a place that is neither above, within nor beside the
-- organ's own, or words by which only an organ of another sort speaks. Chinese does not part its words, so a name counts
-- only where no word reaches over its beginning and what stands behind it can begin one; whatever stands before it, an
-- actor, a site, a contact, a subject. Much speaks of other places with reason (partners, courts, addresses, documents): in
-- a sentence that gives such a reason no name counts. A county whose own name nobody knows has no other county above it.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "medium",
  title     = { zh = "出现了别处的地名或者别的机关的说法", en = "another region's name, or words that another kind of body uses" },
  help      = { zh = "核对是否沿用了其他单位的文字；确有其事的不必改",
                en = "Check whether the text was taken over from another organ; leave it where it is meant" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条：各机关报告本机关的工作",
                "国办公开办函〔2021〕30号：内容雷同、敷衍塞责的，追究责任" },
  options   = {
    city = {
      type = "string",
      default = [[(?:市|州|盟|地区)$]],
      doc = { zh = "省以下一级的地名这样结尾的是地级：同省其他地方算作别处", en = "what lies directly below a province and ends so is a prefecture: other places of the province are foreign to it" },
    },
    after = {
      type = "string",
      default = [[(?:$|[^场级直容域别间块下内外路街])]],
      doc = { zh = "完整的地名之后可以是什么", en = "what may stand behind a full name" },
    },
    after_short = {
      type = "string",
      default = [[(?:[县区市]?新闻网|政务网|网站?(?:[^络格]|$)|日报|晚报|时报|电视台|广播|融媒|发布|新闻|[县区市旗州]人?民?政府|[县区市旗州]委|政府|政务|局)]],
      doc = { zh = "不带“县”“区”“市”的地名之后必须是什么", en = "what has to stand behind a name without its 县, 区, 市" },
    },
    after_word = {
      type = "string",
      default = [[(?:人民政府|政府|政务|[县区市]委|委员会|办公室|街道|[一-龥]{2,12}局)]],
      doc = { zh = "又是普通词语的地名之后必须是什么", en = "what has to stand behind a name that is also a common word" },
    },
    words = {
      type = "string",
      default = [[公安县|新建区|平安区|和平区|新城区|新市区|老城区|东城区|西城区|上城区|城中区|城东区|城西区|城北区|城关区|市中区|市北区|港口区|湖滨区|滨湖区|滨江区|滨海区|滨城区|滨海新区|江北区|江南区|江东区|江城区|江岸区|河东区|河西区|河北区|河口区|海港区|海城区|工农区|长安区|南山区|中山区|西山区|东山区|平山区|宝山区|金山区|尖山区|立山区|明山区|铁西区|铁东区|铁山区|铁锋区|站前区|东风区|前进区|向阳区|红旗区|解放区|新兴区|振兴区|建华区|光明区|太平区|平房区|桥东区|桥西区|大东区|安定区|安宁区|永定区|西市区|东洲区|西湖区|东湖区|南湖区|龙湖区|金融区|民乐县|大通区|通道县|新林区]],
      doc = { zh = "又是普通词语的完整地名", en = "full names that are also common words" },
    },
    short_words = {
      type = "string",
      default = [[公安|平安|和平|新建|新华|东方|长安|光明|解放|新民|红旗|中原|中山|天山|华龙|龙江|团结|文化|振兴|新兴|前进|向阳|东风|建华|太平|安定|安宁|大通|通道|互助|民和|市中|城中|城东|城西|城北|城关|市北|新城|新市|港口|河口|海关|三江|长白|兴安|江城|金融|光山|民乐|东城|西城|上城|老城|江北|江南|江东|河东|河西|海港|滨海|滨江|滨湖|南山|西湖|东湖|开放|开发|高新]],
      doc = { zh = "又是普通词语的简称，一律不计", en = "short names that are also common words, which never count" },
    },
    reasons = {
      type = "string",
      default = [[相比|相较|对比|参照|参考|等(?:先进|兄弟|周边|邻近|毗邻|其他)|为榜样|对口|协作|帮扶|支援|援[藏疆青助]|结对|考察|交流|调研|借鉴|(?:学习|推广|吸收|先进)[^，。；]{0,10}(?:经验|做法)|[县区市旗州盟][^，。；]{0,8}(?:经验|做法|模式)|对标(?:先进|一流)|参观|来访|到访|赴|(?:到|向)[^，。；]*学习|跨[省区市县域境]|联动|协同|合作|飞地|招商|投资|参加|参训|培训|获奖|荣获|法院|检察|仲裁|向[^，。；]*(?:诉讼|复议)|判决|裁定|海事|户籍|籍|来自|申请人|原告|被告|第三方|委托|公司|集团|大学|学院|高校|医院|铁路|高速|机场|海关|地址|邮编|邮政编码|位于|毗邻|相邻|接壤|途经|等地|等[省市县区]|外[地省市县]|[省市县区]外|全国|各地|流域|三角|京津冀|大湾区|在[^，。；]{0,15}(?:召开|举办|举行)|(?:路|街|大道)[0-9０-９]+号]],
      doc = { zh = "一句里有这些词，别处的地名就是有意写的", en = "words that make other places in their sentence a matter of course" },
    },
    cited = {
      type = "string",
      default = [=[[^，。；]{0,15}[〔\[［(（][0-9０-９]{4}[〕\]］）)]]=],
      doc = { zh = "地名之后的文号", en = "a document number behind the name" },
    },
    compiler = {
      type = "string",
      default = [[[一-龥（）()]*?(?:(?:[^室]|[局委厅府]办公室)\s*(?:编制|编写|撰写|起草|联系|咨询)|(?:[局委厅]|委员会|政府)\s*[0-9０-９]{4}\s*年)]],
      doc = { zh = "前言里地名之后这样写的是编制、联系机关，由另一条规则检查", en = "what behind a place in the preface makes it part of who compiled the report, or whom to contact: another rule's business" },
    },
    own_words = {
      type = "list",
      default = {
        "department=(?:^|[^“「])((?:我|本)(镇|乡|苏木|街道|公司|集团|厅|院|校|厂|矿))(?:[^村镇内]|$)|(?:^|[，。、；：》”（和在按照由经])((厅)(?:网站|官网|机关|属|党组|办公室|领导))",
        "office=(?:^|[^“「])((?:我|本)(镇|乡|苏木|街道|公司|集团|厅|院|校|厂|矿))(?:[^村镇内]|$)",
        "agency=(?:^|[^“「])((?:我|本)(厅|公司|集团|院|校|厂|矿))(?:[^内]|$)",
        "sub_district=(?:^|[^“「])((?:我|本)(局|厅|乡|公司|集团|院|校|厂|矿))(?:[^村镇内]|$)",
        "town_government=(?:^|[^“「])((?:我|本)(局|厅|街道|公司|集团|院|校|厂|矿))(?:[^内]|$)",
        "people_government=(?:^|[^“「])((?:我|本)(局|厅|镇|乡|街道|公司|集团|院|校|厂|矿))(?:[^村镇内]|$)",
      },
      doc = { zh = "机关类型=它不会用的说法（一组）；它里面的一组在本机关名称中的不算", en = "kind of organ=what it would not say (a group); not where the group within stands in its own name" },
    },
    each = {
      type = "string",
      default = [[各[^，。；]*$]],
      doc = { zh = "前面有这些，“本镇”是各自的镇", en = "what before 本镇 makes it each one's own" },
    },
    special = {
      type = "list",
      default = {
        "各?团场|连队|师市=师|团|兵团",
        "嘎查|苏木=旗|盟|苏木|内蒙古",
        "医务科|门诊部|住院部|护理部=医院|卫生院|院$",
        "教务处|招生办公室|学生处=学校|大学|学院|中学|小学",
        "(?:烟草专卖|税务|海关|气象|海事|出入境|邮政管理|通信管理|消防救援)(?:局)?(?:政府|政务)?信息公开=烟草|税务|海关|气象|海事|出入境|邮政|通信|消防",
      },
      doc = { zh = "只有某类机关才用的说法=这类机关的名称", en = "words that only organs of one sort use=how these are called" },
    },
    below = {
      type = "string",
      default = [[(?:[^地]区|县)$]],
      doc = { zh = "直接在省以下而这样结尾的是直辖市的区县", en = "what lies directly below a province and ends so is a municipality's district" },
    },
    county = {
      type = "string",
      default = [[^[一-龥]{1,8}?(?:县|旗|[^社园景校新]区|市)]],
      doc = { zh = "名称开头的县级地区，地名表里没有的", en = "the county at the start of a name, where the table does not have it" },
    },
    organ = {
      type = "string",
      default = [[[一-龥]{2,15}?(?:局|委员会|办公室)]],
      doc = { zh = "标题没有机关名称时，正文里地名之后怎样写才是机关", en = "where the title names no organ: what behind a place in the prose makes an organ of it" },
    },
    department = {
      type = "string",
      default = [[(?:我|本)(局)]],
      doc = { zh = "标题没有机关名称时，怎样看出是部门", en = "what shows a department where the title names no organ" },
    },
  },
  messages  = {
    place = { zh = "“{name}”（{whole}）不在本机关所在的{home}", en = "'{name}' ('{whole}') does not lie in '{home}', where the organ is" },
    also  = { zh = "这里也是", en = "here as well" },
    near  = { zh = "“{name}”（{whole}）不是本机关所在的{home}", en = "'{name}' ('{whole}') is not '{home}', where the organ is" },
    word  = { zh = "“{word}”是别的机关的说法：像是抄来的，请核对", en = "'{word}' is what another kind of body says: probably copied, check it" },
  },

  check = function(report, ctx)
    local options = ctx.options
    local function begins(text, start) return text:sub(1, #start) == start end
    -- Of all that a name may mean what the name right before it leaves: 鼓楼区 in 南京市鼓楼区.
    local function meanings(name, before)
      if not before or before.at:finish() ~= name.at:start() then return name.meanings, false end
      local left = {}
      for _, meaning in ipairs(name.meanings) do
        for _, above in ipairs(before.left or before.meanings) do
          if begins(meaning.above, above.path) then left[#left + 1] = meaning end
        end
      end
      return #left > 0 and left or name.meanings, #left > 0
    end
    local paragraphs = report.paragraphs

    -- Words of another sort of organ.
    local title = report.title
    local organ = title and title.organ
    local kind = report.organ_kind
    if not organ then
      organ = paragraphs:find(options.department)
      kind = organ and "department"
    end
    if not organ then return end
    for _, entry in ipairs(options.own_words) do
      if kind and begins(entry, kind .. "=") then
        local found = {}
        local says = entry:sub(#kind + 2)
        for _, paragraph in ipairs(paragraphs:with(says)) do
          for _, match in ipairs(paragraph:find_all(says)) do
            local first = match.groups[1] and 1 or 3
            local word, noun = match.groups[first], match.groups[first + 1].text
            local head = paragraph:before(word):find("[^。；！？]*$")
            if not organ:find(gia.any_of { noun }) and not head:find(options.each) then
              found[word.text] = found[word.text] or {}
              table.insert(found[word.text], word)
            end
          end
        end
        for word, places in pairs(found) do
          gia.emit_at_first(ctx, places, { message = "word", data = { word = word } })
        end
      end
    end

    for _, entry in ipairs(options.special) do
      local says, whose, at = "", "", false
      for _, c in utf8.codes(entry) do
        local letter = utf8.char(c)
        if letter == "=" then at = true elseif at then whose = whose .. letter else says = says .. letter end
      end
      if not organ:find(whose) then
        local places = {}
        for _, paragraph in ipairs(paragraphs:with(says)) do
          for _, sentence in ipairs(paragraph:find_all("[^。；！？\\n]+")) do
            local match = not sentence:find(options.reasons) and sentence:find(says)
            if match then places[#places + 1] = match end
          end
        end
        if #places > 0 then gia.emit_at_first(ctx, places, { message = "word", data = { word = places[1].text } }) end
      end
    end

    -- The organ's own places: all that the last name in its own may mean.
    local homes, before = {}, nil
    local function settle(name)
      name.left = meanings(name, before)
      before, homes = name, {}
      for _, home in ipairs(name.left) do
        local is_city = home.depth == 2 and name.at:find(options.city)
        if home.depth < 2 or is_city then
          home.around, home.region = home.path, home.written
        else
          home.around, home.region = home.above, home.written:sub(1, #home.above - home.depth + 1) -- without the slashes
        end
        homes[#homes + 1] = home
      end
    end
    local named = title and title.organ
    for _, name in ipairs(named and named:names("divisions") or {}) do
      if name.full then settle(name) end
    end
    if not named then
      local seen
      for _, paragraph in ipairs(paragraphs) do
        for _, name in ipairs(paragraph:names("divisions")) do
          local text = name.at.text
          if name.full and text ~= seen and name.after:find("^" .. options.organ) then
            if seen then return end -- two of them: nobody knows whose report it is
            seen = text
            settle(name)
          end
        end
      end
    end
    -- A region that the table does not have: it lies below none of its counties, and is none of them.
    local unknown = #homes == 0 and named and named:find(options.county)
    if #homes == 0 and not unknown then return end

    local function is_near(path)
      for _, home in ipairs(homes) do
        if begins(home.path, path) or begins(path, home.around) then return true end
      end
      return false
    end
    local function is_foreign(name, left)
      if unknown then
        if not name.full and unknown:find("^" .. gia.any_of { name.at.text }) then return false end
        -- A prefecture may lie above it; a district of a municipality does not.
        for _, meaning in ipairs(left) do
          if meaning.depth < 2 or meaning.depth == 2 and not name.at:find(options.below) then return false end
        end
        return true
      end
      for _, meaning in ipairs(left) do
        if is_near(meaning.path) then return false end
      end
      return left[1].depth > 1 -- whole provinces are named for many reasons
    end
    -- Whether the name stands as one, not within other words.
    local function stands(name)
      if not name.full and name.at:matches(options.short_words) then return false end
      local after = not name.full and options.after_short or name.at:matches(options.words) and options.after_word
                    or options.after
      return name.apart and name.after:find("^" .. after)
    end
    local function has_reason(paragraph, name)
      if name.before:find("《[^》]*$") or name.after:find("^" .. options.cited) then return true end
      local head, tail = name.before:find("[^。；！？]*$"), name.after:find("^[^。；！？]*")
      local first = utf8.len(name.before.text) - utf8.len(head.text) + 1
      return paragraph:sub(first, -utf8.len(name.after.text) + utf8.len(tail.text) - 1):find(options.reasons)
    end

    local found, order = {}, {}
    for number, paragraph in ipairs(paragraphs) do
      local in_preface = number <= #report.preface
      local previous
      for _, name in ipairs(paragraph:names("divisions")) do
        local left, in_chain = meanings(name, previous)
        name.left = left
        -- 和县, 城区: two characters are a name only behind another.
        if is_foreign(name, left) and (in_chain or (not name.full or utf8.len(name.at.text) > 2) and stands(name)) then
          local text = name.at.text
          name.told = not has_reason(paragraph, name) and not (in_preface and name.after:find("^" .. options.compiler))
          if name.told and not (in_chain and previous.told) then
            if not found[text] then
              order[#order + 1] = text
              found[text] = { whole = left[1].written }
            end
            table.insert(found[text], name.at)
          end
        end
        previous = name
      end
    end
    for _, text in ipairs(order) do
      local places = found[text]
      gia.emit_at_first(ctx, places, {
        message = unknown and "near" or "place", data = { name = text, whole = places.whole, home = unknown and unknown.text or homes[1].region },
      })
    end
  end,
}
