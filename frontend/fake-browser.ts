/** What jsdom lacks of a browser, as far as the page needs it. */
export function fakeBrowser(): void {
  HTMLDialogElement.prototype.showModal ??= showModal
  HTMLDialogElement.prototype.close ??= close
  globalThis.scrollTo = () => {}
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
}

function showModal(this: HTMLDialogElement) {
  this.open = true
}

function close(this: HTMLDialogElement) {
  this.open = false
}
