import { useEffect, useRef, type ReactNode } from 'react'
import { AppMark, Icon } from '../../components/icon.tsx'
import { TextButton } from '../../components/button.tsx'
import { stepNames, steps, type Step } from './setup-values.ts'

type FrameProps = Readonly<{
  /** Null while the other door is open. */
  step: Step | null
  /** The furthest step reached; those before it can be gone back to. */
  reached: Step
  title: string
  onStep: (step: Step) => void
  onDemo: () => void
  onPack: () => void
  children: ReactNode
}>

/** The four steps at the left, the one at hand at the right, the other door always open. */
export function WizardFrame({ step, reached, title, onStep, onDemo, onPack, children }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Practice Sharing Register`
    heading.current?.focus()
  }, [title])
  return (
    <div className="psr-outside">
      <header className="psr-outside__brand"><AppMark /><span>Practice Sharing Register</span></header>
      <div className="psr-wz">
        <nav className="psr-wz__steps" aria-label="Set-up steps">
          <ol>{steps.map((number) => <li key={number}><StepLine number={number} here={number === step} done={step !== null && number < step} reachable={number <= reached && number !== step} onStep={onStep} /></li>)}</ol>
          {step !== null && <p>Only looking? <TextButton onClick={onDemo}>Explore with demo data</TextButton></p>}
          {step !== null && <p>Sent a pack by your practice? <TextButton onClick={onPack}>Answer statements from a pack</TextButton></p>}
        </nav>
        <main className="psr-wz__body">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {children}
        </main>
      </div>
      <p className="psr-outside__foot">Works without a network. Nothing leaves this computer unless you save or print it.</p>
    </div>
  )
}

type LineProps = Readonly<{ number: Step; here: boolean; done: boolean; reachable: boolean; onStep: (step: Step) => void }>

function StepLine({ number, here, done, reachable, onStep }: LineProps) {
  const inside = <><i aria-hidden="true" data-done={done || undefined}>{done ? <Icon name="tick" size={13} /> : number}</i><span>{stepNames[number]}{done && <span className="psr-vh">, done</span>}</span></>
  if (reachable) return <button type="button" onClick={() => onStep(number)}>{inside}</button>
  return <span className="psr-wz__step" aria-current={here ? 'step' : undefined}>{inside}</span>
}
