import { StorageUnavailable } from '../storage.ts'

/**
 * A failure of disk, rights or database file becomes a StorageUnavailable that says what to do; any other error is
 * handed back as it is. `folder` is how the message names the data folder: visitors read it, so that only what is
 * printed at the start may hold the path.
 */
export function translateFailure(error: unknown, folder: string): unknown {
  const advice = isObject(error) ? adviceFor(error) : undefined
  return advice === undefined ? error : new StorageUnavailable(advice(folder), { cause: error })
}

type Advice = (folder: string) => string

const full: Advice = (folder) => `The disk that holds ${folder} is full. Free some disk space.`
const refused: Advice = (folder) =>
  `Writing in ${folder} is not allowed. Give this server's user the right to write there, or choose another DATA_DIR.`
const busy: Advice = (folder) => `Another program holds the database in ${folder}. Close it.`
const failing: Advice = (folder) => `The disk that holds ${folder} cannot be read or written. Check the disk.`
const gone: Advice = (folder) =>
  `A file or folder in ${folder} is missing or in the way. Put it back, or choose another DATA_DIR; then start again.`
const damaged: Advice = (folder) =>
  `The database in ${folder} is damaged. Stop the server and restore the folder from a backup.`
const exhausted: Advice = () => 'The server has no memory or file handles left. Restart it, or raise its limits.'

// Primary result codes of SQLite.
const bySqlite = new Map<unknown, Advice>([
  [3, refused], // PERM
  [5, busy],
  [6, busy], // LOCKED
  [7, exhausted], // NOMEM
  [8, refused], // READONLY
  [10, failing], // IOERR
  [11, damaged], // CORRUPT
  [13, full],
  [14, gone], // CANTOPEN
  [15, busy], // PROTOCOL: gave up on locking
  [26, damaged], // NOTADB
])

const bySystem = new Map<unknown, Advice>([
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EROFS', refused],
  ['EACCES', refused],
  ['EPERM', refused],
  ['EIO', failing],
  ['EFBIG', failing],
  ['ENOENT', gone],
  ['ENOTDIR', gone],
  ['EISDIR', gone],
  ['EEXIST', gone],
  ['EMFILE', exhausted],
  ['ENFILE', exhausted],
])

function adviceFor(error: object): Advice | undefined {
  if ('errcode' in error && typeof error.errcode === 'number') return bySqlite.get(error.errcode & 0xff)
  return 'code' in error ? bySystem.get(error.code) : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
