"""The small closed sets of words that tell a name from other words."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())


TITLES = word_set("mr mrs ms miss mx dr prof professor")
RANKS = word_set(
    "rev reverend sgt sergeant pc wpc dc ds di dci insp inspector cllr councillor nurse judge hhj"
)
# People so addressed are public; what follows is no private person's name.
PEERAGE = word_set("lord lady baroness dame sir baron viscount archbishop bishop saint st")
NICKS = word_set(
    """big old little young mad wee lil posh scouse geordie brummie ginger fat skinny tall bald
    lanky grumpy daft welsh irish scottish auntie aunty uncle aunt nana granny"""
)
PARTICLES = word_set("de van von der den bin bint ibn al el ap di da dos del la le")

ROLES = word_set(
    """manager spo po pso pqip officer colleague colleagues senior boss supervisor trainee governor
    director head deputy acting receptionist administrator admin caretaker cleaner usher worker
    keyworker psychologist solicitor barrister teacher nurse doctor social tutor mentor assessor
    practitioner steward rep caseworker counsellor coordinator convenor pom com om aco cco vlo
    lad lads bloke woman man fella guy girl lady gentleman chap boy client resident prisoner
    inmate offender victim defendant friend mate neighbour landlord ex partner husband wife
    boyfriend girlfriend son daughter brother sister mum mother dad father cousin nephew niece
    grandson granddaughter stepdad stepson stepdaughter stepmum uncle aunt auntie nan grandad"""
)
# After one of these, "called" and the like introduce somebody, not something.
SOMEBODY = ROLES | word_set(
    "someone somebody one person him her me us them everybody everyone he she they who"
)
HUMAN_VERBS = word_set(
    """said says told tells asked asks rang rings phoned emailed texted messaged wrote writes
    replied answered laughed laughs cried cries smiled shouted shouts screamed whispered nodded
    shrugged sighed thinks thought knew knows wanted wants came comes went goes left leaves resigned
    retired quit joined decided refused agreed admitted denied lied heard hears saw sees sat sits
    stood walked drove died believes believed felt feels remembers remembered complained apologised
    promised warned threatened bullied explained insisted suggested mentioned offered tried
    told taught trained supervised covered helped spoke speaks talks talked reckons swore swears
    turned looked looks used loved loves hated hates married lives lived works worked coped
    signed shrugs grinned winked whistled knocked ate drank slept wept grumbled moaned sobbed
    called calls gave gives got gets took takes made makes brought sent showed did does didn't
    didnt doesnt wouldnt couldnt wont
    hasnt hadnt wasnt isnt
    doesn't wouldn't couldn't won't hasn't hadn't wasn't isn't wore kept lost found met stayed
    started stopped moved rolled leaned pointed passed put puts chairs chaired runs ran"""
)
BEING = word_set("was is has had will would can could may might should must never")
# Only people are told, asked and thanked; a place or a system can be met, rung or liked too.
TELLING = word_set("told tell ask asked asking thanked thank texted poor dear")
MEETING = word_set("rang ring phoned phone emailed email with met meet married like love loved our")
PLACE_PREPOSITIONS = word_set("in at near around outside across hmp yoi throughout")
# Before a town these speak of the town, before another name of a person.
TOWARDS = word_set("from to of for via between towards")
PRONOUNS = word_set("i we you they he she it who to will would really do don't still")
POSSESSIVES = word_set("my our your his her their the old new poor")
DETERMINERS = word_set("the a an this that every each no any some of these those")

MONTHS_AND_DAYS = word_set(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed weds thu thur thurs fri sat sun easter christmas"""
)
# First names on the list that are better known as places.
LANDS = word_set(
    """india china kenya paris chelsea brooklyn israel georgia sydney devon asia africa america
    ireland london milan vienna holland france wales scotland england britain europe york kent
    lincoln dakota montana carolina virginia florida cuba malta persia jersey guernsey geneva verona
    odessa chad iran cairo surrey somerset cornwall jamaica nigeria zambia cymru wessex sussex essex
    dorset cumbria durham bristol cardiff preston bradford lancaster derby lourdes troy"""
)
# Names that are so much more often words that a capital in mid-sentence is not enough.
MOSTLY_WORDS = word_set(
    """justice king prince duke earl angel man my so see can art page may court star lord judge
    english french welsh north south east west reading bank street guy miles summer winter autumn
    spring destiny harmony storm sky star chase trinity liberty honour glory favour channel china
    park head union major reset crown"""
)
# Of these even a person's verb makes no name at the head of a sentence.
NEVER_AT_HEAD = word_set(
    """so my see can art may man justice guy page star king prince
    summer autumn winter spring heaven"""
)
# Written with a capital, found on lists of names, and yet no private person's name.
OTHER_CAPITALS = word_set(
    """iban nino crn pnc dob noms anon ramadan eid islam jesus christ allah god diwali vaisakhi
    heaven heavens muslim sikh hindu urdu quran
    hon kc qc rt insta nan nana nanna gran granny grandma mum mam dad english irish scottish
    british danish spanish bab hinny marra cariad bruv blud fam turkish polish german french dutch
    indian asian african roman
    victorian"""
)
PEOPLES = word_set(
    """english welsh french british irish scottish scots cornish german dutch danish norman roman
    jewish catholic romany traveller gypsy asian african caribbean cymraeg gaelic"""
)
# What a name without its apostrophe can own: "reeces nan", "tels desk".
BELONGINGS = word_set(
    """own nan mum mam dad gran sister brother missus wife husband partner son daughter kid kids lad
    girlfriend boyfriend mate house flat car van desk phone number mobile caseload cases office
    birthday leaving dog cat job chair mug locker shift place name solicitor manager worker po"""
)
# Everyday words without their apostrophe, or as they are spoken.
SLIPS = word_set(
    """dont cant wont didnt doesnt isnt wasnt werent arent havent hasnt hadnt wouldnt couldnt
    shouldnt shant mustnt neednt aint thats whats hes shes its youre theyre weve youve theyve ive
    im ill id
    theres heres wheres whos lets innit dunno gonna wanna gotta kinda sorta nowt owt summat cos coz
    tho thru bout til dat dis dem wot wiv wid ya yer yous youse ye nae dinnae cannae wasnae didnae
    willnae aye ken wor gan divvent divn't thee thy tha nobbut tek mek gie wi fae tae"""
)
SITES = word_set("prison pdu court magistrates hostel")
# A run of capitals that ends in one of these names a place or a body.
PLACE_NOUNS = word_set(
    """street road avenue close crescent drive terrace gardens grove way house lodge prison hospital
    university college school academy trust act report inquiry review service services council
    league association committee centre center station office unit team probation magistrates
    county city town borough village hostel hotel foundation charity institute society club party
    group ltd limited plc bill law rule rules award prize scheme project programme program model
    system island airport arms inn pdu crc nps hmp yoi ap mc cc crown combined cathedral church
    police constabulary ministry department government board agency authority partnership
    commission bridge river valley convention treaty declaration garage moor forest building
    buildings tower annexe wing ward dock docks quay quays wharf marina stadium arena"""
)
# Words, short forms and typing slips that a list of given names also holds.
NOT_QUIET_NAMES = word_set(
    """ana ali im id ill its wee don al ty so my no an ann amie cos tho etc mia rae mae kay ray isa
    mya tia kia bo cy ed lol hiya lmao mo di hi iona zion yan shah les lea mina neo asa ria ava dev
    sol hon"""
)
# Of the short ones, those that are hardly ever meant as names, however sure anybody is.
NEVER_NAMES = word_set(
    """reg anybody somebody nobody whoever anyone someone im id ill its so no my an do hi di al ty
    tho cos etc amie wee hon a i is it as at be by he
    in me of on or to up us we if ok oh go all and the for you she her him his they them that this
    will may can must see lol hiya lmao mate lad lads bloke fella guy pal love
    hun babe bro man girl lady boy"""
)
# Names that are else verbs or adjectives, so that "Will has" can only be a person.
NO_SUBJECTS = word_set(
    "will mark rob sue pat bob nick frank drew chuck don bill ray rich jay rick art"
)
# After "my manager" these are what the manager does or is, not what he is called.
NO_QUIET_WORDS = MOSTLY_WORDS | word_set("will may can drew said see so my no dear chose junior")
