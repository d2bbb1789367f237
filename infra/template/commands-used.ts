import type { Commands } from './actions-of.ts'

const reads = ['GetCommand', 'BatchGetCommand', 'QueryCommand']
const secrets = ['GetSecretValueCommand']

/**
 * What each function asks of AWS with the SDK; its role allows that and no more. The journeys through the functions are refused
 * the rest, and fail when all of them together need less.
 */
export const commandsUsed: Readonly<Record<string, Commands>> = {
  Api: {
    '@aws-sdk/lib-dynamodb': [...reads, 'UpdateCommand', 'DeleteCommand'],
    '@aws-sdk/client-s3': ['ListObjectsV2Command'],
    '@aws-sdk/client-sqs': ['SendMessageBatchCommand'],
    '@aws-sdk/client-secrets-manager': secrets,
  },
  Files: {
    '@aws-sdk/lib-dynamodb': [...reads, 'UpdateCommand'],
    '@aws-sdk/client-s3': ['GetObjectCommand', 'PutObjectCommand'],
    '@aws-sdk/client-secrets-manager': secrets,
  },
  Worker: {
    '@aws-sdk/lib-dynamodb': ['GetCommand', 'UpdateCommand'],
    '@aws-sdk/client-s3': ['PutObjectCommand', 'ListObjectsV2Command'],
    '@aws-sdk/client-sqs': ['SendMessageCommand'],
    '@aws-sdk/client-secrets-manager': secrets,
  },
  Sweeper: {
    '@aws-sdk/lib-dynamodb': [...reads, 'UpdateCommand', 'DeleteCommand'],
    '@aws-sdk/client-s3': ['ListObjectsV2Command', 'DeleteObjectsCommand'],
    '@aws-sdk/client-sqs': ['SendMessageCommand', 'GetQueueAttributesCommand'],
    '@aws-sdk/client-secrets-manager': secrets,
  },
}

/** What a function has to be allowed besides, for others to act with its role or without the SDK. */
export const actionsBesides: Readonly<Record<string, readonly string[]>> = {
  Api: [],
  // For 404 in place of 403.
  Files: ['s3:ListBucket'],
  // Lambda takes the messages from the queue as the worker; Bedrock's adapter signs its requests itself.
  Worker: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'bedrock:InvokeModel'],
  Sweeper: [],
}
