"""French templates; the package docstring tells the format."""

ANSWERS = {
    "quote": "{name}{role} a déclaré : « {quote} »{via}.",
    "paraphrase": "Selon {name}{role}, dans les termes de l’article : « {quote} »{via}.",
    "reported": "L’article écrit : {name}{role} « {quote} »{via}.",
    "report": "L’article rapporte : « {quote} »{via}.",
    "overview": "Plusieurs propos, dans l’article, viennent de : {name}{role}. Par exemple : « {quote} ».",
    "speakers": "S’expriment dans l’article : {name}.",
    "outlet": "{name} relaie notamment : « {quote} ».",
    "summary": "L’article porte sur ceci : « {quote} ».",
}
VIA = ", propos relayés par {via}"
ARTICLE = "l’article"
OWN = """
question: Que dit {name} sur {matter} ?
question: Que sait-on sur {matter} ?
question: Qui s’exprime sur {matter} ?
question: Que rapporte-t-on sur {matter} ?
keywords: {words}
keywords: {name} {words}
keywords: {matter}
colloquial: il dit quoi {name} sur {matter}
colloquial: c quoi l'histoire avec {matter}
claim: C’est vrai ce que dit {name} sur {matter} ?
claim: Il paraît qu’il y a du nouveau sur {matter}.
oblique: Et la {ordinal} phrase ?
"""
FOREIGN = """
question: Que dit {name} sur « {quote} » ?
question: Que lit-on sur le thème « {quote} » ?
question: Qui s’exprime sur le thème « {quote} » ?
keywords: {words}
keywords: {name} {words}
keywords: {quote}
colloquial: {name} il dit quoi sur « {quote} »
claim: C’est vrai ce que dit {name} sur « {quote} » ?
claim: On raconte ceci, avec {name} : « {quote} ».
oblique: Et la {ordinal} phrase ?
"""
OF_DETAIL = {
    "person": """
question: Qui s’est exprimé sur {matter} ?
keywords: qui {words}
colloquial: c’est qui qui parle de ça, {matter}
""",
    "outlet": """
question: Quel média a rapporté cela sur {matter} ?
keywords: quel journal {words}
keywords: source {words}
""",
    "time": """
question: Quand était-ce, {matter} ?
keywords: quand {words}
keywords: date {words}
colloquial: c’était quand {matter}
""",
    "place": """
question: Où était-ce, {matter} ?
keywords: où {words}
keywords: lieu {words}
colloquial: c’était où {matter}
""",
    "number": """
question: Quel nombre donne l’article sur {matter} ?
question: Combien {of}{noun} ?
keywords: combien {words}
keywords: nombre {words}
colloquial: c’est combien {matter}
colloquial: y a combien {of}{noun}
""",
    "duration": """
question: Combien de temps, {matter} ?
keywords: combien de temps {words}
keywords: durée {words}
colloquial: ça dure combien de temps {matter}
""",
    "reason": """
question: Pourquoi {matter} ?
keywords: pourquoi {words}
keywords: raison {words}
""",
}
TRANSLATED = """
keywords: {words}
keywords: {name} {words}
"""
DETAIL_TRANSLATED = {
    "person": "keywords: qui {words}",
    "outlet": "keywords: quel journal {words}",
    "time": "keywords: quand {words}\nkeywords: date {words}",
    "place": "keywords: où {words}\nkeywords: lieu {words}",
    "number": "keywords: combien {words}\nkeywords: nombre {words}",
    "duration": "keywords: combien de temps {words}\nkeywords: durée {words}",
    "reason": "keywords: pourquoi {words}\nkeywords: raison {words}",
}
OF_SPEAKER = """
question: Qu’a dit {name} ?
question: Que dit {name} dans l’article ?
question: Quelle est la position de ceci : {name} ?
keywords: {name}
keywords: déclarations {name}
keywords: {name} citation
colloquial: il a dit quoi {name}
colloquial: {name} raconte quoi
claim: C’est vrai que {name} a parlé ?
claim: Il paraît que {name} s’est exprimé publiquement.
oblique: Et à partir de la {ordinal} phrase ?
"""
OF_SOMEBODY = """
question: Qui est {name} ?
"""
OF_ROLE = """
question: Qu’a dit {role} ?
question: Que dit {role} ?
keywords: {role}
colloquial: il a dit quoi {role}
claim: C’est vrai ce que dit {role} ?
"""
OF_BODY = """
question: Que dit {body} ?
question: Qui parle au nom {of_body} ?
keywords: {body}
colloquial: et {body} ça dit quoi
claim: C’est vrai ce que dit {body} ?
"""
OF_SPEAKERS = """
question: Qui s’exprime dans l’article ?
question: Qui est cité ?
question: Quelles sont les personnes citées ?
keywords: personnes citées
keywords: liste des intervenants
colloquial: y a qui qui parle là-dedans
claim: C’est vrai que plusieurs personnes sont citées ?
oblique: Combien de voix entend-on ?
"""
OF_OUTLET = """
question: Que rapporte {name} ?
question: Qu’a-t-on dit à {name} ?
question: Que relaie {name} ?
keywords: {name}
keywords: {name} source
colloquial: ils disent quoi chez {name}
claim: C’est vrai que {name} en a parlé ?
oblique: Et autour de la {ordinal} phrase ?
"""
OF_SUMMARY = """
question: De quoi parle l’article ?
question: Que s’est-il passé ?
question: Quel est le sujet ?
question: Quel est le résumé ?
keywords: résumé
keywords: sujet de l’article
colloquial: c quoi le sujet
claim: Il s’est passé quelque chose, c’est vrai ?
oblique: En bref, ça donne quoi ?
"""
TOPICS = {"overview": "En bref", "statements": "Qui a dit quoi", "facts": "Les faits"}
ABOUT_SOMETHING = """
Qui dirige {matter} ?
Qui a fondé {matter} ?
Qui a construit {matter} ?
Combien a coûté {matter} ?
Qui possède {matter} ?
Qui a filmé {matter} ?
Quelle amende est prévue pour {matter} ?
Qui a financé {matter} ?
Qui assure {matter} ?
Qui a dessiné {matter} ?
Qui dirigeait {matter} auparavant ?
Quelle chanson évoque {matter} ?
Qui veut vendre {matter} ?
Combien de personnes travaillent pour {matter} ?
"""
OUT_OF_SCOPE = """
Combien tout cela a-t-il coûté ?
Qui va payer ?
Quel temps faisait-il ce jour-là ?
Que s’est-il passé l’année précédente ?
Y aura-t-il un procès ?
Qui a écrit cet article ?
Qu’en pensent les voisins européens ?
Quelle est la réaction des marchés ?
Une pétition a-t-elle été lancée ?
Quel est l’avis du pape ?
Que disent les sondages ?
Combien de personnes travaillent là-bas ?
Que dit la loi américaine ?
Y a-t-il une vidéo de la scène ?
Qui est le propriétaire du bâtiment ?
À quelle heure ferme le guichet ?
Quel numéro de téléphone appeler ?
Quelle école ont-ils fréquentée ?
Qui a gagné les dernières élections ?
Quels sont les horaires des trains ?
Comment s’inscrire ?
Où acheter des billets ?
"""
