import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { RefusalError } from '../../contract/refusal.ts'
import { deleteGalleryJob } from '../api.ts'
import { usePageActions } from '../ui/page-actions.ts'
import { toast } from '../ui/toasts.tsx'
import { dropEntries } from './gallery-cache.ts'

const mutationKey = ['delete-job']
const lists = { queryKey: ['gallery'] }

/** Deletes a job for good. It is out of sight at once, and back when the server could not do it. */
export function useDeleteJob(): (id: string) => void {
  const queries = useQueryClient()
  const { forget } = usePageActions()
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: deleteOnce,
    async onSuccess(_, id) {
      toast('Deleted for good')
      forget(id)
      // A list that is on its way may have been read before the deletion, and would bring the job back.
      const asked = queries.isFetching(lists) > 0
      dropEntries(queries, [id])
      queries.removeQueries({ queryKey: ['gallery', 'job', id] })
      if (asked) await queries.invalidateQueries(lists)
    },
    onError: (error) => toast(`Not deleted. ${error.message}`, 'fault'),
  })
  return mutate
}

/** The jobs whose deletion is under way: not to be shown. */
export function useDeletingIds(): ReadonlySet<string> {
  const ids = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => z.string().parse(state.variables),
  })
  return new Set(ids)
}

async function deleteOnce(id: string): Promise<void> {
  try {
    await deleteGalleryJob(id)
  } catch (error) {
    // Gone already, from another tab perhaps: what was wanted is so.
    if (!(error instanceof RefusalError && error.code === 'not_found')) throw error
  }
}
