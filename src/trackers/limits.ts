/**
 * What a file may be at most. A region's agencies have some hundred children each, so a bigger file is not a tracker; the numbers
 * keep one upload from taking the memory or the minute that others need.
 */
const MiB = 1024 * 1024
export const MAX_FILE_BYTES = 10 * MiB
/** of all parts of a workbook together, unpacked */
export const MAX_UNPACKED_BYTES = 64 * MiB
export const MAX_PARTS = 2_000
/** rows with something in them, the heading and the notes above it included */
export const MAX_ROWS = 20_000
export const MAX_COLUMNS = 200
/** of a whole workbook, blank ones with a format included */
export const MAX_CELLS = 1_000_000
/** of a sheet; and of how many rows a merged cell fills */
export const MAX_MERGES = 10_000
export const MAX_SHEETS = 50
/** of one cell; the longest that a spreadsheet program keeps is 32,767 */
export const MAX_CELL_CHARACTERS = 40_000
