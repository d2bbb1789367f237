export { forgetRights as default } from './rights-used.ts'
