/**
 * What a file may be at most. A region's agencies have some hundred children each, so a bigger file is not a tracker; the numbers
 * keep one upload from taking the memory or the minute that others need: the worst that is read or refused takes some seconds.
 */
const MiB = 1024 * 1024
export const MAX_FILE_BYTES = 10 * MiB
/** of all parts of a workbook together, unpacked */
export const MAX_UNPACKED_BYTES = 32 * MiB
export const MAX_PARTS = 2_000
/** of a part of a workbook that holds neither cells nor texts: formats, the list of sheets */
export const MAX_SMALL_PART_BYTES = 4 * MiB
/** rows with something in them, the heading and the notes above it included */
export const MAX_ROWS = 10_000
/** of a text file, blank ones included */
export const MAX_LINES = 100_000
export const MAX_COLUMNS = 200
/** of a whole file; blank ones of a workbook, which only have a format, cost and count nothing */
export const MAX_CELLS = 250_000
/** of a whole workbook */
export const MAX_MERGES = 2_000
export const MAX_SHEETS = 40
/** that are taken for a heading, in all sheets together; each sheet has a thousand */
export const MAX_HEADING_CELLS = 12_000
/** of one cell; the rest is not read. Only notes are as long, and they are not imported. */
export const MAX_CELL_CHARACTERS = 2_000
/** of a row of a text file */
export const MAX_LINE_CHARACTERS = 500_000
/** of a cell that answers something: no date, name or answer is longer */
export const MAX_ANSWER_CHARACTERS = 200
/** words of one cell that says why a child waits longer */
export const MAX_NEEDS = 30
/** of the reference in the agency's own system */
export const MAX_REFERENCE_CHARACTERS = 40
