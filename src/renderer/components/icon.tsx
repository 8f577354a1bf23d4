import type { ReactNode } from 'react'

/** Every icon on one 20 px grid, drawn with one stroke weight. */
const drawings = {
  home: <><path d="M3 9.5 10 4l7 5.5" /><path d="M5 8.5V16h10V8.5" /></>,
  register: <><rect x="3" y="4" width="14" height="12" rx="1" /><path d="M3 8h14M3 12h14M8 8v8" /></>,
  sign: <><path d="M4 13.5 12.5 5 15 7.5 6.5 16H4z" /><path d="M10 16h7" /></>,
  steps: <><path d="m3 5.5 1.5 1.5L7 4.5M3 12.5 4.5 14 7 11.5" /><path d="M10 6h7M10 13h7" /></>,
  trail: <><circle cx="5" cy="5" r="2" /><circle cx="5" cy="15" r="2" /><path d="M5 7v6M10 5h7M10 10h7M10 15h7" /></>,
  history: <><path d="M4 10a6 6 0 1 0 2-4.5" /><path d="M6 2.5v3h3M10 7v3.2l2.2 1.6" /></>,
  bring: <><path d="M10 3v8m-3-3 3 3 3-3" /><path d="M3 12v4h14v-4" /></>,
  send: <><path d="M10 12V4M7 6.5 10 3.5l3 3" /><path d="M3 12v4h14v-4" /></>,
  flag: <path d="M5 17V3M5 4h9l-2 3 2 3H5" />,
  people: <><circle cx="7.5" cy="7" r="2.5" /><path d="M3 16c0-3 2-4.5 4.5-4.5S12 13 12 16M12.5 4.8a2.5 2.5 0 0 1 0 4.4M14 12c2 .5 3 2 3 4" /></>,
  store: <><ellipse cx="10" cy="5" rx="6" ry="2" /><path d="M4 5v10c0 1.1 2.7 2 6 2s6-.9 6-2V5M4 10c0 1.1 2.7 2 6 2s6-.9 6-2" /></>,
  help: <><circle cx="10" cy="10" r="7" /><path d="M8 8a2 2 0 1 1 2.8 1.9c-.6.3-.8.7-.8 1.4M10 13.8v.2" /></>,
  search: <><circle cx="9" cy="9" r="5" /><path d="m13 13 4 4" /></>,
  switch: <path d="M4 7h11l-3-3M16 13H5l3 3" />,
  lock: <><rect x="4.5" y="9" width="11" height="7.5" rx="1" /><path d="M7 9V6.5a3 3 0 0 1 6 0V9" /></>,
  add: <path d="M10 4v12M4 10h12" />,
  edit: <path d="M4 16h3l8.5-8.5-3-3L4 13z" />,
  file: <><path d="M5 3h7l3 3v11H5z" /><path d="M12 3v3h3" /></>,
  eye: <><path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" /><circle cx="10" cy="10" r="2.3" /></>,
  'eye-off': <><path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" /><path d="m4 16 12-12" /></>,
  print: <path d="M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z" />,
  calendar: <><rect x="3.5" y="4.5" width="13" height="12" rx="1" /><path d="M3.5 8.5h13M7 3v3M13 3v3" /></>,
  clock: <><circle cx="10" cy="10" r="7" /><path d="M10 6v4.2l2.8 1.8" /></>,
  copy: <><rect x="7" y="7" width="9" height="10" rx="1" /><path d="M13 7V3H4v11h3" /></>,
  folder: <path d="M3 5h5l2 2h7v9H3z" />,
  theme: <><circle cx="10" cy="10" r="6.5" /><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" /></>,
  ok: <><circle cx="10" cy="10" r="7" /><path d="m6.5 10.3 2.4 2.4 4.6-5" /></>,
  warn: <><path d="M10 3 17.5 16.5h-15z" /><path d="M10 8v4M10 14v.2" /></>,
  bad: <><path d="M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7z" /><path d="m7.5 7.5 5 5M12.5 7.5l-5 5" /></>,
  info: <><circle cx="10" cy="10" r="7" /><path d="M10 9v5M10 6.3v.2" /></>,
  struck: <><circle cx="10" cy="10" r="7" /><path d="m5 5 10 10" /></>,
  broken: <><path d="M3 10h8" /><path d="M13 4v12" strokeDasharray="2 2" /><circle cx="5" cy="10" r="2" /></>,
  unsure: <><circle cx="10" cy="10" r="7" strokeDasharray="3 2.4" /><path d="M8 8a2 2 0 1 1 2.8 1.9c-.6.3-.8.7-.8 1.4M10 13.8v.2" /></>,
  tick: <path d="m4 10.5 4 4L16 6" />,
  close: <path d="m6 6 8 8M14 6l-8 8" />,
  up: <path d="m6 12 4-4 4 4" />,
  down: <path d="m6 8 4 4 4-4" />,
  back: <path d="m12 5-5 5 5 5" />,
  next: <path d="m8 5 5 5-5 5" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A picture beside a word. It says nothing to a screen reader: the word does. */
export function Icon({ name, size = 18 }: Readonly<{ name: IconName; size?: number }>) {
  return (
    <svg
      width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={1.6}
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  )
}

/** The mark beside the app's name. */
export function AppMark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <rect x="1" y="1" width="24" height="24" rx="5" strokeWidth="1.6" />
      <path d="M7 8h12M7 13h7M7 18h4M14.5 17.5l2 2 3.5-4.3" strokeWidth="1.8" />
    </svg>
  )
}
