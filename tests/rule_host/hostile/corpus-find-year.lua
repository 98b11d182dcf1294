-- Years that are 2023 only when they are cut.
-- expect: harmless
-- run: corpus
return function(corpus, ctx)
  local name = corpus.reports[1].organ_name
  local found = 0
  for _, year in ipairs { 2023 + (1 << 32), math.mininteger, math.maxinteger, -1 } do
    if corpus:find(name, year) then found = found + 1 end
  end
  ctx:emit { at = corpus.reports[1], message = 'value', data = { v = found } }
end
