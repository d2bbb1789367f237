import { parseDocument, type CollectionTag, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml'

export type Template = {
  Parameters?: Record<string, Record<string, unknown>>
  Conditions?: Record<string, unknown>
  Globals?: Record<string, Record<string, unknown>>
  Resources: Record<string, Resource>
  Outputs?: Record<string, Record<string, unknown>>
}

export type Resource = {
  Type: string
  Condition?: string
  DependsOn?: string | string[]
  Properties?: Record<string, unknown>
  [attribute: string]: unknown
}

/** Reads a CloudFormation template in YAML; short forms (`!Ref x`) become their long ones. Throws at the first mistake. */
export function parseTemplate(text: string): Template {
  const document = parseDocument(text, { customTags: names.flatMap(tagsOf) })
  const [fault] = document.errors
  if (fault) throw fault
  return document.toJS() as Template
}

const bare = ['Ref', 'Condition']
const functions =
  'GetAtt Sub If Not Equals And Or Join Select Split FindInMap Base64 GetAZs ImportValue Cidr Transform ToJsonString Length'
const names = [...bare, ...functions.split(' ')]

const tagsOf = (name: string): (CollectionTag | ScalarTag)[] => {
  const key = bare.includes(name) ? name : `Fn::${name}`
  const tag = `!${name}`
  const collection = (kind: 'map' | 'seq'): CollectionTag => ({
    tag,
    collection: kind,
    resolve: (value: YAMLMap | YAMLSeq) => wrapped(key, value),
  })
  return [
    {
      tag,
      // `!GetAtt Table.StreamArn` names a resource and its attribute, which may have dots of its own.
      resolve: (value: string) => ({ [key]: name === 'GetAtt' ? value.split(/\.(.*)/su).slice(0, 2) : value }),
    },
    collection('seq'),
    collection('map'),
  ]
}

function wrapped(key: string, value: YAMLMap | YAMLSeq): YAMLMap {
  const map = new YAMLMap()
  map.set(key, value)
  return map
}
