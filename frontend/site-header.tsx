import { Link, useRoute } from 'wouter'
import { BrandTitle } from './ui/brand-title.tsx'
import { IconButton } from './ui/icon-button.tsx'
import { helpShown } from './ui/help.ts'
import { muted, play } from './ui/sounds.ts'
import { useStore } from './ui/store.ts'
import { useTheme } from './ui/theme.ts'

export function SiteHeader() {
  const { theme, switchTheme } = useTheme()
  const silent = useStore(muted)
  return (
    <header className="mx-auto grid w-full max-w-[96rem] grid-cols-[1fr_auto] items-center gap-x-1 px-4 pt-3 sm:grid-cols-[auto_1fr_auto] sm:gap-x-4 sm:px-8 sm:pt-5">
      <a
        href="#content"
        className="sr-only rounded-xl bg-fill px-4 py-3 text-on-fill focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to content
      </a>
      <Link
        href="/"
        className="flex min-h-11 items-center justify-self-start rounded-xl"
        aria-label="Pixel Prompt, home"
      >
        <BrandTitle />
      </Link>
      <nav
        aria-label="Pages"
        className="order-last col-span-full -ml-1 flex gap-1 pt-1 sm:pt-0 sm:order-none sm:col-span-1 sm:ml-4"
      >
        <PageLink href="/" text="Create" pattern="/" />
        <PageLink href="/gallery" text="Gallery" pattern="/gallery/:id?" />
      </nav>
      <div className="-mr-2 flex">
        <IconButton
          icon={silent ? 'mute' : 'sound'}
          label={silent ? 'Turn sounds on' : 'Turn sounds off'}
          onClick={() => {
            muted.set(!silent)
            play('switch')
          }}
        />
        <IconButton
          icon={theme === 'dark' ? 'sun' : 'moon'}
          label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
          onClick={() => {
            switchTheme()
            play('switch')
          }}
        />
        <IconButton icon="help" label="Help and shortcuts" onClick={() => helpShown.set('help')} />
      </div>
    </header>
  )
}

function PageLink({ href, text, pattern }: { href: string; text: string; pattern: string }) {
  const [here] = useRoute(pattern)
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="inline-flex min-h-11 items-center rounded-xl px-3.5 text-sm font-medium text-soft transition hover:text-text aria-[current=page]:bg-surface aria-[current=page]:text-text"
    >
      {text}
    </Link>
  )
}
