import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Property, Resource, SpecDatabase } from '@aws-cdk/service-spec-types'

let loaded: SpecDatabase | undefined

/** What AWS publishes about its services. Takes half a second to be read, once. */
export const serviceSpec = (): SpecDatabase => (loaded ??= loadAwsServiceSpecSync())

export const resourceType = (type: string): Resource | undefined =>
  serviceSpec().lookup('resource', 'cloudFormationType', 'equals', type)[0]

export const propertiesOfDefinition = (reference: string): Record<string, Property> =>
  serviceSpec().get('typeDefinition', reference).properties
