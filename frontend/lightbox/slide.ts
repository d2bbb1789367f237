export type { LightboxSlide } from '../ui/slide.ts'
