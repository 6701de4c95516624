import type { Hit } from './findings.ts'
import { lists } from './lists.ts'
import { after, before, spansOf, type Rule } from './reading.ts'
import { isOneSlipFrom, isWord } from './vocabulary.ts'

const SYNDROME =
  /\b(?:[a-z]+(?:['’]s)?[ -]){0,2}[a-z]{3,}(?:['’]s)?\s(?:syndrome|disease|dystrophy|palsy|spectrum disorder|spectrum condition|sclerosis|atrophy|malformation)\b/giu
/** Endings of medicine that everyday words do not have. */
const MEDICAL =
  /^[a-z]{3,}(?:plegia|plasia|trophy|pathy|cephaly|dactyly|aemia|emia|uria|philia|ectomy|ostomy|sarcoma|blastoma|itis|algia|phrenia|paresis|praxia|megaly|penia|schisis|stenosis|dysplasia|somy)$/u
const SAYS_CONDITION =
  /\b(?:diagnos\w{2,5}|condition (?:called|named)|suffers from|tested positive for|carrier of|symptoms of|medication for|treated for|treatment for)\s(?:(?:with|of|as|for|having|is|was|a|an|the)\s)*(?<what>[a-z][\w-]{2,30}(?:\s[a-z][\w-]{2,30}){0,2})/giu
const MILD =
  /\b(?:asthma|asthmatic|eczema|hay fever|reflux|squint|hearing loss|hearing aids?|hearing impairment|partially sighted|visual impairment|visually impaired|food allergy|nut allergy|cow'?s milk protein|tonsillitis|chicken ?pox|tube[- ]fed|gastrostomy|tracheostomy|oxygen dependent|seizures?|fits|hypermobile|learning disabilit(?:y|ies)|learning difficult(?:y|ies)|sensory processing|developmental delay|speech and language disorder)\b/giu
/** Short for a condition, and for much else: told by what stands beside it. */
const SHORT = /\b(?:ADD|ODD|PDA|CP|DS|T21|T13|T18|NAS|CF|DCD|DLD|DMD|SPD|RAD|TS|MS|EDS|CHD|FASD?|ASD|ASC|SEMH)\b/gu
const BESIDE_CONDITION =
  /\b(?:has|have|had|with|diagnos\w+|queried|query|possible|probable|suspected|likely|assessed for|assessment|assessment for|pathway|traits|his|her|their|of|confirmed|genetics|for|from|and|or|\?|\/)\s?\(?$/u
const ALWAYS = new Set(['FAS', 'FASD', 'ASD', 'T21', 'T13', 'T18', 'DMD', 'DCD', 'ASC', 'NAS'])
/** A place on a chromosome: 16p11.2, 22q. */
const CHROMOSOME =
  /\b(?:chromosome|chromosomal)\b|\b(?:[1-9]|1\d|2[0-2]|x)[pq]\d{0,2}(?:\.\d{1,2})?\b(?= (?:deletion|duplication|micro))|\b(?:deletion|duplication) (?:of|on|at) (?:[1-9]|1\d|2[0-2]|x)[pq]?\b|\bshunt\b/giu
const BORN_WITH = /\bborn (?:with|without) (?!love|a smile|a full head|lots)(?:an? )?\w{3,}/giu
/** Medicines tell a condition. */
const MEDICINE =
  /\b(?:melatonin|ritalin|methylphenidate|medikinet|concerta|equasym|atomoxetine|lisdexamfetamine|elvanse|risperidone|aripiprazole|(?:sodium )?valproate|epilim|keppra|levetiracetam|lamotrigine|carbamazepine|tegretol|buccal midazolam|midazolam|insulin|hydrocortisone|thyroxine|levothyroxine|growth hormone|propranolol|fluoxetine|sertraline|methotrexate|prednisolone|creon|penicillin v|baclofen|botox|antiretrovirals?|epipens?|chemotherapy|chemo|immunoglobulin|warfarin|furosemide|captopril|omeprazole|montelukast)\b/giu
/** Of a day for training or a policy, and of nobody. */
const GENERAL = /\b(?:training|course|webinar|workshop|leaflet|awareness|network|session|charity|policy|support group)\b/u

const stop = ({ start, end }: { readonly start: number; readonly end: number }): Hit => ({ start, end, kind: 'diagnosis', mark: 'stop' })

const findListed: Rule = ({ words, lower }) => {
  const { conditions } = lists()
  const found: Hit[] = []
  let slips = 150
  for (const [index, word] of words.entries()) {
    const phrase = (conditions.get(word.lower) ?? []).find((one) => one.every((part, step) => words[index + step]?.lower === part))
    const last = phrase === undefined ? undefined : words[index + phrase.length - 1]
    if (last) {
      const span = { start: word.start, end: last.end }
      const general = GENERAL.test(before(lower, span, 40) + after(lower, span, 40))
      const ups = word.lower === 'downs' && phrase?.length === 1 && !word.genitive && !/syndrome/u.test(after(lower, span, 12))
      if (!ups && !(word.lower === 'aids' && !word.capitals)) found.push({ ...span, kind: 'diagnosis', mark: general ? 'confirm' : 'stop' })
    } else if (word.lower.length > 8 && slips > 0 && !isWord(word.lower)) {
      slips--
      if (MEDICAL.test(word.lower) || isOneSlipFrom(word.lower, (one) => (conditions.get(one) ?? []).some((parts) => parts.length === 1)))
        found.push(stop(word))
    } else if (MEDICAL.test(word.lower) && word.lower.length > 7 && !/^(?:sympathy|apathy|empathy|homeopathy|telepathy|antipathy|academia)$/u.test(word.lower))
      found.push(stop(word))
  }
  return found
}

export const findDiagnoses: Rule = (reading) => {
  const { text, lower } = reading
  return [
    ...findListed(reading),
    ...spansOf(text, SYNDROME).map(stop),
    ...spansOf(lower, SAYS_CONDITION).map((span): Hit => ({
      start: span.start,
      end: span.end,
      kind: 'diagnosis',
      mark: /diagnos|suffers|positive/u.test(span.match[0]) ? 'stop' : 'confirm',
    })),
    ...[...spansOf(lower, MEDICINE), ...spansOf(lower, CHROMOSOME)].map(stop),
    ...spansOf(lower, BORN_WITH).map(({ start, end }): Hit => ({ start, end, kind: 'diagnosis', mark: 'confirm' })),
    ...spansOf(lower, MILD).map(({ start, end }): Hit => ({ start, end, kind: 'diagnosis', mark: 'confirm' })),
    ...spansOf(text, SHORT).flatMap((span): Hit[] => {
      if (GENERAL.test(after(lower, span, 40))) return [{ start: span.start, end: span.end, kind: 'diagnosis', mark: 'confirm' }]
      return ALWAYS.has(span.match[0]) || BESIDE_CONDITION.test(before(lower, span, 24)) ? [stop(span)] : []
    }),
  ]
}
