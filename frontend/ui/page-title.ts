import { useEffect } from 'react'
import { createStore } from './store.ts'

const name = createStore('Pixel Prompt')

/** Stands before the name of the page, such as `(3/9) `. */
export const titleProgress = createStore('')

for (const part of [name, titleProgress]) {
  part.subscribe(() => {
    document.title = titleProgress.get() + name.get()
  })
}

/** Names the window while the calling page is shown. */
export function usePageTitle(title: string): void {
  useEffect(() => name.set(title), [title])
}
