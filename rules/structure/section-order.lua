---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "各部分的顺序不对", en = "sections are out of order" },
  help      = { zh = "按规定的先后排列六个部分", en = "Put the six sections in the prescribed order" },
  basis     = { "国办公开办函〔2021〕30号，报告格式", "国办公开办函〔2019〕60号，报告格式（试行）" },
  messages  = {
    early = { zh = "“{heading}”应在“{after}”之后", en = "'{heading}' must come after '{after}'" },
    late  = { zh = "“{heading}”应在“{before}”之前", en = "'{heading}' must come before '{before}'" },
    other = { zh = "这一部分的位置", en = "where the other section stands" },
  },

  check = function(report, ctx)
    for _, section in ipairs(report.sections) do
      if not section.in_order then
        -- The nearest section, in the form's order, that stands on the wrong side of this one.
        local early, late
        for _, other in ipairs(report.sections) do
          if other.in_order then
            if other.order < section.order and other.position > section.position then early = other end
            if other.order > section.order and other.position < section.position and not late then late = other end
          end
        end
        if early then
          ctx:emit { at = section, message = "early", data = { heading = section.form.heading, after = early.form.heading },
                     related = { { at = early, message = "other" } } }
        elseif late then
          ctx:emit { at = section, message = "late", data = { heading = section.form.heading, before = late.form.heading },
                     related = { { at = late, message = "other" } } }
        end
      end
    end
  end,
}
