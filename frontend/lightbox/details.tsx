import { useId } from 'react'
import { askedAndGot, factsOf } from './asked-and-got.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { parameterWords } from '../ui/parameter-words.ts'
import type { LightboxSlide } from '../ui/slide.ts'

/** What was asked, what came, and all else that is known of a picture. */
export function Details({ id, slide }: { id: string; slide: LightboxSlide }) {
  const { job, result } = slide
  return (
    <aside
      id={id}
      aria-label="Details"
      className="max-h-[55dvh] overflow-y-auto border-t border-high bg-surface px-4 py-5 text-sm lg:max-h-none lg:w-96 lg:border-t-0 lg:border-l lg:px-5"
    >
      <PromptWords title="Prompt asked" text={job.prompt} />
      {result.sentPrompt !== undefined && <PromptWords title="Prompt sent" text={result.sentPrompt} />}
      {result.revisedPrompt !== undefined && (
        <PromptWords title="Prompt as the provider rewrote it" text={result.revisedPrompt} />
      )}
      {result.ignored.length > 0 && (
        <p className="mt-5 text-rose">
          Not used by this model: {result.ignored.map((name) => parameterWords[name]).join(', ')}
        </p>
      )}
      <AskedAndGot slide={slide} />
      <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {factsOf(slide).map(([name, words]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0">{words}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}

function PromptWords({ title, text }: { title: string; text: string }) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className="mb-3">
      <header className="flex items-center justify-between gap-2">
        <h3 id={headingId} className="font-medium text-soft">
          {title}
        </h3>
        <CopyButton text={text} label={`Copy: ${title.toLowerCase()}`} className="-mr-2" />
      </header>
      <p className="whitespace-pre-line">{text}</p>
    </section>
  )
}

function AskedAndGot({ slide }: { slide: LightboxSlide }) {
  return (
    <table className="mt-5 w-full table-fixed border-collapse text-left">
      <caption className="sr-only">Asked and got</caption>
      <thead>
        <tr className="border-b border-high text-soft">
          <th scope="col" className="w-24 py-2">
            <span className="sr-only">Parameter</span>
          </th>
          <th scope="col" className="py-2 pr-3 font-medium">
            Asked
          </th>
          <th scope="col" className="py-2 font-medium">
            Got
          </th>
        </tr>
      </thead>
      <tbody>
        {askedAndGot(slide).map(({ what, asked, got, differs }) => (
          <tr key={what} className="border-b border-high/60 align-top">
            <th scope="row" className="py-2 pr-3 font-normal text-soft">
              {what}
            </th>
            <td className="py-2 pr-3">{asked}</td>
            <td className={`py-2 ${differs ? 'text-rose' : ''}`}>{got}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
