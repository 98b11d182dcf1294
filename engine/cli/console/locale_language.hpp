#pragma once

#include "engine/text/language.hpp"

namespace gialint {

/// The language that the environment asks for: of LC_ALL, LC_MESSAGES and LANG the first that is set and not empty, as
/// POSIX orders them. English when it names English ("en", "en_GB.UTF-8"), else Chinese, for "C" and for no locale too.
Language locale_language();

}  // namespace gialint
