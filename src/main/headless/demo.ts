import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dayInEngland } from '../../shared/domain/date.ts'
import { refuse } from '../../shared/contract/refused.ts'
import { classificationRules } from '../exchange/classification-rules.ts'
import { writeVerifier } from '../exchange/verifier-page.ts'
import { englandWorkingDays } from '../exchange/working-days.ts'
import { makeDemo } from '../register/demo/make-demo.ts'
import { UsageMistake, type Command } from './command.ts'
import { demoDocuments } from './demo-documents.ts'
import { headlessPorts } from './host-ports.ts'

/** Makes a demo register and its documents in a folder, through the same commands as the screens. */
export const demo: Command = async (args, { out }) => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new UsageMistake('Name one folder.')
  mkdirSync(folder, { recursive: true })
  const register = path.join(folder, 'demo.psr')
  if (existsSync(register)) throw refuse('not-in-this-state', { happened: `There is already a demo.psr in ${folder}.`, todo: 'Name another folder, or take that one away first.' })
  const ports = headlessPorts(folder)
  const { store, passphrase } = await makeDemo(register, ports)
  try {
    const head = store.records.head()
    if (!head) throw refuse('internal')
    const now = ports.clock()
    const reading = { store, head, now, today: dayInEngland(now), rules: classificationRules, isWorkingDay: englandWorkingDays(), person: null }
    const documents = await demoDocuments(reading, folder)
    const people = store.records.people().map(({ name }) => name)
    const page = writeVerifier(folder)
    const files = ['demo.psr', ...documents, ...(page === null ? [] : [page])]
    if (values.json) out(JSON.stringify({ folder, files, people, passphrase }))
    else {
      out(`Made ${files.slice(0, -1).join(', ')} and ${files.at(-1)} in ${folder}.`)
      if (page === null) out('The checking page is not among them: it has not been built yet (npm run build).')
      out(`Sign in as ${people.join(', ')}.`)
      out(`Everybody’s passphrase: ${passphrase}`)
    }
    return 0
  } finally {
    store.close()
  }
}
