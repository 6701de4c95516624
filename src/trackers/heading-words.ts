import { compared } from './clean.ts'

/** Short forms of the sector, written out so that one rule knows them all. */
const SHORT: Readonly<Record<string, string>> = {
  dob: 'date of birth',
  doby: 'date of birth',
  edd: 'expected delivery',
  po: 'placement order',
  ao: 'adoption order',
  shobpa: 'adm decision',
  shobp: 'adm decision',
  admshobpa: 'adm decision',
  sw: 'social worker',
  csw: 'social worker',
  cswk: 'social worker',
  ff: 'family finder',
  homefinder: 'family finder',
  familyfinder: 'family finder',
  lm: 'link maker',
  linkmaker: 'link maker',
  sib: 'sibling',
  sibs: 'sibling',
  siblings: 'sibling',
  brothers: 'sibling',
  tog: 'together',
  fc: 'foster carer',
  fcs: 'foster carer',
  carers: 'carer',
  la: 'local authority',
  dt: 'date',
  dates: 'date',
  plc: 'placement',
  plcmt: 'placement',
  placmt: 'placement',
  dec: 'decision',
  disab: 'disability',
  disabled: 'disability',
  disabilities: 'disability',
  eth: 'ethnicity',
  ethnic: 'ethnicity',
  intros: 'introductions',
  intro: 'introductions',
  cla: 'looked after',
  lac: 'looked after',
  bla: 'became looked after',
  clac: 'looked after',
  ffa: 'fostering for adoption',
  f4a: 'fostering for adoption',
  fta: 'fostering for adoption',
  ep: 'early permanence',
  cp: 'concurrent',
  pfa: 'placed for adoption',
  pp: 'parallel plan',
  s19: 'section 19',
  ref: 'reference',
  refno: 'reference',
  id: 'reference',
  ids: 'reference',
  identifier: 'reference',
  identification: 'reference',
  num: 'number',
  nos: 'number',
  comments: 'notes',
  comment: 'notes',
  note: 'notes',
  auth: 'authority',
  reqd: 'requested',
  req: 'requested',
  recd: 'received',
  sub: 'submitted',
  gender: 'sex',
  reversed: 'changed',
  adms: 'adm',
}

/** `Childs D.O.B. / EDD` is `childs date of birth expected delivery`: letters and figures only, short forms written out. */
export const headingWords = (heading: string): string =>
  compared(
    heading
      .replaceAll('FfA', 'FFA')
      .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
      .replaceAll(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2'),
  )
    .replaceAll(/[.'’`]/gu, '')
    .replaceAll(/agency decision maker(?:s)?/gu, 'adm')
    .replaceAll(/child(?:s|rens)? permanence report/gu, 'cpr')
    .replaceAll(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : word))
    .join(' ')

/** One letter more, less or other, or two neighbours exchanged. */
const isOneSlipAway = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

const SPELLED = (
  'reference number child children unique local authority agency council birth expected delivery ethnicity heritage disability entered care looked after ' +
  'parallel permanence report submitted requested decision agreed placed placement adoption order consent profile maker link linked exploring sibling group together apart ' +
  'early fostering concurrent concurrency matching matched match panel introductions adopted ended changed reason foster carer longer because family finder social worker notes granted'
).split(' ')

/** The same words with slips of the keyboard put right, `placment order`; only in words of five letters or more. */
export const respelled = (words: string): string =>
  words
    .split(' ')
    .map((word) => (word.length < 5 || SPELLED.includes(word) ? word : (SPELLED.find((known) => known.length >= 5 && isOneSlipAway(word, known)) ?? word)))
    .join(' ')
