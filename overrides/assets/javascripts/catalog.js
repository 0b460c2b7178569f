// On every page, and all that is on every page: nothing of search or filters is fetched before the visitor reaches for it.

const forms = document.querySelectorAll("[data-cat-search]")
const open = document.querySelector("[data-cat-search-open]")

for (const form of forms) {
  const input = form.querySelector("input")
  let asked = null
  const reach = () => {
    // All files of the engine at once: each would otherwise wait for the one that names it.
    const [shown] = asked ? [] : [form.dataset.catSearch, "index", "results", "words", "numbers"].map((name) => import(`./search/${name}.js`))
    asked ??= shown.then((search) => search.start(form))
    asked.catch(() => { asked = null }) // the network may come back; the form works without us
  }
  input.addEventListener("focus", reach)
  input.addEventListener("input", reach)
  if (document.activeElement === input || (form.dataset.catSearch === "page" && new URLSearchParams(location.search).has("q"))) reach()
}

// Light or dark. A choice that is what the device asks for is forgotten, so the page follows the device again.
const scheme = document.querySelector("[data-cat-scheme]")
const sheet = document.documentElement
const device = matchMedia("(prefers-color-scheme: dark)")
const isDark = () => (sheet.dataset.scheme ? sheet.dataset.scheme === "dark" : device.matches)
const showScheme = () => {
  scheme.setAttribute("aria-pressed", String(isDark()))
  const paper = getComputedStyle(document.body).backgroundColor
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = paper
}
scheme?.addEventListener("click", () => {
  const dark = !isDark()
  if (dark === device.matches) delete sheet.dataset.scheme
  else sheet.dataset.scheme = dark ? "dark" : "light"
  try {
    if (sheet.dataset.scheme) localStorage.setItem("cat-scheme", sheet.dataset.scheme)
    else localStorage.removeItem("cat-scheme")
  } catch {} // a browser that keeps nothing switches for this page
  showScheme()
})
if (scheme) {
  device.addEventListener("change", showScheme)
  showScheme()
}

// On a narrow screen the box waits behind a link to the search page.
open?.addEventListener("click", (event) => {
  const form = document.querySelector("[data-cat-search=box]")
  if (!form || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  form.dataset.open = ""
  form.querySelector("input").focus()
})

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (event.key !== "/" || busy || event.metaKey || event.ctrlKey || event.altKey) return
  const form = document.querySelector("[data-cat-search=page]") ?? forms[0]
  if (!form) return
  event.preventDefault()
  event.stopPropagation()
  form.dataset.open = ""
  form.querySelector("input").focus()
}, true)

for (const panel of document.querySelectorAll("[data-cat-browse]")) {
  let asked = null
  const reach = () => {
    asked ??= import("./browse/browse.js").then((browse) => browse.start(panel))
    asked.catch(() => { asked = null })
  }
  panel.hidden = false
  panel.addEventListener("toggle", () => panel.open && reach())
  if (location.search.length > 1) {
    panel.open = true
    reach()
  }
}

// What only helps waits until all that is seen is there: on a slow network it would take the way from the first picture.
const seen = new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))

for (const gallery of document.querySelectorAll("[data-cat-gallery]")) {
  // Without it, pictures are plain links.
  seen.then(() => import("./gallery.js")).then((viewer) => viewer.start(gallery)).catch(() => {})
}

import("./acts.js").then(({ remember, retrace, start }) => {
  remember()
  for (const acts of document.querySelectorAll("[data-cat-acts]")) start(acts)
  for (const trail of document.querySelectorAll("[data-cat-trail]")) retrace(trail)
}).catch(() => {}) // without it, nothing is missed
