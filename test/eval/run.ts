import { existsSync, readFileSync } from 'node:fs'
import { entryClasses } from '../../src/shared/domain/class.ts'
import { classificationRules, classificationRuleSet } from '../../src/main/exchange/classification-rules.ts'
import { fullTexts, sentenceLines, shortTexts, type Text } from './material.ts'
import { sharedRuns } from './echoes.ts'
import { answers, answersHeldOut, figures, heldOutRules, type Answer } from './measure.ts'

/**
 * `npm run eval`: how well the classifier reads texts that it has not learned from. `--wrong` names each text read
 * otherwise than its label.
 */
const showWrong = process.argv.includes('--wrong')
const classOf = new Map(classificationRuleSet.categories.map((category) => [category.slug, category.class]))
const lines = sentenceLines((slug) => classOf.get(slug) === 'direct-care')
const flows = shortTexts('../fixtures/flows-labelled.jsonl')
const madeFrom = { short: shortTexts('made-from/short.jsonl'), full: fullTexts('made-from/full'), marked: fullTexts('made-from/marked') }
const trainedOn: readonly Text[] = [...flows, ...madeFrom.short, ...madeFrom.full, ...madeFrom.marked]

function print(title: string, all: readonly Answer[]): void {
  const { n, coverage, accuracy, dangerous, table } = figures(all)
  const care = dangerous.filter(({ text }) => text.label === 'direct-care').length
  console.log(`\n${title}`)
  console.log(`  texts ${n}  coverage ${coverage.toFixed(3)}  accuracy of decided ${accuracy.toFixed(3)}  called exclusively secondary: care ${care}, mixed ${dangerous.length - care}`)
  console.log(`  ${'label'.padEnd(14)}${entryClasses.map((given) => given.padStart(15)).join('')}`)
  for (const label of entryClasses) {
    const row = table.get(label)
    if (row && [...row.values()].some((count) => count > 0)) console.log(`  ${label.padEnd(14)}${entryClasses.map((given) => String(row.get(given) ?? 0).padStart(15)).join('')}`)
  }
  if (showWrong) for (const { text, given } of all) if (given !== text.label) console.log(`    ${text.id}: ${text.label}${text.agreed ? '' : ' (second reader differs)'} read as ${given}`)
}

const rules = heldOutRules(classificationRuleSet, lines, trainedOn)
const heldOut = (texts: readonly Text[], textOnly: boolean) => answersHeldOut(rules, texts, textOnly)
print('Labelled flows, text only, families held out', heldOut(flows, true))
print('Labelled flows, all fields, families held out', heldOut(flows, false))
print('Own material the classifier is made from, short, families held out', heldOut(madeFrom.short, true))
print('Own material the classifier is made from, full length, families held out', heldOut(madeFrom.full, true))
print('Own agreements with every purpose marked, families held out', heldOut(madeFrom.marked, true))
if (existsSync(new URL('kept-apart/short.jsonl', import.meta.url))) {
  const kept = { short: shortTexts('kept-apart/short.jsonl'), full: fullTexts('kept-apart/full') }
  print('Kept apart, short', answers(classificationRules, kept.short, true))
  print('Kept apart, full length', answers(classificationRules, kept.full, true))
  const shared = sharedRuns([...kept.short, ...kept.full].map((text) => text.input.purposeText), [...lines.map((line) => line.text), ...trainedOn.map((text) => text.input.purposeText)])
  console.log(`\nFive-word runs that texts kept apart share with the material: ${shared.length}${showWrong ? '' : ' (--wrong lists them)'}`)
  if (showWrong) for (const run of shared) console.log(`  ${run}`)
}
console.log(`\nRule set ${classificationRules.version}. How these figures are kept honest: ${readFileSync(new URL('README.md', import.meta.url), 'utf8').split('\n')[0]?.replace('# ', '') ?? ''} (test/eval/README.md).`)
