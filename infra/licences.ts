export type Locked = Record<string, { license?: string | undefined; dev?: boolean | undefined }>

/** Licences that ask for no more than to be named. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'])

// Its libraries are used unchanged, each as a file of its own that anybody can replace: all that the LGPL asks for.
const libraries = /^node_modules\/@img\/sharp-/u

/** What of the lock file is shipped under a licence that nobody has agreed to, or under none. */
export const licenceFaults = (packages: Locked): string[] =>
  Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .filter(([path, { license = '' }]) => !isAllowed(license, libraries.test(path)))
    .map(([path, { license }]) => `${path} is licensed under ${license ?? 'nothing'}.`)

/** `A OR B` needs one of them, `A AND B` both. */
function isAllowed(expression: string, mayBeLibrary: boolean): boolean {
  const alternatives = expression.replaceAll(/[()]/gu, '').split(' OR ')
  const isFine = (name: string) => allowed.has(name) || (mayBeLibrary && name === 'LGPL-3.0-or-later')
  return alternatives.some((alternative) => alternative.split(' AND ').every(isFine))
}
