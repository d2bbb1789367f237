import { afterEach, expect, test, vi } from 'vitest'
import { muted, play } from './sounds.ts'

const rung: string[] = []

function fakeAudio({ touched }: { touched: boolean }) {
  rung.length = 0
  const node = { connect: () => node, start: () => rung.push('tone'), stop: () => {} }
  const ramps = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: touched } })
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0
      destination = {}
    },
  )
  vi.stubGlobal(
    'OscillatorNode',
    class {
      frequency = ramps
      connect = node.connect
      start = node.start
      stop = node.stop
    },
  )
  vi.stubGlobal(
    'GainNode',
    class {
      gain = ramps
      connect = node.connect
    },
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
  muted.set(false)
})

test('nothing sounds before the person has touched the page', () => {
  fakeAudio({ touched: false })
  play('click')
  expect(rung).toHaveLength(0)
})

test('nothing sounds when muted, and the choice is remembered', () => {
  fakeAudio({ touched: true })
  muted.set(true)
  play('done')
  expect(rung).toHaveLength(0)
  expect(localStorage.getItem('muted')).toBe('true')
})

test('nine pictures at once ring once', () => {
  fakeAudio({ touched: true })
  for (let place = 0; place < 9; place += 1) play('failed')
  expect(rung).toHaveLength(2) // a sound of two tones
})
