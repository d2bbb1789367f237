import { quote } from '../../backend/model-settings.ts'

/**
 * A sentence about settings as it may be shown anywhere: with names in the place of values, for a key may have been put
 * into the wrong line.
 */
export const withoutValues = (sentence: string, settings: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(settings).reduce((text, [name, value = '']) => {
    const instead = `the value of ${name}`
    const unquoted = value !== '' && isSecret(name) ? text.replaceAll(value, instead) : text
    return unquoted.replaceAll(quote(value.trim()), instead)
  }, sentence)

const isSecret = (name: string) => /KEY|TOKEN|PASSWORD|SECRET|BEARER/u.test(name)
