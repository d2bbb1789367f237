import { infiniteQueryOptions } from '@tanstack/react-query'
import { ExportPartsReply } from '../../contract/export.ts'
import { ask } from '../api.ts'

/** Asked for each time the dialog is opened, and then left as they are: parts of two lists do not fit together. */
export const exportParts = infiniteQueryOptions({
  queryKey: ['export', 'parts'],
  queryFn: ({ pageParam, signal }) => ask(ExportPartsReply, `/api/export/parts${pageParam}`, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ nextAfter }) => (nextAfter === undefined ? undefined : `?after=${nextAfter}`),
  staleTime: Infinity,
  gcTime: 0,
})
