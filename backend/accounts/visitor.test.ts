import { expect, test } from 'vitest'
import { visitorsOf } from './visitor.ts'

const many = visitorsOf({ mode: 'many', secrets: () => ['a secret of the server'], https: false })
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const newToken = () => /^pixel-prompt-visitor=([^;]+)/u.exec(many.greet(undefined)!)![1]!
const byCookie = (cookie: string) => many.identify({ cookie, authorization: undefined })
const byToken = (token: string) => many.identify({ cookie: undefined, authorization: `Bearer ${token}` })

test('everybody is the one visitor of a laptop server, and no cookie is set', () => {
  const one = visitorsOf({ mode: 'one', secrets: () => ['s'], https: false })
  expect(one.identify({ cookie: undefined, authorization: undefined })).toBe('local')
  expect(one.identify({ cookie: 'pixel-prompt-visitor=x', authorization: 'Bearer nonsense' })).toBe('local')
  expect(one.greet(undefined)).toBeUndefined()
})

test('a new visitor is known again by cookie and by token', () => {
  const token = newToken()
  const visitor = byCookie(`theme=dark; pixel-prompt-visitor=${token}; a=b`)
  expect(visitor).toMatch(/^[A-Za-z0-9_-]{22}$/u)
  expect(byToken(token)).toBe(visitor)
  expect(many.identify({ cookie: undefined, authorization: `bearer ${token}` })).toBe(visitor)
})

test('two new visitors are two, and greeting a known one keeps it', () => {
  expect(byToken(newToken())).not.toBe(byToken(newToken()))
  const token = newToken()
  expect(many.greet(byToken(token))).toContain(`pixel-prompt-visitor=${token};`)
})

test('the cookie is out of reach of scripts and other sites, and secure behind HTTPS', () => {
  expect(many.greet(undefined)).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/u)
  const https = visitorsOf({ mode: 'many', secrets: () => ['s'], https: true })
  expect(https.greet(undefined)).toMatch(/^__Host-pixel-prompt-visitor=.*; HttpOnly; SameSite=Lax; Secure$/u)
})

test('behind HTTPS a cookie that a neighbouring host has set does not win over the own one', () => {
  const https = visitorsOf({ mode: 'many', secrets: () => ['s'], https: true })
  const [attacker, victim] = [https.greet(undefined)!, https.greet(undefined)!].map(
    (cookie) => /=([^;]+)/u.exec(cookie)![1]!,
  )
  const by = (cookie: string) => https.identify({ cookie, authorization: undefined })
  expect(by(`pixel-prompt-visitor=${attacker}; __Host-pixel-prompt-visitor=${victim}`)).toBe(victim!.split('.')[0])
  expect(by(`pixel-prompt-visitor=${victim}`)).toBe(victim!.split('.')[0])
})

test('no other spelling of a token is accepted', () => {
  const token = newToken()
  const changed = Array.from(token).flatMap((_, at) =>
    Array.from(alphabet, (letter) => token.slice(0, at) + letter + token.slice(at + 1)),
  )
  const longer = [`${token}=`, `${token}A`, token.slice(0, -1), `"${token}"`, token.toUpperCase(), `${token}.x`]
  const accepted = [...changed, ...longer].filter((other) => byToken(other) !== undefined)
  expect(new Set(accepted)).toEqual(new Set([token]))
})

test('a token signed with another secret, or with the plain secret, names nobody', () => {
  const stranger = visitorsOf({ mode: 'many', secrets: () => ['another secret'], https: false })
  const foreign = /=([^;]+)/u.exec(stranger.greet(undefined)!)![1]!
  expect(byToken(foreign)).toBeUndefined()
  expect(byCookie(`pixel-prompt-visitor=${foreign}`)).toBeUndefined()
})

test('a wrong token is not excused by a good cookie, a stray cookie does not hide the good one', () => {
  const token = newToken()
  const cookie = `pixel-prompt-visitor=stray; pixel-prompt-visitor=${token}`
  expect(byCookie(cookie)).toBe(byToken(token))
  expect(many.identify({ cookie, authorization: 'Bearer wrong' })).toBeUndefined()
  expect(many.identify({ cookie, authorization: 'Basic abc' })).toBeUndefined()
})

test('nothing and nonsense name nobody', () => {
  for (const cookie of ['', ';;;', 'pixel-prompt-visitor', 'pixel-prompt-visitor=', 'other=1'])
    expect(byCookie(cookie)).toBeUndefined()
  for (const token of ['', '.', 'local', `${'A'.repeat(22)}.${'A'.repeat(43)}`]) expect(byToken(token)).toBeUndefined()
})

test('a secret that was followed by another still names its visitors, who are then signed anew; one that is gone does not', () => {
  const secrets = ['first']
  const visitors = visitorsOf({ mode: 'many', secrets: () => secrets, https: false })
  const tokenOf = (cookie: string | undefined) => /=([^;]+)/u.exec(cookie ?? '')?.[1] ?? ''
  const named = (token: string) => visitors.identify({ cookie: undefined, authorization: `Bearer ${token}` })
  const old = tokenOf(visitors.greet(undefined))
  const visitor = named(old)
  secrets.unshift('second')
  expect(visitor).toBeDefined()
  expect(named(old)).toBe(visitor)
  const young = tokenOf(visitors.greet(visitor))
  expect(young).not.toBe(old)
  secrets.pop()
  expect([named(old), named(young)]).toEqual([undefined, visitor])
})

test('of the cookies of one name no more than five are looked at', () => {
  const cookie = (before: number) =>
    `${'pixel-prompt-visitor=stray; '.repeat(before)}pixel-prompt-visitor=${newToken()}`
  expect([byCookie(cookie(4)), byCookie(cookie(5))]).toEqual([expect.any(String), undefined])
})
