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

for (const gallery of document.querySelectorAll("[data-cat-gallery]")) {
  import("./gallery.js").then((viewer) => viewer.start(gallery)).catch(() => {}) // without it, pictures are plain links
}
