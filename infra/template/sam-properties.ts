const words = (text: string) => text.split(' ')

/** What SAM has beside what AWS's specification knows of it. */
export const samExtras: Partial<Record<string, string[]>> = {
  'AWS::Serverless::Function': words('LoggingConfig PropagateTags RecursiveLoop RuntimeManagementConfig SnapStart'),
  'AWS::Serverless::HttpApi': words('Name PropagateTags'),
}

export const samEvents: Partial<Record<string, string[]>> = {
  HttpApi: words('ApiId Auth Method Path PayloadFormatVersion RouteSettings TimeoutInMillis'),
  Schedule: words('DeadLetterConfig Description Enabled Input Name RetryPolicy RoleArn Schedule State'),
  SQS: words('BatchSize Enabled FilterCriteria FunctionResponseTypes KmsKeyArn MaximumBatchingWindowInSeconds').concat(
    words('MetricsConfig ProvisionedPollerConfig Queue ScalingConfig'),
  ),
}
