import type { ActionSlug } from '../action.ts'

/** The title as on the home page's board, and one line that says what the action asks. */
export const actionWords = Object.freeze({
  'limit-contacts': { title: 'Limit daily contacts', line: 'See no more patients a day than is safe for one clinician.' },
  'advice-and-guidance': { title: 'Advice and guidance only where it helps', line: 'Refer without asking for advice first, unless asking is quick and useful.' },
  'voluntary-services': { title: 'End unpaid services', line: 'Give notice on work done without a contract to fill gaps in local services.' },
  referrals: { title: 'Refer and admit by need', line: 'Refer, investigate and admit as the patient needs, not as a local limit says.' },
  'update-record-off': { title: 'Switch off Update Record', line: 'Stop pharmacies writing into the record through GP Connect.' },
  'dsa-secondary-withdraw': { title: 'Withdraw secondary-use sharing', line: 'End agreements whose every purpose is something other than care.' },
  'dsa-freeze': { title: 'Freeze new agreements', line: 'Do not sign new agreements or join new sharing platforms for now.' },
  'mo-tool-off': { title: 'Switch off medicines software', line: 'Switch off prescribing prompts that serve savings or rationing.' },
  'telephony-data-defer': { title: 'Defer telephony data', line: 'Put off the sign-off that opens the flow of digital telephony data.' },
  'online-requests-defer': { title: 'Defer online requests sign-off', line: 'Put off the sign-off for online requests.' },
} as const satisfies Record<ActionSlug, { title: string; line: string }>)
