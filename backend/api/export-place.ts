/** Where a part of an export begins. What came after `at` is in none of its parts. */
export type ExportPlace = {
  /** Of the part: 1, 2, … */
  number: number
  /** When the export was begun, in milliseconds since 1970. */
  at: number
  /** Absent: at the beginning of the list. */
  from?: ListPlace
  /** Where it ends, when that was told before; absent: where it is full. */
  until?: ListPlace
}
/** Behind a run of the list, or before a picture of that run. */
export type ListPlace = { cursor: string; rest?: PicturePlace & { jobId: string } }
/** The place of a result in its run, and of a picture in the result, from 0: both stay what they are, whatever comes later. */
export type PicturePlace = { task: number; image: number }

/** As visitors hold it. */
export function tokenOf({ number, at, from, until }: ExportPlace): string {
  const places = [from, until].map((place) => (place ? textOf(place) : ''))
  return Buffer.from([number, at, ...places].join(',')).toString('base64url')
}

/** Undefined for what no server gave out. */
export function placeFrom(token: string): ExportPlace | undefined {
  const { number, at, ...texts } = whole.exec(Buffer.from(token, 'base64url').toString())?.groups ?? {}
  const [from, until] = [listPlaceFrom(texts['from']), listPlaceFrom(texts['until'])]
  const place = { number: Number(number), at: Number(at), ...(from && { from }), ...(until && { until }) }
  // What was left out, or says the same in another way, such as with leading zeros, is none of ours.
  return tokenOf(place) === token ? place : undefined
}

const whole = /^(?<number>[1-9]\d{0,5}),(?<at>\d{1,15}),(?<from>[^,]*),(?<until>[^,]*)$/u

const textOf = ({ cursor, rest }: ListPlace) =>
  rest === undefined ? cursor : `${cursor} ${rest.jobId} ${rest.task} ${rest.image}`

function listPlaceFrom(text = ''): ListPlace | undefined {
  const { cursor, jobId, task, image } = listPlace.exec(text)?.groups ?? {}
  if (cursor === undefined) return undefined
  return jobId === undefined ? { cursor } : { cursor, rest: { jobId, task: Number(task), image: Number(image) } }
}

const listPlace = /^(?<cursor>[\w.-]{1,120})(?: (?<jobId>[\w-]{22}) (?<task>\d{1,3}) (?<image>\d{1,3}))?$/u
