import { button, type Journey, type Reach } from './journey.ts'

export const lightbox: Record<string, Reach> = {
  async 'a picture in full'(journey) {
    await opened(journey)
    return button(journey.page, 'Next picture')
  },
  async 'a picture close up'(journey) {
    await opened(journey)
    await button(journey.page, 'Zoom in').click()
    return button(journey.page, 'Show the whole picture')
  },
  async 'a picture with its details'(journey) {
    await opened(journey)
    await button(journey.page, 'Details').click()
    return journey.page.getByRole('row', { name: /^Seed/ })
  },
  async 'a picture of which only the small copy came'(journey) {
    await journey.unreachable(/^\/images\/(?!.*thumb)/u)
    await opened(journey)
    return journey.page.getByText('The full picture could not be loaded')
  },
}

async function opened(journey: Journey): Promise<void> {
  const parameters = { seed: 4711, aspectRatio: '3:2', steps: 12 } as const
  await journey.visit(`/gallery/${await journey.ended(['steady', 'pixel-art'], { parameters })}`)
  await journey.page.getByRole('img', { name: /^Steady: / }).click()
}
