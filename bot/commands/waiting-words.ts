/** Words that narrow a list, for somebody who mistyped one. */
export const WAITING_WORDS: readonly string[] =
  `waiting sibling siblings groups brothers sisters boys girls babies single under over between aged months weeks years days changed changes since profile linked
  exploring hold paused harder place placed order placement unborn children caseload foster carer family finding monday tuesday wednesday thursday friday yesterday today
  january february march april june july august september october november december`.split(/\s+/u)
