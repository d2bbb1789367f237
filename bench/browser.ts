import { chromium, type Browser } from '@playwright/test'
import config from '../playwright.config.ts'

/** Chromium as the journeys run it. */
export const launchChromium = (): Promise<Browser> => chromium.launch(config.use?.launchOptions ?? {})

export const chromiumPath = config.use?.launchOptions?.executablePath ?? 'chromium'
export const chromiumFlags = config.use?.launchOptions?.args ?? []
