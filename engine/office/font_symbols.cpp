#include "engine/office/font_symbols.hpp"

#include <algorithm>
#include <cstddef>

namespace gialint {
namespace {

constexpr std::size_t table_size = 224;
constexpr char32_t first_code = 0x20;

// From code 0x20 on. The signs are those that Unicode 7.0 encoded these fonts with; boxes, ticks, crosses, bullets and
// arrows, which forms are made of, are the ones that every font has.
constexpr std::u32string_view wingdings =
    U" 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬"
    U"✇"
    U"✍"
    U"🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉"
    U"♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□□❑❒⬧⧫◆❖◆⌧⮹⌘🏵🏶🙶🙷▯"
    U"⓪➀➁➂➃➄➅➆➇➈➉⓿➊➋➌➍➎➏➐➑➒➓🙢🙠🙡🙣🙞🙜🙝🙟·•"
    U"⬝○○🞈◉◎🔿▪□🟁🟅★🟋🟏🟓🟑⯐⌖⏎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘"
    U"🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←"
    U"→↑↓🡬🡭🡯🡮🡸➔🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭✗✓☒☑❑";
constexpr std::u32string_view wingdings_2 =
    U" 🖊🖋🖌🖍✄✀🕾🕽🗅🗆🗇🗈🗉🗊🗋🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱🖒"
    U"🖓"
    U"🖘🖙"
    U"🖚🖛👈👉🖜🖝🖞🖟🖠🖡👆👇🖢🖣🖑✗✓☒☑☒☒☒☒🛇⦸🙱🙴🙲🙳‽"
    U"🙹"
    U"🙺"
    U"🙻🙦🙤🙥🙧🙚🙘🙙🙛⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿▪"
    U"☉🌕☽☾⸿✝🕇🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧🙨🙩⋅🞄●●○🞅🞇🞉⊙⦿"
    U"🞌"
    U"🞍◾■□□□□□▣🞕🞖🞗🞘⬩⬥◇🞚◈🞛🞜🞝🞞⬪⬧◊🞠◖◗⯊⯋⯀⯁"
    U"⬟⯂⬣⬢⯃⯄🞡🞢🞣🞤🞥🞦🞧🞨🞩🞪🞫🞬🞭🞮🞯🞰🞱🞲🞳🞴🞵🞶🞷"
    U"🞸"
    U"🞹"
    U"🞺"
    U"🞻🞼🞽🞾🞿🟀🟂🟄🟆🟉🟊✶🟌🟎🟐🟒✹🟃🟇✯🟍🟔⯌⯍※⁂▪▪▪▪▪"
    U"▪";
// Adobe's Symbol encoding.
constexpr std::u32string_view symbol =
    U" !∀#∃%&∍()∗+,−./0123456789:;<=>?"
    U"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    U"‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼▪"
    U"▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪"
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    U"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    U"⋄〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪▪〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭▪";
static_assert(wingdings.size() == table_size && wingdings_2.size() == table_size && symbol.size() == table_size);

/// What a sign of a font that is not known is drawn as.
constexpr char32_t unknown_sign = U'▪';

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::u32string_view table_of(std::string_view font) {
  const std::string name = lower_case(font);
  if (name == "wingdings") return wingdings;
  if (name == "wingdings 2") return wingdings_2;
  return name == "symbol" ? symbol : std::u32string_view();
}

}  // namespace

bool is_symbol_font(std::string_view font) {
  const std::string name = lower_case(font);
  return name == "symbol" || name == "webdings" || name.rfind("wingdings", 0) == 0;
}

char32_t symbol_character(std::string_view font, char32_t code) {
  if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
  if (code < first_code || code > 0xFF) return code < first_code ? unknown_sign : code;
  if (!is_symbol_font(font)) return code < 0x80 || code >= 0xA0 ? code : unknown_sign;
  const std::u32string_view table = table_of(font);
  return table.empty() ? unknown_sign : table[code - first_code];
}

}  // namespace gialint
