import { accepted } from './accepted.ts'
import type { Benchmark } from './benchmark.ts'
import { fanOut } from './fan-out.ts'
import { firstPicture } from './first-picture.ts'
import { functions } from './functions.ts'
import { galleryList } from './gallery-list.ts'
import { heldOut } from './held-out.ts'
import { live } from './live.ts'
import { manyVisitors } from './many-visitors.ts'
import { models } from './models.ts'
import { page } from './page.ts'
import { policy } from './policy.ts'
import { statusRequests } from './status-requests.ts'

/** All of them, in the order of PERFORMANCE.md. */
export const benchmarks: readonly Benchmark[] = [
  firstPicture,
  accepted,
  manyVisitors,
  fanOut,
  live,
  statusRequests,
  galleryList,
  models,
  functions,
  policy,
  heldOut,
  page,
]
