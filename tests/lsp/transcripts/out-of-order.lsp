# initialize comes once, and after shutdown nothing but exit.
> {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}
< {"jsonrpc":"2.0","id":1,"result":{"capabilities":{"positionEncoding":"utf-16","textDocumentSync":{"openClose":true,"change":2,"save":true},"hoverProvider":true,"documentSymbolProvider":true,"foldingRangeProvider":true,"definitionProvider":true,"referencesProvider":true,"inlayHintProvider":true},"serverInfo":{"name":"gialint","version":"@VERSION@"}}}
> {"jsonrpc":"2.0","method":"initialized","params":{}}
> {"jsonrpc":"2.0","id":2,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}
< {"jsonrpc":"2.0","id":2,"error":{"code":-32600,"message":"initialize comes once"}}
> {"jsonrpc":"2.0","id":3,"method":"shutdown"}
< {"jsonrpc":"2.0","id":3,"result":null}
> {"jsonrpc":"2.0","id":4,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":0,"character":0}}}
< {"jsonrpc":"2.0","id":4,"error":{"code":-32600,"message":"after shutdown only exit may come"}}
> {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"plaintext","version":1,"text":"青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开信息丙条，甲处应当报错。\n二、主动公开政府信息情况\n乙处应当警告。\n"}}}
> {"jsonrpc":"2.0","id":5,"method":"shutdown"}
< {"jsonrpc":"2.0","id":5,"error":{"code":-32600,"message":"after shutdown only exit may come"}}
> {"jsonrpc":"2.0","method":"exit"}
= 0
