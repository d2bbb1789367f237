import * as z from 'zod/mini'

/** As whom a browser has logged in. The operator may do all that a visitor may. */
export const SessionRole = z.enum(['visitor', 'operator'])
export type SessionRole = z.infer<typeof SessionRole>

// Longer ones cannot be set, and need not be hashed.
export const maxPasswordLength = 200

export const LoginRequest = z.strictObject({
  password: z.string().check(
    z.minLength(1, 'Is missing'),
    z.maxLength(maxPasswordLength, 'Is too long'),
    // To the hash, zeros at the end are as if they were not there.
    z.refine((value: string) => !value.includes('\0'), 'Holds a character that no password has'),
  ),
})

export const SessionReply = z.object({ role: SessionRole })
