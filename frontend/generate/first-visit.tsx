import { StarterPrompts } from './starter-prompts.tsx'

/** Before the first run, beside the form: what will happen here. Where there is no room beside it, the form says it. */
export function FirstVisit() {
  return (
    <section aria-labelledby="begin" className="hidden lg:-mt-2.5 lg:block">
      <h2 id="begin" className="max-w-2xl text-[2.5rem] leading-[1.15] font-semibold tracking-tight text-balance">
        One prompt. Every model paints it, while you watch.
      </h2>
      <p className="mt-4 max-w-lg text-soft">
        Write your own, or begin with one of these. Nothing is sent before you press Generate.
      </p>
      <StarterPrompts className="mt-8" />
    </section>
  )
}
