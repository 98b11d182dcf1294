-- What `gialint api` tells beside the objects and functions of the program: the shape of a rule file, of what a rule
-- hands over, and the Lua that rules have.

---@alias gialint.Number integer|gialint.Decimal whole ones are integers
---@alias gialint.WordingMatch "official"|"accepted"|"deviant"|"altered"
---@alias gialint.CellState "number"|"dash"|"blank"|"text"|"absent"
---@alias gialint.Unreadable "numbers"|"rows"|"order"|"bare"|"picture"
---@alias gialint.Exactness "exact"|"approximate"|"at_least"|"at_most"|"range"
---@alias gialint.Severity "error"|"warning"|"info"
---@alias gialint.Safety "safe"|"unsafe"|"suggestion"

---@class (exact) gialint.Bilingual
---@field zh string
---@field en string

--- A list of paragraphs, which is searched as a whole: much cheaper than a loop.
---@class gialint.Paragraphs
---@field [integer] gialint.Paragraph
local Paragraphs = {}
--- The first match in any of them.
---@param re string
---@return gialint.Match?
function Paragraphs:find(re) end
--- Those that the expression is found in.
---@param re string
---@return gialint.Paragraph[]
function Paragraphs:with(re) end
--- As of one node, in all of them, and over the end of one that stops in mid-sentence.
---@param lawful gialint.LawfulDoubling
---@return gialint.Repetition[]
function Paragraphs:repeats(lawful) end
--- Sentences that stand twice, in the same paragraph or another: those with at least so many characters of the body's own
--- words, which leaves out figures and what law and form make everybody write. Neighbours are one.
---@param least integer
---@return { first: gialint.Node, second: gialint.Node }[]
function Paragraphs:pasted(least) end

--- Where one of the characters ends a clause as a word of its own, behind another Chinese word: 条 in 公开信息条，, but not
--- in 头条，.
---@param characters string
---@return { at: gialint.Node, before: gialint.Node, after: gialint.Node }[] before: from the start of the clause; after: the rest of the paragraph
function Paragraphs:lone(characters) end

--- The items of numbered lists, in the order of the text: those that begin a paragraph or stand behind a mark that ends a
--- clause. Another number that comes first in it is no item: 第（一）项, 按（3）类.
---@return gialint.Item[]
function Paragraphs:items() end

---@class (exact) gialint.Item
---@field at gialint.Node its number with brackets and separator
---@field style "bracketed-numeral"|"bracketed-digit"|"numeral"|"digit"|"half-bracketed"|"circled"|"running"|"ordinal" （一）, （1）, 一、, 1., 1）, ①, 一是, 第一
---@field number integer
---@field text gialint.Node what follows, up to the next item or the end of the paragraph
---@field opens boolean it begins its paragraph
---@field paragraph integer which of the list it stands in

--- What Chinese doubles by right; each string is a set of characters, and one that is left out is empty.
---@class gialint.LawfulDoubling
---@field particles? string words of one character that may follow a word that ends in them: 目的 的
---@field distributive? string doubled they mean each of them, of whatever follows: 件件有着落
---@field leading? string two characters that begin or end so are doubled for emphasis: 越快越快
---@field counting? string … if the second is distributive: 一步一步
---@field closing? string doubled they end a list: 等等
---@field marks? string punctuation of which one is enough

---@class (exact) gialint.Garbled
---@field at gialint.Node
---@field kind "misread"|"lost"|"private"|"script"|"improbable"
---@field was string what it probably said, "…" for what is gone; "" when that cannot be told
---@field opens_line boolean nothing but blanks stands before it on its line

---@class (exact) gialint.Repetition
---@field first gialint.Node
---@field second gialint.Node
---@field whole gialint.Node
---@field length integer code points of one
---@field blank boolean blanks or a mark stand between the two

---@class (exact) gialint.Name
---@field at gialint.Node
---@field before gialint.Node the rest of the node in front of it
---@field after gialint.Node the rest of the node behind it
---@field full boolean not its short form alone
---@field apart boolean no word reaches over its beginning
---@field meanings { path: string, above: string, depth: integer, written: string }[] all that it may mean

---@class (exact) gialint.FormFloor
---@field id string
---@field table string
---@field scope "row"|"column"
---@field left string[] Σ left ≥ Σ right − Σ minus
---@field right string[]
---@field minus string[]
---@field severity gialint.Severity

--- What a rule file returns.
---@class (exact) gialint.Rule
---@field api 1
---@field since string version of the pack that first had it: "0.1.0"
---@field severity gialint.Severity
---@field precision "very-high"|"high"|"medium"|"low"
---@field title gialint.Bilingual what is wrong when it speaks, without its numbers
---@field help gialint.Bilingual what to do about it
---@field basis string[] documents with their articles
---@field messages? table<string, gialint.Bilingual> id to text with {placeholders}, the same in both languages
---@field check? fun(report: gialint.Report, ctx: gialint.Context)|fun(corpus: gialint.Corpus, ctx: gialint.Context)
---@field requires? string[] "table:ID", "section:ID", "title", "previous": one missing, and the rule does not apply
---@field fixable? gialint.Safety the safest fix it may give
---@field explains? string[] identities of the totals
---@field options? table<string, gialint.Option>
---@field stability? "stable"|"preview" a preview runs only when it is named
---@field formerly? string[] ids that it had: configurations may still call it so
---@field deprecated? { since: string, replaced_by?: string[], reason?: gialint.Bilingual } who names it is told

---@class (exact) gialint.Option
---@field type "boolean"|"integer"|"string"|"choice"|"list"
---@field default boolean|integer|string|string[]
---@field min? integer
---@field max? integer
---@field values? string[] of a choice or list
---@field doc gialint.Bilingual

--- Fields of gia.sum beside a rule's: in each row (per = "row", `total` and `parts` are ids of columns) or column.
---@class gialint.SumRule: gialint.Rule
---@field table string
---@field per "row"|"column"
---@field total string
---@field parts string[]
---@field minus? string[]

---@class gialint.TotalsRule: gialint.Rule
---@field explains string[] identities of the form
---@field line gialint.Bilingual names the line of a sum: "“{line}”列", "column '{line}'"
---@field sides? gialint.Bilingual with {left} and {right} (and {total}, where the left side is one cell); without it total and sum of parts

---@class gialint.SectionRule: gialint.Rule
---@field section string id of a section of the form
---@field says? string an expression that must match in it

---@class gialint.WordingRule: gialint.Rule
---@field pattern string
---@field want? string what should stand instead

---@class gialint.EqualRule: gialint.Rule
---@field cells string[] "table/row/column"

--- What ctx:emit takes.
---@class (exact) gialint.Diagnostic
---@field at gialint.Node|gialint.Digest|gialint.Figure
---@field message string id of one of the rule's messages
---@field data? table<string, string|integer|gialint.Decimal> a value for each placeholder
---@field related? gialint.Related[]
---@field fix? gialint.Fix
---@field severity? gialint.Severity instead of the rule's own
---@field at_most? gialint.Severity caps it, whatever the configuration says
---@field place? string model path instead of that of `at`
---@field explains? gialint.Explanation whose sums it says fail: machines are told which, and people see them written out

---@class (exact) gialint.Related
---@field at gialint.Node|gialint.Digest|gialint.Figure
---@field message? string
---@field data? table<string, string|integer|gialint.Decimal>

---@class (exact) gialint.Fix
---@field message string
---@field edits gialint.Edit[]
---@field data? table<string, string|integer|gialint.Decimal>
---@field safety? gialint.Safety the rule's `fixable` by default

--- A pattern for any of these words, as they are; of two that begin alike it takes the longer.
---@param words string[]
---@return string
function gia.any_of(words) end

-- Lua, as far as rules have it. No next, pcall, require, print; no patterns: objects are searched with RE2.

---@generic T
---@param value T?
---@param message? any
---@return T
function assert(value, message) end
---@param message any
---@param level? integer
function error(message, level) end
---@generic T
---@param list T[]
---@return fun(list: T[], i?: integer): integer, T
---@return T[]
---@return integer
function ipairs(list) end
--- Numbers first, then strings, each in order.
---@generic K, V
---@param table table<K, V>
---@return fun(table: table<K, V>, key?: K): K, V
---@return table<K, V>
function pairs(table) end
---@param index integer|"#"
---@param ... any
---@return any
function select(index, ...) end
---@param value any
---@param base? integer
---@return number?
function tonumber(value, base) end
---@param value any
---@return string
function tostring(value) end
---@param value any
---@return "nil"|"number"|"string"|"boolean"|"table"|"function"|"userdata"
function type(value) end

---@class stringlib
string = {}
---@class string: stringlib
local text
---@param s string
---@param i? integer
---@param j? integer
---@return integer ...
function string.byte(s, i, j) end
---@param ... integer
---@return string
function string.char(...) end
---@param format string
---@param ... any
---@return string
function string.format(format, ...) end
---@param s string
---@return integer
function string.len(s) end
---@param s string
---@return string
function string.lower(s) end
---@param s string
---@return string
function string.upper(s) end
--- Bytes i to j; characters: node:sub, utf8.
---@param s string
---@param i integer
---@param j? integer
---@return string
function string.sub(s, i, j) end
---@param s string
---@param n integer
---@param separator? string
---@return string
function string.rep(s, n, separator) end
---@param s string
---@return string
function string.reverse(s) end

table = {}
---@param list any[]
---@param separator? string
---@param i? integer
---@param j? integer
---@return string
function table.concat(list, separator, i, j) end
---@param list any[]
---@param position_or_value any
---@param value? any
function table.insert(list, position_or_value, value) end
---@generic T
---@param list T[]
---@param position? integer
---@return T?
function table.remove(list, position) end
---@param ... any
---@return { n: integer, [integer]: any }
function table.pack(...) end
---@param list any[]
---@param i? integer
---@param j? integer
---@return any ...
function table.unpack(list, i, j) end
--- Stable.
---@generic T
---@param list T[]
---@param less? fun(a: T, b: T): boolean
function table.sort(list, less) end

utf8 = {}
---@type string
utf8.charpattern = ""
---@param ... integer
---@return string
function utf8.char(...) end
---@param s string
---@param i? integer
---@param j? integer
---@return integer ...
function utf8.codepoint(s, i, j) end
---@param s string
---@return fun(s: string, at: integer): integer, integer
---@return string
---@return integer
function utf8.codes(s) end
---@param s string
---@param i? integer
---@param j? integer
---@return integer?
function utf8.len(s, i, j) end
---@param s string
---@param n integer
---@param i? integer
---@return integer?
function utf8.offset(s, n, i) end

math = {}
---@type number
math.huge = 0
---@type integer
math.maxinteger = 0
---@type integer
math.mininteger = 0
---@type number
math.pi = 0
---@param x number
---@return number
function math.abs(x) end
---@param x number
---@return number
function math.acos(x) end
---@param x number
---@return number
function math.asin(x) end
---@param x number
---@return number
function math.ceil(x) end
---@param x number
---@return number
function math.cos(x) end
---@param x number
---@return number
function math.deg(x) end
---@param x number
---@return number
function math.exp(x) end
---@param x number
---@return number
function math.floor(x) end
---@param x number
---@return number
function math.rad(x) end
---@param x number
---@return number
function math.sin(x) end
---@param x number
---@return number
function math.sqrt(x) end
---@param x number
---@return number
function math.tan(x) end
---@param y number
---@param x? number
---@return number
function math.atan(y, x) end
---@param x number
---@param y number
---@return number
function math.fmod(x, y) end
---@param x number
---@param base? number
---@return number
function math.log(x, base) end
---@param x number
---@param ... number
---@return number
function math.max(x, ...) end
---@param x number
---@param ... number
---@return number
function math.min(x, ...) end
---@param x number
---@return integer whole
---@return number fraction
function math.modf(x) end
---@param x any
---@return integer?
function math.tointeger(x) end
---@param x any
---@return "integer"|"float"|nil
function math.type(x) end
---@param a integer
---@param b integer
---@return boolean
function math.ult(a, b) end
