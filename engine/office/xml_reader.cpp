#include "engine/office/xml_reader.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include <expat.h>

namespace gialint {
namespace {

/// What expat puts between the namespace and the local name. No namespace holds one.
constexpr char separator = '\n';

/// Events that are held until they are asked for.
constexpr std::size_t events_at_once = 256;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

XmlSpace xml_space(std::string_view uri) {
  if (uri.empty()) return XmlSpace::none;
  if (uri == "http://www.w3.org/XML/1998/namespace") return XmlSpace::xml;
  const bool transitional = uri.starts_with("http://schemas.openxmlformats.org/");
  if (transitional || uri.starts_with("http://purl.oclc.org/ooxml/")) {
    if (ends_with(uri, "/wordprocessingml/main") || ends_with(uri, "/wordprocessingml/2006/main"))
      return XmlSpace::word;
    if (ends_with(uri, "/package/2006/relationships")) return XmlSpace::package;
    if (ends_with(uri, "/package/2006/content-types")) return XmlSpace::content_types;
    if (ends_with(uri, "/officeDocument/relationships") || ends_with(uri, "/officeDocument/2006/relationships")) {
      return XmlSpace::relationships;
    }
    if (ends_with(uri, "/officeDocument/math") || ends_with(uri, "/officeDocument/2006/math")) return XmlSpace::math;
    if (ends_with(uri, "/markup-compatibility/2006")) return XmlSpace::compatibility;
    if (holds(uri, "/drawingml/")) return XmlSpace::drawing;
    return XmlSpace::other;
  }
  constexpr std::string_view microsoft = "http://schemas.microsoft.com/office/word/";
  if (uri.starts_with(microsoft)) {
    const std::string_view name = uri.substr(microsoft.size());
    if (name == "2010/wordml") return XmlSpace::word_2010;
    if (name == "2012/wordml") return XmlSpace::word_2012;
    if (name == "2016/wordml/cid" || name == "2018/wordml/cex") return XmlSpace::word_2016;
    if (name == "2010/wordprocessingShape" || name == "2010/wordprocessingGroup" ||
        name == "2010/wordprocessingCanvas") {
      return XmlSpace::word_shape;
    }
    if (ends_with(name, "/wordprocessingDrawing")) return XmlSpace::drawing;
    return XmlSpace::other;
  }
  if (uri.starts_with("urn:schemas-microsoft-com:")) return XmlSpace::drawing;
  return XmlSpace::other;
}

std::string_view XmlEvent::attribute(XmlSpace wanted, std::string_view local, std::string_view otherwise) const {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.space == wanted && attribute.name == local) return attribute.value;
  }
  return otherwise;
}

/// Owns expat's parser. Expat pushes: it is given the whole part, since it looks again at all of a token that it got in
/// pieces, and is halted whenever enough events wait in `events_` to be handed out.
class XmlReader::Parser {
 public:
  explicit Parser(std::string_view xml) : xml_(xml), expat_(XML_ParserCreateNS("UTF-8", separator)) {
    if (expat_ == nullptr) {
      fault_ = OfficeFault::too_large;
      return;
    }
    XML_SetUserData(expat_, this);
    XML_SetElementHandler(
        expat_, [](void* self, const char* name, const char** attributes) { of(self).start(name, attributes); },
        [](void* self, const char* name) { of(self).end(name); });
    XML_SetCharacterDataHandler(expat_, [](void* self, const char* text, int size) { of(self).text(text, size); });
    XML_SetStartDoctypeDeclHandler(expat_, [](void* self, const char*, const char*, const char*, int) {
      of(self).stop(OfficeFault::forbidden_doctype);
    });
  }
  ~Parser() { XML_ParserFree(expat_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  const XmlEvent* next() {
    while (next_ == count_) {
      if (done_ || fault_) return nullptr;
      parse_step();
    }
    const Held& held = events_[next_++];
    fill(held);
    return &event_;
  }

  [[nodiscard]] std::optional<OfficeFault> fault() const {
    // What was parsed before the fault is handed out first.
    return next_ == count_ ? fault_ : std::nullopt;
  }

 private:
  /// An event as it lies in `arena_`.
  struct Held {
    XmlKind kind = XmlKind::text;
    XmlSpace space = XmlSpace::none;
    Span bytes;
    std::size_t begin = 0;  // of name or text
    std::size_t size = 0;
    std::size_t first_attribute = 0;
    std::size_t attributes = 0;
  };
  struct HeldAttribute {
    XmlSpace space = XmlSpace::none;
    std::size_t name = 0;
    std::size_t name_size = 0;
    std::size_t value_size = 0;  // behind the name
  };

  static Parser& of(void* self) { return *static_cast<Parser*>(self); }

  void parse_step() {
    next_ = count_ = 0;
    arena_.clear();
    attributes_.clear();
    const XML_Status status = std::exchange(begun_, true)
                                  ? XML_ResumeParser(expat_)
                                  : XML_Parse(expat_, xml_.data(), static_cast<int>(xml_.size()), 1);
    halted_ = false;
    if (status == XML_STATUS_SUSPENDED) return;
    done_ = true;
    if (status != XML_STATUS_OK && !fault_) fault_ = OfficeFault::damaged_part;
  }

  Held& add(XmlKind kind) {
    if (count_ + 1 >= events_at_once && !std::exchange(halted_, true)) XML_StopParser(expat_, XML_TRUE);
    if (count_ == events_.size()) events_.emplace_back();
    Held& held = events_[count_++];
    held = {};
    held.kind = kind;
    const auto begin = static_cast<std::uint32_t>(XML_GetCurrentByteIndex(expat_));
    held.bytes = {begin, begin + static_cast<std::uint32_t>(XML_GetCurrentByteCount(expat_))};
    // Expat knows no bytes for the end of an empty element: they are those of its start.
    if (kind == XmlKind::end && held.bytes.empty()) held.bytes = last_start_;
    if (kind == XmlKind::start) last_start_ = held.bytes;
    return held;
  }

  std::size_t keep(std::string_view text) {
    const std::size_t begin = arena_.size();
    arena_ += text;
    return begin;
  }

  /// Takes "namespace\nlocal" apart.
  std::pair<XmlSpace, std::string_view> resolve(std::string_view name) {
    const std::size_t end = name.rfind(separator);
    if (end == std::string_view::npos) return {XmlSpace::none, name};
    const std::string_view uri = name.substr(0, end);
    if (uri != last_uri_) {
      last_uri_ = uri;
      last_space_ = xml_space(uri);
    }
    return {last_space_, name.substr(end + 1)};
  }

  void start(std::string_view name, const char** attributes) {
    if (fault_) return;
    if (++depth_ > most_depth) return stop(OfficeFault::too_deep);
    Held& held = add(XmlKind::start);
    const auto [space, local] = resolve(name);
    held.space = space;
    held.begin = keep(local);
    held.size = local.size();
    held.first_attribute = attributes_.size();
    for (; *attributes != nullptr; attributes += 2) {
      const auto [attribute_space, attribute_name] = resolve(attributes[0]);
      const std::string_view value = attributes[1];
      attributes_.push_back({attribute_space, keep(attribute_name), attribute_name.size(), value.size()});
      arena_ += value;
      ++held.attributes;
    }
  }

  void end(std::string_view name) {
    if (fault_) return;
    --depth_;
    Held& held = add(XmlKind::end);
    const auto [space, local] = resolve(name);
    held.space = space;
    held.begin = keep(local);
    held.size = local.size();
  }

  void text(const char* text, int size) {
    if (fault_) return;
    Held& held = add(XmlKind::text);
    held.begin = keep({text, static_cast<std::size_t>(size)});
    held.size = static_cast<std::size_t>(size);
  }

  void stop(OfficeFault fault) {
    fault_ = fault;
    XML_StopParser(expat_, XML_FALSE);  // also where it was to halt only
  }

  void fill(const Held& held) {
    const std::string_view arena = arena_;
    const std::string_view text = arena.substr(held.begin, held.size);
    event_.kind = held.kind;
    event_.space = held.space;
    event_.bytes = held.bytes;
    event_.name = held.kind == XmlKind::text ? std::string_view() : text;
    event_.text = held.kind == XmlKind::text ? text : std::string_view();
    event_.attributes.clear();
    for (std::size_t i = 0; i < held.attributes; ++i) {
      const HeldAttribute& attribute = attributes_[held.first_attribute + i];
      event_.attributes.push_back({attribute.space, arena.substr(attribute.name, attribute.name_size),
                                   arena.substr(attribute.name + attribute.name_size, attribute.value_size)});
    }
  }

  std::string_view xml_;
  XML_Parser expat_;
  bool begun_ = false;
  bool halted_ = false;  // in this step
  bool done_ = false;
  std::size_t depth_ = 0;
  std::optional<OfficeFault> fault_;
  std::vector<Held> events_;
  std::size_t count_ = 0;
  std::size_t next_ = 0;
  std::vector<HeldAttribute> attributes_;
  std::string arena_;
  Span last_start_;
  std::string last_uri_;
  XmlSpace last_space_ = XmlSpace::none;
  XmlEvent event_;
};

XmlReader::XmlReader(std::string_view xml) : parser_(std::make_unique<Parser>(xml)) {}
XmlReader::~XmlReader() = default;
XmlReader::XmlReader(XmlReader&&) noexcept = default;
XmlReader& XmlReader::operator=(XmlReader&&) noexcept = default;

const XmlEvent* XmlReader::next() { return parser_->next(); }

void XmlReader::skip_element() {
  for (std::size_t open = 1; open > 0;) {
    const XmlEvent* const event = next();
    if (event == nullptr) return;
    if (event->kind == XmlKind::start) ++open;
    if (event->kind == XmlKind::end) --open;
  }
}

std::optional<OfficeFault> XmlReader::fault() const { return parser_->fault(); }

}  // namespace gialint
