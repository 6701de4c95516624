const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** After these a name follows: nan Jean, the carer’s husband Frank. */
export const KIN = set(
  'nan nana nanny nanna nain taid gran granny grandma grandmother gramma grandad granddad grandpa grandfather grampa gramps bampi mamgu tadcu auntie aunty aunties aunt aunts uncle uncles mum mummy mam mammy mama mom mother dad daddy da father papa stepdad stepmum stepfather stepmother brother sister brothers sisters sibling twin twins cousin cousins niece nephew husband wife partner boyfriend girlfriend fiance ex carer carers godmother godfather babu baba dada dadi nani bibi ammi abbu amma appa ayeeyo awoowe babcia dziadek bunica bunic yiayia papou abuela',
)
export const ROLES_BEFORE = set(
  'worker worker, teacher ta senco headteacher head manager chair adviser advisor coordinator finder solicitor barrister guardian judge visitor nurse doctor consultant paediatrician therapist psychologist escort driver neighbour friend friends colleague officer inspector constable keyworker childminder social sw ssw iro coach tutor reverend father vicar imam sister boy girl baby lad little toddler son daughter child children dear hi hello hiya hey thanks cheers called named nicknamed nickname name names known aka contact ask tell met meet saw seen love regards ps poor our',
)
export const TITLES = set(
  'mr mrs ms miss mx dr prof professor rev revd reverend sir dame lord lady hhj justice judge pc dc ds sgt det cllr councillor imam rabbi pastor fr sr',
)
/** What people do, as a sentence tells it of one. */
export const DOES = set(
  'loves likes wants needs asks asked said says told tells goes went came comes lives lived sleeps slept plays played laughs laughed smiles smiled giggles giggled cries cried eats ate drinks sings sang dances danced runs ran walks walked talks talked knows knew thinks thought feels felt hides hid gets makes takes gives gave enjoys enjoyed hates calls called rang phoned wrote writes wonders wears attends attended visits visited moved moves settled settles turned turns joined joins waved waves hugged hugs chose chooses drew draws reads watches watched brings brought follows helps helped holds shows showed learns learnt started starts woke wakes struggles struggled thrives copes responds worries worried misses missed prefers adores adored refuses refused believes hopes speaks spoke understands remembers remembered chats grew grows looks seems sits sat stands stood tries tried found finds left keeps kept bakes built builds rides rode swims swam kicks throws climbs climbed hopped jumps jumped cuddles cuddled kissed clings clung shares shared sends sent texted emailed replied agreed agrees presented introduced fell caught caught lost won beams beamed chuckles shouts whispers squeals babbles crawls toddles skips bounces paints counts sorts lines collects feeds dresses bathes snuggles napped naps toddled hasnt doesnt isnt wasnt didnt',
)
/** They say less: "Hope is not a plan". */
export const IS = set('is was has had will would can could should might must does did isnt wasnt cant couldnt wont wouldnt and')
/** Of a family and its case: the Geraghty household. */
export const OF_A_FAMILY = set(
  'household family families referral assessment children siblings brothers sisters boys girls twins case file home house baby couple couples matter proceedings review hearing placement introductions link match report',
)
/** What is made and sold has names too. */
export const OF_THINGS_BEFORE = set(
  'the a an some watch watches watching watched play plays playing played favourite favourites loves likes love adores enjoys enjoying toy game plush new his her their my our build builds building every any more best mini big little',
)
export const OF_THINGS_AFTER = set(
  'toy toys figure figures set sets book books party film films cards card costume pyjamas wellies lunchbox brick bricks song songs doll dolls dress hat cup plate magazine sticker stickers poster bag backpack rucksack duvet blanket theme cake game games show episode episodes track tracks train trains car cars tower programme programmes app cartoon cartoons box phase marathon jigsaw puzzle slippers socks tshirt top trainers teddy soft',
)
/** Never the name of somebody, even after kin: mum will, dad may. */
export const VERBS_TOO = set(
  'will may can might must would mark hope rose bill chase drew pat guy art rich rob grant jack sue march june august april sky sunday monday friday frank dawn',
)
/** Words that months and days are, as well. */
export const CALENDAR = set(
  'april may june august sunday monday friday march summer autumn winter december november january wednesday tuesday easter noel christmas',
)
/** Before these a word is a thing and no name. */
export const DETERMINERS = set(
  'a an the this that these those his her their my our your its some any no every each of more less much many such what which by with in at on to for like as',
)
/** One letter that counts or sorts, and is no initial. */
export const BEFORE_LETTER = set(
  'vitamin plan option group band class year form part stage type hepatitis hep section appendix pack annex level column row team unit set household family child parent adopter case table indicator option block ward room terminal grade key bus junction schedule route item version question figure',
)
/** Before these a word of small letters that nobody knows is where somebody lives, or who somebody is. */
export const BEFORE_PLACE = set('in from near around outside off via between beyond towards')
export const BEFORE_PERSON = set(
  'for with about met meet seen saw tell told ask asked re is has does did was text rang ring phone call calls called hi hello dear thank thanks cc both poor little our',
)
