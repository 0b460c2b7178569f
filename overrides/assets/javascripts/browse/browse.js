// Filters of a list: facets with counts, order, cards or table, the whole state in the address, downloads.

import { openIndex } from "../search/index.js"
import { count, element, pictureOf, say, stampOf } from "../search/results.js"
import { Table, readChoice, toCsv, toJson, writeChoice } from "./table.js"

const CARDS = 12 // at a time: each card fetches a picture
const ROWS = 48
const MOST_NAMED = 5
const LONGEST_NAMED = 60

/** Bring the filters of a list to life. */
export async function start(details) {
  const panel = details.querySelector(".cat-browse__panel")
  try {
    const index = await openIndex()
    const table = new Table(await index.file(`${details.dataset.catBrowse}.table.json`))
    new Browse(details, panel, index, table).open()
  } catch (error) {
    panel.replaceChildren(element("p", "", panel.dataset.failed))
    throw error
  }
}

class Browse {
  constructor(details, panel, index, table) {
    this.kind = details.dataset.catBrowse
    this.details = details
    this.panel = panel
    this.index = index
    this.spoken = index.spoken
    this.table = table
    this.first = index.firstOf(this.kind)
    this.orders = { newest: this.spoken["browse.value.newest"], highest: this.spoken["browse.value.highest"] }
    this.written = document.querySelector("[data-cat-list]") // the list as it was written, shown while nothing is chosen
    this.run = 0
  }

  open() {
    this.#build()
    this.#read()
    this.#show()
    addEventListener("popstate", () => { this.#read(); this.#show() })
  }

  // --- state ---

  #read() {
    const parameters = new URLSearchParams(location.search)
    const { chosen, unknown } = readChoice(this.table.facets, parameters)
    this.chosen = chosen
    const order = parameters.get(this.spoken["browse.parameter.sort"]) ?? ""
    this.order = Object.keys(this.orders).find((name) => this.orders[name] === order && this.#hasOrder(name)) ?? ""
    if (order && !this.order) unknown.push(`${this.spoken["browse.sort"]}: ${order}`)
    const view = parameters.get(this.spoken["browse.parameter.view"]) ?? ""
    this.asTable = view === this.spoken["browse.value.table"]
    if (view && !this.asTable) unknown.push(`${this.spoken["browse.view"]}: ${view}`)
    this.#complain(unknown)
  }

  #hasOrder(name) {
    return name === "newest" || this.kind === "product"
  }

  #address() {
    const said = writeChoice(this.table.facets, this.chosen)
    if (this.order) said.push(`${this.spoken["browse.parameter.sort"]}=${this.orders[this.order]}`)
    if (this.asTable) said.push(`${this.spoken["browse.parameter.view"]}=${this.spoken["browse.value.table"]}`)
    return location.pathname + (said.length ? `?${said.join("&")}` : "")
  }

  #change() {
    this.#complain([])
    history.pushState(null, "", this.#address())
    this.#show()
  }

  #complain(unknown) {
    this.unknown.hidden = !unknown.length
    if (!unknown.length) return
    const named = unknown.slice(0, MOST_NAMED).map((text) => {
      const letters = [...text]
      return `“${letters.length > LONGEST_NAMED ? letters.slice(0, LONGEST_NAMED).join("") + "…" : text}”`
    })
    if (unknown.length > MOST_NAMED) named.push(say(this.spoken["browse.and_more"], { count: unknown.length - MOST_NAMED }))
    this.unknown.textContent = say(this.spoken["browse.unknown"], { values: named.join(", ") })
  }

  // --- the panel ---

  #build() {
    const { spoken } = this
    const facets = element("div", "cat-browse__facets")
    this.boxes = this.table.facets.map((facet, at) => {
      const summary = element("summary", "cat-browse__facet-name", facet.label)
      const group = element("div", "cat-browse__values")
      group.setAttribute("role", "group")
      group.setAttribute("aria-label", facet.label)
      const boxes = facet.values.map(([, label], number) => {
        const box = element("input")
        box.type = "checkbox"
        box.addEventListener("change", () => {
          if (box.checked) this.chosen[at].add(number)
          else this.chosen[at].delete(number)
          this.#change()
        })
        const tally = element("span", "cat-browse__count")
        const line = element("label", "cat-browse__value", box, element("span", "", label), tally)
        group.append(line)
        return { box, tally, line }
      })
      const fold = element("details", "cat-browse__facet", summary, group)
      fold.hidden = !facet.values.length
      facets.append(fold)
      return { summary, boxes, fold }
    })
    this.said = element("p", "cat-browse__said")
    this.said.setAttribute("role", "status")
    this.unknown = element("p", "cat-browse__unknown")
    this.unknown.setAttribute("role", "status")
    this.sort = element("select", "cat-browse__select")
    for (const name of ["", "newest", "highest"].filter((name) => !name || this.#hasOrder(name))) {
      const option = element("option", "", spoken[`browse.sort_${name || "name"}`])
      option.value = name
      this.sort.append(option)
    }
    this.sort.addEventListener("change", () => { this.order = this.sort.value; this.#change() })
    this.view = element("select", "cat-browse__select")
    for (const name of ["cards", "table"]) {
      const option = element("option", "", spoken[`browse.${name}`])
      option.value = name
      this.view.append(option)
    }
    this.view.addEventListener("change", () => { this.asTable = this.view.value === "table"; this.#change() })
    const bar = element("div", "cat-browse__bar",
      element("label", "", element("span", "", spoken["browse.sort"]), this.sort),
      element("label", "", element("span", "", spoken["browse.view"]), this.view))
    this.clear = this.#button("clear", () => {
      this.chosen.forEach((set) => set.clear())
      this.#change()
    })
    const acts = element("div", "cat-browse__acts", this.clear,
      this.#button("copy", () => this.#copy()),
      this.#button("csv", () => this.#download("csv", "text/csv", toCsv)),
      this.#button("json", () => this.#download("json", "application/json", toJson)))
    this.told = element("p", "cat-browse__told")
    this.told.setAttribute("role", "status")
    this.panel.replaceChildren(this.unknown, facets, bar, acts, this.told, this.said)
    this.results = element("section", "cat-browse__results")
    this.results.hidden = true
    this.heading = element("h2", "", "")
    this.list = element("div")
    this.more = this.#button("", () => this.#append(true))
    this.results.append(this.heading, this.list, this.more)
    this.details.after(this.results)
  }

  #button(key, act) {
    const button = element("button", "cat-browse__button", key && this.spoken[`browse.${key}`])
    button.type = "button"
    button.addEventListener("click", act)
    return button
  }

  // --- what is shown ---

  #show() {
    const { records, counts } = this.table.judge(this.chosen)
    this.boxes.forEach(({ summary, boxes, fold }, at) => {
      const { size } = this.chosen[at]
      const { label } = this.table.facets[at]
      summary.textContent = size ? say(this.spoken["browse.chosen"], { label, count: size }) : label
      if (size) fold.open = true
      boxes.forEach(({ box, tally, line }, number) => {
        box.checked = this.chosen[at].has(number)
        box.disabled = !box.checked && counts[at][number] === 0
        line.classList.toggle("cat-browse__value--none", box.disabled)
        tally.textContent = String(counts[at][number])
      })
    })
    this.sort.value = this.order
    this.view.value = this.asTable ? "table" : "cards"
    this.clear.disabled = this.chosen.every((set) => !set.size)
    this.records = this.table.sort(records, this.order)
    const total = count(this.spoken, `browse.found.${this.kind}`, this.records.length)
    this.said.textContent = records.length ? total : this.spoken["browse.nothing"]
    this.told.textContent = ""
    const plain = this.clear.disabled && !this.order && !this.asTable
    this.written.hidden = !plain
    this.results.hidden = plain
    this.heading.textContent = total
    this.list.replaceChildren()
    this.shown = 0
    if (!plain) return this.#append(false)
    this.run += 1
    return undefined
  }

  async #append(focus) {
    const run = (this.run += 1)
    const records = this.records.slice(this.shown, this.shown + (this.asTable ? ROWS : CARDS))
    let lines
    try {
      lines = await this.index.lines(records.map((record) => this.first + record))
    } catch {
      this.told.textContent = this.panel.dataset.failed
      return
    }
    if (run !== this.run) return // another choice was made meanwhile
    const made = this.asTable ? this.#rows(lines, records) : this.#cards(lines, records)
    this.shown += records.length
    const left = this.records.length - this.shown
    this.more.hidden = left <= 0
    if (left > 0) this.more.textContent = count(this.spoken, "browse.more", left)
    if (focus) made[0]?.querySelector("a")?.focus()
  }

  #cards(lines, records) {
    let shelf = this.list.querySelector("ul")
    if (!shelf) {
      shelf = element("ul", "cat-shelf")
      this.list.replaceChildren(shelf)
    }
    const made = lines.map((line, at) => {
      const card = element("li", `cat-card cat-card--${this.kind}`)
      if (line.picture) card.append(element("div", "cat-card__cover", pictureOf(line, "cat-picture", 320, 240)))
      if (line.stamp) card.append(stampOf(line.stamp))
      card.append(element("h3", "cat-card__name", this.#link(line, "cat-card__link")))
      card.append(element("p", "cat-card__text", element("span", "cat-card__overline", this.#crafts(records[at])), line.line))
      if (line.honour) card.append(element("p", "cat-card__honour", line.honour))
      return card
    })
    shelf.append(...made)
    return made
  }

  #rows(lines, records) {
    const { spoken } = this
    let body = this.list.querySelector("tbody")
    if (!body) {
      body = element("tbody")
      const heads = ["name", "craft", "province", this.kind === "product" ? "honours" : "titles"].map((name) => {
        const head = element("th", "", spoken[`browse.column.${name}`])
        head.scope = "col"
        return head
      })
      const caption = element("caption", "", this.heading.textContent)
      this.list.replaceChildren(element("table", "cat-table cat-table--stacked", caption, element("thead", "", element("tr", "", ...heads)), body))
    }
    const made = lines.map((line, at) => {
      const name = element("th", "", this.#link(line, ""))
      name.scope = "row"
      return element("tr", "", name, element("td", "", this.#crafts(records[at])), element("td", "", line.line), element("td", "", line.honour))
    })
    body.append(...made)
    return made
  }

  #crafts(record) {
    return this.table.names(this.table.facets[0].id, record).join(", ")
  }

  #link(line, className) {
    const link = element("a", className, line.title)
    link.href = line.url
    if (line.lang) link.lang = line.lang
    return link
  }

  // --- taking it along ---

  async #copy() {
    try {
      await navigator.clipboard.writeText(location.href)
      this.told.textContent = this.spoken["browse.copied"]
    } catch {
      this.told.textContent = this.spoken["browse.not_copied"]
    }
  }

  async #download(ending, type, write) {
    try {
      const { columns, rows } = await this.index.file(`${this.kind}.rows.json`)
      const chosen = this.records.map((record) => {
        const row = [...rows[record]]
        row.push(new URL(row.pop(), new URL("../../../../", import.meta.url)).href)
        return row
      })
      const link = element("a")
      link.href = URL.createObjectURL(new Blob([write(columns, chosen)], { type: `${type};charset=utf-8` }))
      link.download = `${this.spoken[`browse.file.${this.kind}`]}.${ending}`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    } catch {
      this.told.textContent = this.panel.dataset.failed
    }
  }
}
