// Which records of a list fit a choice, how many each further choice would leave, and in which order; no page, no network.

import { column } from "../search/numbers.js"

export class Table {
  constructor(data) {
    this.facets = [...data.facets, ...data.honourFacets] // those of honours last
    this.own = data.facets.length
    this.sets = data.facets.map((facet) => facet.sets)
    this.of = data.facets.map((facet) => column(facet.of, facet.width))
    this.honours = data.honours
    this.honourSets = data.sets
    this.honoursOf = column(data.of, data.width)
    this.count = this.honoursOf.length
    this.byYear = data.honourFacets.length - 1
  }

  /**
   * Judge every record by a choice: for each facet a set of value numbers, empty for any.
   * Returns { records, counts }: the numbers of the records that fit, in the list's order, and for each facet how many
   * records each of its values would show, all other facets as chosen.
   */
  judge(chosen) {
    const counts = this.facets.map((facet) => new Uint32Array(facet.values.length))
    const records = []
    const setFits = this.sets.map((sets, at) => sets.map((set) => !chosen[at].size || set.some((value) => chosen[at].has(value))))
    const honourSets = this.honourSets.map((set) => this.#judgeHonours(set, chosen))
    for (let record = 0; record < this.count; record += 1) {
      let misses = 0
      let missed = -1
      for (let at = 0; at < this.own; at += 1) {
        if (!setFits[at][this.of[at][record]]) { misses += 1; missed = at }
      }
      const honour = honourSets[this.honoursOf[record]]
      if (!honour.fits) { misses += 1; missed = this.own }
      if (misses === 0) records.push(record)
      // A value of a facet counts the records that only this facet may have refused.
      for (let at = 0; at < this.own; at += 1) {
        if (misses === 0 || (misses === 1 && missed === at)) {
          for (const value of this.sets[at][this.of[at][record]]) counts[at][value] += 1
        }
      }
      if (misses === 0 || (misses === 1 && missed === this.own)) {
        honour.offers.forEach((values, at) => values.forEach((value) => { counts[this.own + at][value] += 1 }))
      }
    }
    return { records, counts }
  }

  /** Judge the honours of a record: one of them must fit every chosen programme, level and year at once. */
  #judgeHonours(set, chosen) {
    const facets = this.facets.length - this.own
    const offers = Array.from({ length: facets }, () => new Set())
    const fits = (honour, at) => !chosen[this.own + at].size || chosen[this.own + at].has(honour[at])
    let any = Array.from({ length: facets }, (_, at) => at).every((at) => !chosen[this.own + at].size)
    for (const number of set) {
      const honour = this.honours[number]
      const refused = []
      for (let at = 0; at < facets; at += 1) if (!fits(honour, at)) refused.push(at)
      if (!refused.length) any = true
      for (let at = 0; at < facets; at += 1) {
        if (honour[at] >= 0 && (!refused.length || (refused.length === 1 && refused[0] === at))) offers[at].add(honour[at])
      }
    }
    return { fits: any, offers }
  }

  /** Put records in order: "" by name (their own order), "newest" by year of their last honour, "highest" by rank. */
  sort(records, order) {
    if (!order) return records
    const years = this.facets.at(-1).values
    const key = this.honourSets.map((set) => Math.max(-1, ...set.map((number) => {
      const honour = this.honours[number]
      const year = honour[this.byYear] < 0 ? 0 : Number(years[honour[this.byYear]][0])
      return order === "newest" ? year : honour.at(-1) * 10000 + year
    })))
    return [...records].sort((a, b) => key[this.honoursOf[b]] - key[this.honoursOf[a]] || a - b)
  }

  /** Name the values of one facet that a record has. */
  names(id, record) {
    const at = this.facets.findIndex((facet) => facet.id === id)
    return at < 0 || at >= this.own ? [] : this.sets[at][this.of[at][record]].map((value) => this.facets[at].values[value][1])
  }
}

/**
 * Read a choice from an address: `?nghe=gom-su,huong&nam=2021`.
 * Returns { chosen, unknown }: for each facet its set of value numbers, and what it did not know.
 */
export function readChoice(facets, parameters) {
  const unknown = []
  const chosen = facets.map((facet) => {
    const numbers = new Map(facet.values.map(([value], number) => [value, number]))
    const found = new Set()
    for (const value of parameters.getAll(facet.id).flatMap((text) => text.split(","))) {
      if (numbers.has(value)) found.add(numbers.get(value))
      else if (value) unknown.push(`${facet.label}: ${value}`)
    }
    return found
  })
  return { chosen, unknown }
}

/** Write a choice as an address reads it. */
export function writeChoice(facets, chosen) {
  return facets.flatMap((facet, at) => chosen[at].size
    ? [`${facet.id}=${[...chosen[at]].sort((a, b) => a - b).map((number) => encodeURIComponent(facet.values[number][0])).join(",")}`]
    : [])
}

/** Write rows as CSV for spreadsheets: no cell can be taken for a formula, UTF-8 marked for Excel, lines end as RFC 4180 says. */
export function toCsv(columns, rows) {
  const cell = (text) => {
    const tame = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",;\r\n\t]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
  }
  return "\ufeff" + [columns, ...rows].map((row) => row.map((text) => cell(String(text))).join(",") + "\r\n").join("")
}

/** Write rows as JSON: one object for each row, by the headings. */
export function toJson(columns, rows) {
  return JSON.stringify(rows.map((row) => Object.fromEntries(row.map((text, at) => [columns[at], text]))), null, 1) + "\n"
}
