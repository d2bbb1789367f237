import { connection } from './connection.ts'

const mostTries = 4

/** Fetches a part of the page's own code; when the server is away, again as soon as it is back. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each try follows the last
      return await load()
    } catch (error) {
      if (tries === mostTries) throw error
      connection.lost()
      // oxlint-disable-next-line no-await-in-loop
      await untilUp()
    }
  }
}

function untilUp(): Promise<void> {
  return new Promise((resolve) => {
    const forget = connection.subscribe(() => {
      if (connection.get() === 'down') return
      forget()
      resolve()
    })
  })
}
