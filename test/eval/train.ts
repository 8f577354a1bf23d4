import { readFileSync, writeFileSync } from 'node:fs'
import { ruleSetSchema } from '../../src/shared/domain/classification/rule-set.ts'
import { fullTexts, sentenceLines, shortTexts } from './material.ts'
import { agreementWeights, crossFit } from './train-agreement.ts'
import { trainWeights } from './train-weights.ts'

/** `node test/eval/train.ts`: trains the classifier on the material in `made-from` and on the labelled flows, and writes its weights. */
const resources = new URL('../../resources/', import.meta.url)
const set = ruleSetSchema.parse(JSON.parse(readFileSync(new URL('classification-rules.json', resources), 'utf8')))
const texts = [...shortTexts('../fixtures/flows-labelled.jsonl'), ...shortTexts('made-from/short.jsonl'), ...fullTexts('made-from/full'), ...fullTexts('made-from/marked')]
const classOf = new Map(set.categories.map((category) => [category.slug, category.class]))
const sentences = sentenceLines((slug) => classOf.get(slug) === 'direct-care')
const weights = trainWeights(set, sentences, texts)
const agreement = agreementWeights(crossFit(set, sentences, texts))
const lines = Object.entries(weights.signs).map(([sign, pair]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(pair)}`)
const categories = Object.entries(weights.categories).map(([slug, each]) => `    ${JSON.stringify(slug)}: ${JSON.stringify(each)}`)
writeFileSync(new URL('classification-weights.json', resources),
  `{\n  "ruleSet": ${JSON.stringify(weights.ruleSet)},\n  "examples": ${weights.examples},\n  "bias": ${JSON.stringify(weights.bias)},\n  "signs": {\n${lines.join(',\n')}\n  },\n  "agreement": ${JSON.stringify(agreement)},\n  "categories": {\n${categories.join(',\n')}\n  }\n}\n`)
console.log(`Trained on ${weights.examples} examples: ${lines.length} signs`)
