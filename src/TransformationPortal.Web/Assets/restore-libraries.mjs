// Copies the files that libman.json lists into wwwroot/lib, and writes the paths it made to the file named as the only
// argument. The manifest's own tool can do the same copy; the build does not need it to be installed.
import { copyFileSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const [listFile] = process.argv.slice(2)
const { libraries } = JSON.parse(readFileSync('libman.json', 'utf8'))

// A library that the manifest no longer lists goes, too.
rmSync('wwwroot/lib', { recursive: true, force: true })

const now = new Date()
const made = libraries.flatMap(({ library, destination, files }) =>
  files.map(file => {
    const target = resolve(destination, file)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(join(library, file), target)
    // Some systems keep the original's date in a copy; the build compares dates.
    utimesSync(target, now, now)
    return target
  }))

writeFileSync(listFile, made.join('\n') + '\n')
