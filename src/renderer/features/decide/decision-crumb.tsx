import { Link } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { paths } from '../../app/paths.ts'

export function DecisionCrumb({ entry }: Readonly<{ entry: DecisionDetail['entry'] }>) {
  return <><Link to={paths.register}>Register</Link><span className="psr-quiet">/</span><Link to={paths.entry(entry.id)}>{entry.ref} {entry.title}</Link></>
}
