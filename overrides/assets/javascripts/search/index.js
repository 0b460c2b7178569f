// The index in the browser: fetches the few files that a query needs, and says which pages fit it and in which order.

import { column, rising } from "./numbers.js"
import { bare, fromTelex, isOneSlip, parts, wordsOf } from "./words.js"

const ROOT = new URL("../../../../", import.meta.url)
const MOST_WORDS = 12
const LONGEST_QUERY = 300
const SLIPS = 4 // so many other words are tried for one that may have slipped, twice as many for an unknown one
const ENOUGH = 10 // so many pages fit by name or fact: their texts need not be asked

// Weights of one word of a query in a name, in a fact, in a text. A name that has all words comes before facts, and a
// name that has nothing else before everything.
const NAME = 3
const FACT = 1.5
const TEXT = 0.4
const WHOLE_NAME = 4
const EXACT = 30
const SLIPPED = 0.4
const PART_OF_NAME = 0.5
const KIND_STEP = 0.12

let opened = null

/** Open the index of the page's language, once. */
export function openIndex(language = document.documentElement.lang) {
  opened ??= load(language)
  opened.catch(() => { opened = null })
  return opened
}

async function load(language) {
  const head = await json(new URL(`assets/search/${language}.json`, ROOT), "no-cache")
  return new Index(head, new URL(`assets/search/${head.folder}/`, ROOT))
}

async function json(url, cache = "default") {
  const answer = await fetch(url, { cache })
  if (!answer.ok) throw new Error(`${answer.status} ${url.pathname}`)
  return answer.json()
}

export class Index {
  constructor(head, folder) {
    this.head = head
    this.folder = folder
    this.spoken = head.spoken
    this.kind = column(head.kind)
    this.lengths = column(head.lengths)
    this.firsts = { w: head.w.split(" "), t: head.t ? head.t.split(" ") : [] }
    this.count = this.kind.length
    // Names are counted through all pages: those of page n are nameStart[n] … nameStart[n + 1] − 1.
    this.nameStart = new Uint32Array(this.count + 1)
    column(head.names).forEach((names, page) => { this.nameStart[page + 1] = this.nameStart[page] + names })
    this.files = new Map()
  }

  /** Fetch a file of the index, once. */
  file(name) {
    if (!this.files.has(name)) {
      const asked = json(new URL(name, this.folder))
      asked.catch(() => this.files.delete(name))
      this.files.set(name, asked)
    }
    return this.files.get(name)
  }

  /** Return the number of the first page of a kind; pages of a kind stand together. */
  firstOf(kind) {
    return this.kind.indexOf(this.head.kinds.indexOf(kind))
  }

  /** Return what results show of some pages, in the order asked for. */
  async lines(pages) {
    const { block, kinds, prefixes } = this.head
    const blocks = new Map()
    await Promise.all([...new Set(pages.map((page) => Math.floor(page / block)))].map(async (number) => {
      blocks.set(number, await this.file(`b${number}.json`))
    }))
    return pages.map((page) => {
      const [title, uri = "", line = "", honour = "", lang = "", image = "", stamp = ""] = blocks.get(Math.floor(page / block))[page % block]
      const kind = this.kind[page]
      const picture = image ? new URL(image, ROOT).href : ""
      return { page, kind: kinds[kind], title, url: new URL(prefixes[kind] + uri, ROOT).href, line, honour, lang, picture, stamp }
    })
  }

  /**
   * Find the pages that a query means.
   * Returns { pages, how }: page numbers, best first; how: "typed", "bare" (marks were left aside), "telex", "slip" (one
   * letter may have slipped), "near" (not every word was found) or "none".
   */
  async find(query) {
    const typed = [...new Set(wordsOf(query.slice(0, LONGEST_QUERY)))].slice(0, MOST_WORDS)
    if (!typed.length) return { pages: [], how: "none" }
    const begun = typed.length === 1 && typed[0].length === 1 // one letter: found where it is a word, nothing is guessed
    const open = !/\s$/.test(query) // the last word may still grow
    const telex = typed.map((word) => fromTelex(word) ?? word)
    const readings = [["typed", typed]]
    if (telex.some((word, at) => word !== typed[at])) readings.push(["telex", telex])
    for (const [how, words] of readings) {
      const tokens = words.map(parts)
      const marked = tokens.filter((token) => token.marked || /\d/.test(token.word)).length
      const levels = marked === 0 ? ["bare"] : marked < tokens.length ? ["fitting", "bare"] : ["same", "fitting", "bare"]
      for (const level of levels) {
        const pages = await this.#fitting(tokens, level, open)
        if (pages.length) return { pages, how: how === "telex" ? how : level === "bare" && marked ? "bare" : "typed" }
      }
      // A single letter at the end is a word that has just begun.
      if (open && tokens.length > 1 && tokens.at(-1).word.length === 1) {
        const pages = await this.#fitting(tokens.slice(0, -1), "bare", false)
        if (pages.length) return { pages, how: "typed" }
      }
    }
    if (begun) return { pages: [], how: "none" }
    const tokens = telex.map(parts)
    const slips = await this.#slips(tokens)
    const meant = await this.#fitting(tokens, "bare", open, slips)
    if (meant.length) return { pages: meant, how: "slip" }
    const near = await this.#fitting(tokens, "bare", open, slips, true)
    return { pages: near.slice(0, ENOUGH), how: near.length ? "near" : "none" }
  }

  /** Return, for each word, the known words that differ from it by one letter, the same beginning first. */
  async #slips(tokens) {
    const known = (await this.file("words.json")).split(" ")
    return tokens.map(({ word }) => {
      if (word.length < 2 || /\d/.test(word)) return []
      const near = known.filter((other) => isOneSlip(word, other))
      const alike = [...near.filter((other) => other[0] === word[0]), ...near.filter((other) => other[0] !== word[0])]
      return alike.slice(0, known.includes(word) ? SLIPS : 2 * SLIPS)
    })
  }

  /** Rank the pages that have every word (with `some`: as many as possible), by names and facts, then by texts. */
  async #fitting(tokens, level, open, slips = null, some = false) {
    const found = await this.#hits("w", tokens, level, open, slips)
    let ranked = this.#ranked(tokens, found, null, some)
    if (ranked.length < ENOUGH && !some) {
      const texts = await this.#hits("t", tokens, level, open) // texts are long: a slip would be found in too many
      ranked = this.#ranked(tokens, found, texts, some)
    }
    return ranked
  }

  /** Return, for each word of the query, the spellings that fit it with their lists, the best first. */
  #hits(set, tokens, level, open, slips = null) {
    return Promise.all(tokens.map(async (token, at) => {
      const growing = open && at === tokens.length - 1 && token.word.length > 1
      let hits = await this.#terms(set, token, level, growing)
      if (!hits.length) hits = await this.#terms(set, otherVowel(token), level === "same" ? "same" : "bare", growing) // kỹ, kĩ
      if (!hits.length && !growing && token.word.length > 1) hits = await this.#terms(set, token, level, true)
      const others = await Promise.all((slips?.[at] ?? []).map((word) => this.#terms(set, parts(word), "bare", false)))
      hits.push(...others.flat().map((hit) => ({ ...hit, worth: SLIPPED })))
      return hits.sort((a, b) => b.worth - a.worth)
    }))
  }

  async #terms(set, token, level, growing) {
    const shards = await Promise.all(this.#shardsOf(set, token.word, growing).map((number) => this.file(`${set}${number}.json`)))
    const hits = []
    for (const shard of shards) {
      for (const word of growing ? Object.keys(shard) : [token.word]) {
        if (growing ? !word.startsWith(token.word) : !Object.hasOwn(shard, word)) continue
        for (const [spelling, lists] of Object.entries(shard[word])) {
          const worth = worthOf(token, parts(spelling || word), level)
          if (worth > 0) hits.push({ worth, lists })
        }
      }
    }
    return hits
  }

  /** Return the numbers of the shards that may hold a word, or every word that begins with it. */
  #shardsOf(set, word, growing) {
    const firsts = this.firsts[set]
    const last = growing ? word + "\uffff" : word
    let from = 0
    while (from + 1 < firsts.length && firsts[from + 1] <= word) from += 1
    let to = from
    while (to + 1 < firsts.length && firsts[to + 1] <= last) to += 1
    return firsts.length ? Array.from({ length: to - from + 1 }, (_, step) => from + step) : []
  }

  #ranked(tokens, found, texts, some) {
    const names = this.nameStart[this.count]
    const inName = new Uint16Array(names)
    const nameWorth = new Float32Array(names)
    const inFacts = new Uint16Array(this.count)
    const inText = new Uint16Array(this.count)
    const worths = tokens.map(() => new Float32Array(this.count)) // of each word in facts or text
    found.forEach((hits, at) => {
      const bit = 1 << at
      for (const { worth, lists } of hits) {
        for (const name of rising(lists[0])) {
          if (inName[name] & bit) continue
          inName[name] |= bit
          nameWorth[name] += worth
        }
        for (const page of rising(lists[1])) {
          if (inFacts[page] & bit) continue
          inFacts[page] |= bit
          worths[at][page] = FACT * worth
        }
      }
    })
    texts?.forEach((hits, at) => {
      const bit = 1 << at
      for (const { worth, lists } of hits) {
        for (const page of rising(lists[0])) {
          if ((inFacts[page] | inText[page]) & bit) continue
          inText[page] |= bit
          worths[at][page] = TEXT * worth
        }
      }
    })
    const all = (1 << tokens.length) - 1
    const scored = []
    for (let page = 0; page < this.count; page += 1) {
      const beside = inFacts[page] | inText[page]
      let has = beside
      for (let name = this.nameStart[page]; name < this.nameStart[page + 1]; name += 1) has |= inName[name]
      if (some ? has === 0 : has !== all) continue
      let best = -1
      for (let name = this.nameStart[page]; name < this.nameStart[page + 1]; name += 1) {
        best = Math.max(best, this.#score(page, name, name === this.nameStart[page], all, inName[name], nameWorth[name], worths))
      }
      let count = 0
      for (let bits = has; bits; bits &= bits - 1) count += 1
      scored.push([page, (some ? 100 * count : 0) + best - KIND_STEP * this.kind[page]])
    }
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return scored.map(([page]) => page)
  }

  /** Judge one name of a page, with what the page's facts and text add to it. */
  #score(page, name, isTitle, all, has, worth, worths) {
    const words = this.lengths[name] || 1
    let score = NAME * worth + (isTitle ? 0.2 : 0)
    let count = 0
    for (let at = 0; at < worths.length; at += 1) {
      if (has & (1 << at)) count += 1
      else score += worths[at][page]
    }
    score += (PART_OF_NAME * count) / words
    if (has === all) {
      score += WHOLE_NAME * (count / words + 1)
      if (count === words && worth > 0.85 * count) score += EXACT
    }
    return score
  }
}

/** Say how well a spelling fits what was typed: 1 the same, less for other marks or a beginning, 0 not at all. */
function worthOf(typed, term, level) {
  const whole = term.word === typed.word
  const same = typed.marked ? (whole ? term.spelling === typed.spelling : begins(typed, term)) : whole && !term.marked
  if (level === "same" && !same && (typed.marked || !/\d/.test(typed.word))) return 0
  if (level === "fitting" && !same && !fits(typed, term)) return 0
  const length = whole ? 1 : 0.55 + (0.35 * typed.word.length) / term.word.length
  return length * (same ? 1 : typed.marked ? 0.75 : 0.95)
}

/** Return a word with its last i as y, or the reverse: both spellings are in use (Mỹ, Mĩ). */
function otherVowel(token) {
  const last = { i: "y", y: "i" }[token.letters.at(-1)]
  return parts(last ? token.letters.slice(0, -1) + last + token.tone : token.spelling)
}

/** Tell whether a word that has marks is the beginning of another; its tone may still be missing. */
function begins(typed, term) {
  return term.letters.startsWith(typed.letters) && (typed.tone === "" || typed.tone === term.tone)
}

/** Tell whether every mark that was typed is there; marks that were not typed may be there too. */
function fits(typed, term) {
  if (typed.tone && typed.tone !== term.tone) return false
  return [...typed.letters].every((letter, at) => letter === term.letters[at] || (bare(letter) === letter && bare(term.letters[at] ?? "") === letter))
}
