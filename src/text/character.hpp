#pragma once
#include <cstddef>

namespace behest::text {

// Columns of one code point by itself: 2 wide, 0 combining (the vowels and finals of Hangul syllables too), else 1.
std::size_t character_width(char32_t value);
// May start an emoji: Extended_Pictographic of UTS 51.
bool is_pictographic(char32_t value);
// Format characters that hide or reorder text (SECURITY S2); ZWJ among them, variation selectors not.
bool is_hidden_format(char32_t value);
// The controls of the bidirectional algorithm, marks included.
bool is_bidi_control(char32_t value);

inline constexpr char32_t k_joiner = 0x200D;
inline constexpr char32_t k_text_style = 0xFE0E;
inline constexpr char32_t k_emoji_style = 0xFE0F;
inline constexpr char32_t k_keycap = 0x20E3;

inline bool is_skin_tone(char32_t value) { return value >= 0x1F3FB && value <= 0x1F3FF; }
inline bool is_regional_indicator(char32_t value) { return value >= 0x1F1E6 && value <= 0x1F1FF; }
inline bool is_keycap_base(char32_t value) { return (value >= '0' && value <= '9') || value == '#' || value == '*'; }

}  // namespace behest::text
