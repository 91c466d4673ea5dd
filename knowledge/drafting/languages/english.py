"""English: how the press gives people's words."""

from __future__ import annotations

THAT = """
add insist warn announce claim argue state declare confirm estimate report explain note acknowledge concede maintain
testify promise pledge vow predict allege assure remind deny stress rule conclude caution complain reveal disclose
recall reply respond suggest contend hint observe remark emphasise emphasize reiterate affirm assert attest
admit recount profess proclaim calculate advise joke quip tweet post boast lament retort counter indicate stipulate
mention inform notify repeat agree protest object reason muse speculate signal underline highlight volunteer
""".split()
BESIDE = """
joke shout whisper laugh sigh snap fume quip continue interrupt ask plead recall shrug murmur mutter yell exclaim scoff
concur conclude tweet post offer urge chuckle grumble sob beg roar thunder gush rage enthuse cry marvel reflect
demand counter retort remember jest smile chime venture tease thank complain answer finish begin ponder
shoot fire chant scream declaim intone opine wonder deadpan crow hope believe fear reckon think wisecrack
""".split()
OBJECT = """
deny announce order promise confirm accuse demand reject recommend propose pledge predict
""".split()
QUOTED_OBJECT = """
call describe hail dismiss praise condemn criticise criticize denounce label blast slam mock cite ridicule deride brand
blame welcome celebrate reject attack lambast lambaste decry characterise characterize thank urge warn lament term
deplore accuse defend acknowledge question promise vow refer apologise apologize compare deem liken salute admit
pronounce declare speak talk
""".split()
INFINITIVE = (
    "promise pledge vow threaten offer agree urge order ask advise instruct demand claim profess call tell".split()
)
IRREGULAR: dict[str, str] = {
    "say": "say says said ; said ; say ; saying",
    "tell": "tell tells told ; told ; tell ; telling",
    "write": "write writes wrote ; written ; write ; writing",
    "swear": "swear swears swore ; sworn ; swear ; swearing",
    "hold": "held ; ; ; holding",
    "find": "; ; ; finding",
    "speak": "speak speaks spoke ; spoken ; ; ",
    "talk": "talk talks talked ; ; ;",
    "clear": "clear ; ; ;",
    "read": "read reads ; ; ;",
    "agree": "agree agrees agreed ; ; agree ; agreeing",
    "quote": "; quoted ; ; quoting",
    "forswear": "; ; ;",
}
THAT_IRREGULAR = "say tell write swear clear agree".split()
LEADING_INTO = "went goes on continued".split()
AUXILIARIES = "has have had is was were are been be would will did does do".split()
HAVING = "has have had having".split()
BEEN = "been be is was were are being".split()
WITHIN = """
also later repeatedly already then now still again previously earlier initially reportedly simply flatly publicly
firmly strongly angrily quietly recently meanwhile only just since even once first long long-ago
categorically privately briefly bluntly explicitly jokingly
""".split()
NEGATIONS = """not n't never didn't doesn't don't wouldn't couldn't hasn't haven't won't isn't declined refused
    refuses declines cannot can't nor neither without""".split()
NEGATION_PARTICLES: list[str] = []
CLITICS: list[str] = []
REFLEXIVES: list[str] = []
PRONOUNS = {"he": "m", "she": "f", "they": "p", "it": "n", "we": "", "i": "", "him": "m", "her": "f", "them": "p"}
RELATIVES = "who which whose whom that where".split()
ARTICLES = {
    "the": "", "a": "", "an": "", "this": "", "that": "", "these": "p", "those": "p", "his": "", "her": "", "its": "",
    "their": "", "one": "", "two": "p", "three": "p", "four": "p", "five": "p", "six": "p", "seven": "p", "some": "p",
    "several": "p", "many": "p", "another": "", "both": "p", "no": "", "any": "", "every": "", "each": "", "more": "p",
    "all": "p", "most": "p", "our": "", "my": "",
}  # fmt: skip
DEFINITE = frozenset("the this that these those".split())
INDEFINITE = frozenset("a an one two three four some several another".split())
POSSESSIVES = frozenset("his her its their".split())
COMPLEMENTS = frozenset("of for at from".split())
PREPOSITIONS = frozenset(
    """on in at during after before outside inside through via from with by to over about as under against without
    since until near amid following despite into monday tuesday wednesday thursday friday saturday sunday yesterday
    today later last this earlier""".split()
)
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow last next
    week month year
    night morning afternoon evening january february march april may june july august september october november
    december later earlier late early ago then afterwards afterward early mid-morning midday noon""".split()
)
COMPLEMENTISERS = frozenset(("that",))
CLAUSE_ENDS = (
    "saying ", "adding ", "ruling ", "calling ", "citing ", "and afp", "while ", "but ", "according to", "describing ",
    "without saying", "after ", "in a statement", "at a ", "when asked", "accusing ", "ending ", "warning ", "blaming ",
    "quoting ", "arguing ", "noting ", "insisting ", "claiming ", "speaking ", "prompting ", "asked ", "dismissing ",
    "hailing ", "denouncing ", "urging ", "declining ", "promising ", "vowing ", "pledging ", "in remarks",
    "hours after",
    "days after", "a day after", "a week after", "in an interview", "though he", "though she", "although ", "praising ",
    "predicting ", "stressing ", "explaining ", "telling ", "writing ", "labelling ", "labeling ", "branding ",
    "in response", "reversing ", "sparking ", "drawing ", "raising ", "a move ", "to applause", "to laughter",
)  # fmt: skip
ACCORDING = ("according to", "in the words of", "citing", "per", "quoting")
VIEW = ("for", "to")
SPEECH_NOUNS = frozenset("reply answer response verdict reaction message comment".split())
NAMING = frozenset(
    """dubbed nicknamed known called titled entitled named christened term so-called styled labelled labeled codenamed
    code-named film book novel album song movie play operation project nickname slogan branded marked reading read
    billed tagged documentary exhibition painting series word phrase show programme program ship label band
    """.split()
)
TITLES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "dr": "", "prof": "", "sir": "m", "dame": "f", "lord": "m",
          "lady": "f", "sen": "", "rep": "", "gov": "", "gen": "", "col": "", "lt": "", "sgt": "", "capt": "",
          "president": "", "rev": "", "professor": "", "judge": "", "justice": "", "captain": "", "chief": "",
          "sheriff": "", "senator": "", "governor": "", "mayor": "", "minister": "", "coach": "", "king": "m",
          "queen": "f", "prince": "m", "princess": "f", "pope": "m", "father": "m", "sister": "f", "speaker": "",
          "secretary": "", "general": "", "colonel": "", "commissioner": "", "councillor": "", "trustee": "",
          "chancellor": "", "ambassador": "", "director": "", "chairman": "m", "chairwoman": "f", "officer": "",
          "executive": "", "inspector": "", "detective": "", "superintendent": "", "representative": "",
          "congressman": "m", "congresswoman": "f", "prime": "", "attorney": "", "deputy": "", "ranger": "",
          "lieutenant": "", "sergeant": "", "admiral": "", "bishop": "", "archbishop": "", "rabbi": "",
          "imam": ""}  # fmt: skip
PERSON_NOUNS = """
minister|ministers|politician
president|leader|head of state|incumbent
prime minister|premier|leader
mayor|politician|incumbent|official
governor|politician|republican|democrat
senator|lawmaker|legislator|politician|republican|democrat
representative|congressman|congresswoman|lawmaker|legislator
lawmaker|legislator|mp|member of parliament|parliamentarian|speaker|backbencher
councillor|councilman|councilwoman|councilor|commissioner|official
attorney general|attorney|prosecutor|lawyer
prosecutor|district attorney|lawyer
judge|jurist|justice|magistrate
lawyer|attorney|solicitor|barrister|counsel
chief executive|ceo|boss|executive|head|chief
director|head|boss|chief|executive
chairman|chairwoman|chair|boss|head
founder|co-founder|entrepreneur|boss
coach|manager|trainer|boss
referee|official|umpire|linesman
striker|forward|captain|player|goalkeeper|midfielder|defender|winger|athlete|footballer
player|athlete|star|champion|runner|swimmer|sprinter|skier|cyclist|sailor
spokesman|spokeswoman|spokesperson|official
scientist|researcher|expert|professor|author|academic|epidemiologist|physician|biologist|ecologist|hydrologist
epidemiologist|doctor|physician|official|scientist|expert
doctor|physician|surgeon|medic|nurse|specialist
professor|academic|scholar|historian|economist|researcher|expert|analyst|lecturer
teacher|principal|headteacher|educator
student|pupil|teenager
farmer|grower|rancher|fisherman|beekeeper|winemaker
broker|trader|analyst|investor|strategist
diplomat|ambassador|envoy|negotiator|official
officer|detective|sheriff|police chief|superintendent|inspector|chief
soldier|general|commander|officer|colonel
firefighter|fire chief|rescuer|chief
witness|resident|neighbour|neighbor|bystander|passer-by|local
director|film-maker|filmmaker
actor|actress|star|performer
singer|musician|artist|songwriter|star
author|writer|novelist|poet
artist|painter|sculptor|photographer|designer|architect
curator|director|conservator|trustee
victim|plaintiff|mother|father|parent|widow|brother|sister|son|daughter|husband|wife
defendant|suspect|accused
candidate|rival|challenger|opponent|counterpart|predecessor|successor
deputy|aide|adviser|advisor|assistant|secretary|colleague
trustee|board member|donor
union leader|organiser|organizer|steward|leader|representative
activist|campaigner|volunteer|protester|environmentalist
official|officials|authorities|aides|aide|source|sources|insider
owner|shopkeeper|landlord|baker|chef|restaurateur|businessman|businesswoman
worker|employee|deckhand|sailor|docker|striker|picket|driver|engineer|miner|pilot|keeper|ranger
passenger|traveller|commuter|customer|tourist|visitor|spectator|fan|supporter
man|woman|person|teenager|pensioner|retiree|grandmother|grandfather
king|queen|prince|princess|pope|bishop|priest|pastor
journalist|reporter|presenter|broadcaster|editor
""".strip().splitlines()
ORGANISATION_NOUNS = """
company firm group chain retailer manufacturer operator maker airline bank insurer giant startup start-up brewery
employer
union federation association charity foundation organisation organization campaign coalition council board
ministry government administration presidency cabinet office department agency authority regulator watchdog commission
committee court tribunal police army military force navy
club team league federation side franchise
trust hospital museum university school college library institute laboratory theatre theater gallery zoo
party opposition parliament senate congress
embassy state city county town village district utility developer publisher broadcaster studio label institution
prosecution defence defense panel jury inquiry officials authorities
""".split()
GENERIC_BEFORE_NAME = frozenset("newspaper broadcaster agency daily magazine website company group".split())
PLATFORMS = frozenset(
    """x twitter facebook instagram linkedin telegram youtube tiktok whatsapp mastodon bluesky threads
    twitch snapchat weibo vk""".split()
)
VENUE_NOUNS = frozenset(
    """website account
    statement conference interview speech briefing message post video rally hearing meeting email letter memo opinion
    floor blog tweet report filing podcast note book ceremony ground stage broadcast court town-hall podium debate
    address ribbon-cutting reporters journalists column essay""".split()
)
TO_OUTLET = ("told", "to", "with")
NEUTRAL = frozenset(("it",))

ABBREVIATIONS = {"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "prof": "professor",
                 "col": "colonel", "capt": "captain", "dr": "doctor", "lt": "lieutenant",
                 "sgt": "sergeant"}  # fmt: skip
ROLE_VERBS = {"chaired": "chairman", "led": "leader", "headed": "head", "run": "boss", "directed": "director",
              "coached": "coach", "founded": "founder"}  # fmt: skip
COMMON_VERBS = frozenset(
    """took made went came got gave left saw won lost began kept fell rose put met led ran stood sat spoke knew felt
    found held brought bought sold sent built spent grew drew broke chose drove wore threw paid cut hit set let takes
    makes goes comes gets gives leaves sees wins loses begins keeps falls rises puts meets leads runs stands faces needs
    remains became becomes can could may might must shall should plans wants hopes hope believe believes fear fears
    expects expect totals handles""".split()
)
MEDIA_NOUNS = frozenset(
    "daily weekly broadcaster newspaper paper network agency station channel outlet magazine website".split()
)
# Bodies that are what they are called, and no other name for a body named before.
UNIQUE_BODIES = frozenset(
    """ministry government administration presidency cabinet department police army military court tribunal parliament
    senate congress council state city county town village prosecution defence defense opposition embassy officials
    authorities office jury panel""".split()
)
ANYBODY = frozenset("man woman person teenager pensioner retiree".split())
AGENT = frozenset(("by",))
CALLED = frozenset("goes known named name".split())

# Offices that one person in a text has: whoever has one is not meant by another.
OFFICES = frozenset(
    """minister president mayor governor prosecutor judge director lawyer barrister solicitor spokesman spokeswoman
    spokesperson secretary senator ambassador chief executive coach chairman chairwoman coroner sheriff inspector
    manager founder witness resident defendant victim source deputy aide adviser neighbour neighbor""".split()
)
