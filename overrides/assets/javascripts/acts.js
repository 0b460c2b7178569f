// What one may do with a record's page: go back to the list it was found in, copy its address, share it.

const LISTS = "[data-cat-browse], [data-cat-list], [data-cat-search=page]"
const KEY = "cat-list" // address of the list looked at last, filters and all; gone with the tab

/** On a list: remember it, as it stands when the visitor leaves it. */
export function remember() {
  if (!document.querySelector(LISTS)) return
  addEventListener("pagehide", () => {
    try { sessionStorage.setItem(KEY, location.href) } catch { /* storage may be forbidden */ }
  })
}

/** On a record: bring the buttons to life. */
export function start(acts) {
  const told = acts.querySelector("[role=status]")
  const send = acts.querySelector("[data-cat-send]")
  const address = document.querySelector("link[rel=canonical]")?.href || location.href.split("#")[0]
  const shared = { title: document.querySelector("h1").textContent, url: address }
  acts.querySelector("[data-cat-copy]").addEventListener("click", async () => {
    told.textContent = ""
    try {
      await navigator.clipboard.writeText(address)
      told.textContent = acts.dataset.copied
    } catch {
      told.textContent = acts.dataset.notCopied
    }
  })
  send.hidden = !navigator.canShare?.(shared)
  send.addEventListener("click", () => navigator.share(shared).catch(() => {})) // the visitor may change their mind
  acts.hidden = false
}

/** On the way down to a page: the list that led here, as it was, takes the place of the bare one. */
export function retrace(trail) {
  let list = null
  try { list = sessionStorage.getItem(KEY) } catch { /* as above */ }
  if (!list || document.referrer.split("#")[0] !== list.split("#")[0]) return
  const last = trail.querySelector("li:last-child > a")
  last.href = list
  last.textContent = trail.dataset.catTrail
}
