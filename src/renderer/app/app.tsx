import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createQueryClient } from './query-client.ts'
import { SessionGate } from './session.tsx'
import { Shell } from './shell.tsx'

export function App() {
  const [client] = useState(createQueryClient)
  return (
    <QueryClientProvider client={client}>
      <SessionGate><Shell /></SessionGate>
    </QueryClientProvider>
  )
}
