"""Common forenames of people in the United Kingdom, to know a single name for a person's."""

from __future__ import annotations

_LISTED = """
aamir aaron abby abdul abena abi abigail abiola adam ade adele adeola adrian adrienne agnes agnieszka ahmad ahmed aidan
aileen ailsa aimee aisha alan alana alasdair alastair albert alec aled aleksandra alex alexander alexandra alexis alfie
alfred ali alice alicia alisdair alison alistair aliyah allan allison alun alwyn alyson alyssa ama amanda amara amelia
amina amir amit amy andre andrea andrew andriy andrzej andy aneta aneurin angela angelina angharad angie angus anika
anil anita anjali anjum ann anna annabel annalisa anne annemarie annette annie ansel anthony anton antonia antony anwar
anwen aoife archie ardal arjun arron arthur arturo asha ashley asif audrey ava ayesha ayse baljit barbara barney barry
bart bashir basil beatrice becky belinda bella ben benedict benjamin bernadette bernard bernice bert bertie bess beth
bethan betty bev beverley bilal bill billie billy blake bob bogdan bonnie brad bradley brandon brenda brendan brent
brett brian bridget brigid bronwen brooke bruce bruno bryan bryn bryony byron caitlin callie callum calum cameron
camilla candice carl carla carly carmel carol carole caroline carolyn caron carrie carwyn caryl carys casey cassandra
cassie cathal catherine cathryn cathy catrin cecil cecilia celia ceri cerys chantelle charlene charles charlie
charlotte charmaine cherie cheryl chidi chinedu chinwe chloe chris chrissie christa christina christine christopher
ciara ciaran ciarán cindy claire clare clarissa clark claude claudia clayton clifford clint clive clodagh cody coleen
colette colin connie connor conor constance cora corey corinne cormac courtney craig cressida cristina curtis cyril
dafydd daisy damian damien damon dan daniel danielle danny daphna daphne darcy daria darrell darren darryl dave david
davina dawn dean debbie deborah debra declan deepa deepak deirdre della delyth demi denis denise dennis derek dermot
derrick des desmond dewi diana diane diarmuid dilwyn dilys dimitri dina dinesh dirk dmytro dolores dominic dominique
donal donald donna donovan dora doreen dorota dorothy doug douglas dragana drew duncan dwayne dylan dónal eamon eamonn
ebony ed eddie edith edmund edna edward edwin edwina efua eileen eilidh eimear eira eirian elaina elaine eleanor eleri
eli elif elin eliot elise eliza elizabeth ella elle ellen ellie elliot elliott elsie elspeth eluned emeka emilia emily
emlyn emma emmanuel emmeline emre emyr enid eoghan eoin eric erica erik erin ernest ernie esme estelle esther ethan
etta euan eugene eunice eva evan evangeline evelyn evie ewan fabian fahad faisal faiza farah fareed farhan farooq
farzana fatima fatimah faye faz felicity felix femi fergal fergus ffion finbar finlay finn fiona fionnuala florence
folake frances francesca frank frankie fraser fred freddie frederick freya funmi gabriel gabrielle gaby gail gareth
gary gavin gayle gaynor gaz gemma genevieve geoff george georgina geraint gerald geraldine gerry gertrude gethin gil
giles gillian gina ginny giovanni gita giulia gladys glen glenda glenn glenys gloria glyn godfrey goran gordana gordon
grace graham grahame grainne greer greg gregory greta gráinne guillermo gurpreet gus guy gwen gwenda gwendoline
gwenllian gwilym gwyn gwyneth gwynfor gyorgy habib hakan hamid hamish hana hannah hardeep hari harjit harold harpreet
harriet harry harvey hassan hattie hayley hazel heather hefin heidi heike heledd helen helena helene henry herbert
hermione hettie hilary hilda holly horace howard hugh hugo humphrey hussein huw hyacinth hywel iain ian ibrahim ida
idris ieuan ifan ifeoma ifor ike ilana imelda imogen imran inderjit ines ingrid ioan iolo iona ionut iorwerth iqra
irene irfan iris iryna isaac isabel isabella isabelle isla islwyn isobel istvan ivan ivana iwan jacinda jacinta jack
jackie jacky jacob jacqueline jacqui jade jagdeep jaime jake james jamie jan jane janet janette janice janie janine
janis jared jarrod jasmine jason jasper jaspreet jasvinder javed javier jaya jayden jayesh jayne jean jeanette jed jeff
jeffrey jelena jemima jenna jennie jennifer jenny jeremy jermaine jerry jess jesse jessica jill jim jin jiri jo joan
joanie joanna joanne jocelyn jodi jodie jody joe joel joey johanna john johnny jolene jolyon jon jonathan jools jordan
jorge jose josef joseph josephine josh joshua josie joy joyce juanita jude judi judith judy jules julia julian julianne
julie juliet juliette justin justine jürgen kai kaitlin kalpana kamal kamran kanwal kara karen karim karin karl karla
karol karolina kash kasia kasim kat katalin katarzyna kate kateryna kath katherine kathleen kathryn kathy katie katrina
katy kaushik kavita kay kaye kayla kayleigh kaz keeley keely keeran keir keira keiran keith kelli kellie kelly kelsey
kelvin ken kenneth kenny kenton kerry kevin kiera kieran kim kimberley kimberly kiran kirk kirsten kirstie kirsty klaus
kofi kris krishna krista kristen kristian kristin kristina kristy krystyna krzysztof kuldeep kulwinder kurt kwame kyle
kylie lachlan lakshmi lana lance lara larry laszlo latifa laura lauren laurence lauri laurie layla leah leanna leanne
lee leigh leila len lena lenny leo leon leonard leonie leonora leroy les lesley lesly leticia lewis lexi liam liane
libby lilian liliana lilly lily linda lindsay lindsey lindy linh linsey linus lionel lisa lisbeth liv liz lizzie llinos
lloyd llyr lois lola lorena lorenzo loretta lori lorna lorraine lottie lou louella louis louisa louise lowri luca lucas
lucia lucille lucinda lucy lukas luke luther lydia lyle lyn lynda lyndon lyndsey lynette lynn lynne lynsay lynsey lyra
mabel maddie maddy madeleine mae maeve magda maggie mahmood maia mair maire mairi malachy malcolm malik mandy manjit
manon manpreet mara marc marcia marcus mared marek margaret margery margot mari maria mariam marianne marie marilyn
marina marion marisa marjorie mark marlene martha martin marty martyn mary mateusz mathew matilda matt matteo matthew
maura maureen maurice mavis max maxine meena meera meg megan mehmet mehwish meilyr meinir meinwen meirion mel melanie
melissa menna mercy merfyn meurig mhairi mia michael michelle mick mihaela mihai mikaela mike milly milos mina minh
minnie miranda mitchell mohamed mohammad mohammed mohsin moira mona monica monique morag morwenna moses muhammad murdo
muriel murray mustafa myfanwy mykola myles myra máire nadia nadine nancy naomi nasreen natalie natasha nathan nathaniel
navdeep naveed neha neil nell nelly nerys nesta neville nia niall niamh nicholas nick nicki nickolas nicky nicola
nicolas nicole nicolette nigel nigella nikhil nikki nikolai nina nisha nita nnamdi noah noel noelle noor nora noreen
norma norman nuala obinna odette oisin oisín oksana oleksandr olga oliver olivia olu olumide olwen omar oonagh orla
orlaith oscar osian osman otis owain owen paddy padraig paige paloma pam pamela parminder parveen pat patrice patricia
patrick paul paula pauline pavel pawan pawel pedro penelope penny perry pete peter petr petra petula phil philip
philippa philippe phillip philomena phoebe phyllis piotr polly pooja poppy pradeep prakash precious priscilla priti
priya prys pádraig rachael rachel rafiq raheel rahul raj rajesh rakesh ralph ramesh ranjit rashid ravi ravinder ray
raymond rebeca rebecca rebekah reena regina rehana rene renee reuben reza rezaul rhian rhiannon rhodri rhona rhydian
rhys ricardo richard rick ricky riley rita rizwan rob robert roberta roberto robin robyn roderick rodney rodrigo roger
rohan roisin roland roma roman romany ron ronald ronan ronnie rory rosa rosaleen rosalind rosalyn rosanna rosanne rose
roseanne rosemarie rosemary rosie roslyn ross rowan rowena roxanne roy roz ruaridh ruby rufus rukhsana rupert rupinder
russell ruth ryan róisín sabrina sacha sadia sadie safia saima saira salim sally salma sam samantha samina samir samuel
sana sandeep sandra sandy sanjay sanjeev santosh saoirse sarah sarita sasha satnam scarlett scott seamus sean sebastian
segun selina selma serena seth seán shabana shabnam shahana shahid shahida shakira shamim shamima shane shannon
sharmila sharon shaun shauna shazia sheena sheila shelagh shelley sherry sheryl shirley shona shreya sian sibyl sid
sidney silvia simon simone sinead sinéad siobhan siobhán sioned siân sofia sonia sonja sophia sophie spencer stacey
stacy stan stefan stella stephan stephanie stephen steve steven stewart stuart sue suhail sukhdev suki sultan sunil
sunita suresh surinder susan susannah suzanna suzanne suzi suzie svetlana sybil syed sylvia søren tahir talfryn tamara
tamsin tamzin tania tansy tanya tara tariq tash tasha tatiana ted teddy tegwen teleri temitope terence teresa terry
tess tessa thea theo theodore theresa thomas tiffany tilly tim timothy tina tobias toby todd tolu tom tomas tomasz tomi
tommy tomos toni tonia tony toyin tracey tracie tracy trevor tricia trish tristan trudi trudy tudor tudur tunde tyrone
ulrike una ursula usha usman val valentina valerie vanessa velma vera verity vernon veronica vicki vickie vicky
victoria vijay vikram viktor viktoria vince vincent viola violet viv vivek vivian vivien vivienne volodymyr walter
wanda warren wasim wayne wendy wesley wilfred will william wilma winifred winnie winston wynne xavier yasir yasmeen
yasmin yaw yemi yolanda yulia yusra yusuf yvette yvonne zac zachary zack zaheer zahid zahra zainab zak zara zeinab zena
zoe zoltan zosia zoë zuzanna
"""
FORENAMES = frozenset(_LISTED.split())
