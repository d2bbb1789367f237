import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { openServices } from './cloud/services.ts'
import { doctorCommand } from './doctor/doctor-command.ts'

// npm run doctor [-- --stack NAME --region R]
process.exitCode = await doctorCommand(process.argv.slice(2), {
  env: { ...(existsSync('.env') && parseEnv(readFileSync('.env', 'utf8'))), ...process.env },
  fetch,
  now: Date.now,
  nodeVersion: process.versions.node,
  folder: '.',
  open: (region) => openServices({ region, pathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined }),
  say: (line) => console.log(line),
})
