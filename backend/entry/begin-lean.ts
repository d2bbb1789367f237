/**
 * Begins the process anew, as the same one, with less memory to waste. glibc gives each thread up to 64 MB of its own and
 * keeps what large buffers have left behind, V8 fills 48 MB with what lives short before it looks; a server with three
 * threads and pictures of megabytes then holds twice what it uses. glibc reads its settings only when a process begins. On
 * Linux alone; where an operator has set one of them, it stays.
 */
export function beginLean(): void {
  const { env, execArgv, execPath, argv, execve, platform } = process
  if (platform !== 'linux' || execve === undefined || Object.keys(glibc).some((name) => env[name] !== undefined)) return
  execve(execPath, [execPath, ...execArgv, youngGeneration, ...argv.slice(1)], { ...env, ...glibc })
}

const youngGeneration = '--max-semi-space-size=2'
const glibc = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536' }
