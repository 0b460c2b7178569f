// What a word is to the search, and how it is spelt there; the same rules as scripts/catalog/search/words.py.
// `hương` stays `hương`, `quảng` is `quangR`, `hòa` and `hoà` are both `hoaF`: the keys that Telex types tones with.

const TONES = { "\u0300": "F", "\u0309": "R", "\u0303": "X", "\u0301": "S", "\u0323": "J" }
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const LETTER = "[\\p{L}\\p{N}]"
const APOSTROPHE = new RegExp(`(?<=[\\p{L}\\p{N}_])['’‘ʼ\`´](?=[\\p{L}\\p{N}_])`, "gu")
const WORD = new RegExp(`${LETTER}+`, "gu")

/** Return the words of a text as the search spells them, in reading order. */
export function wordsOf(text) {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "").replace(/[\p{Mn}\p{Me}]/gu, "")
  return (plain.replace(APOSTROPHE, "").toLowerCase().match(WORD) ?? []).map(spelt)
}

/** Return one word in small letters as the search spells it. */
export function spelt(word) {
  let tone = ""
  let letters = ""
  for (const part of word.replace(/[ðɖ]/g, "đ").replace(/ß/g, "ss").normalize("NFD")) {
    if (part in TONES) tone = TONES[part]
    else letters += part
  }
  return letters.normalize("NFC") + tone
}

/** Return a spelling without its tone and marks, as it is looked up. */
export function bare(spelling) {
  return fold(spelling.replace(/[FRXSJ]+$/, ""))
}

/** Return a text without marks and case, đ as d, single spaces: `fold` of scripts/catalog/text.py. */
export function fold(text) {
  return text.normalize("NFKD").toLowerCase().normalize("NFKD")
    .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "").replace(/[đðɖ]/g, "d").replace(/ß/g, "ss")
    .split(/\s+/u).filter(Boolean).join(" ")
}

/** Take a spelling apart: its letters, its tone, its bare form, whether anybody typed a mark. */
export function parts(spelling) {
  const letters = spelling.replace(/[FRXSJ]+$/, "")
  const word = fold(letters)
  return { spelling, letters, tone: spelling.slice(letters.length), word, marked: letters !== word || letters !== spelling }
}

const SYLLABLE = /^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aăâeêioôơuưy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/

/** Return what was meant by keys that Telex did not turn into marks (`huowng`, `ddoongf`); null: nothing but letters. */
export function fromTelex(spelling) {
  if (!/^[a-z]+$/.test(spelling)) return null
  const [, head, tail] = /^([^aeiouyw]*)(.*)$/.exec(spelling)
  let tone = ""
  let rest = tail.replace(/[sfrxj]/g, (key) => { tone = key.toUpperCase(); return "" })
  let start = head.replace("dd", "đ")
  if (start === "d" && /.d$/.test(rest)) { start = "đ"; rest = rest.slice(0, -1) }
  if (/(.)\1/.test(rest)) rest = rest.replace("aa", "â").replace("ee", "ê").replace("oo", "ô")
  if (rest.includes("w")) {
    const without = rest.replace(/w/g, "")
    rest = /uo/.test(without) ? without.replace("uo", "ươ")
      : rest.startsWith("w") ? "ư" + without
      : without.replace(/[aou](?!.*[aou])/, (letter) => ({ a: "ă", o: "ơ", u: "ư" })[letter])
    if (/^u[aă]$/.test(rest)) rest = "ưa"
  }
  const meant = start + rest
  if (meant + tone === spelling || !SYLLABLE.test(meant)) return null
  return meant + tone
}

/** Tell whether one word becomes the other by one slip: a letter too many, too few, another one, two swapped. */
export function isOneSlip(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || one === other) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
