const still = matchMedia('(prefers-reduced-motion: reduce)')

/** Softly, unless the person prefers stillness. */
export const scrollBehavior = (): ScrollBehavior => (still.matches ? 'instant' : 'smooth')
