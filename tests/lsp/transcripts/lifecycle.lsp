# A client of the oldest kind: it offers nothing, so positions count UTF-16 units and diagnostics are pushed.
> {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}
< {"jsonrpc":"2.0","id":1,"result":{"capabilities":{"positionEncoding":"utf-16","textDocumentSync":{"openClose":true,"change":2,"save":true},"hoverProvider":true,"documentSymbolProvider":true,"foldingRangeProvider":true,"definitionProvider":true,"referencesProvider":true,"inlayHintProvider":true},"serverInfo":{"name":"gialint","version":"@VERSION@"}}}
> {"jsonrpc":"2.0","method":"initialized","params":{}}
> {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"plaintext","version":1,"text":"青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开信息丙条，甲处应当报错。\n二、主动公开政府信息情况\n乙处应当警告。\n"}}}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","version":1,"diagnostics":[{"range":{"start":{"line":3,"character":10},"end":{"line":3,"character":11}},"severity":3,"code":"test/info-word","source":"gialint","message":"这里有“丙”字","data":{"fingerprint":"fba21ff05af688fec8f2798f6adee817"}},{"range":{"start":{"line":3,"character":13},"end":{"line":3,"character":14}},"severity":1,"code":"test/error-word","source":"gialint","message":"这里有“甲”字","data":{"fingerprint":"40e89905754cff4f304cc8a842b93122"}},{"range":{"start":{"line":5,"character":0},"end":{"line":5,"character":1}},"severity":2,"code":"test/warning-word","source":"gialint","message":"这里有“乙”字","data":{"fingerprint":"b7470d82d085808241cdab7beb446989"}}]}}
> {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"range":{"start":{"line":3,"character":13},"end":{"line":3,"character":14}},"text":"🀄"}]}}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","version":2,"diagnostics":[{"range":{"start":{"line":3,"character":10},"end":{"line":3,"character":11}},"severity":3,"code":"test/info-word","source":"gialint","message":"这里有“丙”字","data":{"fingerprint":"fba21ff05af688fec8f2798f6adee817"}},{"range":{"start":{"line":5,"character":0},"end":{"line":5,"character":1}},"severity":2,"code":"test/warning-word","source":"gialint","message":"这里有“乙”字","data":{"fingerprint":"b7470d82d085808241cdab7beb446989"}}]}}
> {"jsonrpc":"2.0","method":"textDocument/didSave","params":{"textDocument":{"uri":"untitled:a"}}}
> {"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"untitled:a"}}}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","diagnostics":[]}}
> {"jsonrpc":"2.0","id":99,"method":"shutdown"}
< {"jsonrpc":"2.0","id":99,"result":null}
> {"jsonrpc":"2.0","method":"exit"}
= 0
