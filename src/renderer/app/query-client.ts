import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isRefusal } from '../bridge.ts'
import { keyOf } from './query-keys.ts'

/**
 * The register is on this computer: whether there is a network says nothing, an answer stays true until something is
 * written, and after anything is written every answer may be another one.
 */
export function createQueryClient(): QueryClient {
  const signedOut = (error: unknown) => {
    if (isRefusal(error, 'not-signed-in')) void client.invalidateQueries({ queryKey: keyOf('app.status', {}) })
  }
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({ onError: signedOut, onSuccess: () => client.invalidateQueries() }),
  })
  return client
}
