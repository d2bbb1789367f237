import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/select.tsx'
import { type GalleryFilter, knownModels } from './gallery-queries.ts'
import { searchIcon } from '../ui/late-icons.ts'

const debounceMs = 250

type GallerySearchProps = { filter: GalleryFilter; onFilter: (next: GalleryFilter) => void }

export function GallerySearch({ filter, onFilter }: GallerySearchProps) {
  return (
    <search className="flex w-full flex-wrap gap-2 sm:w-auto sm:flex-nowrap">
      <SearchBox q={filter.q} onSearch={(q) => onFilter({ ...filter, q })} />
      <ModelFilter model={filter.model} onModel={(model) => onFilter({ ...filter, model })} />
    </search>
  )
}

function SearchBox({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  // What is typed holds until the address has caught up, or changed by other means.
  const [typed, setTyped] = useState({ text: q, over: q })
  const text = typed.over === q || typed.text.trim() === q ? typed.text : q
  const search = useEffectEvent(() => onSearch(text.trim()))
  useEffect(() => {
    if (text.trim() === q) return
    const timer = setTimeout(search, debounceMs)
    return () => clearTimeout(timer)
  }, [text, q])
  return (
    <label className="relative min-w-0 flex-1 basis-36 sm:w-72 sm:basis-auto">
      <span className="sr-only">Search prompts</span>
      <Icon name={searchIcon} className="pointer-events-none absolute top-3 left-3.5 size-5 text-faint" />
      <input
        type="search"
        value={text}
        maxLength={200}
        placeholder="Search"
        className="min-h-11 w-full rounded-xl bg-raised pr-3 pl-11 text-base sm:text-sm"
        onChange={(event) => setTyped({ text: event.currentTarget.value, over: q })}
      />
    </label>
  )
}

function ModelFilter({ model, onModel }: { model: string; onModel: (model: string) => void }) {
  const models = useQuery(knownModels)
  const known = models.data?.models ?? []
  const unlisted = model !== '' && !known.some(({ id }) => id === model)
  return (
    <label className="relative min-w-0 flex-1 basis-32 sm:w-52 sm:basis-auto">
      <span className="sr-only">Model</span>
      <Select value={model} onChange={(event) => onModel(event.currentTarget.value)}>
        <option value="">All models</option>
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {unlisted && <option value={model}>{model}</option>}
      </Select>
    </label>
  )
}
