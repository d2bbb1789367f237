import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { completed, fakeImage, fakeSlides } from '../fake-job.ts'
import { Lightbox } from './lightbox.tsx'
import type { LightboxSlide } from '../ui/slide.ts'

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const three = fakeSlides([
  completed('One', { images: [fakeImage('a'), fakeImage('b')] }),
  completed('Two', { provider: 'sketch', costMicroUsd: 0 }),
])

function show(slides: LightboxSlide[] = three, first = 0) {
  const onClose = vi.fn<() => void>()
  function Page() {
    const [index, setIndex] = useState(first)
    return <Lightbox slides={slides} index={index} onIndex={setIndex} onClose={onClose} />
  }
  const user = userEvent.setup()
  render(<Page />)
  return { user, onClose }
}

const heading = () => screen.getByRole('heading', { level: 2 }).textContent
const picture = (name = 'One') =>
  screen.getByRole<HTMLImageElement>('img', {
    name: new RegExp(`^${name}(, picture \\d of \\d)?: A fox in the snow$`, 'u'),
  })
const place = () => picture().parentElement?.style.transform
const stage = () => picture().parentElement?.parentElement ?? document.body

test('shows the picture that was chosen, counted and with its model', () => {
  show(three, 2)
  expect(screen.getByRole('dialog').getAttribute('aria-labelledby')).toBe(screen.getByRole('heading').id)
  expect(heading()).toBe('3 of 3Twosketch, not AI')
  expect(picture('Two').getAttribute('src')).toBe('/images/kept/two.png')
})

test('goes from picture to picture with the arrows, Home and End, and stays at the ends', async () => {
  const { user } = show()
  const seen = [heading()]
  for (const key of ['{ArrowRight}', '{End}', '{ArrowRight}', '{ArrowLeft}', '{Home}', '{ArrowLeft}']) {
    await user.keyboard(key)
    seen.push(heading())
  }
  expect(seen.map((text) => text?.slice(0, 1))).toEqual(['1', '2', '3', '3', '2', '1', '1'])
  expect(screen.getAllByRole('status')[0]!.textContent).toBe('1 of 3, One')
})

test('goes on with the buttons, which keep the focus at an end', async () => {
  const { user } = show()
  const next = screen.getByRole('button', { name: 'Next picture' })
  await user.click(next)
  await user.click(next)
  await user.click(next)
  expect(heading()).toMatch(/^3 of 3/u)
  expect(next.getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(next)
})

test('closes with the button and when the browser closes the dialog', async () => {
  const { user, onClose } = show()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledTimes(1)
  const dialog = screen.getByRole<HTMLDialogElement>('dialog')
  dialog.close()
  fireEvent(dialog, new Event('close'))
  expect(onClose.mock.calls.length).toBeGreaterThan(1)
})

test('puts the small picture first and fades the full one in, or says that it could not', async () => {
  show()
  expect(picture().className).toContain('opacity-0')
  fireEvent.load(picture())
  expect(picture().className).not.toContain('opacity-0')
  fireEvent.error(picture())
  expect(screen.getByRole('alert').textContent).toContain('could not be loaded')
})

test('of a picture that is there neither large nor small it does not say that this is its small copy', () => {
  show()
  fireEvent.error(picture())
  expect(screen.getByRole('alert').textContent).toContain('This is its small copy')
  const small = picture().parentElement?.querySelector('img[alt=""]')
  fireEvent.error(small!)
  expect(screen.getByRole('alert').textContent).toBe(
    'This picture could not be loaded. Its file may be missing on the server.',
  )
})

test('names the download after model, words of the prompt and place', async () => {
  const { user } = show()
  const download = () => screen.getByRole('link', { name: 'Download' })
  expect(download().getAttribute('download')).toBe('pixel-prompt-one-a-fox-in-the-snow-1.png')
  expect(download().getAttribute('href')).toBe('/images/kept/a.png')
  await user.keyboard('{ArrowRight}')
  expect(download().getAttribute('download')).toBe('pixel-prompt-one-a-fox-in-the-snow-2.png')
})

test('copies the prompt and says so, or says that it is not allowed', async () => {
  const { user } = show()
  const copy = screen.getByRole('button', { name: 'Copy prompt' })
  await user.click(copy)
  await screen.findByText('Copied')
  expect(await navigator.clipboard.readText()).toBe('A fox in the snow')
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'))
  await user.click(copy)
  await screen.findByText('The browser does not allow copying here')
})

test('shows and hides what is known of the picture, and follows from one to the next', async () => {
  const { user } = show()
  await user.click(screen.getByRole('button', { name: 'Details' }))
  const details = screen.getByRole('complementary', { name: 'Details' })
  expect(within(details).getByText('One at openai')).toBeTruthy()
  await user.keyboard('{End}')
  expect(within(details).getByText('Two: sketch, not AI')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Details' }))
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('zooms with keys, button and wheel; close up the arrows look around', async () => {
  const { user } = show()
  await user.click(screen.getByRole('button', { name: 'Zoom in' }))
  expect(place()).toBe('translate(0px) scale(2.5)')
  await user.keyboard('{ArrowRight}{ArrowDown}')
  expect(place()).toBe('translate(-80px, -80px) scale(2.5)')
  expect(heading()).toMatch(/^1 of 3/u)
  await user.click(screen.getByRole('button', { name: 'Show the whole picture' }))
  expect(place()).toBe('translate(0px) scale(1)')
  await user.keyboard('+-')
  expect(place()).toBe('translate(0px) scale(1)')
  fireEvent.wheel(stage(), { deltaY: -400 })
  expect(Number(/scale\((.*)\)/u.exec(place() ?? '')?.[1])).toBeCloseTo(Math.E)
  await user.keyboard('0')
  expect(place()).toBe('translate(0px) scale(1)')
})

test('begins every picture whole', async () => {
  const { user } = show()
  await user.keyboard('++')
  await user.click(screen.getByRole('button', { name: 'Next picture' }))
  expect(place()).toBe('translate(0px) scale(1)')
})

const finger = (type: 'Cancel' | 'Down' | 'Move' | 'Up', x: number, y = 0, pointerId = 1) =>
  fireEvent(
    stage(),
    Object.assign(
      new MouseEvent(`pointer${type.toLowerCase()}`, { bubbles: true, clientX: x, clientY: y, button: 0 }),
      { pointerId },
    ),
  )

test('goes on with a swipe, not with a short pull', () => {
  show()
  finger('Down', 300)
  finger('Move', 280)
  expect(place()).toBe('translate(-20px) scale(1)')
  finger('Up', 280)
  expect(heading()).toMatch(/^1 of 3/u)
  finger('Down', 300)
  finger('Move', 200)
  finger('Up', 200)
  expect(heading()).toMatch(/^2 of 3/u)
  finger('Down', 200)
  finger('Move', 300)
  finger('Cancel', 300)
  expect(heading()).toMatch(/^2 of 3/u)
})

test('comes closer with two fingers, and moves with one', () => {
  show()
  finger('Down', -50, 0, 1)
  finger('Down', 50, 0, 2)
  finger('Move', 150, 0, 2)
  expect(place()).toMatch(/scale\(2\)$/u)
  finger('Up', 150, 0, 2)
  finger('Up', -50, 0, 1)
  expect(heading()).toMatch(/^1 of 3/u)
  finger('Down', 0)
  finger('Move', 0, -100)
  expect(place()).toMatch(/, -100px\) scale\(2\)$/u)
})

test('goes close up with a double tap', async () => {
  show()
  for (const _ of [1, 2]) {
    finger('Down', 100, 100)
    finger('Up', 100, 100)
  }
  await waitFor(() => expect(place()).toBe('translate(-150px, -150px) scale(2.5)'))
})
