# Messages that came together: each request is answered for the text that it was asked about, and diagnostics come once.
> {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}
< {"jsonrpc":"2.0","id":1,"result":{"capabilities":{"positionEncoding":"utf-16","textDocumentSync":{"openClose":true,"change":2,"save":true},"hoverProvider":true,"documentSymbolProvider":true,"foldingRangeProvider":true,"definitionProvider":true,"referencesProvider":true,"inlayHintProvider":true},"serverInfo":{"name":"gialint","version":"@VERSION@"}}}
> {"jsonrpc":"2.0","method":"initialized","params":{}}
>> {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"plaintext","version":1,"text":"青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开信息丙条，甲处应当报错。\n二、主动公开政府信息情况\n乙处应当警告。\n"}}}
>> {"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":3,"character":13}}}
>> {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"range":{"start":{"line":3,"character":13},"end":{"line":3,"character":14}},"text":""}]}}
>> {"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":3,"character":13}}}
> {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":3},"contentChanges":[{"text":"青山县水务局2023年政府信息公开工作年度报告\n一、总体情况\n甲\n"}]}}
< {"jsonrpc":"2.0","id":2,"result":{"contents":{"kind":"plaintext","value":"这里有“甲”字\n\n删去“甲”字\n\n依据：\n  测试用，没有依据\n\n错误 test/error-word"},"range":{"start":{"line":3,"character":13},"end":{"line":3,"character":14}}}}
< {"jsonrpc":"2.0","id":3,"result":null}
< {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"untitled:a","version":3,"diagnostics":[{"range":{"start":{"line":2,"character":0},"end":{"line":2,"character":1}},"severity":1,"code":"test/error-word","source":"gialint","message":"这里有“甲”字","data":{"fingerprint":"40e89905754cff4f304cc8a842b93122"}}]}}
> {"jsonrpc":"2.0","id":99,"method":"shutdown"}
< {"jsonrpc":"2.0","id":99,"result":null}
> {"jsonrpc":"2.0","method":"exit"}
= 0
