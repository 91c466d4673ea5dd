# Les mots de l’interface en français.

date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
in-year = { $date } { $year }
events-of-day = faits du { $date }
events-of-month = { $month ->
    [1] faits de janvier
    [2] faits de février
    [3] faits de mars
    [4] faits d’avril
    [5] faits de mai
    [6] faits de juin
    [7] faits de juillet
    [8] faits d’août
    [9] faits de septembre
    [10] faits d’octobre
    [11] faits de novembre
   *[12] faits de décembre
}
events-of-year = faits de { $year }

# Qui l’a dit
original = en { $language } dans l’article
translation = Traduction : { $text }
language-fr = français
language-en = anglais
language-ru = russe
language-uk = ukrainien
said-quote = cité dans l’article
said-quote-via = cité dans l’article, propos relayés par { $outlet }
said-partly = cité en partie dans l’article
said-partly-via = cité en partie, propos relayés par { $outlet }
said-paraphrase = propos résumés par l’article
said-paraphrase-via = propos relayés par { $outlet }
told = L’article le rapporte, sans citer personne
told-via = Rapporté par { $outlet }
source = Source : { $title } · { $events } · { $count ->
    [one] paragraphe { $paragraphs }
   *[other] paragraphes { $paragraphs }
}
source-without-date = Source : { $title } · { $count ->
    [one] paragraphe { $paragraphs }
   *[other] paragraphes { $paragraphs }
}

# Dialogue
choose = Que vouliez-vous savoir ?
none-of-these = Rien de tout cela
rejected = D’accord. Je n’ai donc pas trouvé de réponse à cela dans l’article.
abstain = Je n’ai trouvé aucune réponse à cela dans l’article.
abstain-near = { $count ->
    [one] Je n’ai trouvé aucune réponse à cela dans l’article. Le plus proche :
   *[other] Je n’ai trouvé aucune réponse à cela dans l’article. Les plus proches :
}
abstain-short = Je n’ai trouvé aucune réponse à cela dans l’article { $title }.
rejected-many = D’accord. Je n’ai donc pas trouvé de réponse à cela dans les articles.
abstain-many = Je n’ai trouvé aucune réponse à cela dans les articles.
abstain-near-many = { $count ->
    [one] Je n’ai trouvé aucune réponse à cela dans les articles. Le plus proche :
   *[other] Je n’ai trouvé aucune réponse à cela dans les articles. Les plus proches :
}
abstain-short-many = Je n’ai trouvé aucune réponse à cela dans mes articles.
not-served = Je ne parle pas cette langue ; je réponds en { $language }.
no-words = Posez votre question avec des mots : je chercherai la réponse.
stale = Ce n’est plus disponible : la question ou l’article a disparu. Envoyez de nouveau votre question ou votre commande.
outdated = Ce bouton date d’avant une mise à jour. Envoyez de nouveau votre question ou votre commande.

# Conversation
courtesy-greeting = { $number ->
    [0] Bonjour ! Que voulez-vous savoir sur l’article ?
    [1] Bonjour ! Posez-moi une question sur l’article.
   *[other] Bonjour ! Que cherchez-vous dans l’article ?
}
courtesy-wellbeing = { $number ->
    [0] Tout va bien, merci. Que voulez-vous savoir ?
    [1] Très bien, merci. Une question sur l’article ?
   *[other] Un bot va toujours bien. Que cherchez-vous ?
}
courtesy-thanks = { $number ->
    [0] Je vous en prie.
    [1] Avec plaisir.
   *[other] De rien.
}
courtesy-farewell = { $number ->
    [0] Au revoir !
    [1] À bientôt !
   *[other] Bonne continuation !
}
courtesy-praise = { $number ->
    [0] Merci !
    [1] C’est gentil, merci.
   *[other] Merci, cela fait plaisir.
}
courtesy-insult = { $number ->
    [0] Désolé si je n’ai pas aidé. Essayez avec d’autres mots.
    [1] Dommage. Reformulez votre question, je cherche encore.
   *[other] Je fais de mon mieux. Posez-moi une question sur l’article.
}
courtesy-reaction = { $number ->
    [0] Bien.
    [1] Entendu.
   *[other] D’accord.
}
courtesy-emoji = { $number ->
    [0] 🙂
    [1] 👍
   *[other] 🙂
}
courtesy-bot = { $number ->
    [0] Je suis un bot : je réponds à partir d’un article, avec des réponses écrites par des personnes.
    [1] Oui, un bot. Mes réponses sont écrites et vérifiées par des personnes.
   *[other] Un simple bot, qui cherche dans un article et dit toujours qui a dit quoi.
}
courtesy-maker = { $number ->
    [0] Des personnes ont écrit mes réponses ; qui me gère est indiqué dans /privacy.
    [1] Ceux qui me gèrent sont indiqués dans /privacy.
   *[other] Des personnes m’ont écrit, réponses comprises. Pour les joindre : /privacy.
}
courtesy-opinion = { $number ->
    [0] Je n’ai pas d’avis : je dis seulement qui dit quoi dans l’article.
    [1] Je ne prends pas parti. Demandez-moi ce qu’en dit quelqu’un dans l’article.
   *[other] Ce n’est pas à moi d’en juger ; je peux vous dire qui dit quoi.
}
languages-offered = Je parle ces langues, et je réponds dans celle de votre question :
no-such-command = Je ne connais pas cette commande ; ceci vous aidera peut-être :
nothing-before = De quoi parlez-vous ? Posez d’abord une question sur l’article.
nobody-meant = Je ne vois pas de qui il s’agit : personne ne correspond dans la dernière réponse. Reposez la question en précisant le nom.
nothing-to-check = Que dois-je vérifier ? Répondez au message en question, ou envoyez-moi ses mots.
nothing-said-there = Ce message ne dit rien que je puisse vérifier. Répondez à celui qui contient l’affirmation.
not-judged = Je n’en suis pas juge ; voici qui le dit :
choose-for = { $question } Précisez :
several-short = Je n’ai trouvé aucune réponse à { $question }.
several-beyond = Je réponds à trois questions à la fois. Restent à poser : { $questions }
facet-speaker-unknown = L’article le rapporte lui-même, sans citer personne.
facet-identity-unknown = L’article ne dit pas qui c’est.
facet-venue-unknown = L’article ne dit pas où.
facet-date-unknown = L’article ne dit pas quand.
facet-addressee-unknown = L’article ne dit pas à qui.
facet-outlet-unknown = L’article ne cite aucun média pour cela.
facet-outlet = { $outlet } le rapporte.
facet-quote-unknown = L’article ne cite pas ces mots.
facet-quote-whole = Oui, l’article cite ces mots :
facet-quote-partly = En partie : l’article résume, et cite ces mots :
facet-quote-none = Non, l’article résume et ne cite pas les mots.
facet-quote-report = Non, l’article le rapporte sans citer les mots de personne.
facet-reason-unknown = L’article n’en donne pas la raison.
facet-more-unknown = L’article n’en dit pas plus.
facet-else-unknown = L’article ne rapporte rien d’autre de sa part.
facet-explanation-unknown = L’article ne l’explique pas davantage. Peut-être ceci :
facet-others-unknown = L’article ne rapporte les propos de personne d’autre à ce sujet.
card-author-unknown = L’article ne dit pas qui l’a écrit.
card-publisher-unknown = L’article ne dit pas qui l’a publié.
card-published-unknown = L’article ne dit pas quand il a été publié.
card-link-unknown = Je n’ai pas de lien vers l’article.
privacy-context = Pour que vous puissiez continuer (« où ? »), je garde { $days } quelle réponse donne chacun de mes messages, en quelle langue et à quelle heure, jamais les mots. /forget l’efface en privé.

# Parcourir
topics-title = Les sujets de l’article
topics-button = Tous les sujets
article-button = L’article en bref
people-title = Qui dit quoi
people-button = Qui a dit quoi ?
next-page = Suite
previous-page = Retour
topics-of = Les sujets : { $title }
people-of = Qui dit quoi : { $title }
articles-title = Les articles
articles-button = Tous les articles
articles-search = Pour en chercher un, ajoutez un mot ou deux : /articles cessez-le-feu
articles-found = Les articles qui correspondent à vos mots
articles-not-found = Aucun article ne correspond à ces mots.
articles-gone = Les articles choisis pour ce groupe ne sont plus disponibles. Un administrateur peut en choisir d’autres dans /settings.
articles-more = { $count ->
    [one] Un autre article correspond ; ajoutez un mot pour affiner la recherche.
   *[other] { $count } autres articles correspondent ; ajoutez un mot pour affiner la recherche.
}
article-settle = Parlons de cet article
article-release = ✓ L’article dont nous parlons
article-settled = Quand une question ne dit pas de quel article il s’agit, je considère désormais que c’est celui-ci.
article-released = Quand une question ne dit pas de quel article il s’agit, je prends désormais celui de ma dernière réponse ou, à défaut, le plus récent.
article-other = Article : { $title }
article-also = Aussi dans : { $title }
sources-title = Les sources
source-place = Lieu : { $place }
source-publisher = Éditeur : { $publisher }
source-author = Auteur : { $author }
article-people = Qui figure dans l’article : { $names }
source-unknown = Non indiqué : { $missing }
missing-date = date
missing-year = année
missing-place = lieu
missing-publisher = éditeur
missing-author = auteur
missing-link = lien
source-outlets = Médias cités par l’article : { $outlets }
source-no-outlets = L’article ne cite aucun média
source-entries = { $entries ->
    [one] { $entries } réponse écrite et vérifiée
   *[other] { $entries } réponses écrites et vérifiées
} à la main, d’après { $sentences ->
    [one] { $sentences } phrase numérotée
   *[other] { $sentences } phrases numérotées
}

# Aide
welcome = Je réponds aux questions sur un article de presse, et je dis toujours qui a dit quoi, où, et qui l’a relayé. Quand l’article ne dit rien, je le dis aussi.
welcome-many = Je réponds aux questions sur des articles de presse, et je dis toujours qui a dit quoi, où, et qui l’a relayé. Quand les articles ne disent rien, je le dis aussi.
welcome-articles = { $count ->
    [one] L’article :
   *[other] Les articles :
}
welcome-more = { $count ->
    [one] et { $count } autre : /articles
   *[other] et { $count } autres : /articles
}
welcome-ask = Écrivez simplement votre question, dans l’une de ces langues :
greeting = Je réponds aux questions sur un article, « { $title } », et je dis toujours qui a dit quoi, où, et qui l’a relayé.
greeting-how = Comment m’interroger :
greeting-look-up = /ask@{ $username } en réponse à un message : je cherche ce qu’en dit l’article
greeting-quiet = Je ne parle que si l’on s’adresse à moi. « { $remove } » efface l’une de mes réponses ; pour le reste, un administrateur peut utiliser /settings, ou me retirer du groupe.
greeting-ambient = Ici, je réponds aussi sans être sollicité, quand je suis très sûr de la réponse ; un administrateur peut désactiver cela dans /settings. « { $remove } » efface l’une de mes réponses.
help-in-private = L’aide en privé
help-commands = Commandes
command-ask = poser une question
command-article = l’article en bref
command-articles = les articles que je connais
command-topics = parcourir les sujets
command-who = qui a dit quoi
command-sources = d’où viennent les réponses
command-help = cette aide
command-quit = quitter
unknown-command = Je ne connais pas la commande { $command }. La liste est dans /help.
terminal-prompt = Votre question
terminal-no-button = Aucun bouton ne porte le numéro { $number }.
terminal-own-command = Dans un terminal, c’est une commande à part : { $command }
terminal-keeps-nothing = Dans un terminal, je ne garde rien de ce que vous demandez.

# Boutons, mode intégré
remove-button = Retirer
not-yours = Seule la personne qui a posé la question, ou un administrateur, peut le faire.
not-removed = Telegram ne me laisse pas retirer ce message.
inline-button = Poser la question en privé
open-in-private = Ouvrir en privé

privacy-title = Ce que je garde
privacy-short = Je ne garde vos messages que le temps d’y répondre. Je garde ensuite, pour une durée limitée, des numéros de messages, vos votes et les questions restées sans réponse, sans votre nom ; les réglages des chats restent tant que je suis en service. Mes journaux ne contiennent pas vos mots. /forget efface vos votes et vos questions d’aujourd’hui restées sans réponse.
privacy-more = Tout le détail
privacy-messages = Vos messages et les boutons que vous touchez sont enregistrés, avec le nom et l’identifiant qui les accompagnent, jusqu’à ce que j’y aie répondu, d’ordinaire en moins d’une seconde ; puis tout est effacé, sauf un numéro, gardé pendant { $handled }. Si la réponse échoue, tout est gardé pendant { $failed }, pour que la personne qui gère ce bot en trouve la cause.
privacy-replies = Pendant { $days }, je garde lequel de mes messages répond auquel des vôtres, par leurs numéros et celui du chat, avec une empreinte de la question qui n’en révèle pas les mots : je peux ainsi corriger ma réponse si vous corrigez la question. De même pour un choix que je propose là où je ne suis pas membre : une empreinte de ce message et le numéro de la demande.
privacy-chats = D’un chat, je garde sous son numéro, tant que je suis en service, ses réglages (langue, réponses non sollicitées, délai avant de répéter une réponse, articles retenus, article dont on parle), le supergroupe qu’il est éventuellement devenu, si je lui ai déjà dit qu’il me faut des mots et s’il me laisse écrire. Pendant peu de temps, et en mémoire seulement, je sais aussi de quel article venait ma dernière réponse. Dans un chat privé, ce numéro est aussi le vôtre ; à part cela, ni votre nom ni votre identifiant ne sont gardés. Les boutons d’un groupe portent l’identifiant de la personne qui a posé la question, et c’est Telegram qui les garde.
privacy-logs = Mes journaux ne contiennent ni vos mots ni votre nom.
privacy-embeddings = Pour comprendre des questions dont je ne connais pas les mots, j’envoie le texte de chaque question à un serveur de plongements (embeddings) ({ $host }), qui le transforme en nombres. Ni votre nom, ni votre identifiant, ni le chat ne l’accompagnent. Ce que ce serveur en garde dépend de la personne qui le gère ; je ne garde ces nombres qu’en mémoire et peu de temps.
privacy-contact = Pour joindre la personne qui gère ce bot : { $contact }
command-privacy = ce que je garde

unknown-sends = { $count ->
    [one] Une réponse est peut-être arrivée, ou peut-être pas : la connexion s’est rompue ou j’ai été arrêté à ce moment-là. Je ne la renvoie pas, pour qu’elle n’arrive pas deux fois.
   *[other] { $count } réponses sont peut-être arrivées, ou peut-être pas : la connexion s’est rompue ou j’ai été arrêté à ce moment-là. Je ne les renvoie pas, pour qu’elles n’arrivent pas deux fois.
}
article-kept = Les fichiers de l’article « { $article } » contiennent des erreurs. Je continue à répondre d’après sa dernière version valable.
article-left-out = Les fichiers de l’article « { $article } » contiennent des erreurs : je le laisse de côté.
more-findings = { $count ->
    [one] Et une autre : « selon check » les donne toutes.
   *[other] Et { $count } autres : « selon check » les donne toutes.
}
no-articles = KNOWLEDGE_DIR ne contient plus aucun article utilisable. Je continue à répondre d’après les dernières versions valables. { $reason }
no-embeddings = Les plongements (embeddings) sont indisponibles : je ne reconnais les questions qu’à leurs mots. Je continue d’essayer. { $reason }

# Revue, pour les curateurs
review-none = Plus aucune question posée en vain à revoir.
review-title = Posées en vain : { $groups ->
    [one] un groupe
   *[other] { $groups } groupes
} à revoir
review-times = { $count ->
    [one] une fois
   *[other] { $count } fois
}
review-more = { $count ->
    [one] une autre formulation, gardée pour plus tard
   *[other] { $count } autres formulations, gardées pour plus tard
}
review-abstained = { $count }× sans réponse
review-rejected = { $count }× « Rien de tout cela »
review-down = { $count }× 👎
review-variant = Comme : { $question }
review-wanted = Mérite une entrée
review-outside = Hors sujet
review-skip = Passer
review-same = Demandé en vain, et à répondre ainsi désormais :
review-teach = { $count ->
    [one] Une variante
   *[other] { $count } variantes
} de celle-ci
review-back = Retour
review-learning = Un instant : j’apprends cela.
review-undo = Annuler
review-taught = { $count ->
    [one] Une formulation apprise ; elle mène désormais à { $question }.
   *[other] { $count } formulations apprises ; elles mènent désormais à { $question }.
}
review-excluded = { $count ->
    [one] { $question } est désormais hors sujet.
   *[other] { $count } formulations telles que { $question } sont désormais hors sujet.
}
review-is-wanted = { $question } est noté comme méritant une nouvelle entrée.
review-skipped = Question passée : { $question }.
review-changed = Ce groupe a changé entre-temps. Voici où l’on en est :
review-undone = Annulé : la question est de nouveau à revoir.
review-not-undone = Il n’y a plus rien à annuler.
review-refused-unusable = { $text } ne peut pas être appris : il n’y a là aucun mot, ou rien n’est servi dans cette langue.
review-refused-collision = { $text } ne peut pas être appris : c’est déjà une variante de { $question }.
review-refused-negative = { $text } ne peut pas être appris : c’est noté comme hors sujet.
review-refused-flip = Cela ne peut pas être appris : { $text } ne recevrait plus sa réponse.
review-refused-flip-to = Cela ne peut pas être appris : { $text } recevrait la réponse à { $question }.
review-prompt = Numéro, ou /quit
command-review = revoir ce qui a été demandé en vain
command-stats = ce que les questions ont donné, en chiffres

# Votes, questions restées sans réponse, vie privée
vote-up = C’est noté, merci. Touchez 👍 encore une fois pour retirer votre vote.
vote-down = C’est noté, merci de me l’avoir dit. Touchez 👎 encore une fois pour retirer votre vote.
vote-withdrawn = Votre vote est retiré.
forgotten = { $count ->
    [0] Je ne garde aucun vote de vous.
    [one] C’est fait : j’ai effacé votre unique vote.
   *[other] C’est fait : j’ai effacé vos { $count } votes.
}
forgotten-questions = { $count ->
    [one] J’ai effacé votre question d’aujourd’hui restée sans réponse.
   *[other] J’ai effacé vos { $count } questions d’aujourd’hui restées sans réponse.
}
command-forget = effacer mes votes
days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
privacy-posted = D’un groupe, je garde pendant { $days } lequel de mes messages y répond à quoi, par les numéros du groupe, du sujet et du message, pour renvoyer à une réponse au lieu de la répéter.
privacy-taps = Pour qu’un bouton touché plusieurs fois n’agisse qu’une fois, je garde pendant environ { $hours } h une empreinte de l’appui, que personne ne peut relier à vous sans ma clé, avec le numéro de la mise à jour et le moment où le message a changé pour la dernière fois.
privacy-votes = Si vous appuyez sur 👍 ou 👎, je garde le vote { $days } au plus, avec la réponse, sa langue et le jour. À la place de votre identifiant et du message, je garde des empreintes que personne ne peut relier à vous sans ma clé. Vous pouvez changer ou retirer votre vote ; /forget efface tous les vôtres.
privacy-misses = Une question à laquelle je ne sais pas répondre, ou dont la réponse n’aide pas, est gardée { $days } au plus, avec sa langue, le genre de chat, la réponse la plus proche et son score, la façon dont elle a échoué, le jour et ce qu’on en a fait, mais ni qui l’a posée ni où. Les liens, les @noms, les adresses électroniques et les longs numéros en sont d’abord retirés. Si un bouton a été touché, une empreinte du message est gardée aussi. Si tous les 👎 sont retirés avant qu’elle ait été traitée, la question disparaît. Pour que personne ne m’en inonde, une empreinte de qui l’a posée l’accompagne jusqu’à la fin du jour (UTC) ; d’ici là, /forget efface aussi la question.
privacy-taught = La personne qui gère ce bot peut m’apprendre à reconnaître une telle question, sans ce qui en a été retiré, avec sa réponse, sa langue et le jour. Elle est gardée jusqu’à ce qu’on me la fasse oublier, ou qu’elle entre dans mes connaissances publiées.
privacy-counts = Je compte, pendant { $days } au plus, combien de questions ont mené à quoi, par jour, genre de chat, langue et réponse : des totaux, sans aucune question.
privacy-keys = Je garde aussi les clés des empreintes et de mes boutons, avec l’heure où elles ont été créées, et mon propre numéro. Cela ne dit rien de vous.

# Réglages d’un chat
command-settings = les réglages de ce chat
command-language = la langue de ce chat
settings-title = Réglages du groupe
settings-administrators = Seuls les administrateurs du groupe peuvent voir et changer ses réglages.
administrators-unknown = Je n’ai pas pu demander à Telegram si vous administrez ce groupe. Réessayez dans un instant.
settings-in-private = Régler en privé
settings-of-groups = Un groupe a ses propres réglages : un administrateur y envoie /settings, puis les change sur place ou ici.
settings-gone = Ce réglage n’existe plus. Envoyez /settings de nouveau.
settings-line = { $name } : { $value }
settings-language = Langue
settings-language-about = Je réponds dans la langue de la question. Quand la question ne la révèle pas, et pour tout le reste, je parle celle que vous choisissez ici ; sinon, celle de votre application.
settings-automatic = automatique
settings-ambient = Réponses spontanées
settings-ambient-about = Je peux répondre aussi à des questions posées à tout le groupe, sans m’être adressées, mais seulement si je suis très sûr de la réponse.
settings-cannot-read = Je ne peux pas lire les messages de ce groupe : seules les commandes, les mentions et les réponses me parviennent. Pour que je réponde sans être sollicité, nommez-moi administrateur du groupe, ou demandez à la personne qui gère ce bot de désactiver le mode de confidentialité dans @BotFather (/setprivacy), puis retirez-moi du groupe et ajoutez-moi de nouveau.
settings-articles = Articles
settings-articles-about = D’après quels articles dois-je répondre dans ce groupe ? Si vous n’en choisissez aucun, d’après tous, y compris les nouveaux.
settings-articles-all = tous
settings-articles-some = { $count } sur { $number }
settings-articles-gone = plus aucun
settings-articles-previous = Page précédente
settings-on = oui
settings-off = non
settings-repeat = Répétitions
settings-repeat-about = Si la réponse a déjà été donnée ici il y a peu, j’y renvoie au lieu de la répéter. Au bout de combien de temps puis-je la répéter ?
settings-no-wait = toujours
settings-minutes = { $count ->
    [one] après { $count } minute
   *[other] après { $count } minutes
}
settings-hours = { $count ->
    [one] après { $count } heure
   *[other] après { $count } heures
}
settings-days = { $count ->
    [one] après { $count } jour
   *[other] après { $count } jours
}

# Statistiques
stats-title = Statistiques : { $period } (UTC)
stats-period = { $first } – { $last }
stats-questions = { $count ->
    [0] Aucune question
    [one] { $count } question
   *[other] { $count } questions
}
stats-line = { $name } : { $number }
stats-line-share = { $name } : { $number } ({ NUMBER($share, style: "percent") })
stats-number = { $number }
stats-outcomes = Ce qu’elles ont donné
stats-answer = une réponse
stats-choose = un choix
stats-abstain = aucune réponse trouvée
stats-misses = Posées en vain : { NUMBER($share, style: "percent") }
stats-open = à revoir
stats-places = Où elles ont été posées
stats-private = en privé
stats-group = dans des groupes
stats-ambient = dans des groupes, sans m’être adressées
stats-guest = en mode invité
stats-languages = Langues
stats-beside = Non comptés comme questions
stats-inline = requêtes intégrées
stats-button = réponses par bouton
stats-edit = questions corrigées
stats-silent = messages sans réponse
stats-votes = Votes
stats-entry = { $number } × { $name }
stats-vote = { $name } 👍 { $count } 👎 { $number }
stats-days = { $count ->
    [one] Le dernier jour : { $number }
   *[other] Les { $count } derniers jours : { $number }
}
stats-entries = Les réponses les plus lues
stats-by-day = Questions par jour (UTC)
stats-no-picture = Avec l’option plot installée, j’en fais aussi une image.
stats-which-days = Donnez un nombre de jours de 1 à { $count } : /stats 7

# Discrétion dans les groupes
pointer = Réponse juste au-dessus.
pointer-named = la réponse est juste au-dessus.
too-much = Cela fait beaucoup de questions à la fois. Je répondrai de nouveau dans un moment.
