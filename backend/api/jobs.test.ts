import { expect, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { ProviderError, type Generate } from '../providers/provider.ts'
import { ended, gate, hasStatus, model } from '../jobs/test-engine.ts'
import { refusalOf, testApp } from './test-app.ts'

const prompt = 'a red boat'
const never: Generate = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
const fails: Generate = async () => {
  throw new ProviderError('unavailable', 'The provider is down.', { didNoWork: false })
}

test('Stop answers 202 with the job, and what runs ends as stopped', async () => {
  const slow = gate()
  const { app, post, engine } = await testApp({ models: [model('slow', slow.generate)] })
  const { jobId } = Job.parse(await (await post('/api/generate', { prompt })).json())
  await slow.entered
  const reply = await app.request(`/api/jobs/${jobId}/cancel`, { method: 'POST' })
  expect(reply.status).toBe(202)
  expect(Job.parse(await reply.json()).jobId).toBe(jobId)
  await engine.until(jobId, ended)
  const job = Job.parse(await (await app.request(`/api/status/${jobId}`)).json())
  expect(job).toMatchObject({ status: 'cancelled', results: [{ status: 'cancelled', outcome: 'stopped' }] })
})

test('a Stop needs no body, and takes none that is not JSON, too large or of another shape', async () => {
  const { post, finishedJob } = await testApp()
  const { jobId } = await finishedJob()
  const cancel = (body: string, type: string) =>
    post(`/api/jobs/${jobId}/cancel`, body, { 'Content-Type': type, 'Content-Length': String(body.length) })
  expect((await cancel('{}', 'application/json')).status).toBe(202)
  expect(await refusalOf(cancel('stop', 'text/plain'))).toMatchObject({ status: 415 })
  expect(await refusalOf(cancel('{"all":true}', 'application/json'))).toMatchObject({ status: 400 })
  expect(await refusalOf(cancel(' '.repeat(70_000), 'application/json'))).toMatchObject({ status: 413 })
})

test('Stop leaves an ended job as it stands', async () => {
  const { app, finishedJob } = await testApp()
  const job = await finishedJob()
  const reply = await app.request(`/api/jobs/${job.jobId}/cancel`, { method: 'POST' })
  expect(reply.status).toBe(202)
  expect(Job.parse(await reply.json())).toEqual(job)
})

test('Retry opens another attempt of the one model, and the old one is kept', async () => {
  const { app, post, engine, finishedJob } = await testApp({ models: [model('red'), model('broken', fails)] })
  const { jobId } = await finishedJob()
  const reply = await post(`/api/jobs/${jobId}/retry`, { model: 'broken' })
  expect(reply.status).toBe(202)
  const retried = Job.parse(await reply.json())
  expect(retried.results).toMatchObject([{ status: 'completed', attempt: 1 }, { attempt: 2 }])
  await engine.until(jobId, ended)
  const kept = Job.parse(await (await app.request(`/api/gallery/${jobId}`)).json())
  expect(kept.attempts).toMatchObject([{ model: 'broken', attempt: 1, status: 'error' }])
})

test('Retry of a completed result is a conflict', async () => {
  const { post, finishedJob } = await testApp()
  const { jobId } = await finishedJob()
  const refusal = await refusalOf(post(`/api/jobs/${jobId}/retry`, { model: 'red' }))
  expect(refusal).toMatchObject({ status: 409, code: 'conflict' })
})

test('Retry of a running result is a conflict', async () => {
  const { post, engine } = await testApp({ models: [model('slow', never)] })
  const { jobId } = Job.parse(await (await post('/api/generate', { prompt })).json())
  await engine.until(jobId, hasStatus('in_progress'))
  const refusal = await refusalOf(post(`/api/jobs/${jobId}/retry`, { model: 'slow' }))
  expect(refusal).toMatchObject({ status: 409, code: 'conflict' })
  await post(`/api/jobs/${jobId}/cancel`, {})
})

test('Retry of a model that the server has lost is a conflict', async () => {
  const { post, engine, finishedJob } = await testApp({ models: [model('red')] })
  const { jobId } = await engine.submit([model('gone', fails)], { visitor: 'local' })
  await engine.until(jobId, ended)
  await finishedJob()
  const refusal = await refusalOf(post(`/api/jobs/${jobId}/retry`, { model: 'gone' }))
  expect(refusal).toMatchObject({ status: 409, code: 'conflict' })
})

test.each([
  ['no model', {}, 'model'],
  ['a model of another job', { model: 'blue' }, 'model'],
  ['something that is no model id', { model: '../red' }, 'model'],
  ['an unknown field', { model: 'red', attempt: 2 }, 'attempt'],
])('Retry refuses %s', async (_, body, path) => {
  const { post, finishedJob } = await testApp()
  const { jobId } = await finishedJob({ prompt, models: ['red'] })
  const refusal = await refusalOf(post(`/api/jobs/${jobId}/retry`, body))
  expect(refusal).toMatchObject({ status: 400, code: 'invalid_request', fields: [{ path }] })
})

test('Stop and Retry of a job that does not exist are 404', async () => {
  const { post } = await testApp()
  for (const id of ['A'.repeat(22), 'nope']) {
    expect(await refusalOf(post(`/api/jobs/${id}/cancel`, {}))).toMatchObject({ status: 404, code: 'not_found' })
    expect(await refusalOf(post(`/api/jobs/${id}/retry`, {}))).toMatchObject({ status: 404, code: 'not_found' })
  }
})
