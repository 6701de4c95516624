/** Removes what nobody sees: zero-width characters, soft hyphens, marks of direction; makes non-breaking spaces and hyphens plain; one space at a time. */
export const clean = (text: string): string =>
  text
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll('\u2011', '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** For comparing headings, answers and references: cleaned, in one case. */
export const compared = (text: string): string => clean(text).toLowerCase()
