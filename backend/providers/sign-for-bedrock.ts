import { AwsClient } from 'aws4fetch'

type AccessKey = { region: string; accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }
type Unsigned = { url: string; method: string; body?: string | undefined }

/** The headers of a request to Bedrock, with AWS's signature. */
export function signForBedrock({ sessionToken, ...access }: AccessKey) {
  const client = new AwsClient({ ...access, service: 'bedrock', ...(sessionToken !== undefined && { sessionToken }) })
  return async ({ url, method, body }: Unsigned): Promise<Record<string, string>> => {
    const headers = { 'Content-Type': 'application/json' }
    const signed = await client.sign(url, { method, headers, ...(body !== undefined && { body }) })
    return Object.fromEntries(signed.headers)
  }
}
