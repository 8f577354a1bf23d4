import path from 'node:path'

/**
 * What a person answers: the full path, a folder in which the name the app suggests is kept, or null for Cancel.
 */
export type SaveAnswer = string | Readonly<{ folder: string }> | null
export type AskedDialog = Readonly<{ kind: 'open' | 'save'; title: string; defaultPath: string; extensions: readonly string[] }>

/** Prepares the answers to the system's dialogs, in the order in which they will be asked. */
export type Dialogs = Readonly<{
  answerSave: (answer: SaveAnswer) => Promise<void>
  answerOpen: (answer: string | null) => Promise<void>
  /** The dialogs asked so far. One that nobody had prepared an answer for is cancelled. */
  asked: () => Promise<readonly AskedDialog[]>
}>

type Question = Readonly<{ title?: string; defaultPath?: string; filters?: readonly { extensions: readonly string[] }[] }>

/** The answers and the asked dialogs of one app; each prepared answer is used once. */
export function createDialogQueue() {
  const saves: SaveAnswer[] = []
  const opens: (string | null)[] = []
  const asked: AskedDialog[] = []
  const note = (kind: AskedDialog['kind'], { title = '', defaultPath = '', filters = [] }: Question): void => {
    asked.push({ kind, title, defaultPath, extensions: filters.flatMap(({ extensions }) => extensions) })
  }
  return {
    dialogs: {
      answerSave: async (answer) => void saves.push(answer),
      answerOpen: async (answer) => void opens.push(answer),
      asked: async () => asked,
    } satisfies Dialogs,
    save: (question: Question): string | null => {
      note('save', question)
      const answer = saves.shift() ?? null
      return answer === null || typeof answer === 'string' ? answer : path.join(answer.folder, path.basename(question.defaultPath ?? ''))
    },
    open: (question: Question): string | null => {
      note('open', question)
      return opens.shift() ?? null
    },
  }
}
