import type { ReactNode } from 'react'
import type { AspectRatio } from '../../contract/parameters.ts'

type CardFrameProps = {
  name: string
  /** Of the place kept for the picture, so that nothing moves when it comes. */
  ratio: AspectRatio | undefined
  picture: ReactNode
  children: ReactNode
}

/** The same shape in every state: a place for the picture, then the name and what there is to say. */
export function CardFrame({ name, ratio = '1:1', picture, children }: CardFrameProps) {
  return (
    <article className="flex w-full flex-col overflow-hidden rounded-3xl bg-surface">
      <div className={`relative grid min-h-0 shrink-0 overflow-hidden ${ratios[ratio]}`}>{picture}</div>
      <div className="flex flex-1 flex-col px-3 pt-3 pb-4 sm:px-4">
        <h3 className="text-sm leading-tight font-semibold">{name}</h3>
        <div className="mt-1 min-h-8.5 text-2xs text-soft tabular-nums sm:min-h-0">{children}</div>
      </div>
    </article>
  )
}

const ratios = {
  '1:1': 'aspect-square',
  '3:2': 'aspect-3/2',
  '2:3': 'aspect-2/3',
  '4:3': 'aspect-4/3',
  '3:4': 'aspect-3/4',
  '16:9': 'aspect-video',
  '9:16': 'aspect-9/16',
} as const satisfies Record<AspectRatio, string>
