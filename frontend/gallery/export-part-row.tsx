import { useState } from 'react'
import type { ExportPart } from '../../contract/export.ts'
import { Icon } from '../ui/icon.tsx'
import { downloadIcon } from '../ui/late-icons.ts'
import { count } from './job-words.ts'

/** A part and what is in it; of several, which have been begun, since nothing else tells it. */
export function ExportPartRow({ part, isOne }: { part: ExportPart; isOne: boolean }) {
  const [begun, setBegun] = useState(false)
  const { number, href, runs, images, bytes, oldestAt, newestAt } = part
  const size = images === 0 ? 'no pictures' : `${count(images, 'picture')} · ${sizeWords(bytes)}`
  return (
    <li>
      <a
        href={href}
        download
        className="flex items-center gap-4 rounded-xl bg-raised px-4 py-3 transition hover:bg-high"
        onClick={() => setBegun(true)}
      >
        <Icon name={begun ? 'check' : downloadIcon} className="size-5 text-accent" />
        <span className="min-w-0 grow">
          <span className="block text-sm font-medium">
            {isOne ? 'All of it' : `Part ${number}`}
            {begun && <span className="font-normal text-soft"> · begun</span>}
          </span>
          <span className="block text-2xs text-soft">
            {count(runs, 'run')} · {size}
          </span>
          <span className="block text-2xs text-soft">{days.formatRange(new Date(oldestAt), new Date(newestAt))}</span>
        </span>
      </a>
    </li>
  )
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** `148 MB`, `2.4 MB`, `800 kB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  const megabytes = bytes / 1_000_000
  return `${megabytes.toLocaleString('en', { maximumFractionDigits: megabytes < 10 ? 1 : 0 })} MB`
}
