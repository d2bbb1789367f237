import { useRoute } from 'wouter'
import { GalleryList } from './gallery-list.tsx'
import { JobPage } from './job-page.tsx'

/** Every kept job, or at `/gallery/:id` one of them. */
export function GalleryPage() {
  const [, params] = useRoute('/gallery/:id')
  return (
    <main id="content" className="mx-auto min-h-dvh w-full max-w-[96rem] px-4 pt-5 sm:px-8 sm:pt-8">
      {params ? <JobPage key={params.id} id={params.id} /> : <GalleryList />}
    </main>
  )
}
