# What comes before initialize is refused, notifications are passed over; exit alone ends with status 1.
> {"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":0,"character":0}}}
< {"jsonrpc":"2.0","id":1,"error":{"code":-32002,"message":"initialize comes first"}}
> {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"plaintext","version":1,"text":"青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开信息丙条，甲处应当报错。\n二、主动公开政府信息情况\n乙处应当警告。\n"}}}
> {"jsonrpc":"2.0","id":"two","method":"shutdown"}
< {"jsonrpc":"2.0","id":"two","error":{"code":-32002,"message":"initialize comes first"}}
> {"jsonrpc":"2.0","id":3,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}
< {"jsonrpc":"2.0","id":3,"result":{"capabilities":{"positionEncoding":"utf-16","textDocumentSync":{"openClose":true,"change":2,"save":true},"hoverProvider":true,"documentSymbolProvider":true,"foldingRangeProvider":true,"definitionProvider":true,"referencesProvider":true,"inlayHintProvider":true},"serverInfo":{"name":"gialint","version":"@VERSION@"}}}
> {"jsonrpc":"2.0","method":"exit"}
= 1
