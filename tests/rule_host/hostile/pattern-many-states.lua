-- An expression that gives its automaton too many states.
-- expect: steps
return function(report, ctx)
  while true do report:find('(?s)[一-濿].{300}y') end -- here
end
