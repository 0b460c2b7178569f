// Full screen for a page's pictures; the viewer is fetched when one is opened. Each has an address (#anh-…), Back closes.

import Lightbox from "../vendor/photoswipe-5.4.4/photoswipe-lightbox.esm.min.js"

const fileOf = (name) => new URL("../vendor/photoswipe-5.4.4/" + name, import.meta.url)

export function start(gallery) {
  const links = [...gallery.querySelectorAll(".cat-gallery__link")]
  for (const link of links) link.dataset.pswpSrcset = link.querySelector("source[type='image/webp']").srcset
  const addresses = links.map((link) => "#" + link.closest("figure").id)
  const asked = () => addresses.indexOf(location.hash)
  const say = gallery.dataset
  let wanted = 0
  let pushed = false // into the history
  let left = false // by Back

  const viewer = new Lightbox({
    gallery,
    children: ".cat-gallery__link",
    pswpModule: () => fetched().catch(() => location.assign(links[wanted].href)),
    closeTitle: say.close,
    zoomTitle: say.zoom,
    arrowPrevTitle: say.previous,
    arrowNextTitle: say.next,
    errorMsg: say.failed,
    padding: { top: 56, bottom: 96, left: 0, right: 0 },
    bgOpacity: 1,
    returnFocus: false, // it goes to the picture looked at last
  })
  viewer.addFilter("clickedIndex", (position) => (wanted = position))
  viewer.on("uiRegister", () => {
    const { pswp } = viewer
    pswp.element.ariaLabel = say.label
    pswp.element.ariaModal = "true"
    pswp.ui.registerElement({ name: "words", appendTo: "root", onInit: (element) => {
      element.ariaLive = "polite"
      pswp.on("change", () => element.replaceChildren(...wordsOf(links[pswp.currIndex], gallery)))
    } })
  })
  viewer.on("change", () => {
    const address = addresses[viewer.pswp.currIndex]
    if (location.hash === address) return
    const first = !pushed && asked() < 0
    history[first ? "pushState" : "replaceState"](null, "", address)
    pushed ||= first
  })
  viewer.on("destroy", () => {
    links[viewer.pswp.currIndex].focus()
    if (!left) pushed ? history.back() : history.replaceState(null, "", location.pathname + location.search)
    pushed = left = false
  })
  viewer.init()

  const follow = () => {
    const position = asked()
    const { pswp } = viewer
    if (position >= 0) pswp ? pswp.goTo(position) : viewer.loadAndOpen(wanted = position, { gallery })
    else if (pswp) {
      left = true
      pswp.close()
    }
  }
  addEventListener("popstate", follow)
  follow()
}

function fetched() {
  const style = document.createElement("link")
  style.rel = "stylesheet"
  style.href = fileOf("photoswipe.css")
  const styled = new Promise((onload, onerror) => Object.assign(style, { onload, onerror }))
  document.head.prepend(style) // ours come later and win
  return Promise.all([import(fileOf("photoswipe.esm.min.js")), styled]).then(([core]) => core)
}

function wordsOf(link, gallery) {
  const said = "figcaption > span, :scope > .cat-gallery__rights"
  return [link.closest("figure"), gallery.querySelector("[data-cat-rights]")]
    .flatMap((part) => [...part.querySelectorAll(said)])
    .map(({ textContent, className, lang }) =>
      Object.assign(document.createElement("span"), { textContent, className, lang }))
}
