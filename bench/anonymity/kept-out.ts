// Names and places that the lists of the gate do not hold: how it meets what it has never read. Sources as in src/safeguards/anonymity/lists/NOTICE.md.
const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

export const GIVEN_NAMES_KEPT_OUT = words(`
aahil aariv abhay abibo aferim ahrypyna aiesha ainars akbas akinlabi alevtyn alfonz alfreds allanah allister amaira amaziah amellia amila andariman
annett antjuan arnette arystarch ashland atasu atharva atilgan audace avadhesh avari avital babur badabul barsbeg basar bauer baymunke bayutmus
begtuzun bellarose benard benuel benvenuta bernardino bertoldo betsabe betzaida billiejo bobbiejo bohumil bolen bolsun boylabaga branka branton
bratomyl breeann brenner bretton brieana brilee brynnley bulus bumen burulgu cabdar cagrihan caira caison callee camella caris carlito carlon carmo
cesilia cevahir chakor chanakya chancelor charlsie charnjit charon cherubino cheyne cicem cidney cirilo cisco claiborne clarita claudiu cletis
cocukboru cuauhtemoc cumhur dalemyr damia danie danyale darah darrah daxtyn dayra debera demarkus deryk dhyanesh diara doleslava dragomir draupadi
durwood dusica dusten dylen earvin edvins eldora elimelech eliora eliyanah ellee erberto ergenekatun ergin ernst esabella evangelia evdochia evian
eyden falynn fedele gebre gedeone georgeanne giavonna giliola giocondo giovannie glenwood gojko goksin greenlee gudrite guenda havyn hershy hulya
humayun ileen isadore iulian ixchel izidor jacqualyn jadalyn jakira jalea jalicia jamelia jamiel jariyah jayana jayveon jazleen jebediah jeffory
jeffrie jerelyn jeremia jetson jibreel joeann jospeh juandiego jurgis kaeley kalah kalene kamori katerin katrine kaylanie kedric kendrell khiry khori
kiani kinzlee koltin kouassi kristofor krystel kuldip kylia larraine lashun lateef lennyn lerzan leshawn letterio lilliann liseth lizbet lourenco
luboslava lynae maeleigh maliki malti mangala marleny marshay marshell marymargaret massiel matti maxime maxson mckinsey mechele meliza merari mikyla
miliana milic milinda mislav montanna monvids mykell mykenzie nadirah naida naiomi nakoa nashawn nataliia natiq naylani nicholes nolyn olegs ortansa
ouida padam pantelei pelahiia petronela prisila raduz rafaella rameshwar ramiyah rashaan rayaan rayfield reatha rebwar reghina remmy remona rennie
rhylan rianne rilyn rukneddin sakip sargol sayde sennur serafettin serhiy serita servidio shaela shahd shalon shantay sharolyn shayden shekoni
sherlene sherlin sinenhlanhla sinesio skylyn socrate somnath stozhar suhana surano svitlana sylvana taira tajuana tanea tausha taveon telchide
tennyson teodosia theadora theresia thoai tiyana torre tranh trayton treavor turkes tynan tyreke tyrome tytus vaeda valli vasiliki verano vergiliu
verlene vilmos viscardo vissia vladlena vojislava vojtech walery welton weslee wincenty wlodzimierz xzavion yalcin yamila yared yeimy yelitza yenifer
zakkary zboryslav zdenko zetico zubite zuleima zvezdana
`)

export const SURNAMES_KEPT_OUT = words(`
abolina adamski adeniyan akbaba akkor aksoy aldea alleyne almeida badea balaz banda bartczak basoglu bergmanis bickerstaff bieniek birlik boskova
brezina brytska chalupkova champlin chang charlesworth chopra chudik cierny czyzewski danciu dejova dicki dullova enachi england erbay forbes
gilmartin gribusts gumuspala gwozdzik hlinkova horan horodotska houghton hoyle hryshko igbinedion janosik jatta jedrzejczyk jurkiewicz kasprzak
keizare kirac konieczny kordun krauze kubicki kulchytskyi kunter kyselova langosh lejnieks liepa lisicka liutyi longbottom lubina lubowitz lukac
macdonald mackiewicz maharaj maharjan makinde maslowski massey mazur mcshane melderis monahan morozovs mroczkowski muller niewiadomski nowicki nyarko
okuneva olteanu onwuka otcenasova owczarek pasat peskova prosser prytula rojek sanni saunders sieradzki skibinski slastanova sokolowski sondors
surkova surma swaniawski tarasiuk tiwari vajda vajdova winterbottom wisoky yaamoa zaborska zawada zeltina zemlak zieba
`)

export const PLACES_KEPT_OUT = words(`
abram alfreton alnmouth annahilt annan anstey ashbury balintore ballinamallard barkham batchworth bathford bicester bishopston bishopsworth bodenham
botesdale boxgrove boynton briston broadwater broomfleet buckfastleigh buckingham caergwrle cairneyhill carluke carmarthen chard chingford chulmleigh
clevedon coldingham cononley cranoe cromarty donington dudley dundonald dunloy durrington eaglesfield earlsfield earlston easington eastleigh
eccleston evenwood ewhurst eyemouth falfield fallin fareham fritwell fulwood geddington gotherington greenham guiseley harwell hellaby hindon
honeybourne horrabridge ickleton ivybridge kemnay kinnersley knowle langton longton lubenham martock maryport midhurst millbrook milnthorpe modbury
mousehole nanpean newcastleton newhaven outwell peaslake pelynt perranarworthal pershore peterculter peterlee plympton portreath portswood potterspury
pulloxhill ravenshead ringmer riseley rosemarkie sandleheath shalbourne sharnbrook shere shilbottle siston stedham sundridge swallowfield tarves
tavistock theale toton tregarth waddington wadebridge wansford warnham wereham whitby whitchurch wilbarston winteringham wiston woodstock woolaston
woolfardisworthy wymondham yeovil
`)
