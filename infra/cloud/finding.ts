/** One thing that was looked at. `advice` says what to type when it is not ok; else it may say what is to be known. */
export type Finding = { title: string; ok: boolean; advice: string }

export const good = (title: string, advice = ''): Finding => ({ title, ok: true, advice })
export const bad = (title: string, advice: string): Finding => ({ title, ok: false, advice })
