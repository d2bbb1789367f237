import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NearWindow } from './near-window.tsx'

let see: (isIntersecting: boolean) => void

beforeEach(() =>
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      callback: (entries: object[]) => void
      constructor(callback: (entries: object[]) => void) {
        this.callback = callback
      }
      observe() {
        see = (isIntersecting) => act(() => this.callback([{ isIntersecting, boundingClientRect: { height: 640 } }]))
      }
      disconnect() {}
    },
  ),
)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const block = (first: boolean) =>
  render(
    <NearWindow className="grid" first={first} full>
      <a href="/gallery/x">Card</a>
    </NearWindow>,
  ).container.firstElementChild

const height = (place: Element | null) => (place instanceof HTMLElement ? place.style.height : undefined)

test('draws what is near, and keeps the height of what has gone far free', () => {
  const place = block(true)
  expect(screen.getByText('Card')).toBeTruthy()
  see(false)
  expect(screen.queryByText('Card')).toBeNull()
  expect(height(place)).toBe('640px')
  see(true)
  expect(screen.getByText('Card')).toBeTruthy()
  expect(height(place)).toBe('')
})

test('takes one that was never drawn to be as high as the last', () => {
  block(true)
  see(false)
  cleanup()
  expect(height(block(false))).toBe('640px')
  expect(screen.queryByText('Card')).toBeNull()
})

test('does not take the focus away from a card that goes out of sight', () => {
  block(true)
  screen.getByText('Card').focus()
  see(false)
  expect(document.activeElement?.textContent).toBe('Card')
})
