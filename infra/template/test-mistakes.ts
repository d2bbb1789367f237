export type Mistake = {
  title: string
  /** Text of the template, of which the first occurrence becomes something else. */
  find: string | RegExp
  put: string
  /** What is said of it. */
  told: RegExp
}

/** One mistake each, as they are made when a template is changed. */
export const mistakes: Mistake[] = [
  {
    title: 'a misspelt property of CloudFormation',
    find: 'BillingMode: PAY',
    put: 'BillingModes: PAY',
    told: /BillingModes/u,
  },
  {
    title: 'a misspelt property of SAM',
    find: '      MemorySize: 512',
    put: '      MemorySizes: 512',
    told: /there is no property MemorySizes/u,
  },
  {
    title: 'a misspelt property deep in the distribution',
    find: 'OriginReadTimeout: 40',
    put: 'OriginReadTimeOut: 40',
    told: /OriginReadTimeOut/u,
  },
  {
    title: 'a misspelt property of an event',
    find: 'BatchSize: 1',
    put: 'BatchSizes: 1',
    told: /event SQS has no property BatchSizes/u,
  },
  {
    title: 'a value of the wrong type',
    find: 'VisibilityTimeout: 1800',
    put: 'VisibilityTimeout: half an hour',
    told: /VisibilityTimeout/u,
  },
  {
    title: 'a value that is not among those allowed',
    find: 'SigningBehavior: always',
    put: 'SigningBehavior: sometimes',
    told: /SigningBehavior|sometimes/u,
  },
  {
    title: 'a required property that is missing',
    find: '        SigningProtocol: sigv4\n',
    put: '',
    told: /SigningProtocol/u,
  },
  { title: 'a type that does not exist', find: 'AWS::SNS::TopicPolicy', put: 'AWS::SNS::Policy', told: /SNS::Policy/u },
  {
    title: 'a runtime that is no more',
    find: 'nodejs24.x',
    put: 'nodejs14.x',
    told: /nodejs14/u,
  },
  {
    title: 'a reference to nothing in what all functions share',
    find: 'TABLE_NAME: !Ref Table',
    put: 'TABLE_NAME: !Ref Tables',
    told: /there is no Tables/u,
  },
  {
    title: 'a reference to an attribute that does not exist',
    find: '!GetAtt DeadTasks.Arn',
    put: '!GetAtt DeadTasks.ARN',
    told: /DeadTasks has no attribute ARN/u,
  },
  {
    title: 'a text with a reference to nothing',
    find: "'${Images.Arn}/images/*'",
    put: "'${Image.Arn}/images/*'",
    told: /there is no resource Image\b/u,
  },
  {
    title: 'a condition that nobody defines',
    find: '!If [HasEmail',
    put: '!If [HasMail',
    told: /there is no condition HasMail/u,
  },
  {
    title: 'resources that wait for each other',
    find: 'NODE_OPTIONS: --max-semi-space-size=16',
    put: 'PUBLIC_HOST: !GetAtt Site.DomainName',
    told: /waits for/u,
  },
  {
    title: 'a key of the table without a type',
    find: '        - { AttributeName: dueAs, AttributeType: S }\n',
    put: '',
    told: /dueAs/u,
  },
  {
    title: 'a parameter that nobody uses',
    find: /RetentionInDays: !Ref LogDays/gu,
    put: 'RetentionInDays: 30',
    told: /LogDays: nothing uses it/u,
  },
  {
    title: 'a right to everything that a service can do',
    find: "Action: 'dynamodb:Query'",
    put: "Action: 'dynamodb:*'",
    told: /allows more than it names/u,
  },
  {
    title: 'a right on everything there is',
    find: /Action: 'sqs:SendMessage'\n(\s+)Resource: !GetAtt Tasks\.Arn/u,
    put: "Action: 'sqs:SendMessage'\n$1Resource: '*'",
    told: /allows it on everything/u,
  },
  {
    title: 'a misspelt action',
    find: "'sqs:SendMessage'",
    put: "'sqs:SendMessages'",
    told: /no action sqs:SendMessages/u,
  },
  {
    title: 'a bucket that everybody may read',
    find: 'Principal: { Service: cloudfront.amazonaws.com }',
    put: "Principal: '*'",
    told: /allows it to everybody/u,
  },
  {
    title: "a bucket that everybody's distribution may read",
    find: /(Action: 's3:GetObject'\n\s+Resource: !Sub '\$\{Images\.Arn\}\/images\/\*'\n)\s+Condition:\n(?:.*\n){4}/u,
    put: '$1',
    told: /on whose behalf/u,
  },
  {
    title: 'a bucket that could be made public',
    find: 'BlockPublicPolicy: true',
    put: 'BlockPublicPolicy: false',
    told: /could be made public/u,
  },
  {
    title: 'a bucket that answers without TLS',
    find: "'aws:SecureTransport': 'false'",
    put: "'aws:SecureTransport': 'true'",
    told: /answers without TLS/u,
  },
  {
    title: 'data that goes with the stack',
    find: 'DeletionPolicy: RetainExceptOnCreate',
    put: 'DeletionPolicy: Delete',
    told: /DeletionPolicy must be Retain/u,
  },
  {
    title: 'data that goes when it is replaced',
    find: 'UpdateReplacePolicy: Retain',
    put: 'UpdateReplacePolicy: RetainExceptOnCreate',
    told: /UpdateReplacePolicy must be Retain/u,
  },
  { title: 'a function that runs for too long', find: 'Timeout: 900', put: 'Timeout: 1200', told: /at most 900/u },
  {
    title: 'an API that waits for less than its function takes',
    find: 'Timeout: 29',
    put: 'Timeout: 60',
    told: /waits for 30 seconds/u,
  },
  {
    title: 'a message that comes back while it is worked on',
    find: 'VisibilityTimeout: 1800',
    put: 'VisibilityTimeout: 900',
    told: /six times/u,
  },
  {
    title: 'a queue that tries for ever',
    find: /\n\s+RedrivePolicy: .*/u,
    put: '',
    told: /nowhere to put/u,
  },
  {
    title: 'a worker that does not say what failed',
    find: /\n\s+FunctionResponseTypes: .*/u,
    put: '',
    told: /which messages failed/u,
  },
  {
    title: "a function with SAM's own role",
    find: /\n\s+Role: !GetAtt WorkerRole\.Arn/u,
    put: '',
    told: /role of its own/u,
  },
  {
    title: "a function in another's role",
    find: 'Role: !GetAtt ApiRole.Arn',
    put: 'Role: !GetAtt WorkerRole.Arn',
    told: /role of its own/u,
  },
  { title: 'a log that is kept for ever', find: /\n\s+RetentionInDays: .*/u, put: '', told: /kept for ever/u },
  {
    title: 'an alarm that tells nobody',
    find: /\n\s+AlarmActions: .*/u,
    put: '',
    told: /tells nobody/u,
  },
  { title: 'a queue without tags', find: /(maxReceiveCount: 3 \})\n\s+Tags: .*/u, put: '$1', told: /has no tags/u },
]
