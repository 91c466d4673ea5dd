# Words of the interface in French.

month = { $month ->
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
date = { $day } { $month ->
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

# Attribution
original = en { $language }
translation = Traduction : { $text }
language-fr = français
language-en = anglais
language-ru = russe
language-uk = ukrainien
said-quote = cité mot pour mot
said-quote-via = cité par { $outlet }
said-paraphrase = propos résumés par l’article
said-paraphrase-via = propos relayés par { $outlet }
told = L’article le rapporte, sans citer personne
told-via = Rapporté par { $outlet }
source = Source : { $title } · { $date } · { $count ->
    [one] paragraphe { $paragraphs }
   *[other] paragraphes { $paragraphs }
}
source-without-date = Source : { $title } · { $count ->
    [one] paragraphe { $paragraphs }
   *[other] paragraphes { $paragraphs }
}

# Dialogue
choose = Que vouliez-vous savoir ?
none-of-these = Rien de tout cela
rejected = D’accord. L’article ne répond donc pas à cette question.
abstain = L’article ne répond pas à cette question.
abstain-near = L’article ne répond pas à cette question. Il répond à celles-ci :
abstain-short = L’article n’en dit rien.
not-served = Je ne parle pas cette langue ; je réponds en { $language }.
no-words = Posez votre question avec des mots : je cherche la réponse dans l’article.
stale = Cette question n’existe plus. Posez-la de nouveau.

# Browsing
topics-title = Les sujets de l’article
topics-button = Tous les sujets
people-title = Les personnes citées
people-button = Qui a dit quoi ?
statements = { $count ->
    [one] { $count } déclaration
   *[other] { $count } déclarations
}
next-page = Suite
previous-page = Retour
sources-title = Les sources
source-date = Faits du { $date } ; le texte ne donne pas l’année
source-full-date = Date : { $date }
source-no-date = Le texte n’est pas daté
source-publisher = Éditeur : { $publisher }
source-no-publisher = Éditeur : le texte ne le nomme pas
source-place = Lieu : { $place }
source-outlets = Médias cités par l’article : { $outlets }
source-no-outlets = L’article ne cite aucun média
source-entries = { $entries ->
    [one] { $entries } réponse
   *[other] { $entries } réponses
} écrites et vérifiées à la main, d’après { $sentences ->
    [one] { $sentences } phrase
   *[other] { $sentences } phrases
} numérotées

# Help
welcome = Je réponds aux questions sur un article de presse, et je dis toujours qui l’a dit, où, et qui l’a relayé. Quand l’article ne dit rien, je le dis aussi.
welcome-articles = { $count ->
    [one] L’article :
   *[other] Les articles :
}
help-examples = Essayez par exemple :
help-commands = Commandes
command-ask = poser une question
command-topics = parcourir les sujets
command-who = qui a dit quoi
command-sources = d’où viennent les réponses
command-help = cette aide
command-quit = quitter
unknown-command = Je ne connais pas la commande { $command }. /help les énumère.
terminal-prompt = Votre question
terminal-no-button = Aucun bouton ne porte le numéro { $number }.

# Boutons, mode intégré
remove-button = Retirer
not-yours = Seule la personne qui a posé la question, ou un administrateur, peut le faire.
not-removed = Telegram ne me laisse pas retirer ce message.
inline-button = Poser la question en privé

privacy-title = Ce que je garde
privacy-messages = Votre message est enregistré jusqu’à ce que j’y aie répondu, moins d’une seconde d’ordinaire ; puis son texte est effacé. Si la réponse échoue, il est gardé sept jours, pour que la personne qui m’exploite en trouve la cause.
privacy-replies = Pendant deux jours, je garde lequel de mes messages répond auquel des vôtres, par leurs numéros et celui du chat, avec une empreinte de la question qui n’en révèle pas les mots : je peux ainsi corriger ma réponse si vous corrigez la question.
privacy-chats = D’un chat, je garde par son numéro si je lui ai dit qu’il me faut des mots et s’il me laisse écrire. Ni votre nom ni votre identifiant ne sont enregistrés. Les boutons d’un groupe portent l’identifiant de qui a posé la question, et c’est Telegram qui les garde.
privacy-logs = Mes journaux ne contiennent ni vos mots ni votre nom.
privacy-contact = Pour joindre la personne qui me fait fonctionner : { $contact }
command-privacy = ce que je garde

unknown-sends = { $count ->
    [one] Une réponse est peut-être arrivée, ou peut-être pas : la connexion s’est rompue ou j’ai été arrêté à ce moment-là. Je ne la renvoie pas, pour qu’elle n’arrive pas deux fois.
   *[other] { $count } réponses sont peut-être arrivées, ou peut-être pas : la connexion s’est rompue ou j’ai été arrêté à ce moment-là. Je ne les renvoie pas, pour qu’elles n’arrivent pas deux fois.
}
