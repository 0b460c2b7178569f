"""How the catalog compares, sorts, addresses and writes text, numbers, money and dates.

Nothing here changes what an author wrote: folding and keys serve comparison, search and order only; the `format_*`
functions write values that are not text yet. No locale of the machine is read. Markdown is the matter of `prose`,
words of the web pages stand in `strings/`.
"""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

Number = int | float | Decimal
"""A figure of a record. Years, telephone numbers and decision numbers are text, not numbers."""

SLUG_LENGTH = 80
"""Longest slug, in characters; the model's `Slug` says the same."""

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one language writes numbers, money, dates and lists."""

    group: str
    """Between groups of three digits."""
    decimal: str
    """Between units and tenths."""
    currency: str
    """After an amount in đồng."""
    day: str
    """A full date; `{d}`, `{m}`, `{month}` (its name) and `{y}` are filled in."""
    month: str
    """A month of a year."""
    months: tuple[str, ...] = ()
    """Names of the months, January first; empty: the language writes them as numbers."""
    last: str
    """Before the last element of a list."""
    at_least: str
    """A range without an upper end; `{}` is the number."""
    at_most: str
    """A range without a lower end."""


STYLES = {
    "vi": Style(
        group=".",
        decimal=",",
        currency="đồng",
        day="{d}/{m}/{y}",
        month="tháng {m}/{y}",
        last=" và ",
        at_least="từ {}",
        at_most="đến {}",
    ),
    "en": Style(
        group=",",
        decimal=".",
        currency="VND",
        day="{d} {month} {y}",
        month="{month} {y}",
        months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        last=" and ",
        at_least="from {}",
        at_most="up to {}",
    ),
}
"""The languages whose habits are known, by locale."""

INTERNATIONAL = Style(
    group="\u202f",
    decimal=".",
    currency="VND",
    day="{y}-{m:02}-{d:02}",
    month="{y}-{m:02}",
    last=", ",
    at_least="≥\u00a0{}",
    at_most="≤\u00a0{}",
)
"""What every other language gets, so that a third language needs no code: signs that no language reads wrongly
(narrow spaces between thousands as in ISO 80000-1, dates as in ISO 8601, lists without a word for “and”)."""


def nfc(text: str) -> str:
    """Return the composed form (Unicode NFC), the only one that the catalog stores and compares."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the bare form for search and comparison: no marks, no case, đ as d, single spaces.

    Typing without marks finds what is written with them, and the place of a tone mark (hòa, hoà) does not matter.
    Ð and Ɖ, which keyboards and scans put for Đ, count as Đ. Never shown to a reader. The result may be empty.

    >>> fold("  Lụa  Vạn Phúc, HÀ ĐÔNG ")
    'lua van phuc, ha dong'
    """
    return " ".join(text.translate(_FOLDED).split())


def spelling(text: str) -> str:
    """Return a key that is equal for two spellings of one word: old or new tone placement, case, composition, spaces.

    Other than `fold` it keeps letters and tones apart. Each tone goes to the end of its word; where in the syllable it
    is written never tells two Vietnamese words apart.

    >>> spelling("Hoà Thuỷ") == spelling("hòa  thủy")
    True
    >>> spelling("mã") == spelling("má")
    False
    """
    words = unicodedata.normalize("NFD", " ".join(text.split())).casefold()
    return unicodedata.normalize("NFC", _TONED_WORD.sub(_tone_last, unicodedata.normalize("NFD", words)))


def same_spelling(one: str, other: str) -> bool:
    """Tell whether two texts differ at most in tone placement, case, composition or spaces.

    >>> same_spelling("Khoẻ", "khỏe"), same_spelling("Chăm", "Chàm")
    (True, False)
    """
    return spelling(one) == spelling(other)


def slug(text: str) -> str:
    """Return the word that stands for a name in addresses: small Latin letters, digits, single hyphens.

    An apostrophe inside a word leaves no gap (M’nông → mnong). At most `SLUG_LENGTH` characters, cut between words.

    Raises:
        ValueError: No Latin letter and no digit is left to make an address of.

    >>> slug("Nước mắm Phú Quốc – 43° đạm")
    'nuoc-mam-phu-quoc-43-dam'
    """
    bare = _APOSTROPHES.sub("", fold(text))
    words = "-".join(re.findall(r"[a-z0-9]+", bare))
    if not words:
        raise ValueError(f"no letter or digit for an address in {text!r}")
    if len(words) > SLUG_LENGTH:
        head = words[: SLUG_LENGTH + 1]
        words = head.rpartition("-")[0] or words[:SLUG_LENGTH]
    return words


def sort_key(text: str) -> str:
    """Return a key that sorts as Vietnamese dictionaries do.

    Letters come first, over the whole text: a ă â b c d đ e ê (f) g h i (j) k l m n o ô ơ p q r s t u ư v (w) x y (z).
    Only among equal letters the tones decide, first word first: ngang, huyền, hỏi, ngã, sắc, nặng. A space comes before
    any letter (Hà Nội, Hà Tĩnh, Hải Phòng), digits come before letters and count as whole numbers (2, 10), other
    scripts come last, punctuation is a space. Texts with one key are equal after NFC.

    Source: the letters and the tone order are those of the Vietnamese collation of Unicode CLDR (`vi`). Decision: a
    tone belongs to its word, wherever in the syllable it is written, so hòa and hoà are neighbours.

    >>> sorted(["Đà Nẵng", "Bà Chúa", "Ba Vì", "Dệt", "Âu Cơ", "An Giang", "Ăn"], key=sort_key)
    ['An Giang', 'Ăn', 'Âu Cơ', 'Bà Chúa', 'Ba Vì', 'Dệt', 'Đà Nẵng']
    >>> sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key)
    ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']
    """
    composed = nfc(text)
    letters = " ".join(composed.translate(_LETTERS).split())
    if _DIGITS.search(letters):
        letters = _DIGITS.sub(_sized, letters)
    tones = " ".join(composed.translate(_TONES).split()).replace(_LEVEL, "")
    return f"{letters}\0{tones}\0{composed}"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate the author most probably meant, or `None` when none is close.

    Marks, case, hyphens and underscores do not count: `Gốm sứ` finds `gom-su`. Of equally close ones the first wins.

    >>> nearest("Gốm sứ", ["go-my-nghe", "gom-su"])
    'gom-su'
    """
    matcher = difflib.SequenceMatcher(None, b=_loose(word))
    best, best_ratio = None, _CLOSE if len(word) > 3 else _CLOSE_WHEN_SHORT
    for candidate in candidates:
        matcher.set_seq1(_loose(candidate))
        # The two quick bounds spare the long comparison of most candidates.
        if matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio:
            ratio = matcher.ratio()
            if ratio > best_ratio:
                best, best_ratio = candidate, ratio
    return best


def format_number(value: Number, language: str) -> str:
    """Write a number with groups of three digits: `1.234,5` in Vietnamese, `1,234.5` in English.

    At most six decimals, none of them a trailing zero and none from binary rounding; a true minus sign.

    Raises:
        ValueError: `value` is infinite or not a number.

    >>> format_number(1234.5, "vi"), format_number(-1234.5, "en"), format_number(0.1 + 0.2, "vi")
    ('1.234,5', '−1,234.5', '0,3')
    """
    style = _style(language)
    whole, _, decimals = _plain_digits(value).partition(".")
    grouped = f"{int(whole):,}".replace(",", style.group).replace("-", "−")
    if whole == "-0":
        grouped = "−0"
    return grouped + (style.decimal + decimals if decimals else "")


def format_range(low: Number | None, high: Number | None, language: str) -> str:
    """Write a range with an en dash, or its one known end in words.

    Raises:
        ValueError: Both ends are unknown.

    >>> format_range(60, 70, "vi"), format_range(60, None, "vi"), format_range(None, 1500, "en")
    ('60–70', 'từ 60', 'up to 1,500')
    """
    style = _style(language)
    if low is None or high is None:
        known = high if low is None else low
        if known is None:
            raise ValueError("a range needs at least one end")
        return (style.at_most if low is None else style.at_least).format(format_number(known, language))
    first, last = format_number(low, language), format_number(high, language)
    if first == last:
        return first
    return f"{first} – {last}" if low < 0 or high < 0 else f"{first}–{last}"


def format_money(amount: Number, language: str) -> str:
    """Write an amount in đồng, the number and the currency on one line.

    >>> format_money(50000, "vi").split(NO_BREAK_SPACE), format_money(50000, "en").split(NO_BREAK_SPACE)
    (['50.000', 'đồng'], ['50,000', 'VND'])
    """
    return format_number(amount, language) + NO_BREAK_SPACE + _style(language).currency


def format_distance(kilometres: Number, language: str) -> str:
    """Write a distance given in kilometres; below one kilometre it is written in metres.

    >>> format_distance(3.9, "vi").split(NO_BREAK_SPACE), format_distance(0.8, "en").split(NO_BREAK_SPACE)
    (['3,9', 'km'], ['800', 'm'])
    """
    if 0 < kilometres < 1:
        return format_number(round(kilometres * 1000), language) + NO_BREAK_SPACE + "m"
    return format_number(kilometres, language) + NO_BREAK_SPACE + "km"


def format_percent(percentage: Number, language: str) -> str:
    """Write a percentage; 70 is seventy in a hundred.

    >>> format_percent(49.1, "vi")
    '49,1%'
    """
    return format_number(percentage, language) + "%"


@lru_cache(4096)
def format_date(date: str, language: str) -> str:
    """Write a date as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.

    A year alone stays bare: the sentence around it says “năm 2021”, “in 2021”.

    Raises:
        ValueError: `date` has another form; the model lets no such date pass.

    >>> format_date("2021-08-23", "vi"), format_date("2021-08", "vi"), format_date("2021", "vi")
    ('23/8/2021', 'tháng 8/2021', '2021')
    >>> format_date("2021-08-23", "en"), format_date("2021-08", "en")
    ('23 August 2021', 'August 2021')
    """
    match = re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?", date)
    if match is None:
        raise ValueError(f"not YYYY, YYYY-MM or YYYY-MM-DD: {date!r}")
    year, month, day = match.groups()
    if month is None:
        return year
    style = _style(language)
    pattern = style.month if day is None else style.day
    name = style.months[int(month) - 1] if style.months else month
    return pattern.format(y=year, m=int(month), d=int(day or 1), month=name)


def join_list(items: Sequence[str], language: str) -> str:
    """Write a list as a phrase.

    >>> join_list(["tre", "nứa", "vầu"], "vi"), join_list(["bamboo", "rattan"], "en")
    ('tre, nứa và vầu', 'bamboo and rattan')
    """
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + _style(language).last + items[-1]


def _style(language: str) -> Style:
    return STYLES.get(language, INTERNATIONAL)


def _plain_digits(value: Number) -> str:
    """Return the shortest decimal form without an exponent: `-1234.5`."""
    if isinstance(value, int):
        return str(int(value))
    if not math.isfinite(value):
        raise ValueError("only finite numbers can be written")
    rounded = round(Decimal(repr(value)) if isinstance(value, float) else value, 6)
    digits = f"{rounded:f}".rstrip("0").rstrip(".")
    return "0" if digits in {"", "-0"} else digits


_CLOSE = 0.65
"""Share of common characters (`difflib` ratio) above which a word may have been meant."""
_CLOSE_WHEN_SHORT = 0.45
"""The same for words of up to three letters, where one slip is a large part: `vn` is `vi`."""


def _loose(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", fold(text)).strip()


# --- letters and tones ---------------------------------------------------------------------------------------------

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 letters of Vietnamese, and f j w z where the Latin alphabet has them."""
_FIRST_RANK = ord("a")
_LETTER_MARKS = {"\u0306": "ă", "\u0302": "âêô", "\u031b": "ơư"}
"""Breve, circumflex and horn make a letter of their own, on these letters only."""
_TONE_MARKS = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""Huyền, hỏi, ngã, sắc, nặng in their order; ngang has no mark."""
_OTHER_MARK = "6"
_LEVEL = "\x02"
_D_WITH_STROKE = dict.fromkeys("đĐðÐɖƉ", "đ")
_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
_DIGITS = re.compile(r"[0-9]+")
_TONED_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_TONE = re.compile(r"[\u0300\u0301\u0303\u0309\u0323]")


def _tone_last(word: re.Match[str]) -> str:
    # U+034F keeps NFC from composing the tone with whatever letter happens to stand last.
    tones = _TONE.findall(word[0])
    return _TONE.sub("", word[0]) + "".join("\u034f" + tone for tone in tones) if tones else word[0]


def _sized(digits: re.Match[str]) -> str:
    """Put the length before the digits, so that numbers compare by size; a `0` first, so that they precede letters."""
    significant = digits[0].lstrip("0")
    return f"0{chr(ord('0') + len(significant))}{significant}"


class _Table(dict[int, str]):
    """A table for `str.translate` that works out each character when it is first met.

    A catalog knows a few hundred characters but names by the ten thousand; the answers depend on the character alone.
    """

    def __missing__(self, code: int) -> str:
        self[code] = answer = self.answer(chr(code))
        return answer

    def answer(self, character: str) -> str:
        raise NotImplementedError


class _Folded(_Table):
    def answer(self, character: str) -> str:
        bare = character
        for _ in range(3):  # case folding may bring marks, and taking marks off may bring letters that fold
            bare = "".join(
                _D_WITH_STROKE.get(c, c).replace("đ", "d")
                for c in unicodedata.normalize("NFKD", bare.casefold())
                if unicodedata.category(c) not in {"Mn", "Me", "Cf"}
            )
        return bare


class _Letters(_Table):
    """The letters of a character as ranks of the alphabet; empty for marks, a space for what is no letter or digit."""

    def answer(self, character: str) -> str:
        return "".join(map(_rank, _letters_of(character)[0]))


class _Tones(_Table):
    """The tones of a character; `_LEVEL` where a letter stands, so that a word without tones is still a word."""

    def answer(self, character: str) -> str:
        letters, marks = _letters_of(character)
        return "".join(" " if _rank(letter) == " " else _LEVEL for letter in letters) + marks


def _rank(letter: str) -> str:
    if letter in _ALPHABET:
        return chr(_FIRST_RANK + _ALPHABET.index(letter))
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    # Other alphabets keep their own order, after the last of ours.
    return chr(max(ord(letter), 0x100)) if letter.isalpha() else " "


def _letters_of(character: str) -> tuple[str, str]:
    """Split one character into its letters (ă, â, đ … stay themselves) and the digits of its remaining marks."""
    letters, marks = "", ""
    for part in unicodedata.normalize("NFKD", _D_WITH_STROKE.get(character, character).casefold()):
        if unicodedata.category(part) not in {"Mn", "Me", "Cf"}:
            letters += part
        elif letters and (made := unicodedata.normalize("NFC", letters[-1] + part)) in _LETTER_MARKS.get(part, ""):
            letters = letters[:-1] + made
        elif unicodedata.category(part) != "Cf":
            marks += _TONE_MARKS.get(part, _OTHER_MARK)
    return letters, marks


_FOLDED = _Folded()
_LETTERS = _Letters()
_TONES = _Tones()
