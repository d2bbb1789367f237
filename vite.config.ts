import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  root: 'frontend',
  plugins: [react(), tailwindcss(), fetchedAhead('start.tsx')],
  // The router brings along what React has had since version 18.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
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

/** Puts all that a part needs into one file, fetched from the beginning, though after what the first paint needs. */
function fetchedAhead(part: string): Plugin {
  let needed = new Set<string>()
  return {
    name: 'fetched-ahead',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                { name: 'app', test: (id: string) => needed.has(id), priority: 1 },
                // Of small parts that several others need, the names alone are a weight on the first screen.
                { name: 'shared', test: /\/frontend\//u, minShareCount: 2, maxModuleSize: 2500 },
                { name: 'queries', test: /@tanstack/u, minShareCount: 3 },
              ],
            },
          },
        },
      },
    }),
    buildEnd() {
      const reach = (from: string, ids: Set<string>) => {
        if (ids.has(from)) return ids
        ids.add(from)
        for (const id of this.getModuleInfo(from)?.importedIds ?? []) reach(id, ids)
        return ids
      }
      const path = (file: string) => [...this.getModuleIds()].find((id) => id.endsWith(`/${file}`)) ?? file
      const first = reach(path('main.ts'), new Set<string>())
      needed = new Set([...reach(path(part), new Set<string>())].filter((id) => !first.has(id)))
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const wanted = chunks.filter(({ moduleIds }) => moduleIds.some((id) => needed.has(id)))
        const entries = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
        const files = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]))
        return [...files]
          .filter((file) => !entries.has(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'modulepreload', href: `/${file}`, fetchpriority: 'low', crossorigin: true },
          }))
      },
    },
  }
}
