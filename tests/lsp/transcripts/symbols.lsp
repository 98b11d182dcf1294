# Symbols as a tree, folds, hover in Markdown.
> {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"hover":{"contentFormat":["markdown","plaintext"]}}}}}
< {"jsonrpc":"2.0","id":1,"result":{"capabilities":{"positionEncoding":"utf-16","textDocumentSync":{"openClose":true,"change":2,"save":true},"hoverProvider":true,"documentSymbolProvider":true,"foldingRangeProvider":true,"definitionProvider":true,"referencesProvider":true,"inlayHintProvider":true},"serverInfo":{"name":"gialint","version":"@VERSION@"}}}
> {"jsonrpc":"2.0","method":"initialized","params":{}}
> {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"plaintext","version":1,"text":"青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开信息丙条，甲处应当报错。\n二、主动公开政府信息情况\n乙处应当警告。\n"}}}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","version":1,"diagnostics":[{"range":{"start":{"line":3,"character":10},"end":{"line":3,"character":11}},"severity":3,"code":"test/info-word","source":"gialint","message":"这里有“丙”字","data":{"fingerprint":"fba21ff05af688fec8f2798f6adee817"}},{"range":{"start":{"line":3,"character":13},"end":{"line":3,"character":14}},"severity":1,"code":"test/error-word","source":"gialint","message":"这里有“甲”字","data":{"fingerprint":"40e89905754cff4f304cc8a842b93122"}},{"range":{"start":{"line":5,"character":0},"end":{"line":5,"character":1}},"severity":2,"code":"test/warning-word","source":"gialint","message":"这里有“乙”字","data":{"fingerprint":"b7470d82d085808241cdab7beb446989"}}]}}
> {"jsonrpc":"2.0","id":2,"method":"textDocument/documentSymbol","params":{"textDocument":{"uri":"untitled:a"}}}
< {"jsonrpc":"2.0","id":2,"result":[{"name":"青山县水务局2023年政府信息公开工作年度报告","kind":1,"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":23}},"selectionRange":{"start":{"line":0,"character":0},"end":{"line":0,"character":23}}},{"name":"一、总体情况","kind":3,"range":{"start":{"line":2,"character":0},"end":{"line":3,"character":20}},"selectionRange":{"start":{"line":2,"character":0},"end":{"line":2,"character":6}}},{"name":"二、主动公开政府信息情况","kind":3,"range":{"start":{"line":4,"character":0},"end":{"line":5,"character":7}},"selectionRange":{"start":{"line":4,"character":0},"end":{"line":4,"character":12}}}]}
> {"jsonrpc":"2.0","id":3,"method":"textDocument/foldingRange","params":{"textDocument":{"uri":"untitled:a"}}}
< {"jsonrpc":"2.0","id":3,"result":[{"startLine":2,"endLine":3,"kind":"region"},{"startLine":4,"endLine":5,"kind":"region"}]}
> {"jsonrpc":"2.0","id":4,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":3,"character":13}}}
< {"jsonrpc":"2.0","id":4,"result":{"contents":{"kind":"markdown","value":"**这里有“甲”字**\n\n删去“甲”字\n\n依据：\n- 测试用，没有依据\n\n错误 [`test/error-word`](@HOMEPAGE@rules/test/error-word)"},"range":{"start":{"line":3,"character":13},"end":{"line":3,"character":14}}}}
> {"jsonrpc":"2.0","id":99,"method":"shutdown"}
< {"jsonrpc":"2.0","id":99,"result":null}
> {"jsonrpc":"2.0","method":"exit"}
= 0
