import { createHash } from 'node:crypto'
import type { JobStore, NewJob } from '../backend/storage/storage.ts'

/**
 * Stores jobs of the visitor `local`, a second apart, each with nine pictures. Half of the prompts say "lighthouse",
 * the other half "harbour", ten of them "axolotl"; a tenth painter took part in one of a hundred.
 */
export async function fillGallery(store: JobStore, jobs: number): Promise<void> {
  const firstAt = Date.now() - jobs * 1000
  for (let index = 0; index < jobs; index += 1) {
    const { created } = await store.create(jobOf(index, jobs, firstAt + index * 1000))
    if (!created) throw new Error('A job was there before')
  }
}

function jobOf(index: number, jobs: number, createdAt: number): NewJob {
  const rare = index % Math.ceil(jobs / 10) === 7 ? 'axolotl, ' : ''
  const words = Array.from({ length: 12 }, (_, place) => vocabulary[number(`${index} ${place}`) % vocabulary.length])
  const painters = Array.from({ length: index % 100 === 0 ? 10 : 9 }, (_, place) => place + 1)
  return {
    jobId: id(`job ${index}`),
    visitor: 'local',
    createdAt,
    prompt: `a ${index % 2 === 0 ? 'lighthouse' : 'harbour'}, ${rare}${words.join(' ')}`,
    parameters: { seed: index, aspectRatio: '3:2' },
    secret: id(`secret ${index}`),
    tasks: painters.map((painter) => endedTask(index, painter, createdAt)),
  }
}

function endedTask(index: number, painter: number, createdAt: number): NewJob['tasks'][number] {
  const number = String(painter).padStart(2, '0')
  const startedAt = createdAt + 5
  return {
    model: `painter-${number}`,
    name: `Painter ${number}`,
    provider: 'openai-compatible',
    lane: `openai-compatible http://127.0.0.1:90${number}`,
    requested: 1,
    ignored: [],
    priceMicroUsd: 0,
    reservation: null,
    progress: {
      status: 'completed',
      startedAt,
      completedAt: startedAt + 2000 + 300 * painter,
      images: [
        {
          imageId: id(`image ${index} ${painter}`),
          width: 1152,
          height: 768,
          mediaType: 'image/png',
          bytes: 2_400_000,
          thumbhash: hash(`thumbhash ${index}`).subarray(0, 24).toString('base64'),
          seed: index,
        },
      ],
      costMicroUsd: 0,
      costCertain: true,
    },
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest()
const id = (text: string) => hash(text).subarray(0, 16).toString('base64url')
const number = (text: string) => hash(text).readUInt32BE()

/** Some thousand words, so that the index is as large as one of real prompts. */
const vocabulary = Array.from({ length: 3000 }, (_, index) =>
  id(`word ${index}`)
    .replaceAll(/[^a-z]/giu, '')
    .toLowerCase()
    .slice(0, 4 + (index % 6)),
)
