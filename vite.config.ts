import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  root: 'frontend',
  plugins: [react(), tailwindcss(), fetchedAhead('start.tsx')],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The content security policy allows neither data: fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } },
  },
})

/** Has a part that `main.ts` imports after the first paint fetched from the beginning, after what that paint needs. */
function fetchedAhead(part: string): Plugin {
  return {
    name: 'fetched-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const wanted = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${part}`))
        const files = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]))
        return [...files].map((file) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'modulepreload', href: `/${file}`, fetchpriority: 'low', crossorigin: true },
        }))
      },
    },
  }
}
