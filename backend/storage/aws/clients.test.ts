import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { GetQueueAttributesCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

test('a conditional write of the table is refused when its condition does not hold', async () => {
  const { table, resources } = await stack()
  const put = new PutCommand({
    TableName: resources['Table'],
    Item: { pk: 'JOB#1', sk: 'JOB' },
    ConditionExpression: 'attribute_not_exists(pk)',
  })
  await table.send(put)
  await expect(table.send(put)).rejects.toBeInstanceOf(ConditionalCheckFailedException)
})

test('a key of the bucket is written once', async () => {
  const { s3, resources } = await stack()
  const put = () =>
    s3.send(new PutObjectCommand({ Bucket: resources['Images'], Key: 'images/1.png', Body: 'x', IfNoneMatch: '*' }))
  await put()
  await expect(put()).rejects.toMatchObject({ name: 'PreconditionFailed' })
})

test('the queue takes a batch, and gives up on a message after three tries', async () => {
  const { sqs, resources } = await stack()
  const QueueUrl = resources['Tasks']
  const sent = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: '0', MessageBody: 'a' },
        { Id: '1', MessageBody: 'b' },
      ],
    }),
  )
  expect(sent.Successful).toHaveLength(2)
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))
  expect(JSON.parse(Attributes?.['RedrivePolicy'] ?? '')).toMatchObject({ maxReceiveCount: 3 })
})
