// The search page: every result of `?q=`, ten at a time, as one types; the address always says what is shown.

import { openIndex } from "./index.js"
import { count, element, fill, newestOnly, summary } from "./results.js"

const STEP = 10

/** Bring the page to life. */
export function start(form) {
  const input = form.querySelector("input")
  const status = document.querySelector("[data-cat-said]")
  const list = document.querySelector("[data-cat-found]")
  const more = document.querySelector("[data-cat-more]")
  const advice = document.querySelector("[data-cat-advice]")
  const title = document.title
  let rest = []

  const append = async (index, pages) => {
    const lines = await index.lines(pages)
    return lines.map((line) => {
      const name = element("a")
      name.href = line.url
      return fill(element("li", "cat-found"), line, index.spoken, name)
    })
  }
  const offer = (spoken) => {
    more.hidden = !rest.length
    if (rest.length) more.textContent = count(spoken, "search.more", rest.length)
  }
  const show = newestOnly(async () => {
    const query = input.value
    if (!query.trim()) {
      list.replaceChildren()
      status.textContent = ""
      more.hidden = true
      advice.hidden = false
      document.title = title
      return
    }
    try {
      const index = await openIndex()
      const found = await index.find(query)
      const made = await append(index, found.pages.slice(0, STEP))
      if (input.value !== query) return
      rest = found.pages.slice(STEP)
      list.replaceChildren(...made)
      status.textContent = summary(index.spoken, found, query)
      advice.hidden = found.pages.length > 0 && found.how !== "near"
      offer(index.spoken)
      document.title = `${[...query.trim()].slice(0, 60).join("")} – ${title}`
    } catch {
      status.textContent = form.dataset.failed
    }
    form.dataset.shown = query
  })

  const address = () => {
    const query = input.value.trim()
    return query ? `?q=${encodeURIComponent(query.slice(0, 300))}` : location.pathname
  }
  let settled
  input.addEventListener("input", () => {
    show()
    clearTimeout(settled)
    settled = setTimeout(() => history.replaceState(null, "", address()), 300) // browsers allow few changes a second
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    clearTimeout(settled)
    if (address() !== location.search) history.pushState(null, "", address())
    show()
  })
  addEventListener("popstate", () => {
    input.value = new URLSearchParams(location.search).get("q") ?? ""
    show()
  })
  more.addEventListener("click", async () => {
    const index = await openIndex()
    const made = await append(index, rest.slice(0, STEP))
    rest = rest.slice(STEP)
    list.append(...made)
    offer(index.spoken)
    made[0]?.querySelector("a")?.focus() // the reader goes on where the new ones begin
  })
  const asked = new URLSearchParams(location.search).get("q")
  if (asked !== null && !input.value) input.value = asked
  show()
}
