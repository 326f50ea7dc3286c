#include "config/toml_edit.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "config/toml_reader.hpp"
#include "config/toml_text.hpp"

namespace behest::config {
namespace {

// A statement with the whole path of what it sets or opens.
struct Placed {
  Statement statement;
  KeyPath path;
  KeyPath section;  // the header it stands below
};

std::string_view slice(std::string_view text, Extent extent) {
  return text.substr(extent.begin, extent.end - extent.begin);
}

bool begins_with(const KeyPath& path, const KeyPath& start) {
  return start.size() <= path.size() && std::equal(start.begin(), start.end(), path.begin());
}

KeyPath behind(const KeyPath& path, const KeyPath& start) {
  return {path.begin() + static_cast<std::ptrdiff_t>(start.size()), path.end()};
}

// The parts of a key as it is written, quotes and escapes resolved.
KeyPath parts_of(std::string_view key) {
  KeyPath parts;
  const TomlNode root = read_toml(std::string(key) + " = 0", {});
  for (const TomlNode* node = &root; node->kind == TomlNode::Kind::table; node = &node->items.front()) {
    parts.push_back(node->items.front().key);
  }
  return parts;
}

class Edit {
 public:
  Edit(std::string_view text, const std::string& file, std::string value)
      : text_(text), file_(file), value_(std::move(value)) {
    KeyPath section;
    for (const Statement& statement : statements_of(text)) {
      KeyPath path = parts_of(slice(text, statement.key));
      if (statement.is_header) {
        section = path;
      } else {
        path.insert(path.begin(), section.begin(), section.end());
      }
      placed_.push_back({statement, std::move(path), section});
    }
    const std::size_t line_break = text.find('\n');
    const bool is_dos = line_break != std::string_view::npos && line_break > 0 && text[line_break - 1] == '\r';
    line_end_ = is_dos ? "\r\n" : "\n";
  }

  std::string set(const KeyPath& path) const {
    for (const Placed& place : placed_) {
      if (place.statement.is_header || !begins_with(path, place.path)) continue;
      if (place.path.size() == path.size()) return replaced(place.statement.value, value_);
      return set_inline(place.statement.value, behind(path, place.path));
    }
    const KeyPath table(path.begin(), path.end() - 1);
    if (const Placed* const last = last_of_table(table)) return line_after(*last, path);
    if (table.empty()) return first_line(path);
    return new_table(table, path.back());
  }

  // Without the lines of the path and of all below it.
  std::string unset(const KeyPath& path) const {
    std::string out(text_);
    for (auto place = placed_.rbegin(); place != placed_.rend(); ++place) {
      if (!begins_with(place->path, path)) continue;
      const Extent line = place->statement.line;
      out.erase(line.begin, line.end - line.begin);
    }
    return out;
  }

 private:
  std::string replaced(Extent extent, std::string_view by) const {
    std::string out(text_);
    return out.replace(extent.begin, extent.end - extent.begin, by);
  }

  std::string setting(const KeyPath& path) const { return dotted(path) + " = " + value_; }

  std::string set_inline(Extent table, const KeyPath& path) const {
    if (text_[table.begin] != '{') throw error_at(file_, position_of(text_, table.begin), "this is not a table");
    std::size_t end = table.begin + 1;
    for (const Statement& member : members_of(text_, table)) {
      const KeyPath known = parts_of(slice(text_, member.key));
      if (known == path) return replaced(member.value, value_);
      if (begins_with(path, known)) return set_inline(member.value, behind(path, known));
      end = member.value.end;
    }
    const bool is_empty = end == table.begin + 1;
    if (is_empty) return replaced(table, "{ " + setting(path) + " }");
    return replaced({end, end}, ", " + setting(path));
  }

  // The statement after which a key of the table can stand: the last below its header, or the header itself, or the
  // last that sets one of its keys with dots.
  const Placed* last_of_table(const KeyPath& table) const {
    const Placed* last = nullptr;
    for (const Placed& place : placed_) {
      const bool is_its_header = place.statement.is_header && !place.statement.is_list && place.path == table;
      const bool is_below = !place.statement.is_header && place.section == table;
      const bool is_sibling =
          !place.statement.is_header && begins_with(place.path, table) && begins_with(table, place.section);
      if (is_its_header || is_below || is_sibling) last = &place;
    }
    return last;
  }

  std::string line_after(const Placed& place, const KeyPath& path) const {
    const std::string_view line = slice(text_, place.statement.line);
    const std::string_view indent = line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
    const bool is_cut = !line.ends_with('\n');
    std::string added = is_cut ? line_end_ : std::string();
    added.append(indent).append(setting(behind(path, place.section))).append(line_end_);
    return replaced({place.statement.line.end, place.statement.line.end}, added);
  }

  // A key of no table, in a file that has none yet: before the first header and the comment right above it.
  std::string first_line(const KeyPath& path) const {
    if (placed_.empty()) return ended() + setting(path) + line_end_;
    std::size_t at = placed_.front().statement.line.begin;
    while (at > 0) {
      const std::size_t previous = at < 2 ? 0 : text_.rfind('\n', at - 2) + 1;
      const std::size_t mark = text_.find_first_not_of(" \t", previous);
      if (text_[mark] != '#') break;
      at = previous;
    }
    return replaced({at, at}, setting(path) + line_end_ + line_end_);
  }

  std::string new_table(const KeyPath& table, const std::string& key) const {
    std::string out = ended();
    if (!out.empty()) out += line_end_;
    return out + "[" + dotted(table) + "]" + line_end_ + setting({key}) + line_end_;
  }

  // The text with its last line ended.
  std::string ended() const {
    std::string out(text_);
    if (!out.empty() && out.back() != '\n') out += line_end_;
    return out;
  }

  std::string_view text_;
  const std::string& file_;
  std::string value_;
  std::string line_end_;
  std::vector<Placed> placed_;
};

using Leaves = std::map<std::string, const TomlNode*>;

void collect(const TomlNode& table, KeyPath& path, Leaves& leaves) {
  for (const TomlNode& member : table.items) {
    path.push_back(member.key);
    // Some keys take a table for their value.
    if (member.kind == TomlNode::Kind::table && find_key(path) == nullptr) {
      collect(member, path, leaves);
    } else {
      leaves[dotted(path)] = &member;
    }
    path.pop_back();
  }
}

Leaves leaves_of(const TomlNode& root) {
  Leaves leaves;
  KeyPath path;
  collect(root, path, leaves);
  return leaves;
}

bool same_leaf(const Leaves::value_type& a, const Leaves::value_type& b) {
  return a.first == b.first && same_value(*a.second, *b.second);
}

// Whether `after` is `before` with only that key set.
bool sets_only(const TomlNode& before, const TomlNode& after, const KeyPath& path, TomlNode value) {
  Leaves old_leaves = leaves_of(before);
  Leaves new_leaves = leaves_of(after);
  value.key = path.back();
  const auto set = new_leaves.find(dotted(path));
  if (set == new_leaves.end() || !same_value(*set->second, value)) return false;
  old_leaves.erase(dotted(path));
  new_leaves.erase(set);
  return std::equal(old_leaves.begin(), old_leaves.end(), new_leaves.begin(), new_leaves.end(), same_leaf);
}

// Whether `after` is `before` without the path and all below it.
bool unsets_only(const TomlNode& before, const TomlNode& after, const KeyPath& path) {
  Leaves kept = leaves_of(before);
  const std::string gone = dotted(path);
  std::erase_if(kept, [&](const auto& leaf) { return leaf.first == gone || leaf.first.starts_with(gone + "."); });
  const Leaves left = leaves_of(after);
  return std::equal(kept.begin(), kept.end(), left.begin(), left.end(), same_leaf);
}

// The edited text as it is read again; nothing when it is no TOML any more.
std::optional<TomlNode> read_again(const std::string& edited, const std::string& file) {
  try {
    return read_toml(edited, file);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

std::string without(std::string_view text, const std::string& file, const KeyPath& path) {
  std::string edited = Edit(text, file, {}).unset(path);
  const std::optional<TomlNode> after = read_again(edited, file);
  if (!after || !unsets_only(read_toml(text, file), *after, path)) {
    throw Error{ErrorKind::refused, "cannot take '" + dotted(path) + "' out of " + file + " as it is written",
                "take it out there with an editor"};
  }
  return edited;
}

std::string with_value(std::string_view text, const std::string& file, const KeyPath& path, const TomlNode& value) {
  const TomlNode before = read_toml(text, file);
  std::string edited = Edit(text, file, toml_value(value)).set(path);
  // The edit is by bytes; that it says what was asked for, and nothing else, is for the reader to judge.
  const std::optional<TomlNode> after = read_again(edited, file);
  if (edited.size() > k_max_file_bytes || !after || !sets_only(before, *after, path, value)) {
    throw Error{ErrorKind::refused, "cannot set '" + dotted(path) + "' in " + file + " as it is written",
                "set it there with an editor"};
  }
  return edited;
}

}  // namespace behest::config
