export const lostWords = 'This picture could not be loaded. Its file may be missing on the server.'

/** Stands over the likeness of a picture whose file does not come. */
export const LostPicture = () => (
  <span className="absolute inset-x-2 bottom-2 rounded-xl bg-surface/90 p-2 text-center text-2xs text-rose">
    {lostWords}
  </span>
)
