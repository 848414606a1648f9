"""Common forenames of people in the United Kingdom, to know a single name for a person's."""

from __future__ import annotations

_LISTED = """
aamir aaron abdul abigail adam adeola adrian adrienne agnes agnieszka ahmed aidan aileen ailsa aisha alan alasdair
alastair alec aled aleksandra alex alexander alexandra alfie alice alisdair alison alistair aliyah allan alun amanda
amara amina amir amit amy andrea andrew andrzej andy aneurin angela angharad angus anil anita anjali ann anna annabel
anne annette anthony antonia antony anwar anwen aoife ardal arjun arthur asha ashley asif audrey ayesha barbara barry
bashir becky belinda ben bernadette bernard beth bethan bev beverley bilal bob bogdan brenda brendan brian bridget
bronwen bruce bryan bryn bryony callie callum calum cameron camilla carl carla carly carmel carol caroline carolyn
carwyn caryl carys cathal catherine cathy catrin ceri cerys charles charlie charlotte cheryl chidi chinedu chloe chris
christine christopher ciara ciaran claire clare clark clayton clive colin connie conor corinne cormac craig curtis
dafydd damian dan daniel danielle daphne darren dave david dawn dean debbie deborah declan deepa deepak deirdre della
delyth denis denise dennis derek dermot derrick dewi diane dilwyn dilys dimitri dinesh dominic donal donald donna
doreen dorota dorothy doug douglas duncan dylan eamon eamonn ed eddie edith edmund edward edwin efua eileen eilidh
eimear eira eirian elaina elaine eleanor eleri elin elizabeth ellen eluned emeka emily emlyn emma emyr enid eoin eric
ernest estelle esther ethan euan eugene eunice evan evelyn ewan fahad faisal farah fareed farhan fatima faye felicity
femi fergus ffion finlay fiona fionnuala folake frances francesca frank fred freddie freya funmi gail gareth gary
gavin gayle gaynor gemma geoff george georgina geraint gerald geraldine gethin gillian gina gita giulia glen glenda
glenn glenys gloria glyn gordana gordon graham grahame grainne greg gráinne guillermo gurpreet gwen gwenda gwenllian
gwilym gwyn gwyneth gwynfor habib hamid hamish hannah hari harjit harold harpreet harriet harry hassan hayley hazel
heather hefin heledd helen helena henry herbert hilary hilda holly howard hugh hussein huw hyacinth hywel iain ian
ibrahim idris ieuan ifan ifor imelda imogen imran inderjit ingrid ioan iolo iorwerth iqra irene isabel isabelle isla
islwyn ivan ivana iwan jack jackie jacob jacqueline jacqui jade jagdeep jaime jake james jamie jan jane janet janice
janine jared jasmine jason jaspreet jasvinder javed javier jayden jayesh jayne jean jeanette jeff jeffrey jemima
jennifer jenny jeremy jess jessica jill jim jo joan joanna joanne jodie joe joel john jolene jon jonathan joseph
josephine joshua josie joyce juanita judi judith judy julia julian julie juliet juliette justin justine kamal karen
karim karl karolina kasia katarzyna kate katherine kathleen kathryn kathy katie katrina kavita kayleigh keeley keeran
keira keiran keith kelly ken kenneth kenny kerry kevin kieran kim kiran kirsten kirstie kirsty krishna kristina
krystyna krzysztof kwame kylie lachlan lakshmi lara latifa laura lauren layla leah leanne lee leigh leila len leon
leonard leroy les lesley leticia lewis liam liliana linda lindsay lisa liz llinos lloyd llyr lois lorna lorraine
lottie louis louisa louise lowri luca lucia lucy luke lynda lynette lynn lynne lynsey mabel maeve magda maggie mahmood
mair maire mairi malachy malcolm mandy manjit manon mara marc marcus mared marek margaret margot mari maria marianne
marie marilyn marion marjorie mark marlene martha martin martyn mary mateusz mathew matt matteo matthew maura maureen
maurice mavis maxine meena meera megan mehmet mehwish meilyr meinir meinwen meirion mel melanie melissa menna mercy
merfyn meurig mhairi michael michelle mick mihai mike mina miranda mitchell mohamed mohammad mohammed moira mona
monica morag morwenna moses muhammad murdo muriel murray mustafa myfanwy myra nadia nadine naomi nasreen natalie
natasha naveed neha neil nerys nesta nia niamh nicholas nick nicky nicola nicole nigel nigella nikhil nikki nikolai
nina nisha noel noor nora noreen norma norman odette oisin oisín olga oliver olivia olu olumide olwen omar orla
orlaith osian osman owain padraig paloma pam pamela pat patrice patricia patrick paul paula pauline pawan pawel pedro
penny perry peter petra petula phil philip philippa philippe phillip phoebe phyllis piotr polly pooja pradeep prakash
precious priscilla priti priya prys rachael rachel rafiq raheel rahul raj rajesh rakesh ralph ramesh ranjit rashid
ravi ray raymond rebeca rebecca rebekah reena rehana rhian rhiannon rhodri rhona rhydian rhys richard rita rizwan rob
robert roberta roberto robin rodney rodrigo roger rohan roisin roland roman ron ronald ronan ronnie rory rosaleen
rosalind rosanna rosanne roseanne rosemary rosie ross rowena roy roz ruaridh rukhsana rupert russell ruth ryan róisín
sadia saima saira salim sally salma sam samantha samina samir samuel sandeep sandra sandy sanjay sanjeev santosh
saoirse sarah sarita satnam scott seamus sean selina seth shabana shabnam shahid shakira shane shannon sharon shaun
shauna shazia sheena sheila shelagh shelley sherry shirley shona shreya sian sibyl sid silvia simon sinead sinéad
siobhan siobhán sioned siân sofia sonia sonja sophie spencer stacey stan stefan stella stephanie stephen steve steven
stewart stuart sue suhail suki sunil sunita suresh surinder susan susannah suzanne suzie syed sylvia tahir talfryn
tamsin tania tanya tara tariq tasha ted tegwen teleri terence teresa terry tess tessa theresa thomas tim tina tobias
toby todd tom tomasz tomi tomos toni tony toyin tracey tracie tracy trevor tristan tudor tudur tunde ulrike una ursula
usha usman val valentina valerie vanessa vera verity veronica vicki vickie vicky victoria vijay vikram viktor vince
vincent viv vivian vivien vivienne walter wanda wayne wendy wilfred will william winifred winston wynne xavier yasir
yasmin yolanda yusra yusuf yvette yvonne zachary zaheer zahid zahra zainab zara zeinab zoe zosia zoë zuzanna
"""
FORENAMES = frozenset(_LISTED.split())
