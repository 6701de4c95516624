const DAY = 86_400_000

/** The plain date in London, as `2026-11-22`. */
export const londonDate = (instant: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(instant)

/** Noon (UTC) of the seven days from the Monday of a moment's week, so many weeks on; noon is the same day in London, summer or winter. */
export const weekOf = (moment: Date, weeksOn: number): readonly Date[] => {
  const noon = Date.parse(`${londonDate(moment)}T12:00:00Z`)
  const monday = noon - ((new Date(noon).getUTCDay() + 6) % 7) * DAY + weeksOn * 7 * DAY
  return Array.from({ length: 7 }, (_, day) => new Date(monday + day * DAY))
}
