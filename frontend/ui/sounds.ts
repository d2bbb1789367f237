import * as z from 'zod/mini'
import { storedIn } from './stored.ts'

/** From and to are frequencies in Hz; at and for are seconds. */
type Tone = { from: number; to?: number; at?: number; for: number; loud?: number; wave?: OscillatorType }

const tones = {
  click: [{ from: 520, to: 420, for: 0.05, loud: 0.4 }],
  switch: [{ from: 440, to: 660, for: 0.09, loud: 0.5 }],
  swoosh: [{ from: 220, to: 740, for: 0.28, loud: 0.5 }],
  expand: [{ from: 330, to: 500, for: 0.14, loud: 0.45 }],
  done: [
    { from: 660, for: 0.22 },
    { from: 990, at: 0.1, for: 0.34, loud: 0.8 },
  ],
  failed: [
    { from: 330, to: 300, for: 0.2, wave: 'triangle' },
    { from: 247, to: 220, at: 0.14, for: 0.3, wave: 'triangle' },
  ],
} satisfies Record<string, Tone[]>

export type Sound = keyof typeof tones

export const muted = storedIn(() => localStorage, 'muted', z.boolean(), false)

const loudness = 0.07
const pauseMs = 500
const lastPlayed = new Map<Sound, number>()
let context: AudioContext | undefined

/** Silent when muted, before the person has touched the page, and when the same sound has only just been heard. */
export function play(sound: Sound): void {
  if (muted.get() || !navigator.userActivation?.hasBeenActive) return
  const now = performance.now()
  if (now - (lastPlayed.get(sound) ?? -pauseMs) < pauseMs) return
  lastPlayed.set(sound, now)
  context ??= new AudioContext()
  for (const tone of tones[sound]) ring(context, tone)
}

function ring(audio: AudioContext, { from, to = from, at = 0, for: seconds, loud = 1, wave = 'sine' }: Tone): void {
  const start = audio.currentTime + at
  const oscillator = new OscillatorNode(audio, { type: wave, frequency: from })
  const gain = new GainNode(audio, { gain: 0 })
  oscillator.frequency.exponentialRampToValueAtTime(to, start + seconds)
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness * loud, start + 0.012)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds)
}
