import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { applyTheme, rememberedTheme, themes } from './theme.ts'

const words = { system: 'as the computer', light: 'light', dark: 'dark' } as const

/** Goes round: as the computer has it, light, dark. */
export function ThemeButton() {
  const [theme, setTheme] = useState(rememberedTheme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  return (
    <Button
      look="quiet" icon="theme" title={`Colours: ${words[theme]}. Change to ${words[next]}`}
      onClick={() => { applyTheme(next); setTheme(next) }}
    >
      <span className="psr-vh">Colours: {words[theme]}. Change to {words[next]}</span>
    </Button>
  )
}
