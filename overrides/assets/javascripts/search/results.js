// What a found page looks like, in the box and on the search page. Text goes in as text only.

/** Make an element: tag, class, text or children. */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}

/** Fill a sentence of the site with facts: {name} → fact. */
export function say(sentence, facts = {}) {
  return sentence.replace(/\{(\w+)\}/g, (hole, name) => (Object.hasOwn(facts, name) ? String(facts[name]) : hole))
}

/** Say a number of things: `key.one`, `key.other`. */
export function count(spoken, key, number) {
  const shown = new Intl.NumberFormat(document.documentElement.lang).format(number)
  return say(spoken[`${key}.${number === 1 ? "one" : "other"}`], { count: shown })
}

/** Cut what a visitor typed to a length that fits a sentence. */
export function quoted(text) {
  const letters = [...text.replace(/\s+/g, " ").trim()]
  return letters.length > 60 ? letters.slice(0, 60).join("") + "…" : letters.join("")
}

const REST = 200 // milliseconds: results that the next key replaces fetch no pictures

/** Make the picture of a line, fetched once its result has stood for a moment; it adds nothing to the words beside it. */
export function pictureOf(line, className, width, height) {
  const picture = element("img", className)
  Object.assign(picture, { alt: "", width, height, loading: "lazy", decoding: "async" })
  setTimeout(() => { if (picture.isConnected) picture.src = line.picture }, REST)
  return picture
}

const SVG = "http://www.w3.org/2000/svg"
const STAMPS = new URL("../../stamps.svg", import.meta.url).href

/** Make the stamp of a line, told as seal, family and state; partials/stamp.html prints the same. */
export function stampOf(stamp) {
  const [seal, family, state] = stamp.split(" ")
  const drawn = document.createElementNS(SVG, "svg")
  drawn.setAttribute("class", `cat-stamp cat-stamp--${family} cat-stamp--${state}`)
  drawn.setAttribute("aria-hidden", "true")
  const use = document.createElementNS(SVG, "use")
  use.setAttribute("href", `${STAMPS}#${seal}`)
  drawn.append(use)
  return drawn
}

/** Fill an element with one found page: picture, kind, name, place, award. */
export function fill(into, line, spoken, name) {
  into.append(line.picture ? pictureOf(line, "cat-found__picture", 80, 60) : element("span", "cat-found__picture"))
  name.className = "cat-found__name"
  name.textContent = line.title
  if (line.lang) name.lang = line.lang
  into.append(element("span", "cat-found__kind", spoken[`search.kind.${line.kind}`]), name)
  if (line.line) into.append(element("span", "cat-found__line", line.line))
  if (line.honour) into.append(element("span", "cat-found__honour", line.honour))
  return into
}

/** Say what was found, for eyes and ears. */
export function summary(spoken, { pages, how }, query) {
  if (!pages.length) return say(spoken["search.none"], { query: quoted(query) })
  if (how === "near") return say(spoken["search.near"], { query: quoted(query) })
  const found = count(spoken, "search.found", pages.length)
  return how === "slip" ? `${say(spoken["search.slip"], { query: quoted(query) })} ${found}` : found
}

/** Run the newest call only: while one is under way, the one before the last is dropped. */
export function newestOnly(work) {
  let running = false
  let waiting = null
  return async function run(...given) {
    if (running) { waiting = given; return }
    running = true
    try { await work(...given) } finally {
      running = false
      const next = waiting
      waiting = null
      if (next) run(...next)
    }
  }
}
