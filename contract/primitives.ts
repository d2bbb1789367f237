import * as z from 'zod/mini'

/** 128 bits in base64url. */
export const JobId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/u, 'Is not a job id'))

/** A stable slug of a model's name, such as `gpt-image-2-6-flare`; never its place in the configuration. */
export const ModelId = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'Is not a model id'), z.maxLength(80))

export const IsoTime = z.iso.datetime({ precision: 3 })
export const DurationMs = z.int().check(z.nonnegative())

/** Money: whole millionths of a US dollar. `null`: the price is not known. */
export const MicroUsd = z.int().check(z.nonnegative())

export const Version = z.int().check(z.positive())
