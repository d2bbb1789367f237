/** What a part of the page needs of its query: figures may be there although the latest question failed. */
export type Live<T> = { data: T | undefined; error: Error | null; refetch: () => unknown }
