// Reads what scripts/catalog/search/numbers.py writes.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const VALUES = new Uint8Array(128)
for (let value = 0; value < 64; value += 1) VALUES[DIGITS.charCodeAt(value)] = value

/** Read rising numbers. */
export function rising(text) {
  const numbers = []
  if (!text) return numbers
  if (text[0] === ".") {
    for (let at = 1; at < text.length; at += 1) {
      const six = VALUES[text.charCodeAt(at)]
      for (let bit = 0; bit < 6; bit += 1) if (six & (1 << bit)) numbers.push(6 * (at - 1) + bit)
    }
    return numbers
  }
  let last = -1
  let gap = 0
  let shift = 0
  for (let at = 0; at < text.length; at += 1) {
    const digit = VALUES[text.charCodeAt(at)]
    gap += (digit & 31) << shift
    shift += 5
    if (digit < 32) {
      last += gap
      numbers.push(last)
      gap = shift = 0
    }
  }
  return numbers
}

/** Read numbers in any order, each written in `width` characters. */
export function column(text, width = 1) {
  const numbers = new Uint32Array(text.length / width)
  for (let at = 0; at < numbers.length; at += 1) {
    for (let place = width - 1; place >= 0; place -= 1) numbers[at] = numbers[at] * 64 + VALUES[text.charCodeAt(at * width + place)]
  }
  return numbers
}
