# Positions count characters.
> {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{"general":{"positionEncodings":["utf-16","utf-32"]}}}}
< {"jsonrpc":"2.0","id":1,"result":{"capabilities":{"positionEncoding":"utf-32","textDocumentSync":{"openClose":true,"change":2,"save":true},"hoverProvider":true,"documentSymbolProvider":true,"foldingRangeProvider":true,"definitionProvider":true,"referencesProvider":true,"inlayHintProvider":true},"serverInfo":{"name":"gialint","version":"@VERSION@"}}}
> {"jsonrpc":"2.0","method":"initialized","params":{}}
> {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"plaintext","version":1,"text":"青山县水务局2023年政府信息公开工作年度报告\n一、总体情况\n𠮷😀甲\r\n"}}}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","version":1,"diagnostics":[{"range":{"start":{"line":2,"character":2},"end":{"line":2,"character":3}},"severity":1,"code":"test/error-word","source":"gialint","message":"这里有“甲”字","data":{"fingerprint":"40e89905754cff4f304cc8a842b93122"}}]}}
> {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"range":{"start":{"line":2,"character":2},"end":{"line":2,"character":2}},"text":"😀"}]}}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","version":2,"diagnostics":[{"range":{"start":{"line":2,"character":3},"end":{"line":2,"character":4}},"severity":1,"code":"test/error-word","source":"gialint","message":"这里有“甲”字","data":{"fingerprint":"40e89905754cff4f304cc8a842b93122"}}]}}
> {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":3},"contentChanges":[{"range":{"start":{"line":2,"character":0},"end":{"line":2,"character":1}},"text":""}]}}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","version":3,"diagnostics":[{"range":{"start":{"line":2,"character":2},"end":{"line":2,"character":3}},"severity":1,"code":"test/error-word","source":"gialint","message":"这里有“甲”字","data":{"fingerprint":"40e89905754cff4f304cc8a842b93122"}}]}}
> {"jsonrpc":"2.0","id":99,"method":"shutdown"}
< {"jsonrpc":"2.0","id":99,"result":null}
> {"jsonrpc":"2.0","method":"exit"}
= 0
