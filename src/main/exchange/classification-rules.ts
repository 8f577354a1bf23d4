import ruleFile from '../../../resources/classification-rules.json' with { type: 'json' }
import weightFile from '../../../resources/classification-weights.json' with { type: 'json' }
import { compileRules, type CompiledRules } from '../../shared/domain/classification/compile-rules.ts'
import { ruleSetSchema, type RuleSet } from '../../shared/domain/classification/rule-set.ts'
import { weightsSchema } from '../../shared/domain/classification/weights.ts'

/** The rule set that ships with this version of the register, and what was trained beside it. */
export const classificationRuleSet: RuleSet = ruleSetSchema.parse(ruleFile)
export const classificationRules: CompiledRules = compileRules(classificationRuleSet, weightsSchema.parse(weightFile))
