import { acting } from '../acting.ts'
import { calendarName, exportCalendar } from '../calendar.ts'
import type { Handlers } from '../handlers.ts'
import type { LastExport } from '../last-export.ts'
import type { Office } from '../office.ts'
import { refusePlace } from '../refuse-place.ts'

export const calendarHandlers = (office: Office, last: LastExport): Pick<Handlers, 'calendar.export'> => ({
  'calendar.export': async ({ whose }) => {
    const reading = acting(office)
    const file = await office.ports.chooseFileToSave({ title: 'Save the dates as a calendar file', suggestion: calendarName(reading, whose), kinds: [{ name: 'Calendar', extensions: ['ics'] }] })
    if (file === null) return null
    refusePlace(file, reading.store.file)
    const now = acting(office)
    const made = exportCalendar(now, whose, file, now.actor)
    last.remember(file)
    return made
  },
})
