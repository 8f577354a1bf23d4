import classNames from 'classnames'
import type { ComponentProps } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'

type Look = Readonly<{
  /** Green, once a screen. Everything else that acts is blue. */
  look?: 'primary' | 'secondary' | 'quiet'
  icon?: IconName
  iconAfter?: IconName
  small?: boolean
}>

const classesOf = ({ look = 'secondary', small = false }: Look, more?: string) => classNames('nhsuk-button', {
  'nhsuk-button--secondary': look === 'secondary', 'psr-button--quiet': look === 'quiet', 'psr-button--small': small,
}, more)

/**
 * @param busy while the answer is awaited: the button stays where it is and focusable, but does nothing.
 */
export function Button({ look, icon, iconAfter, small, busy = false, className, children, onClick, ...rest }: Look & Readonly<{ busy?: boolean }> & ComponentProps<'button'>) {
  return (
    <button
      type="button" {...rest} className={classesOf({ look, small }, className)} aria-disabled={busy || undefined}
      onClick={(event) => { if (busy) event.preventDefault(); else onClick?.(event) }}
    >
      {icon && <Icon name={icon} size={16} />}{children}{iconAfter && <Icon name={iconAfter} size={16} />}
    </button>
  )
}

/** Looks like a button, goes to another screen. */
export function LinkButton({ to, look, icon, iconAfter, small, children }: Look & Readonly<{ to: string; children: ComponentProps<'a'>['children'] }>) {
  return (
    <Link to={to} className={classesOf({ look, small })}>
      {icon && <Icon name={icon} size={16} />}{children}{iconAfter && <Icon name={iconAfter} size={16} />}
    </Link>
  )
}

/** A button that reads as a link in running text: it acts here, it does not go anywhere. */
export function TextButton({ className, children, ...rest }: ComponentProps<'button'>) {
  return <button type="button" {...rest} className={classNames('psr-text-button', className)}>{children}</button>
}
