import { ListSubscriptionsByTopicCommand, type SNSClient } from '@aws-sdk/client-sns'

/** How many are told of alarms; when nobody is, what is wrong and what to type. */
export async function alarmReceivers(
  sns: SNSClient,
  TopicArn: string,
): Promise<{ confirmed: number } | { fault: string; advice: string }> {
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
  const confirmed = Subscriptions.filter(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:')).length
  if (confirmed > 0) return { confirmed }
  return Subscriptions.length > 0
    ? {
        fault: 'The address for alarms is not confirmed',
        advice: 'Open the mail from AWS Notifications and follow its link.',
      }
    : {
        fault: 'Nobody is told of alarms',
        advice: 'Put a line STACK_AlarmEmail=… into .env.production, then type npm run deploy.',
      }
}
