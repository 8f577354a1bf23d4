import type { CallOutput } from '../../../shared/contract/contract.ts'
import { roles } from '../../../shared/domain/role.ts'
import { roleWords } from '../../../shared/domain/words.ts'
import { Icon } from '../../components/icon.tsx'
import { permissionRows } from './permission-words.ts'

/** The one table of permissions, as the app itself keeps to it. */
export function PermissionTable({ permissions }: Pick<CallOutput<'practice.get'>, 'permissions'>) {
  return (
    <div className="psr-table-box">
      <table className="nhsuk-table psr-table--small psr-people__may">
        <caption className="psr-vh">Who may do what</caption>
        <thead>
          <tr><th scope="col">What</th>{roles.map((role) => <th key={role} scope="col">{roleWords[role]}</th>)}</tr>
        </thead>
        <tbody>
          {permissionRows(permissions).map(({ act, roles: may }) => (
            <tr key={act}>
              <th scope="row">{act}</th>
              {roles.map((role) => (
                <td key={role}>{may.includes(role) ? <span className="psr-ok"><Icon name="tick" size={17} /><span className="psr-vh">Yes</span></span> : <span className="psr-quiet">–<span className="psr-vh"> No</span></span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
