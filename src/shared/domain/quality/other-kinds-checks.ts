import { addPeriod } from '../date.ts'
import type { DeclarationFields, GpConnectSettingFields, MedicinesToolFields } from '../entry-fields.ts'
import { answered, rules } from './check.ts'
import type { Check } from './check.ts'

const writing = new Set(['update-record', 'send-document', 'appointment-management', 'other-write'])
const writes = ({ mechanism }: GpConnectSettingFields): boolean => writing.has(mechanism)

export const settingChecks: readonly Check<GpConnectSettingFields>[] = [
  answered<GpConnectSettingFields>('clinicalSystem', 'no-system', 'Clinical system', rules.records, 'Say which clinical system it is set in.'),
  answered<GpConnectSettingFields>('direction', 'no-direction-of-use', 'Read, write or book', rules.records, 'Say whether others read, write or book through it.'),
  {
    code: 'direction-does-not-fit', field: 'direction', title: 'The direction does not fit the route', rule: rules.records, nextStep: 'Correct the direction or the route.',
    holds: (fields) => (fields.direction === null ? null : (fields.direction !== 'read') === writes(fields)),
  },
  answered<GpConnectSettingFields>('users', 'no-users', 'Who may use it', rules.code, 'Say which organisations may use it.'),
  answered<GpConnectSettingFields>('writtenForm', 'no-written-form', 'Form of what is written', rules.safety, 'Say whether codes, documents or free text arrive.', ({ direction }) => direction === 'write'),
  {
    code: 'state-unknown', field: 'standing', title: 'Whether it is on or off', rule: rules.decide, nextStep: 'Look at the setting and record what you see.',
    holds: (_, { state }) => state !== 'unknown',
  },
  answered<GpConnectSettingFields>('settingPlace', 'no-setting-place', 'Where the setting is', rules.log, 'Write where you found the setting, in your own words.'),
  answered<GpConnectSettingFields>('settingCheckedOn', 'setting-not-checked', 'Setting last checked', rules.log, 'Look at the setting and record the day.'),
  {
    code: 'setting-check-old', field: 'settingCheckedOn', title: 'The setting was last checked over a year ago', rule: rules.log, nextStep: 'Look at the setting again and record the day.',
    holds: ({ settingCheckedOn }, { today }) => (today === null || settingCheckedOn === null ? null : addPeriod(settingCheckedOn, 'P1Y') >= today),
  },
  {
    code: 'no-controls', field: 'reviewEveryMessage', title: 'Controls', rule: rules.safety, nextStep: 'Say which checks are made: review of each message, or codes taken out.',
    holds: ({ reviewEveryMessage, stripCodes }, { state }) => (state === 'on-with-controls' ? reviewEveryMessage === true || stripCodes !== null : null),
  },
  answered<GpConnectSettingFields>('filingRole', 'no-filer', 'Who files', rules.safety, 'Say which role files what arrives.', (fields, { state }) => writes(fields) && state !== 'off'),
  answered<GpConnectSettingFields>('auditEvery', 'no-audit', 'How often filed messages are checked', rules.safety, 'Set how often a sample is checked.', (_, { state }) => state === 'on-with-controls'),
  answered<GpConnectSettingFields>('fallbackRoute', 'no-fallback', 'What takes its place', rules.safety, 'Say how the same news reaches the practice while it is off.', (fields, { state }) => writes(fields) && state === 'off'),
  answered<GpConnectSettingFields>('fallbackWatcher', 'no-fallback-watcher', 'Who watches that', rules.safety, 'Say who watches the other route.', (fields, { state }) => writes(fields) && state === 'off'),
  {
    code: 'no-evidence', field: 'evidence', title: 'Evidence', rule: rules.log, nextStep: 'Attach a picture of the setting.',
    holds: (_, { evidenceCount }) => (evidenceCount === null ? null : evidenceCount > 0),
  },
]

const paidSchemes = new Set(['des', 'les', 'core-contract'])
/** People write "none" in many ways; only what says so at its start is taken for none. */
const takesDataOut = ({ extraction }: MedicinesToolFields): boolean => extraction !== null && !/^(no|none|nil|nothing)\b/i.test(extraction.trim())

export const toolChecks: readonly Check<MedicinesToolFields>[] = [
  answered<MedicinesToolFields>('product', 'no-product', 'Product', rules.records, 'Name the product.'),
  answered<MedicinesToolFields>('supplier', 'no-supplier', 'Supplier', rules.records, 'Name the supplier.'),
  answered<MedicinesToolFields>('mode', 'no-mode', 'Mode', rules.decide, 'Say which mode or profile runs; modes are judged one by one.'),
  answered<MedicinesToolFields>('configuration', 'no-configuration', 'How it is set up', rules.decide, 'Describe how it is set up, as the practice found it.'),
  answered<MedicinesToolFields>('commissioner', 'no-commissioner', 'Who commissions it', rules.decide, 'Find out who asked for it.'),
  answered<MedicinesToolFields>('payer', 'no-payer', 'Who pays for it', rules.decide, 'Find out who pays.'),
  answered<MedicinesToolFields>('configurer', 'no-configurer', 'Who sets it up', rules.decide, 'Find out who chooses its messages.'),
  {
    code: 'state-unknown', field: 'standing', title: 'Whether it is on or off', rule: rules.decide, nextStep: 'Look and record what you see.',
    holds: (_, { state }) => state !== 'unknown',
  },
  answered<MedicinesToolFields>('messageMix', 'no-message-mix', 'What its messages are about', rules.safety, 'Ask the supplier or the ICB for the shares of safety, quality, formulary and saving messages.'),
  {
    code: 'message-mix-old', field: 'messageMix', title: 'The message figures are over a year old', rule: rules.safety, nextStep: 'Ask for new figures.',
    holds: ({ messageMix }, { today }) => (today === null || messageMix === null ? null : addPeriod(messageMix.on, 'P1Y') >= today),
  },
  answered<MedicinesToolFields>('extraction', 'extraction-open', 'Data it takes out', rules.code, 'Say whether it takes data out of the practice; write “none” if it does not.'),
  answered<MedicinesToolFields>('extractionEntry', 'extraction-not-linked', 'Entry for the data it takes out', rules.code, 'Add the agreement for the extraction and link it here.', takesDataOut),
  answered<MedicinesToolFields>('requiredBy', 'no-requiring-contract', 'Contract or scheme that requires it', rules.decide, 'Enter the contract or scheme.', (_, { legalForce }) => paidSchemes.has(legalForce)),
]

const unsigned = new Set(['offered', 'deferred'])

export const declarationChecks: readonly Check<DeclarationFields>[] = [
  answered<DeclarationFields>('asker', 'no-asker', 'Who asks', rules.records, 'Say who asks for the declaration.'),
  answered<DeclarationFields>('commitsTo', 'no-commitment', 'What it commits the practice to', rules.decide, 'Write what signing would commit the practice to.'),
  answered<DeclarationFields>('payment', 'payment-open', 'Payment that depends on it', rules.decide, 'Say which payment depends on it, or “none”.'),
  answered<DeclarationFields>('dueOn', 'no-due-date', 'When it is due', rules.decide, 'Enter the day it is due.', (_, { state }) => unsigned.has(state)),
  {
    code: 'declaration-overdue', field: 'dueOn', title: 'The declaration is overdue', rule: rules.decide, nextStep: 'Decide about it, or record that it was signed.',
    holds: ({ dueOn }, { state, today }) => (today === null || dueOn === null || state !== 'offered' ? null : dueOn >= today),
  },
  {
    code: 'no-evidence', field: 'evidence', title: 'Evidence', rule: rules.log, nextStep: 'Attach the declaration or the request for it.',
    holds: (_, { evidenceCount }) => (evidenceCount === null ? null : evidenceCount > 0),
  },
]
