/** A sentence as it may be shown: with the names of keys and passwords in the place of their values. */
export function withoutSecrets(sentence: string, settings: Readonly<Record<string, string | undefined>>): string {
  const secrets = Object.entries(settings).filter(([name]) => /KEY|TOKEN|PASSWORD|SECRET|BEARER/u.test(name))
  return secrets.reduce(
    (text, [name, value = '']) => (value === '' ? text : text.replaceAll(value, `(the value of ${name})`)),
    sentence,
  )
}
