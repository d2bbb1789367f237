export function SiteFooter() {
  return (
    <footer className="mx-auto mt-auto flex w-full max-w-[96rem] flex-wrap items-center justify-between gap-x-6 px-4 pt-10 pb-6 text-sm text-soft sm:px-8">
      <p>One prompt, every image model, side by side.</p>
      <a className="inline-flex min-h-11 items-center underline underline-offset-4 hover:text-text" href="/api/docs">
        API documentation
      </a>
    </footer>
  )
}
