// Whole steps of the animation, so that all letters move in the same frames.
const delays = [
  '[animation-delay:0ms]',
  '[animation-delay:-1050ms]',
  '[animation-delay:-2100ms]',
  '[animation-delay:-3150ms]',
  '[animation-delay:-4200ms]',
]
const colours = ['text-accent', 'text-rose', 'text-sage']

/** The name with softly breathing letters; read out by the link that holds it. */
export function BrandTitle() {
  return (
    <span
      aria-hidden="true"
      className="block font-title text-[clamp(1.15rem,6.6vw,1.55rem)] leading-none whitespace-nowrap sm:text-[1.9rem]"
    >
      {Array.from('Pixel Prompt', (letter, place) => (
        <span
          key={place}
          className={`inline-block animate-breathe whitespace-pre ${delays[place % delays.length]} ${place < 5 ? 'text-text' : (colours[place % 3] ?? '')}`}
        >
          {letter}
        </span>
      ))}
    </span>
  )
}
