import { configure } from '@testing-library/react'

// What jsdom lacks of a browser, as far as the page needs it. Every test of the page begins with it.

// On a busy machine a second is soon over.
configure({ asyncUtilTimeout: 15_000 })

HTMLDialogElement.prototype.showModal ??= showModal
HTMLDialogElement.prototype.close ??= close
HTMLElement.prototype.setPointerCapture ??= () => {}
HTMLElement.prototype.scrollIntoView ??= () => {}
globalThis.scrollTo = () => {}
globalThis.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  })
globalThis.IntersectionObserver = class {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}

function showModal(this: HTMLDialogElement) {
  this.open = true
}

function close(this: HTMLDialogElement) {
  this.open = false
}
