// Picks from a published list of passwords, the most common first, those among the first hundred thousand that are long enough
// to be chosen at all: shorter ones are refused for their length.
import { readFileSync, writeFileSync } from 'node:fs'

const [from, to] = process.argv.slice(2)
const shortest = 12
const most = 100_000

const lines = readFileSync(from, 'utf8').split('\n').slice(0, most).map(line => line.trim())
if (lines.length < most) {
  throw new Error(`${from} has only ${lines.length} lines.`)
}

writeFileSync(to, [...new Set(lines.filter(line => line.length >= shortest).map(line => line.toLowerCase()))].sort().join('\n') + '\n')
