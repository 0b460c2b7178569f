// The box in the header: a combobox that shows the best results below it as one types (WAI-ARIA, list autocomplete).

import { openIndex } from "./index.js"
import { element, fill, newestOnly, summary } from "./results.js"

const SHOWN = 6

/** Bring the box to life. */
export function start(form) {
  const input = form.querySelector("input")
  const list = form.querySelector("[role=listbox]")
  const status = form.querySelector("[role=status]")
  let active = -1
  let early = [] // keys pressed before the results of the newest query stood there

  const options = () => [...list.children]
  const close = () => {
    list.hidden = true
    input.setAttribute("aria-expanded", "false")
    activate(-1)
  }
  const activate = (at) => {
    active = at
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === at)))
    if (at < 0) input.removeAttribute("aria-activedescendant")
    else {
      input.setAttribute("aria-activedescendant", options()[at].id)
      options()[at].scrollIntoView({ block: "nearest" })
    }
  }
  const option = (number, href) => {
    const made = element("a", "cat-found")
    made.id = `cat-found-${number}`
    made.href = href
    made.tabIndex = -1
    made.setAttribute("role", "option")
    made.setAttribute("aria-selected", "false")
    return made
  }

  const show = newestOnly(async () => {
    const query = input.value
    if (!query.trim()) {
      close()
      status.textContent = ""
      return
    }
    try {
      const index = await openIndex()
      const found = await index.find(query)
      const lines = await index.lines(found.pages.slice(0, SHOWN))
      if (input.value !== query) return
      const made = lines.map((line, number) => fill(option(number, line.url), line, index.spoken, element("span")))
      if (found.pages.length > SHOWN || !found.pages.length) {
        const all = option(made.length, `${form.action}?q=${encodeURIComponent(query)}`)
        all.classList.add("cat-found--all")
        all.textContent = found.pages.length ? index.spoken["search.all"] : summary(index.spoken, found, query)
        made.push(all)
      }
      list.replaceChildren(...made)
      activate(-1)
      status.textContent = summary(index.spoken, found, query)
      const wanted = document.activeElement === input
      list.hidden = !wanted
      input.setAttribute("aria-expanded", String(wanted))
      for (const key of early.splice(0)) press(key)
    } catch {
      close()
      early = []
      status.textContent = form.dataset.failed
    }
    form.dataset.shown = query
  })

  const press = (key) => {
    const number = options().length
    if (key === "Enter") {
      if (active >= 0) options()[active].click()
      else form.requestSubmit()
    } else if (number) {
      const step = key === "ArrowDown" ? 1 : -1
      activate(active < 0 && step < 0 ? number - 1 : active + step >= number ? -1 : active + step)
    }
  }

  input.addEventListener("input", () => {
    early = []
    delete form.dataset.shown
    show()
  })
  input.addEventListener("focus", () => {
    if (input.value.trim() && list.hidden) show()
    else openIndex().catch(() => {})
  })
  input.addEventListener("keydown", (event) => {
    const coming = form.dataset.shown === undefined && input.value.trim() !== ""
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!coming && list.hidden) return
      event.preventDefault()
      if (coming) early.push(event.key)
      else press(event.key)
    } else if (event.key === "Enter" && (active >= 0 || early.length)) {
      event.preventDefault()
      if (coming) early.push(event.key)
      else press(event.key)
    } else if (event.key === "Escape") {
      if (!list.hidden) close()
      else if (input.value) input.value = ""
      else {
        delete form.dataset.open
        input.blur()
      }
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === "Tab") close()
  })
  list.addEventListener("mousedown", (event) => event.preventDefault()) // the box keeps the focus until the click is done
  document.addEventListener("click", (event) => {
    if (form.contains(event.target)) return
    close()
    if (!event.target.closest("[data-cat-search-open]")) delete form.dataset.open
  })
  if (input.value.trim()) show()
  else openIndex().catch(() => {})
}
