-- Asks for nodes for ever.
-- expect: steps
return function(report, ctx)
  while true do local at = report:cell('requests/new_received/total').place end -- here
end
