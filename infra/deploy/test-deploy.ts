import { readFileSync } from 'node:fs'
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { onTestFinished, vi } from 'vitest'
import { fakeDeployment } from '../emulators/fake-deployment.ts'
import { type Asked, startFakeAws } from '../emulators/fake-aws.ts'
import { startFakeSite } from '../emulators/fake-site.ts'
import { openServices } from '../cloud/services.ts'
import { startStrictFauxqs } from '../emulators/strict-fauxqs.ts'
import type { PageObject } from '../page-objects.ts'
import { parseTemplate } from '../template/parse-template.ts'
import { deployCommand } from './deploy-command.ts'
import type { Run } from './run-command.ts'

const template = parseTemplate(readFileSync('infra/template.yaml', 'utf8'))
export const webBucket = 'web'
export const imagesBucket = 'images'

export const pageOf = (version: string): PageObject[] => [
  file(`assets/index-${version}.js`, `script ${version}`, 'text/javascript', 'public, max-age=31536000, immutable'),
  file('favicon.svg', '<svg/>', 'image/svg+xml', 'no-cache'),
  file('index.html', `<script src="/assets/index-${version}.js">`, 'text/html; charset=utf-8', 'no-cache'),
]
const file = (key: string, text: string, contentType: string, cacheControl: string): PageObject => ({
  key,
  body: new TextEncoder().encode(text),
  contentType,
  cacheControl,
})

/** Typing `npm run deploy` where AWS is on 127.0.0.1; nothing is there yet. */
export async function testDeploy() {
  const [fauxqs, site] = await Promise.all([startStrictFauxqs(), startFakeSite()])
  const outputs = {
    Url: site.url,
    SiteDomain: 'd1.cloudfront.net',
    SiteId: 'D1',
    ApiUrl: `${site.url}/past`,
    WebBucket: webBucket,
    ImagesBucket: imagesBucket,
    SettingsSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:settings',
    AlarmTopicArn: 'arn:aws:sns:eu-central-1:123456789012:alarms',
  }
  const account = fakeDeployment(
    outputs,
    async (url) => (await read(imagesBucket, new URL(url).pathname.slice(1))) ?? '',
  )
  const aws = await startFakeAws(account.answers)
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    aws.stop()
    site.stop()
    await fauxqs.stop()
  })
  const credentials = { AWS_ACCESS_KEY_ID: 'emulated', AWS_SECRET_ACCESS_KEY: 'emulated', AWS_REGION: 'eu-central-1' }
  const env = { ...credentials, AWS_ENDPOINT_URL: aws.url, AWS_ENDPOINT_URL_S3: fauxqs.url }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const { s3 } = openServices({ region: 'eu-central-1', pathStyle: true })
  for (const Bucket of [webBucket, imagesBucket]) await s3.send(new CreateBucketCommand({ Bucket }))

  /** What is in this folder and on this machine. */
  const here = {
    production: 'LOG_LEVEL=info\n' as string | undefined,
    page: pageOf('one'),
    template: 'template one',
    hasSam: true,
    typed: [] as string[],
    /** After so many lines the command is killed. */
    killAfterLines: Number.POSITIVE_INFINITY,
  }
  const ran: string[][] = []
  /** Keys, in the order in which they were written. */
  const put: string[] = []
  const said: string[] = []
  let clock = Date.parse('2026-11-27T08:00:00Z')

  const run: Run = async (command, args) => {
    ran.push([command, ...args])
    if (command === 'sam' && !here.hasSam) return { code: undefined, printed: '' }
    if (command !== 'sam' || args[0] !== 'deploy') return { code: 0, printed: command === 'git' ? 'abc1234\n' : '' }
    const arn = account.propose(here.template, overridesIn(args))
    const printed =
      arn === undefined ? 'No changes to deploy. Stack is up to date' : `Changeset created successfully. ${arn}\n`
    return { code: 0, printed }
  }
  async function deploy(...args: string[]): Promise<number> {
    said.length = 0
    return deployCommand(args, {
      open(region) {
        const services = openServices({ region, pathStyle: true })
        services.s3.middlewareStack.add(
          (next) => (sent) => {
            if ('Body' in sent.input && 'Key' in sent.input) put.push(String(sent.input.Key))
            return next(sent)
          },
          { step: 'initialize' },
        )
        return services
      },
      template,
      production: here.production,
      readPage: async () => here.page,
      run,
      fetch,
      ask: async (question) => {
        said.push(question)
        return here.typed.shift() ?? ''
      },
      say(line) {
        said.push(line)
        if (said.length > here.killAfterLines) throw new Error('Killed')
      },
      pause: async () => {},
      now: () => new Date((clock += 1000)),
      newId: () => crypto.randomUUID(),
    })
  }
  async function read(Bucket: string, Key: string): Promise<string | undefined> {
    const found = await s3.send(new GetObjectCommand({ Bucket, Key })).catch(() => undefined)
    return found?.Body?.transformToString()
  }
  const keys = async (Bucket: string) =>
    ((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map(({ Key }) => Key ?? '').toSorted()

  return {
    account: account.state,
    answers: account.answers,
    aws,
    deploy,
    here,
    keys,
    put,
    ran,
    read,
    s3,
    said,
    site,
    writes: () => aws.asked.filter(isWrite),
  }
}

export type TestDeploy = Awaited<ReturnType<typeof testDeploy>>

const isWrite = ({ action }: Asked) => !/^(?:Get|List|Describe)/u.test(action)

const overridesIn = (args: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    args
      .slice(args.indexOf('--parameter-overrides') + 1)
      .map((text) => /^(\w+)="(.*)"$/u.exec(text) ?? [text, text, 'not read'])
      .map(([, name = '', value = '']) => [name, value]),
  )
