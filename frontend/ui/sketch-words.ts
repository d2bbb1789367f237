/** Said on the first screen and in the help, in the same words. */
export const sketchWords = 'built-in sketch painters: they draw by rules, for free. They are not AI.'
