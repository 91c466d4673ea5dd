"""French: how the press gives people's words."""

from __future__ import annotations

# Followed by "que", or standing beside a quotation.
THAT = """
déclarer affirmer assurer ajouter expliquer estimer juger préciser annoncer confier indiquer raconter souligner
rappeler confirmer insister nier noter observer relever remarquer relater rapporter signaler témoigner certifier jurer
avancer argumenter arguer alléguer plaider marteler répéter réitérer révéler considérer concéder avouer constater
détailler développer déplorer regretter reconnaitre prévenir avertir garantir suggérer énoncer exposer prophétiser
proclamer argüer résumer conseiller mentionner informer ironiser plaisanter clamer communiquer objecter riposter
pointer analyser commenter statuer trancher professer spécifier stipuler demander exiger réclamer recommander
""".split()
# Beside a quotation only.
BESIDE = """
souffler lancer glisser lâcher tonner fulminer pester tempêter s'agacer s'indigner s'emporter s'inquiéter s'alarmer
s'étonner s'exclamer s'insurger s'amuser s'enthousiasmer s'énerver s'interroger s'excuser s'émerveiller soupirer
murmurer chuchoter crier hurler gronder grincer railler rigoler blaguer persifler questionner demander interroger
rembarrer râler maugréer marmonner bougonner grommeler confesser continuer enchaîner compléter conclure résumer
sourire rire temporiser nuancer tempérer relativiser philosopher réjouir féliciter désoler lamenter
justifier défendre rassurer s'inquiéter trépigner exulter savourer jubiler rassurer apaiser
plussoyer abonder renchérir surenchérir riposter protester contester plaindre vitupérer éructer bredouiller
balbutier lancer asséner scander claironner clamer tancer cingler réagir positiver espérer croire penser craindre
redouter imaginer réclamer exiger exhorter supplier implorer recommander encourager attaquer accuser justifier
dénoncer invectiver interpeller argumenter écrire publier poster tweeter appeler vanter évaluer critiquer s'offusquer
s'émouvoir souvenir remémorer rêver rétorquer s'écrier s'esclaffer moquer
""".split()
# Their object is what is said; with Q only if some of it is quoted.
OBJECT = """
annoncer promettre réclamer dénoncer exiger démentir ordonner recommander confirmer accuser proposer préconiser
décréter révéler prôner réfuter état part demander écarter exclure
""".split()
QUOTED_OBJECT = """
saluer fustiger évoquer qualifier vanter rejeter remercier critiquer condamner regretter déplorer mentionner
décrire défendre railler moquer louer féliciter souhaiter demander pointer revendiquer dire craindre espérer
assurer affirmer réfuter contester reprocher invoquer traiter prédire décrier juger estimer
appeler comparer parler blâmer tancer stigmatiser refuser écarter balayer citer appréhender
""".split()
# Followed by "de" and an infinitive, or by an infinitive alone.
INFINITIVE = """
promettre assurer affirmer dire démentir nier reconnaître jurer menacer accuser reprocher recommander ordonner
demander exiger admettre prétendre proposer certifier déclarer avouer regretter soupçonner conseiller garantir appeler
exhorter inviter enjoindre sommer suggérer préconiser réfuter avertir contester soutenir confirmer estimer
""".split()
# finite forms ; participles ; infinitive ; gerund
IRREGULAR: dict[str, str] = {
    "dire": "dit disait disent disaient dira dirait dirent diraient ; dit dite dits dites ; dire ; disant",
    "redire": "redit redisait redisent ; redit ; redire ; redisant",
    "prédire": "prédit prédisait prédisent prédisaient ; prédit prédits ; prédire ; prédisant",
    "répondre": "répond répondait répondent répondaient répondit répondra ; répondu ; répondre ; répondant",
    "rétorquer": "rétorque rétorquait rétorquent rétorqua ; rétorqué ; rétorquer ; rétorquant",
    "répliquer": "réplique répliquait répliquent répliqua ; répliqué ; répliquer ; répliquant",
    "défendre": "défend défendait défendent défendit ; défendu défendue ; défendre ; défendant",
    "prétendre": "prétend prétendait prétendent ; prétendu ; prétendre ; prétendant",
    "soutenir": "soutient soutenait soutiennent soutenaient soutint ; soutenu ; soutenir ; soutenant",
    "maintenir": "maintient maintenait maintiennent ; maintenu ; maintenir ; maintenant",
    "promettre": "promet promettait promettent promettaient promit ; promis ; promettre ; promettant",
    "admettre": "admet admettait admettent admit ; admis ; admettre ; admettant",
    "écrire": "écrit écrivait écrivent écrivaient écrivit ; écrit écrite ; écrire ; écrivant",
    "reconnaître": "reconnaît reconnait reconnaissait reconnaissent reconnut ; reconnu ; reconnaître ; reconnaissant",
    "convenir": "convient convenait conviennent ; convenu ; convenir ; convenant",
    "prévenir": "prévient prévenait préviennent prévint ; prévenu prévenus ; prévenir ; prévenant",
    "démentir": "dément démentait démentent démentit ; démenti ; démentir ; démentant",
    "conclure": "conclut concluait concluent ; conclu ; conclure ; concluant",
    "sourire": "sourit souriait sourient ; souri ; sourire ; souriant",
    "rire": "rit riait rient ; ri ; rire ; riant",
    "poursuivre": "poursuit poursuivait poursuivent poursuivit ; poursuivi ; poursuivre ; poursuivant",
    "reprendre": "reprend reprenait reprennent reprit ; repris ; reprendre ; reprenant",
    "interrompre": "interrompt interrompait interrompit ; interrompu ; interrompre ; interrompant",
    "décrire": "décrit décrivait décrivent ; décrit ; décrire ; décrivant",
    "se plaindre": "plaint plaignait plaignent ; plaint plainte plaints ; plaindre ; plaignant",
    "s'émouvoir": "émeut émouvait émeuvent ; ému émue ; émouvoir ; émouvant",
    "se réjouir": "réjouit réjouissait réjouissent ; réjoui réjouie réjouis ; réjouir ; réjouissant",
    "se souvenir": "souvient souvenait souviennent ; souvenu souvenue ; souvenir ; souvenant",
    "croire": "croit croyait croient ; cru ; croire ; croyant",
    "craindre": "craint craignait craignent ; craint ; craindre ; craignant",
    "s'offusquer": "offusque offusquait offusquent ; offusqué offusquée offusqués ; offusquer ; offusquant",
    "exclure": "exclut excluait excluent ; exclu ; exclure ; excluant",
    "entendre": "; entendu ; entendre ;",
    "savoir": "; ; savoir ;",
    "valoir": "; ; valoir ;",
    "apprendre": "apprend ; appris ; ;",
    "lire": "; ; lire ;",
    "fit": "fit firent ; ; ;",
    "état": "; ; état ;",
    "part": "; ; part ;",
}
# Verbs of THAT among the irregular ones.
THAT_IRREGULAR = """
dire redire prédire répondre rétorquer répliquer prétendre soutenir maintenir promettre admettre écrire reconnaître
convenir prévenir démentir conclure poursuivre plaindre souvenir réjouir savoir valoir entendre apprendre lire
""".split()
# After "faire", "laisser", "tenir à", "se borner à" an infinitive or participle is a cue all the same.
LEADING_INTO = """
fait font faisait faisaient fera laisse laissent laissait laissé tient tenait tiennent tenu tenue borne bornée borné
contente contenté contentée limite limité limitée vient viennent va vont ose osé aller jusqu'à
allé allée veut veulent peut pouvait
""".split()
AUXILIARIES = """
a ont avait avaient aurait auraient aura auront ait eut est sont était étaient serait seraient fut sera viennent vient
""".split()
HAVING = "a ont avait avaient aurait auraient aura auront ait ayant".split()
BEEN = "été être étant".split()
# These stand within a group of verbs.
WITHIN = """
toutefois également finalement lui elle eux elles aussi encore même déjà notamment ailleurs par d' pourtant cependant
depuis ensuite enfin vivement fermement clairement aussitôt immédiatement d'emblée rapidement récemment publiquement
ainsi désormais plutôt longuement sèchement sobrement brièvement simplement ouvertement officiellement donc
catégoriquement formellement implicitement tantôt jeudi lundi mardi mercredi vendredi samedi dimanche hier
volontiers néanmoins bien même solennellement vertement
""".split()
NEGATIONS = "pas plus jamais rien guère aucunement nullement".split()
NEGATION_PARTICLES = "ne n'".split()
CLITICS = "se s' me m' nous vous lui leur l' le la les en y te t'".split()
REFLEXIVES = "se s' me m'".split()
PRONOUNS = {
    "il": "m", "elle": "f", "ils": "mp", "elles": "fp", "on": "", "lui": "m", "eux": "mp", "celui-ci": "m",
    "celle-ci": "f", "ce dernier": "m", "cette dernière": "f", "l'intéressé": "m", "l'intéressée": "f",
    "la même source": "", "cette source": "",
    "cette même source": "",
}  # fmt: skip
RELATIVES = "qui dont que qu' où lequel laquelle".split()
ARTICLES = {
    "le": "m", "la": "f", "l'": "", "les": "p", "un": "m", "une": "f", "des": "p", "du": "m", "au": "m", "aux": "p",
    "ce": "m", "cet": "m", "cette": "f", "ces": "p", "son": "", "sa": "f", "ses": "p", "leur": "", "leurs": "p",
    "mon": "", "ma": "f", "notre": "", "votre": "", "plusieurs": "p", "certains": "p", "certaines": "p", "deux": "p",
    "trois": "p", "quatre": "p", "cinq": "p", "six": "p", "sept": "p", "huit": "p", "dix": "p", "quelques": "p",
    "nombre": "p", "beaucoup": "p", "tout": "m", "toute": "f", "tous": "p", "toutes": "p", "chaque": "", "aucun": "m",
    "aucune": "f",
}  # fmt: skip
DEFINITE = frozenset("le la l' les ce cet cette ces du au aux".split())
INDEFINITE = frozenset("un une des plusieurs certains certaines deux trois quatre cinq six sept huit dix".split())
POSSESSIVES = frozenset("son sa ses leur leurs".split())
# A noun goes on behind these.
COMPLEMENTS = frozenset("de d' du des délégué chargé adjoint".split())
PREPOSITIONS = frozenset(
    """sur dans devant lors en à au aux depuis avec après avant pendant par pour chez face via sous dès vers durant
    contre sans selon auprès malgré suite outre hors entre parmi concernant côté lundi mardi mercredi jeudi vendredi
    samedi dimanche hier aujourd'hui demain joint interrogé contacté sollicité cité""".split()
)
TIMES = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain soir matin après-midi midi dernier
    dernière prochain janvier février mars avril mai juin juillet août septembre octobre novembre décembre ce cette
    semaine mois année nuit veille lendemain soirée matinée""".split()
)
COMPLEMENTISERS = frozenset(("que", "qu'"))
# What ends a reported clause if it follows a comma.
CLAUSE_ENDS = (
    "tandis qu", "alors qu", "sans ", "selon ", "d'après ", "avant de", "avant d'", "après ", "au lendemain",
    "quelques ", "lors d", "dans un ", "dans une ", "devant ", "en marge", "à l'issue", "à l'occasion", "au cours",
    "au moment", "citant ", "ajoutant ", "précisant ", "et a ", "et ont ", "mais a ", "mais ", "ce qu", "un an après",
    "deux jours après", "trois jours après", "deux ans après", "une semaine après", "faisant ", "évoquant ",
    "dénonçant ", "estimant ", "assurant ", "affirmant ", "qualifiant ", "rappelant ", "soulignant ", "ironisant",
    "interrogé", "interrogée", "jugeant ", "promettant ", "accusant ", "au micro", "en réponse", "à la veille",
    "par la voix", "refusant", "saluant", "expliquant", "regrettant", "déplorant", "avertissant", "réclamant",
)  # fmt: skip
# Prepositions by which somebody is quoted; those of the second group only beside a quotation.
ACCORDING = ("selon", "d'après", "de l'avis de", "de l'aveu de", "de l'aveu du", "aux dires de", "à en croire",
             "de source", "au dire de", "d'après les mots de", "selon les mots de", "selon les termes de",
             "selon les informations de", "suivant", "dixit", "citant")  # fmt: skip
VIEW = ("pour", "aux yeux de", "aux yeux du", "dans l'esprit de")
# Nouns that stand for an act of speech: "Réponse de la témoin : « … »".
SPEECH_NOUNS = frozenset(
    "réponse réplique réaction riposte commentaire verdict conclusion constat avertissement mot".split()
)
NAMING = frozenset(
    """surnommé surnommée surnommés surnommées baptisé baptisée baptisés baptisées dit dite dits dites
    intitulé intitulée
    intitulés intitulées alias nommé nommée nommés rebaptisé rebaptisée titré titrée surnommait
    surnomme surnomment surnommaient baptisait film livre roman album ligne opération projet
    loi chanson titre documentaire plan syndicat association collectif prix pièce spectacle navire classé classée
    classés étiqueté étiquetée estampillé qualifié dénommé dénommée émission série mention label parti mouvement réseau
    exposition rubrique slogan programme vert-métrage long-métrage court-métrage restaurant café bar hôtel
    """.split()
)
TITLES = {"m": "m", "mm": "mp", "mme": "f", "mlle": "f", "mmes": "fp", "me": "", "dr": "", "pr": "", "monsieur": "m",
          "madame": "f", "maître": "", "docteur": "m", "docteure": "f", "professeur": "m", "professeure": "f",
          "mgr": "m", "général": "m", "générale": "f", "colonel": "m", "capitaine": "", "commandant": "m",
          "commandante": "f", "lieutenant": "", "sœur": "f", "père": "m", "abbé": "m"}  # fmt: skip
PERSON_NOUNS = """
ministre|ministres|membre du gouvernement|secrétaire|chef du gouvernement|chef de la diplomatie|garde des sceaux
président|présidente|chef de l'état|dirigeant|dirigeante
maire|édile|élu|élue|magistrat municipal|premier magistrat
député|députée|élu|élue|parlementaire
sénateur|sénatrice|élu|élue|parlementaire
conseiller|conseillère|élu|élue
préfet|préfète|représentant de l'état
directeur|directrice|dirigeant|dirigeante|patron|patronne|responsable|DG
PDG|patron|patronne|dirigeant|dirigeante|chef d'entreprise|homme d'affaires|entrepreneur|entrepreneuse
fondateur|fondatrice|cofondateur|cofondatrice|patron|patronne|entrepreneur|entrepreneuse
procureur|procureure|magistrat|magistrate|parquetier|chef du parquet
juge|magistrat|magistrate|présidente|président
avocat|avocate|conseil|défenseur|pénaliste|plaideur
réalisateur|réalisatrice|cinéaste|metteur en scène|metteuse en scène
acteur|actrice|comédien|comédienne|interprète|vedette
chanteur|chanteuse|musicien|musicienne|artiste|interprète|star
écrivain|écrivaine|auteur|autrice|auteure|romancier|romancière|essayiste
entraîneur|entraîneuse|entraineur|technicien|technicienne|coach|sélectionneur|sélectionneuse
gardien|gardienne|portier|joueur|joueuse|capitaine
joueur|joueuse|attaquant|attaquante|défenseur|milieu|ailier|ailière|buteur|buteuse|capitaine|pivot
athlète|champion|championne|coureur|coureuse|nageur|nageuse|skieur|skieuse|cycliste|navigateur|navigatrice|skipper
syndicaliste|délégué|déléguée|secrétaire général|secrétaire générale|porte-parole|représentant|représentante|leader
porte-parole|représentant|représentante
agriculteur|agricultrice|éleveur|éleveuse|exploitant|exploitante|paysan|paysanne|maraîcher|maraîchère|céréalier
viticulteur|viticultrice|vigneron|vigneronne|producteur|productrice|pêcheur|apiculteur|apicultrice|ostréiculteur
chercheur|chercheuse|scientifique|spécialiste|expert|experte|universitaire|savant|climatologue|biologiste
historien|historienne|spécialiste|universitaire|sociologue|politologue|économiste|expert|experte|chercheur
médecin|docteur|docteure|praticien|praticienne|soignant|soignante|infectiologue|épidémiologiste|spécialiste
infirmier|infirmière|soignant|soignante|aide-soignante
professeur|professeure|instituteur|institutrice|maître|maîtresse|enseignant|enseignante|proviseur|proviseure|principal
étudiant|étudiante|élève|lycéen|lycéenne
témoin|témoins|riverain|riveraine|habitant|habitante|voisin|voisine|résident|résidente|passant|passante
commerçant|commerçante|boulanger|boulangère|restaurateur|restauratrice|cafetier|patron|patronne
comptable|salarié|salariée|employé|employée|ouvrier|ouvrière|cadre
diplomate|ambassadeur|ambassadrice|émissaire|négociateur|négociatrice|chef de la diplomatie|envoyé
policier|policière|enquêteur|enquêtrice|gendarme|officier|commissaire|source policière
militaire|soldat|général|officier|gradé|colonel
pompier|secouriste|sauveteur|sauveteuse
candidat|candidate|prétendant|prétendante|opposant|opposante|adversaire|rival|rivale
promoteur|accusé|prévenu|prévenue|accusée|suspect|suspecte|mis en cause
victime|plaignant|plaignante|père|mère|parent|frère|sœur|fils|fille|veuve|veuf|proche|proches
chef|cheffe|cuisinier|cuisinière|numéro deux|numéro un|homme|femme|jeune homme|jeune femme|sexagénaire|quinquagénaire
passager|passagère|usager|client|cliente|touriste|visiteur|visiteuse|spectateur|spectatrice|supporteur|supporter
gérant|gérante|patron|patronne|commerçant|commerçante|propriétaire
personne|personnes
pilote|chauffeur|conducteur|conductrice|marin|capitaine|cariste
conservateur|conservatrice|commissaire|curateur|curatrice|galeriste
reine|roi|prince|princesse|pape|évêque|prélat|prêtre
responsable|source|proche|participant|participante|collaborateur|collaboratrice|conseiller|conseillère|adjoint|adjointe
sexagénaire|septuagénaire|octogénaire|retraité|retraitée|trentenaire|quadragénaire
photographe|peintre|sculpteur|sculptrice|plasticien|plasticienne|artiste|architecte|dessinateur|dessinatrice
journaliste|reporter|présentateur|présentatrice|animateur|animatrice
ingénieur|ingénieure|géologue|hydrologue|astronome|volcanologue|vétérinaire|naturaliste|botaniste|gardien|garde
bénévole|militant|militante|activiste|écologiste|président de l'association
forestier|bûcheron|chasseur|chasseuse|guide|berger|bergère
""".strip().splitlines()
ORGANISATION_NOUNS = """
groupe entreprise société compagnie firme fabricant constructeur opérateur géant distributeur industriel exploitant
employeur direction enseigne constructeur banque assureur laboratoire éditeur studio chaîne start-up filiale
multinationale
syndicat intersyndicale fédération confédération union centrale organisation association collectif ong fondation
ministère gouvernement exécutif cabinet présidence palais préfecture région département commune mairie municipalité
ville
conseil agglomération métropole parlement sénat assemblée commission comité agence institut office observatoire autorité
parquet tribunal cour justice police gendarmerie armée état-major accusation défense
jury ligue instance club équipe fédération festival musée université école hôpital académie rectorat
parti opposition majorité formation mouvement camp siège régulateur entourage
collectivité établissement coopérative centre équipes service services
""".split()
GENERIC_BEFORE_NAME = frozenset(
    """syndicat association société groupe entreprise compagnie club parti collectif fédération agence ong fondation
    quotidien hebdomadaire journal chaîne radio site magazine fabricant constructeur verre banque éditeur studio
    mouvement start-up enseigne coopérative""".split()
)
PLATFORMS = frozenset(
    """x twitter facebook instagram linkedin telegram youtube tiktok whatsapp mastodon bluesky threads
    twitch snapchat weibo vk""".split()
)
VENUE_NOUNS = frozenset(
    """site
    conférence communiqué entretien interview tribune plateau message lettre post tweet discours micro caméras presse
    journalistes audience barre assemblée réunion meeting livre rapport étude vidéo courriel blog compte salle cour
    couloirs scène point visite déplacement débat note courrier publication cérémonie hémicycle
    séance allocution""".split()
)
TO_OUTLET = ("à", "au", "aux")
NEUTRAL: frozenset[str] = frozenset()

ABBREVIATIONS: dict[str, str] = {"me": "avocat"}
# Participles by which somebody's part is told: "présidé par X".
ROLE_VERBS = {"présidé": "président", "présidée": "président", "dirigé": "directeur", "dirigée": "directeur",
              "entraîné": "entraîneur", "entraînée": "entraîneur", "fondé": "fondateur", "fondée": "fondateur",
              "réalisé": "réalisateur", "commandé": "commandant", "défendu": "avocat"}  # fmt: skip
COMMON_VERBS = frozenset(
    """va vont doit doivent peut peuvent fait font prend prennent compte comptent vient viennent reste restent sera
    seront veut veulent semble paraît met met voit voient reçoit tient demeure devient entend risque encourt quitte
    commence comptait restait venait devait pouvait voulait emploie prévoit prévoyait couvre bénéficie attend
    attendent espère espèrent rêvent rêve craint craignent pense pensent croit croient s'attend""".split()
)
MEDIA_NOUNS = frozenset(
    "revue mensuel chaîne quotidien journal agence radio hebdomadaire magazine site station média".split()
)
# Bodies that are what they are called, and no other name for a body named before.
UNIQUE_BODIES = frozenset(
    """mairie préfecture ministère gouvernement exécutif présidence palais région département commune municipalité ville
    conseil parlement sénat assemblée parquet tribunal cour justice police gendarmerie armée état-major accusation
    défense opposition majorité direction cabinet entourage rectorat jury""".split()
)
ANYBODY = frozenset(
    """homme femme personne sexagénaire septuagénaire octogénaire quadragénaire quinquagénaire trentenaire retraité
    retraitée témoin victime accusé accusée prévenu prévenue suspect suspecte""".split()
)
AGENT = frozenset(("par",))
CALLED = frozenset("surnom prénomme prénommé nom".split())

# Offices that one person in a text has: whoever has one is not meant by another.
OFFICES = frozenset(
    """ministre président présidente maire préfet préfète sous-préfet sous-préfète procureur procureure juge directeur
    directrice avocat avocate porte-parole secrétaire adjoint adjointe conseiller conseillère ambassadeur ambassadrice
    député députée sénateur sénatrice entraîneur entraîneuse producteur productrice PDG fondateur fondatrice commissaire
    gérant gérante témoin accusé accusée prévenu prévenue victime source proche""".split()
)
