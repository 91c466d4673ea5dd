"""French questions; the package docstring tells the format."""

GENERAL: str = """
Comment tu vas aujourd'hui ?
Raconte-moi une blague
Qu'est-ce que tu sais faire ?
Tu es un robot ou un humain ?
Qui t'a programmé ?
Je m'ennuie, parle avec moi
Tu parles espagnol ?
Écris un poème pour ma sœur
C'est quoi ton film préféré ?
Bonne nuit et fais de beaux rêves
Quel temps fera-t-il demain ?
Comment cuire du riz ?
Quelle est la capitale de l'Australie ?
Quelle est la hauteur de l'Everest ?
Qui a peint la Joconde ?
Quand les dinosaures ont-ils disparu ?
Combien de planètes y a-t-il ?
Quelle est la racine carrée de 144 ?
Qui a écrit Les Misérables ?
À quelle distance est la Lune ?
Que veut dire photosynthèse ?
Quel est le plus long fleuve du monde ?
Qui a gagné le match hier soir ?
Quand sort la prochaine saison de la série ?
Combien vaut le bitcoin ?
Combien coûte le litre d'essence en ce moment ?
La banque centrale a-t-elle relevé ses taux ?
Les trains roulent-ils pendant la grève ?
Combien de victimes le séisme a-t-il faites ?
Qui est le nouveau champion de Formule 1 ?
Quand a lieu la rentrée scolaire ?
L'ouragan a-t-il atteint la côte ?
Quel parti est en tête des sondages en Allemagne ?
Qu'a décidé le tribunal dans le procès pour corruption ?
Où acheter des chaussures pas chères ?
Comment réinitialiser mon mot de passe ?
Conseille-moi un bon restaurant
C'est quoi un petit déjeuner équilibré ?
Comment perdre du poids ?
Y a-t-il une pharmacie ouverte près d'ici ?
À quelle heure ferme le musée ?
Quel téléphone choisir ?
"""

ABOUT_SOMEBODY: str = """
Quel âge a {} ?
Où est né {} ?
{}, c'est marié ?
Combien gagne {} ?
Pourquoi {} a démissionné ?
Où va voyager {} ensuite ?
Est-ce que {} a présenté des excuses ?
Est-ce que {} a remercié les pompiers ?
De quoi {} a le plus peur ?
Qui a menacé {} ?
Est-ce que {} a été arrêté ?
Est-ce que {} a promis une récompense ?
Est-ce que {} a été blessé ?
Que pensent les voisins de {} ?
Qui {} soupçonne ?
Est-ce que {} a invité le pape ?
Quelle école a fréquentée {} ?
Combien mesure {} ?
Est-ce que {} a gagné les élections ?
Qui va succéder à {} ?
"""
