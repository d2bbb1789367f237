import type { LateIcon } from './late-icons.ts'

const paths = {
  alert: 'M12 8v5m0 3.5v.01M10.3 4 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  dice: 'M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM8.5 8.5v.01m7-.01v.01M12 12v.01M8.5 15.5v.01m7-.01v.01',
  down: 'm6 9.5 6 6 6-6',
  help: 'M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.1m0 3v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  mute: 'M11 5 6.5 9H3v6h3.5L11 19ZM16 9.5l5 5m0-5-5 5',
  retry: 'M20 11a8 8 0 0 0-14.3-4L4 9m0-5v5h5M4 13a8 8 0 0 0 14.3 4L20 15m0 5v-5h-5',
  right: 'm9.5 6 6 6-6 6',
  sliders:
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  sound: 'M11 5 6.5 9H3v6h3.5L11 19Zm4 4a4.5 4.5 0 0 1 0 6m2.5-8.5a8 8 0 0 1 0 11',
  sparkle:
    'M11 4l1.7 4.8a2.5 2.5 0 0 0 1.5 1.5L19 12l-4.8 1.7a2.5 2.5 0 0 0-1.5 1.5L11 20l-1.7-4.8a2.5 2.5 0 0 0-1.5-1.5L3 12l4.8-1.7a2.5 2.5 0 0 0 1.5-1.5ZM19 3v4m2-2h-4',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2.5v2m0 15v2m9.5-9.5h-2m-15 0h-2m16.200-6.7-1.4 1.4M6.7 17.3l-1.4 1.4m13.4 0-1.4-1.4M6.7 6.7 5.3 5.3',
  undo: 'M4 9h10a5.5 5.5 0 0 1 0 11h-4M8 5 4 9l4 4',
} as const

export type IconName = keyof typeof paths

/** Decoration: the control that holds it carries the words. */
export function Icon({ name, className = 'size-5' }: { name: IconName | LateIcon; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={typeof name === 'string' ? paths[name] : name.path} />
    </svg>
  )
}
