/** Below this the table's rows become cards. */
export const NARROW = '@media (max-width: 899px)'
