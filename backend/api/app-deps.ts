import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { RefusalCode } from '../../contract/refusal.ts'
import type { SessionRole } from '../../contract/session.ts'
import type { AccountDeps } from '../accounts/account-deps.ts'
import type { RateDeps } from '../accounts/rate-limit.ts'
import type { Sessions } from '../accounts/sessions.ts'
import type { VisitorOptions } from '../accounts/visitor.ts'
import type { JobDeps } from '../jobs/job-deps.ts'
import type { SharePictures } from '../jobs/share-pictures.ts'
import type { UsualTimes } from '../jobs/usual-times.ts'
import type { Enhancer } from '../providers/language/enhancer.ts'
import type { ImageModel } from '../providers/provider.ts'
import type { Moderation } from '../safety/refuse-flagged.ts'
import type { Storage } from '../storage/storage.ts'
import type { Shares } from '../storage/shares.ts'
import type { TokenRecord, Tokens } from '../storage/tokens.ts'
import type { Clients } from './client-address.ts'
import type { PageFiles } from './page-files.ts'

export type AppDeps = {
  jobDeps: JobDeps
  accounts: AccountDeps
  rates: RateDeps
  health: Storage['health']
  /** In the order of the configuration; retired ones included. */
  models: readonly ImageModel[]
  usualTimes: Pick<UsualTimes, 'of'>
  enhancer: Enhancer
  /** Absent: this server's own rules alone look at prompts. */
  moderation: Moderation | undefined
  visitors: VisitorOptions
  sessions: Sessions
  tokens: Tokens
  shares: Shares
  sharePictures: SharePictures
  clients: Clients
  /** How many turns in a lane the visitors of one address share. */
  turnsOfNetwork: number
  /**
   * Host names, beside the loopback ones, under which browsers may reach the server; with a port, only on that port.
   * `0.0.0.0` or `::` lets every IP address in. `any`: whatever lets requests through knows its names.
   */
  allowedHosts: 'any' | readonly string[]
  /** Where the operator says that the page is: `https://pictures.example`. */
  publicOrigin: string | undefined
  /** `shared`: every visitor reads all jobs made while it is. */
  gallery: 'private' | 'shared'
  /** An export comes in parts with as many bytes of pictures; undefined: as one. */
  exportPartBytes: number | undefined
  /** Of other sites, whose pages may ask with a token. */
  corsOrigins: readonly string[]
  /** How long a status request is held, in milliseconds; 0: not at all. */
  statusHoldMs: number
  log: Logger
  version: string
  /** The built page; undefined when it is not built, or served by somebody else. */
  page: PageFiles | undefined
}

export type ApiEnv = {
  Variables: {
    requestId: string
    /** Asked by a page of another site that is listed: its cookies, if a browser sends any, count for nothing. */
    ofOtherSite: boolean
    visitor: string | undefined
    session: SessionRole | undefined
    /** The API token with which a program asks. */
    token: TokenRecord | undefined
    refusal: RefusalCode | undefined
  }
}
export type ApiContext = Context<ApiEnv>
