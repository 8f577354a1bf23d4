import { nodeCrypto } from '../../../src/main/identity/node-crypto.ts'
import { auditTrailPdf } from '../../../src/main/reports/audit-trail/audit-trail.ts'
import type { AuditTrailInput } from '../../../src/main/reports/audit-trail/input.ts'
import { foldEvents } from '../../../src/shared/domain/register-record.ts'
import { checkTrailJson } from '../../../src/shared/trail/check-trail.ts'
import type { TrailEvent } from '../../../src/shared/trail/event.ts'
import type { TrailJson } from '../../../src/shared/trail/trail-json.ts'

export function inputOf(trail: TrailJson, changed: Partial<AuditTrailInput> = {}): AuditTrailInput {
  const register = foldEvents(trail.events as TrailEvent[])
  return {
    trail, register, asAt: trail.generated.at, madeAt: trail.generated.at, madeBy: trail.generated.by, app: trail.generated.app, rules: trail.generated.rules,
    headsGivenOut: register.exports, check: checkTrailJson(trail, nodeCrypto).verdict, ...changed,
  }
}

export const makePdf = (trail: TrailJson, changed: Partial<AuditTrailInput> = {}): Promise<Uint8Array> => auditTrailPdf(inputOf(trail, changed))
