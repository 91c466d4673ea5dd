"""French utterances; the package docstring tells the format."""

COURTESY: str = """
greeting: bonjour, bonsoir, salut, coucou, hello, hey, yo, wesh, rebonjour, re bonjour, bjr, bsr, slt, cc, kikou
greeting: hola, bon matin, bien le bonsoir, salam aleykoum, salam alaykoum, salutations, bien le bonjour, salam
greeting: enchanté, enchantée, bonjour à tous, salut tout le monde, hi
wellbeing: ça va, comment ça va, comment vas-tu, comment tu vas, comment allez-vous, vous allez bien, tu vas bien
wellbeing: quoi de neuf, ça roule, la forme, comment va, ça gaze, bien ou bien, ça va et toi, tu fais quoi
thanks: merci, merci beaucoup, merci bien, mille mercis, merci infiniment, grand merci, un grand merci, mci, thx
thanks: thanks, merci pour la réponse, merci pour ta réponse, merci pour votre réponse, merci pour les infos
thanks: merci pour l'info, merci pour ton aide, merci pour votre aide, merci pour tout, je te remercie
thanks: je vous remercie, remerciements, mrc, cimer, merki, merci à vous, merci bien à vous, je vous en remercie
thanks: c'est gentil, c'est sympa, merci d'avance, merci pour la précision, merci pour ces précisions
thanks: c'est noté merci
farewell: au revoir, à bientôt, à plus, à plus tard, à demain, à toute, à tout à l'heure, à la prochaine, ciao, bye
farewell: bonne journée, bonne soirée, bonne nuit, bon week-end, bon après-midi, bonne continuation, adieu, bisous
farewell: tchao, à la revoyure, à tantôt, je file, à tchao, tchuss, salut à la prochaine, bonne fin de journée
farewell: bonne fin de soirée, je te laisse, je vous laisse, biz, @+, a plus
praise: bravo, super, génial, excellent, parfait, top, au top, nickel, impeccable, bien joué, tu gères, tu assures
praise: bon bot, bon travail, beau travail, bon boulot, beau boulot, trop bien, trop fort, formidable, extra
praise: chapeau, t'es le meilleur, tu es le meilleur, t'es génial, tu es génial, vous êtes génial, j'adore
praise: je t'aime, cool, très utile, c'est très utile, super utile, très clair, c'est clair, bonne réponse
praise: super réponse, bien répondu, travail, excellent travail, pas con, t'assures grave, t'assures, au poil, fun
praise: l'fun, c'est le fun, du bon boulot, pas mal, c'est super, c'est génial, c'est parfait, félicitations
praise: tu es super, t'es super, magnifique, merveilleux, tu es intelligent, t'es intelligent, t'es trop fort
praise: tu es trop fort, efficace, bien vu, top du top, impressionnant
insult: nul, t'es nul, tu es nul, c'est nul, bot nul, débile, idiot, crétin, imbécile, con, connard, abruti
insult: tu sers à rien, tu ne sers à rien, ça sert à rien, inutile, bot inutile, pourri, bot pourri, naze, à chier
insult: merde, ta gueule, ferme-la, la ferme, va te faire voir, va te faire foutre, casse-toi, dégage, fous le camp
insult: tais-toi, niaiseux, osti, de merde, sale, vous ne servez à rien, tu ne sers vraiment à rien, servez à rien
insult: sers à rien, foutre, stupide, bête, t'es bête, tu es bête, tu comprends rien, tu ne comprends rien
insult: t'as rien compris, n'importe quoi, tu racontes n'importe quoi, mauvais bot, sale bot, poubelle, lamentable
insult: incompétent, minable, fdp, ntm, tg, bouffon, tu me saoules, ça me saoule, fait chier, tu fais chier
insult: espèce de, machine stupide, pauvre type, conneries
reaction: mouais, ouaip, ok, okay, oki, d'accord, dac, oui, ouais, yep, entendu, ça marche, compris, j'ai compris
reaction: je vois, bien reçu, ah, ah bon, ah ok, ah oui, oh, olala, oh là là, waouh, wow, oups, aïe, pff, hum, hmm
reaction: tiens, non, nan, si, bof, lol, mdr, mdrr, ptdr, xd, xptdr, jpp, rire, mort de rire, trop drôle
reaction: c'est drôle, c'est fou, incroyable, omg, dommage, tant pis, tant mieux, c'est noté, noté, bien sûr
reaction: exactement, voilà, pas de souci, pas de problème, tkt, désolé, désolée, pardon, excuse-moi, excusez-moi
reaction: dsl, de rien, je t'en prie, je vous en prie, avec plaisir, bon appétit, bonne chance, bon courage
reaction: bonne année, joyeux noël, joyeux anniversaire, bon anniversaire, bonne fête, test, essai, ça alors
reaction: intéressant, c'est intéressant, rien, rien merci, laisse tomber, oublie, attends, bien
bot: t ki toi, t qui toi, t'es un bot, tu es un bot, êtes-vous un bot, es-tu un bot, tu es un robot, t'es un robot
bot: es-tu un robot, es-tu humain, vous êtes un robot, vous êtes un bot, êtes-vous un robot, tu es humain
bot: t'es humain, êtes-vous humain, tu es réel, t'es une ia, tu es une ia, es-tu une ia, êtes-vous une ia
bot: vous êtes une ia, t'es chatgpt, tu es chatgpt, es-tu chatgpt, qui es-tu, t'es qui, tu es qui, qui êtes-vous
bot: vous êtes qui, c'est un bot, je parle à un robot, je parle à un humain, comment tu t'appelles
bot: comment t'appelles-tu, tu t'appelles comment, quel est ton nom, c'est quoi ton nom, ton nom, il y a quelqu'un
bot: y a quelqu'un, je parle à une machine, tu es une personne, t'es une vraie personne, t'es vivant, t'es là
bot: vraie personne, t'es quoi, tu es quoi, t'es qui toi, tu réponds à qui, une vraie personne
bot: est-ce que tu es un robot, est-ce que tu es humain, est-ce que tu es un bot, est-ce que tu es une ia
bot: je parle à un bot, je parle à une ia, est-ce une ia, c'est une ia, un robot, un bot, tu es une machine
bot: humain ou robot
maker: qui ta codé, qui ta créé, qui ta fait, qui t'a pondu, c'est qui ton daron, qui t'a créé, qui t'a fait
maker: qui t'a programmé, qui t'a codé, qui t'a développé, qui t'a conçu, qui t'a inventé, qui est ton créateur
maker: c'est qui ton créateur, ton créateur, ton développeur, qui est derrière toi, qui te gère
maker: avez-vous été développé, tu appartiens à qui, t'appartiens à qui, ton daron, qui vous a développé
maker: qui vous a créé, qui vous a fait, qui vous a programmé, par qui es-tu développé, qui a fait ce bot
maker: qui a créé ce bot, qui a codé ce bot, qui a programmé ce bot, d'où tu viens, d'où viens-tu, qui te contrôle
maker: pour qui tu travailles
help: aide, aide-moi, aidez-moi, à l'aide, besoin d'aide, j'ai besoin d'aide, que sais-tu faire, tu sais faire quoi
help: que peux-tu faire, tu peux faire quoi, qu'est-ce que tu sais faire, qu'est-ce que tu peux faire
help: tu sers à quoi, à quoi tu sers, à quoi sers-tu, comment ça marche, comment tu marches, comment tu fonctionnes
help: comment ça fonctionne, comment t'utiliser, mode d'emploi, help, comment poser une question
help: que puis-je te demander, je peux te demander quoi, qu'est-ce que je peux te demander
help: sur quoi je peux te poser des questions, menu, commandes
praise: c'est rapide, t'es rapide, quelle rapidité, quelle vitesse, c'était rapide, ultra rapide, j'adore ce truc
praise: j'adore ce bot, j'aime ce bot, j'aime ce truc, trop bien ce truc, trop bien ce bot, super truc
insult: va te faire voir, va te faire foutre, mens pas, ne mens pas, arrête de mentir, lâche-moi, la ferme
reaction: pardon, excusez-moi, excuse-moi, je vous prie de m'excuser, mes excuses, oh là là, ben dis donc
bot: je parle à un humain ou à une machine, un humain ou une machine, je parle à un humain, je parle à un robot
bot: je parle à une machine, je parle à un bot, je parle à une personne, humain ou machine, humain ou robot
bot: humain ou bot, est-ce que je parle à un humain, est-ce que je parle à une machine, c'est un humain qui répond
bot: c'est une personne qui répond
maker: quel génie t'a fait, quel idiot t'a fait, quel génie t'a créé, qui t'a codé, qui t'a pondu, qui t'a écrit
maker: qui t'a programmé, qui t'a inventé
greeting: bonjour tout le monde, salut les gens, salut toi, coucou toi, hey toi, bonjour bonjour, salut salut
greeting: coucou coucou, bonne matinée, bon début de journée, me revoilà, me revoici, je suis de retour
greeting: c'est encore moi, c'est moi, re, rebonsoir, re bonsoir, hellow, heyy, hep, ohé, allô, bien ou quoi
greeting: salut la compagnie, la compagnie, bonjour à vous, bonsoir à vous, mes hommages, yop, plop, tcho
greeting: salut la team, bonjour la team, bonsoir la team, namaste, hallo, buongiorno, ola, wassup, yoo, salut poto
greeting: wesh la famille, selam, azul
wellbeing: ça va bien, tu vas bien aujourd'hui, comment allez-vous aujourd'hui, comment ça va aujourd'hui, ça va toi
wellbeing: et toi, et vous, comment se passe ta journée, bien dormi, t'as bien dormi, tu as bien dormi, quoi de beau
wellbeing: quelles nouvelles, la pêche, ça boume, comment tu te sens, ça se passe, comment ça se passe, tout va bien
wellbeing: tout roule, ça dit quoi, cv, sa va, sava, bien et toi, bien et vous
thanks: merci mille fois, merci du fond du cœur, merci à toi, merci mon ami, merci l'ami, merci chef
thanks: merci pour l'explication, merci pour ces infos, merci pour les explications, merci pour tes réponses
thanks: merci pour vos réponses, merci pour cette réponse, merci de ta réponse, merci de votre réponse
thanks: merci de ton aide, merci de votre aide, merci quand même, merci pour rien, c'est très gentil, trop gentil
thanks: trop aimable, c'est aimable, bien aimable, très aimable, je te dois une fière chandelle, tu me sauves
thanks: tu m'as bien aidé, tu m'as aidé, ça m'aide beaucoup, ça aide, ça m'aide, reconnaissant, reconnaissante
thanks: gracias, danke, thank you, ty, grazie, merciii, mercii, meci, mersi, mercy, remerci, merci encore
thanks: encore merci, mille fois merci, un immense merci, immense merci, merci énormément, merci vraiment, gros merci
thanks: merci du coup, merci pour le coup de main, merci pour le partage, merci pour votre travail
thanks: merci pour ton travail, merci pour ta patience, merci de m'avoir répondu, merci d'avoir répondu
thanks: c'est ce que je voulais savoir, c'est tout ce que je voulais savoir, ça répond à ma question
thanks: tu as répondu à ma question
farewell: à plus dans le bus, à la semaine prochaine, à lundi, à ce soir, à tout de suite, à tout bientôt
farewell: à un de ces jours, au plaisir, allez salut, allez bye, allez ciao, allez à plus, bon dimanche
farewell: bonnes vacances, bon voyage, bonne route, bonne semaine, bonne fin de semaine, bon repos
farewell: fais de beaux rêves, beaux rêves, dors bien, dormez bien, bonne nuitée, nuit, prends soin de toi
farewell: prenez soin de vous, porte-toi bien, portez-vous bien, je dois y aller, j'y vais, je m'en vais, je pars
farewell: je vais dormir, je vais me coucher, dodo, à demain matin, see you, bybye, bye bye, tchô, adios
farewell: hasta la vista, sayonara, ciao ciao, bisou, bises, gros bisous, la bise, des bisous, cordialement
farewell: bien à toi, bien à vous, bonne fin de week-end, bon aprèm, bonne aprèm, bonne soirée à toi
farewell: bonne journée à toi, bonne nuit à toi, à toi aussi, à vous aussi, pareillement, toi aussi, vous aussi
farewell: de même, à plus tard dans la journée, on se reparle, on se revoit, on se capte
praise: gentil, t'es gentil, tu es gentil, vous êtes gentil, sympa, t'es sympa, tu es sympa, c'est top, trop top
praise: trop cool, trop stylé, stylé, la classe, trop classe, quelle classe, au top du top
praise: génialissime, c'est énorme, mortel, de la balle, ça déchire, tu déchires, ça tue, tu tues, chanmé
praise: grandiose, sublime, splendide, fantastique, remarquable, épatant, bluffant, c'est bluffant, bluffé
praise: je suis bluffé, je suis impressionné, impressionné, quel talent, quel génie, génie, t'es un génie
praise: tu es un génie, un génie, t'es un amour, t'es un as, t'es au top, tu es au top, t'es top, tu es top
praise: vous êtes top, vous êtes super, t'es cool, tu es cool, t'es trop cool, t'es pratique, tu es pratique, pratique
praise: très pratique, c'est pratique, t'es utile, tu es utile, tu m'es utile, vous êtes utile, utile, c'est utile
praise: super bot, bot super, gentil bot, brave bot, le meilleur bot, meilleur bot, le meilleur, les meilleurs
praise: la meilleure, t'es les meilleur, super boulot, super travail, sacré boulot, sacré travail, bonne explication
praise: belle réponse, réponse parfaite, réponse claire, excellente réponse, très bonne réponse, très bien
praise: très bien ça, très très bien, c'est très bien, c'est bien, c'est bon ça, bien dit, bien ça, joli
praise: jolie réponse, pas mal du tout, pas mal du tout ça, j'aime, j'aime bien, j'aime beaucoup, j'aime bien ce bot
praise: je kiffe, j'kiffe, je t'adore, je t'aime bien, je suis fan, je suis conquis, validé, je valide, approuvé
praise: gg, bg, t'es bg, wp, well played, nice, good, good bot, good job, great, perfect, awesome, amazing
praise: love, love you, clair et net, clair et précis, précis et concis, concis, limpide, c'est limpide, super clair
praise: nickel chrome, parfait parfait, impec, royal, t'es un champion, t'es un chef, t'es le boss, le boss
praise: quelle machine, t'es une machine de guerre, tu m'impressionnes, tu m'épates, tu es brillant, brillant
praise: t'es malin, futé, t'es doué, tu es doué, intelligent, trop intelligent, merveilleux travail
praise: vive toi, vive ce bot, hourra, houra, youpi, yes, youhou, c'est beau, trop beau, mignon, t'es mignon
praise: trop mignon, adorable, t'es adorable, chouette, c'est chouette, sensationnel
insult: t'es con, tu es con, t'es con ou quoi, t'es vraiment con, con ou quoi, quel con, pauvre con, gros con
insult: espèce de con, espèce d'idiot, bande de nuls, t'es débile, tu es débile, t'es idiot, t'es stupide
insult: tu es stupide, t'es un idiot, t'es une merde, t'es de la merde, c'est de la merde, grosse merde, bot de merde
insult: bot à la con, robot de merde, nul à chier, t'es à chier, trop nul, trop naze, t'es naze, c'est naze
insult: t'es nulle, zéro pointé, nullissime, nullité, quelle nullité, c'est nul ça, vraiment nul, quel bot nul
insult: quel bot inutile, t'es inutile, tu es inutile, tu sers vraiment à rien, sert à rien, à rien, sans intérêt
insult: aucun intérêt, ça vaut rien, tu vaux rien, vous êtes nuls, vous êtes nul, tu m'énerves, tu m'agaces
insult: tu me gonfles, tu me fatigues, tu me soûles, tu soûles, tu saoules, relou, t'es relou, lourd, t'es lourd
insult: pénible, chiant, t'es chiant, tu es chiant, c'est chiant, tu pues, ça pue, pitoyable, ridicule, c'est ridicule
insult: t'es ridicule, honteux, c'est honteux, quelle honte, honte, la honte, affligeant, navrant, consternant
insult: catastrophe, catastrophique, horrible, dégueulasse, immonde, quelle daube, daube, c'est de la daube, camelote
insult: escroc, arnaque, sale menteur, raclure, ordure, pourriture, enfoiré, enculé, salaud, putain de bot
insult: fils de pute, nique ta mère, nique, va chier, va mourir, crève, meurs, va te faire, va au diable
insult: va jouer ailleurs, barre-toi, tire-toi, tais toi, ferme ta gueule, ftg, stfu, fuck, fuck you, fuck off
insult: lâche moi, laisse-moi, laisse-moi tranquille, fous-moi la paix, fiche-moi la paix, arrête ça
insult: ta mère, bâtard, tocard, guignol, bouffonne, âne, andouille, quel âne, quelle andouille, tête de noeud, boulet
insult: quel boulet, cassos, boloss, blaireau, cloporte, larbin, toutou, grille-pain, boîte de conserve
insult: tas de ferraille, machine inutile, machine débile, t'as un problème, tu bugues, tu bug, buggé, t'es cassé
insult: t'es bête ou quoi, mauvais, t'es mauvais, tu es mauvais, c'est mauvais, mauvaise réponse, réponse nulle
insult: réponse pourrie, trop bête, trop con, n'importe quoi ce bot, n'importe quoi toi, c'est n'importe quoi
insult: du grand n'importe quoi, tu dis n'importe quoi, à côté de la plaque, tu captes rien, tu piges rien
reaction: okok, ok ok, oki doki, okidoki, okey, okei, oké, ok ça marche, ok d'accord, ok super, ok parfait, ok compris
reaction: ok je vois, ok noté, d'ac, dacodac, dakodak, daccord, dacc, ça me va, bien entendu, évidemment, absolument
reaction: tout à fait, exactement ça, c'est ça, voilà c'est ça, effectivement, en effet, certes, sans doute, peut-être
reaction: probablement, je comprends, je comprends mieux, compris chef, capté, pigé, reçu, reçu cinq sur cinq
reaction: cinq sur cinq, c'est compris, bien compris, c'est bon, c'est bon pour moi, nickel ok, top ok, bien lu
reaction: ah d'accord, ah je vois, ah bah ok, ah bah voilà, ah voilà, ah super, ah cool, ah non, ah mince, mince, zut
reaction: flûte, mince alors, punaise, purée, la vache, fichtre, ben ça, ça par exemple, eh ben, eh bien, hé bien
reaction: ah ben, ah ben ça, oh non, oh oui, oh la vache, oh mon dieu, mon dieu, wouah, whaou, ouah, wahou, waw, waouw
reaction: ouf, pfiou, pffff, pfff, mouaif, mwais, mué, bof bof, moyen, moyen moyen, ouep, oué, oue, ui, yes ok
reaction: nope, nan merci, non merci, oui merci, oui oui, non non, si si, mais oui, mais non, ah mais oui, pas du tout
reaction: carrément, grave, clair, clairement, tellement, j'avoue, c'est pas faux, pas faux, dac dac
reaction: entendu merci, volontiers, avec joie, pourquoi pas, comme tu veux, comme vous voulez, peu importe, osef
reaction: balek, je m'en fous, m'en fiche, je m'en fiche, on s'en fout, on s'en fiche, rien à faire, rien à cirer
reaction: pas grave, c'est pas grave, ce n'est pas grave, aucun souci, aucun problème, sans souci, sans problème
reaction: pas de quoi, il n'y a pas de quoi, y a pas de quoi, y'a pas de quoi, de rien l'ami, je m'excuse
reaction: toutes mes excuses, mille excuses, scuse, 'scuse, sorry, navré, navrée, je suis désolé, je suis désolée
reaction: vraiment désolé, oups désolé, oups pardon, ma faute, c'est ma faute, au temps pour moi, autant pour moi
reaction: je me suis trompé, je me suis trompée, erreur de ma part, mauvaise manip, fausse manip, mauvais groupe
reaction: mauvaise conv, haha, héhé, hihi, ahah, ptdrr, mdr mort, je suis mdr, éclaté, éclatée, explosé de rire
reaction: rigolo, c'est rigolo, marrant, c'est marrant, trop marrant, hilarant, lol mdr, tu m'as fait rire
reaction: tu me fais rire, drôle, t'es drôle, tu es drôle, très drôle, bonne blague, meilleurs vœux, bonnes fêtes
reaction: joyeuses fêtes, joyeuses pâques, bonne fête des mères, bonne et heureuse année, bon réveillon, bon noël
reaction: joyeux noel, bon ramadan, aïd moubarak, bon rétablissement, soigne-toi bien, soigne-toi, à tes souhaits
reaction: à vos souhaits, tchin, félicitation, bienvenue, toutes mes condoléances, condoléances, bon vent
reaction: croisons les doigts, je croise les doigts, allez, allez courage, force à toi, t'inquiète
reaction: t'inquiète pas, tkt pas, ne t'inquiète pas, c'est triste, triste, tristesse, snif, c'est fou ça, fou
reaction: c'est dingue, dingue, truc de fou, truc de ouf, un truc de ouf, choqué, je suis choqué, étonnant
reaction: c'est étonnant, c'est surprenant, passionnant, c'est passionnant, étrange, bizarre, c'est bizarre
reaction: ça se comprend, ça fait sens, bonne question, bon à savoir, je savais pas, je ne savais pas, je sais pas
reaction: je ne sais pas, jsp, chais pas, j'sais pas, aucune idée, on verra, on verra bien, attends voir, une seconde
reaction: deux secondes, un instant
bot: tu dors, t'es réveillé, tu es là, vous êtes là, t'es toujours là, tu m'entends, tu me reçois, y'a quelqu'un
bot: il y a du monde, y a du monde, toc toc, allô il y a quelqu'un, c'est un vrai humain derrière, c'est un humain
bot: c'est un vrai humain, un vrai humain, vrai humain, t'es un vrai humain, tu es un vrai humain, t'es un humain
bot: tu es un humain, êtes-vous un humain, êtes-vous une vraie personne, es-tu réel, es-tu vivant, es-tu une machine
bot: t'es une machine, t'es un programme, tu es un programme, t'es un robot ou un humain, t'es humain ou robot
bot: t'es un bot ou un humain, tu es un bot ou un humain, robot ou humain, bot ou humain, ia ou humain
bot: c'est une intelligence artificielle, t'es une intelligence artificielle, intelligence artificielle
bot: tu es une intelligence artificielle, c'est chatgpt, chatgpt, gpt, c'est gpt, t'es gpt, tu utilises chatgpt
bot: c'est chatgpt derrière, tu es claude, t'es gemini, llm, c'est automatique, c'est automatisé, réponse automatique
bot: t'es qui au juste, qui es-tu au juste, t'es qui en fait, c'est quoi ce bot, c'est quoi toi
bot: tu es quel genre de bot, quel est ton petit nom, ton petit nom, ton prénom, quel est ton prénom
bot: comment vous appelez-vous, vous vous appelez comment, quel âge as-tu, t'as quel âge, tu as quel âge
bot: où habites-tu, tu habites où, t'habites où, t'es une fille ou un garçon, tu es un homme ou une femme
bot: as-tu des sentiments, tu as des sentiments, t'as des sentiments, tu ressens quoi, es-tu conscient
bot: tu es conscient, tu as une âme, tu manges quoi, tu dors la nuit
maker: qui t'a fabriqué, qui t'a construit, qui t'a entraîné, qui t'a mis là, qui sont tes créateurs
maker: qui sont tes développeurs, tes créateurs, tes développeurs, tes parents, ton papa, ta maman, c'est qui ton père
maker: c'est qui ta mère, ton maître, c'est qui ton maître, c'est qui ton patron, ton patron, c'est qui ton boss
maker: ton boss, qui est ton maître, qui est ton patron, qui est ton développeur, c'est qui ton développeur
maker: qui est le développeur, qui te paie, qui te finance, qui est derrière ce bot, qui est derrière tout ça
maker: qui gère ce bot, qui s'occupe de ce bot, qui a développé ce bot, qui a conçu ce bot, qui a fabriqué ce bot
maker: à qui appartient ce bot, c'est le bot de qui, t'es à qui, tu es à qui, tu viens d'où, t'as été créé par qui
maker: tu as été créé par qui, par qui as-tu été créé, par qui tu as été créé, par qui t'as été créé
maker: t'as été fait par qui, tu as été fait par qui, t'as été codé par qui, t'es fait par qui, quelle boîte t'a créé
maker: quelle entreprise t'a créé, quelle société t'a créé, tu bosses pour qui, tu travailles pour qui
maker: pour qui travailles-tu
greeting: ravi de te rencontrer, ravi de vous rencontrer, ravie de te rencontrer, content de te voir
greeting: content de te rencontrer, contente de te voir, heureux de te voir, heureux de faire ta connaissance
greeting: enchanté de te connaître, me revoilà, c'est encore moi, re bonjour, re salut, coucou c'est moi
greeting: bien le bonsoir, bonne matinée, bon matin, salut la compagnie, salut la team, bonjour la team, yo la team
greeting: bonjour à toutes et à tous, salam, hola, wesh wesh, wesh la famille, y a quelqu'un, tu es là, t'es là
wellbeing: tu te portes bien, tout va bien pour toi, ça boume, ça gaze, quoi de beau, quoi de bon, bien ou bien
wellbeing: bien ou quoi, tu vas comment, comment tu te sens, bien dormi, la pêche, tu tiens le coup
wellbeing: ta journée se passe bien, pas trop fatigué
thanks: merci pour tout, merci du coup de main, merci pour le coup de main, merci pour ton aide, merci de ton aide
thanks: merci pour votre aide, merci pour les infos, merci pour l'explication, merci pour les précisions
thanks: merci pour ces précisions, merci de la réponse, merci pour cette réponse, je te remercie, je vous remercie
thanks: remerciements, grand merci, merci encore, encore merci, un énorme merci, merci à toi, merci à vous
thanks: tu me sauves, c'est sympa de ta part, c'est gentil de ta part, trop gentil, trop sympa, trop aimable, mici
thanks: merki, tks, tyvm
praise: tu gères, tu déchires, tu assures, t'assures grave, t'es au top, tu es au top, t'es le meilleur, tu es génial
praise: t'es génial, t'es trop fort, tu es trop fort, bien vu, bien envoyé, beau travail, bon travail, joli
praise: jolie réponse, belle réponse, bonne réponse, réponse parfaite, très utile, super utile, très clair
praise: hyper clair, clair et net, efficace, rapide et efficace, au top, trop stylé, stylé, la classe, énorme
praise: magnifique, formidable, extra, extraordinaire, fantastique, c'est top, c'est génial, c'est super
praise: c'est impressionnant, pas mal, pas mal du tout, j'aime bien, j'aime beaucoup, je kiffe, un sans faute
praise: sans faute, dix sur dix, c'est carré, carré
reaction: bof, bof bof, mouais, mouais bof, moyen, pas ouf, pas fou, couci-couça, comme ci comme ça, pas top
reaction: sans plus, peut mieux faire, sérieux, sérieusement, ah ouais, ah bon, ah oui d'accord, eh ben, eh bien
reaction: ben dis donc, dis donc, la vache, punaise, mince alors, dommage, tant pis, tant mieux, zut, aïe, ouf
reaction: oups pardon, je vois, je comprends, j'ai compris, c'est compris, bien compris, bien reçu, reçu, pigé
reaction: c'est clair, ça marche, ça roule, ok d'acc, okay merci, pas de souci, pas de problème, aucun souci
reaction: t'inquiète, c'est pas grave, pas grave, au temps pour moi, autant pour moi, mea culpa, je plaisante
reaction: je rigole, je blague, c'était une blague
insult: t'es bête, tu es bête, t'es con, t'es trop con, t'es bidon, c'est bidon, bidon, bot bidon, t'es pourri
insult: c'est pourri, nullissime, t'es une merde, tu crains, ça craint, tu pues, boloss, bouffon, clown
insult: t'es un clown, gros naze, naze, t'es naze, c'est naze, ferme-la, ta gueule, ferme ta gueule, dégage
insult: barre-toi, tire-toi, va mourir, va te faire, va te faire foutre, fous-moi la paix, fiche-moi la paix
insult: lâche-moi, tu m'énerves, tu me saoules, tu m'agaces, tu me gonfles, tu me fatigues, arrête tes conneries
insult: arrête de mentir, tu mens, menteur, sale menteur, t'es un menteur, incapable, bon à rien, t'es à la ramasse
insult: t'es à côté de la plaque, réponse pourrie, réponse nulle, c'est n'importe quoi, grosse daube, quelle daube
insult: quelle merde, quelle arnaque
farewell: je file, je dois filer, je dois y aller, faut que j'y aille, je vais dormir, je vais me coucher
farewell: à la revoyure, à tout à l'heure, à toute, à plus tard, à ce soir, à lundi, bonne soirée à tous
farewell: bonne journée à tous, bonne journée à toi, bonne nuit à toi, fais de beaux rêves, beaux rêves
farewell: prends soin de toi, porte-toi bien, la bise, bises, bisous, biz, bon courage, bonne route, bon dimanche
farewell: bonne fin de journée, bon après-midi, bonnes vacances, on se revoit bientôt, à un de ces quatre, adieu
bot: c'est quoi ton rôle, quel est ton rôle, c'est quoi ton job, c'est quoi ton boulot, tu fonctionnes comment
bot: tu marches comment, comment tu fonctionnes, comment tu marches, comment fonctionnes-tu, tu te moques de moi
bot: tu te fous de moi, tu te fiches de moi, tu te paies ma tête, raconte une blague, raconte-moi une blague
bot: fais-moi rire, une blague, chante une chanson, tu sais chanter, tu as des sentiments, tu as un cœur
bot: tu manges quoi, tu dors quand
reaction: je m'ennuie, je m'ennuie trop, je m'emmerde, je suis fatigué, je suis crevé, chui crevé
reaction: de rien, y a pas de quoi, je t'en prie
"""

LANGUAGES: str = """
langue, langues, changer de langue, change de langue, la langue, quelles langues, français, francais, en français
en français stp, parle français, parlez français, tu parles français, parles-tu français, parlez-vous français
tu parles quelles langues, quelles langues parles-tu, quelle langue parles-tu, anglais, en anglais, russe, en russe
ukrainien, en ukrainien, parle anglais, tu parles anglais, parles-tu anglais, réponds en français, langue française
"""

POINTING: str = """
truth: vrai, vraie, vrais, vérité, exact, faux, fausse, correct, confirmé, confirmer, confirmes, confirmez, confirme
truth: vraiment, sérieux, sérieusement, info ou intox, intox, fake, fake news, mensonge, canular, pipeau, bidon, sûr
truth: certain, sans déconner, sans blague, pour de vrai, véridique, avéré, fiable, vérifié, vérifier, vérifie
truth: vérifiez, info, tu jures, sûr de ça, réel, réelle, ah bon, n'importe quoi, mytho, légitime, désinfo
truth: désinformation, rumeur, fact-check, check
source: source, sources, src, la source, preuve, preuves, d'où ça sort, d'où ça vient, d'où vient, d'où sort
source: d'où tiens-tu, d'où tenez-vous, d'où tu sors, d'où vous sortez, d'où tu tiens, qui dit ça, qui le dit
source: selon qui, d'après qui, qui affirme ça, qui l'a dit ça, ça vient d'où, ça sort d'où, origine, référence
source: références, citation nécessaire, d'où, provenance, qui prétend ça, qui a dit ça, c'est de qui
source: où tu as vu ça, où as-tu vu ça, t'as vu ça où, sourcé
truth: j'ai un doute, j'en doute, je doute, ça m'étonnerait, douteux, c'est louche, louche, mon cul, mon oeil, ton cul
truth: c'est quoi ces conneries, ces conneries, conneries, c vrai, c faux, confirmé ou pas, info vérifiée
"""

FACETS: str = """
explanation: je n'ai pas compris, j'ai pas compris, pas compris, je ne comprends pas, je comprends pas, pas clair
explanation: c'est pas clair, ce n'est pas clair, j'comprends pas, comprends pas, rien compris, j'ai rien compris
explanation: je n'ai rien compris, qu'est-ce que ça veut dire, ça veut dire quoi, c'est-à-dire, que veut dire ça
explanation: explique, expliquez, explique-moi, expliquez-moi, tu peux expliquer, vous pouvez expliquer, plus simplement
explanation: en plus simple, plus clairement, peux-tu expliquer, pouvez-vous expliquer, explique ça, j'ai pas saisi
others: qui d'autre, quelqu'un d'autre, d'autres personnes, qui d'autre le dit, qui d'autre l'a dit, qui d'autre dit ça
others: qui d'autre a dit ça, quelqu'un d'autre l'a dit, quelqu'un d'autre en parle, qui d'autre en parle, et les autres
others: qui d'autre a réagi, d'autres réactions, autres réactions, que disent les autres, les autres disent quoi
others: qui d'autre en a parlé, personne d'autre, d'autres que lui, qui encore
speaker: qui, qui ça, par qui, quelle personne, qui donc, lequel, laquelle, l'auteur de ces mots, ki, de qui
speaker: qui est-ce qui, selon qui, d'après qui, quel responsable
identity: c'est qui, c'est qui lui, c'est qui elle, qui est-ce, qui est-il, qui est-elle, il est qui, c'est qui ça
identity: qui sont-ils, c'est qui celui-là, qui est cet homme, c'est qui ce type, c'est qui ce mec
identity: qui est cette personne
venue: où, où ça, où donc, à quel endroit, dans quel endroit, dans quelle ville, quel lieu, dans quel lieu
venue: quelle ville, quel endroit, sur quel réseau, quel réseau, dans quel pays, quel pays, à quelle occasion
venue: sur quel support, dans quel cadre, depuis où, d'où parlait, sur quelle plateforme, en quel lieu
venue: quel réseau social
date: quand, quand ça, quel jour, à quelle date, quelle date, la date, à quel moment, quel moment, quelle heure
date: à quelle heure, en quelle année, quelle année, quel mois, c'était quand, depuis quand, ça date de quand
date: date de quand, avant ou après, avant ou après l'appel, avant ou après ça
addressee: à qui, à qui donc, il parlait à qui, parlait à qui, à qui il parlait, à qui ça, devant qui
addressee: à l'intention de qui, à qui parlait, à qui s'adressait, s'adressait à qui, auprès de qui, face à qui
addressee: à quelles personnes, à quel public, avec qui, adressé à qui, à quels journalistes
outlet: quel média, quels médias, quel journal, quelle agence, rapporté par qui, relayé par qui, par quel média
outlet: qui relaie, par quelle agence, selon quel média, selon quelle agence, d'après quel média, qui rapporte
outlet: qui le rapporte, qui a relayé, qui a rapporté, via quel média, via qui, par l'intermédiaire de qui
outlet: quelle chaîne, qui a publié, quelle source, par quel canal, quel canal, on le sait par qui
outlet: on sait ça par qui, source de ça, source svp, source, sources, dans quel journal, rapporte, rapporté, relayé
outlet: relaie, relayée, rapportée, par quel intermédiaire, cité par qui, cités par qui, qui cite, qui l'a relayé
outlet: qui l'a rapporté, publié par qui, publié où
quote: mot pour mot, mot à mot, textuellement, textuel, verbatim, citation, citation exacte, une citation, cite
quote: citer, cité, mots exacts, ses mots, ces mots, en ces termes, ses propres mots, ses termes, termes exacts
quote: propres termes, littéralement, phrase exacte, exactement ça, propos exacts, paroles exactes, ses paroles
quote: guillemets, entre guillemets, dit comme ça, mots précis, exactement dit, dit exactement, dit précisément
quote: formulé comme ça, comme ça, tel quel, littéral, in extenso, les mots exacts, paraphrase, une paraphrase
quote: résumé ou citation, texto, formulation exacte, la formulation, leurs mots, leurs mots à eux, résumé
quote: c'est résumé, quels mots, quels termes, en quels termes, avec quels mots, exactement ces mots
quote: vraiment ces mots
reason: pourquoi, pourquoi ça, pk, pq, pour quelle raison, pour quelles raisons, la raison, quelle raison, raison
reason: comment ça se fait, pour quel motif, à cause de quoi, quelle est la raison, dans quel but, et pourquoi
reason: pour quoi, motif, explique pourquoi, pourquoi il dit ça, pourquoi il a dit ça, pourquoi a-t-il dit ça
reason: pourquoi dit-il ça, pourquoi donc, quelles raisons, quelles sont les raisons, donne-t-il une raison
reason: il donne une raison, il explique pourquoi, explique-t-il pourquoi, a-t-il expliqué pourquoi
reason: il a expliqué pourquoi, il dit pourquoi, dit-il pourquoi, une raison, des raisons, justification
reason: quelle justification, il justifie, comment il justifie ça, quel est le motif, dans quel intérêt
reason: à quelle fin, en quel honneur
more: plus, davantage, en savoir plus, dis-m'en plus, dites-m'en plus, détails, des détails, plus de détails
more: détaille, développe, développer, développez, la suite, et après, et ensuite, ensuite, quoi d'autre, encore
more: autre chose, précise, continue, continuez, raconte, dis-moi tout, plus d'infos, plus d'informations
more: précisions, explique, expliquez, et puis, et donc, à part ça, vas-y, en dire plus, et c'est tout, c'est tout
more: et sinon, quoi encore, vas-y la suite, et puis quoi, tu peux développer, vous pouvez développer
more: tu peux préciser, pouvez-vous préciser, tu peux m'en dire plus, pouvez-vous m'en dire plus, dis m'en davantage
more: un peu plus de détails, plus de précisions, continue stp, la suite stp, et le reste, le reste, rien d'autre
more: autre chose encore, c'est tout ce qu'il a dit, il y a autre chose, y a autre chose, d'autres détails
more: encore quelque chose, allez continue
else: a-t-il dit d'autre, dit d'autre, d'autre a-t-il dit, ajouté, quoi d'autre a-t-il dit, a-t-il ajouté
else: autre chose a-t-il dit, qu'a-t-il dit d'autre, qu'a-t-elle dit d'autre, qu'est-ce qu'il a dit d'autre
else: il a dit quoi d'autre, et quoi d'autre, a dit d'autre, disait-il d'autre, dit-il d'autre, dit quoi d'autre
else: dit encore, il dit quoi d'autre, dit autre chose, qu'est-ce qu'il dit d'autre, qu'est-ce qu'il raconte d'autre
else: ont-ils dit d'autre, dit-il encore, ses autres déclarations, il a ajouté quoi, qu'a-t-il ajouté d'autre
else: il a ajouté autre chose, a-t-il ajouté quelque chose, a-t-il dit autre chose, il a dit autre chose
else: il a dit quelque chose d'autre, quoi d'autre a-t-il annoncé, d'autres déclarations, ses autres propos
else: autre déclaration, et il a ajouté quoi, il dit encore quoi, et encore
addressee: pour qui, c'était pour qui, c'est pour qui, ça s'adressait à qui, le message était pour qui
addressee: à qui c'était destiné
addressee: il a dit ça à qui, il l'a dit à qui, destiné à qui
reason: qu'est-ce qui lui fait dire ça, qu'est-ce qui lui fait penser ça, qu'est-ce qui leur fait dire ça
reason: c'est dû à quoi, d'où ça vient cette idée, pourquoi ce changement
else: quoi d'autre de lui, quoi d'autre de sa part, quoi d'autre de leur part
date: plus tôt ou plus tard, le même jour, c'était le même jour, ce jour-là ou un autre, c'était il y a longtemps
date: il y a combien de temps, il a dit ça quand, il l'a dit quand, quand a-t-il dit ça, quand l'a-t-il dit
date: quand est-ce qu'il a dit ça, quand est-ce que c'était, quand était-ce, ça s'est passé quand, quand ça s'est passé
date: c'est arrivé quand, quel jour était-ce, c'était quel jour, à quel moment de la journée, avant ou après
outlet: sourcé par qui, c'est sourcé par qui, c'est rapporté par qui, c'est relayé par qui, qui en parle
outlet: qui en a parlé, quel média en parle, quel média en a parlé, quel média rapporte ça, quel média rapporte
outlet: quel média l'a rapporté, quelle agence rapporte, quelle agence rapporte ça, quelle agence l'a rapporté
outlet: ça vient de quelle agence, ça vient de quel média, ça vient de quel journal, de quelle agence, de quel média
outlet: selon quel journal, d'après quelle agence, d'après quel journal, qui relaie ça, qui rapporte ça
outlet: qui a relayé ça, qui l'a publié, qui le cite, qui les cite, qui l'a cité, d'où le sait-on, comment on le sait
outlet: qui a rapporté ça
outlet: comment le sait-on, on le sait comment, comment on sait ça, d'où vient l'info, d'où vient cette info
outlet: d'où sort cette info, elle vient d'où cette info, par quel journal, par quel biais, selon quelle source
venue: où ça s'est dit, où ça s'est passé, où a-t-il dit ça, où l'a-t-il dit, il a dit ça où, il l'a dit où
venue: où était-il, il était où, il se trouvait où, où se trouvait-il, d'où a-t-il parlé, d'où parlait-il
venue: ça s'est passé où, c'était où, il a écrit ça où, il l'a écrit où, où l'a-t-il écrit, publié sur quel réseau
addressee: à qui s'adressait-il, à qui s'adresse-t-il, il s'adressait à qui, il parle à qui, à qui parle-t-il
addressee: à qui a-t-il dit ça, à qui l'a-t-il dit, devant qui il parlait, devant qui parlait-il, qui l'écoutait
speaker: qui l'affirme, qui affirme ça, qui prétend ça, ce sont les mots de qui, ce sont les paroles de qui
speaker: qui s'exprime ainsi, qui l'a appelé comme ça, qui a employé ce mot, qui a employé ces mots
quote: ce sont ses mots, ce sont ses propres mots, ce sont ses mots exacts, c'est une citation exacte
quote: c'est une citation directe, citation directe, cité tel quel, cité mot pour mot, c'est mot pour mot
others: qui est d'accord avec lui, qui est d'accord, qui l'a soutenu, qui le soutient, qui pense comme lui
others: quelqu'un est d'accord, des réactions, quelles réactions
addressee: à qui il s'adressait, à qui il s'adresse, à qui s'adressait-il, il s'adressait à qui, à qui il disait ça
addressee: à qui il a dit ça
explanation: il veut dire quoi, qu'est-ce qu'il veut dire, que veut-il dire, il voulait dire quoi, ça signifie quoi
identity: son nom, c'est quoi son nom, quel est son nom, comment il s'appelle, il s'appelle comment
identity: comment s'appelle-t-il, et son nom
"""

CARD: str = """
subject: de quoi parle l'article, ça parle de quoi, de quoi ça parle, de quoi parle cet article, de quoi s'agit-il
subject: de quoi il s'agit, il s'agit de quoi, c'est quoi l'article, c'est quoi cet article, quel est le sujet
subject: le sujet, quel est le sujet de l'article, c'est à propos de quoi, c'est sur quoi, sujet de l'article
subject: le thème, quel article, quel est le thème, quel est l'article, l'article parle de quoi, que dit l'article
subject: que raconte l'article, qu'est-ce que dit l'article, il dit quoi l'article, l'article dit quoi
subject: de quoi est-il question, quel est cet article, c'est quoi le sujet, c'est quoi le thème, l'article
subject: quel est ton article, sur quel article, tu connais quel article, de quoi traite l'article
subject: de quoi traite cet article, il est question de quoi, parle-moi de l'article, présente l'article
subject: c'est quoi le topic, contenu de l'article, quel est le contenu, de quoi est-ce que ça parle
subject: article sur quoi, à propos de quoi est l'article, l'article porte sur quoi, sur quoi porte l'article
subject: sur quoi porte cet article, ça raconte quoi, il raconte quoi, que raconte cet article, que dit cet article
subject: qu'est-ce que raconte l'article, de quoi parle ce texte, de quoi parle le texte, le texte parle de quoi
subject: de quoi parle cette dépêche, de quoi parle la dépêche, c'est quoi cette dépêche, c'est quoi ce texte
subject: c'est quoi l'info, c'est quoi cette info, c'est quoi la nouvelle, c'est quoi cette histoire, le contexte
subject: quel est le contexte, c'est quoi le contexte, donne le contexte, que se passe-t-il, qu'est-ce qui se passe
subject: il se passe quoi, que s'est-il passé, qu'est-ce qui s'est passé, il s'est passé quoi, de quoi on parle
subject: on parle de quoi, de quoi parle-t-on, de quel article parle-t-on, de quel article s'agit-il, quel est ce texte
subject: décris l'article, explique l'article, explique-moi l'article, raconte l'article, dis-moi de quoi ça parle
subject: ça traite de quoi, ça traite quoi, l'article traite de quoi, la thématique, quelle est la thématique, thème
subject: sujet, le sujet de l'article, le thème de l'article, quel est le thème de l'article, ça porte sur quoi
summary: en gros, ça dit quoi, flemme de lire, résumé, résume, résumer, résumez, en bref, en résumé, synthèse, tldr
summary: tl dr, l'essentiel, les grandes lignes, résume-moi l'article, un résumé, fais un résumé, fais-moi un résumé
summary: points clés, les points clés, en deux mots, résumé de l'article, résume l'article, résumez l'article
summary: en quelques mots, version courte, dans les grandes lignes, en une phrase, en trois phrases, en deux phrases
summary: que faut-il retenir, l'idée générale, les points principaux, idée principale, résume cet article
summary: peux-tu résumer, résumé rapide, la faire courte, fais court, faits principaux, points essentiels
link: lien, le lien, un lien, url, adresse de l'article, lien de l'article, lien vers l'article, où lire l'article
link: où est l'article, où trouver l'article, où puis-je lire l'article, lire l'article, l'article complet
link: article complet, l'article original, article original, article entier, texte complet, texte intégral
link: où on peut le lire, envoie l'article, source de l'article, la source de l'article, voir l'article
link: montre l'article, où lire, où est-ce que je peux le lire, t'as le lien, donne le lien, donne-moi le lien
link: où peut-on le lire, texte original, le texte, l'original, texte entier
author: qui a écrit l'article, qui a écrit ça, qui a écrit cet article, qui l'a écrit, qui est l'auteur, auteur
author: l'auteur, auteur de l'article, quel journaliste, c'est écrit par qui, écrit par qui
author: qui est l'auteur de l'article, qui a rédigé, qui signe l'article, quel est l'auteur, rédacteur
author: qui a rédigé l'article, qui est le journaliste, signé par qui, signé qui, qui a rédigé ça
author: qui a rédigé cet article, article de qui, l'article est de qui, l'auteur de l'article, le journaliste
publisher: qui a publié l'article, qui a publié cet article, qui publie, quel journal a publié, publié où
publisher: publié par qui, où a été publié l'article, où a été publié cet article, éditeur, quel site
publisher: de quel journal vient l'article, c'est dans quel journal, paru où, où est paru l'article
publisher: dans quel journal est paru l'article, quel est le journal, de quel journal, de quel média vient l'article
publisher: d'où vient l'article, d'où vient cet article, c'est quel journal
published: quand a été publié l'article, quand est sorti l'article, quand est paru l'article, date de l'article
published: date de publication, de quand date l'article, de quand date cet article, l'article date de quand
published: publié quand, quelle est la date de l'article, l'article est de quand, il date de quand l'article
published: quand l'article a-t-il été publié
title: titre, le titre, quel est le titre, titre de l'article, quel est le titre de l'article, c'est quoi le titre
title: comment s'appelle l'article, l'article s'appelle comment, intitulé, le titre de l'article
summary: la version courte, version courte, la flemme de lire, flemme de lire, trop la flemme, pas envie de lire
summary: j'ai la flemme de lire, trop long à lire, fais court, en deux mots, l'essentiel de l'article, l'essentiel
summary: les grandes lignes, donne les grandes lignes, résume l'essentiel, fais un résumé, fais-moi un résumé
link: t'as un lien, t'as le lien, tu as un lien, vous avez un lien, un lien vers l'original, le lien vers l'original
link: le lien vers l'article complet, lien vers l'original, balance le lien, file le lien, envoie le lien
publisher: quel média a publié cette info, quel média a publié ça, quel journal a publié cette info
publisher: quel média a publié cet article, quel média a publié cette nouvelle, quel site a publié ça
"""

OPINION: str = """
penses, pensez, soutiens, soutenez, tu penses, tu en penses, en penses-tu, penses-tu, vous pensez, vous en pensez
en pensez-vous, pensez-vous, t'en penses, tu crois, crois-tu, vous croyez, croyez-vous, ton avis, votre avis
ton opinion, votre opinion, ta position, votre position, tu soutiens, soutiens-tu, vous soutenez, soutenez-vous
tu préfères, préfères-tu, vous préférez, préférez-vous, tu es pour, t'es pour, es-tu pour, vous êtes pour
êtes-vous pour, tu es contre, t'es contre, es-tu contre, vous êtes contre, êtes-vous contre, tu es de quel côté
t'es de quel côté, de quel côté es-tu, de quel côté êtes-vous, vous êtes de quel côté, quel camp, ton camp
tu es d'accord, t'es d'accord, es-tu d'accord, vous êtes d'accord, êtes-vous d'accord, tu aimes, aimes-tu
vous aimez, aimez-vous, tu détestes, ton point de vue, votre point de vue, tu votes, tu voterais, tu trouves
trouves-tu, vous trouvez, trouvez-vous
"""

JUDGEMENT: str = """
raison tort gagné gagne gagner gagnant vainqueur perdu perd perdre perdant ment menteur mentent coupable faute
"""

GENERIC: str = """
sorti sort sortir balancé lâché pondu posté tweeté répondu répond pense pensait pensent croit croient gars type
monsieur bonhomme mec mecs homme dame di sa cki machin mentionné mentionne évoqué sorte truc genre est c ce ca cela
ceci cette cet ces c'est etait il elle on ils elles lui leur leurs le la les l un une des du de d en y a au aux à
dans sur par pour avec que qu quoi se s t te tu vous je j me m nous son ses et ou donc alors mais si bien là ici dit
dire disait disent dis déclaré déclare déclarer déclaration affirmé affirme affirmer parlé parle parler parlait
exprimé exprimer exprimait prononcé tenu tient propos fait faire faits été être eu avoir ont avait as ai sont passé
passe passait exactement précisément juste vraiment réellement ne pas n'est-ce est-ce tout peux peut pouvez sais
savoir sait annoncé annonce annoncer écrit écrire phrase paroles mots chose déroulé lieu quel quelle raconté raconte
bot selon toi aussi encore déjà hein message affirmation histoire nouvelle publication post
"""

FILLERS: str = """
stp svp s'il te plaît vous alors donc bon ben bah euh heu eh et mais au fait dis dites moi hein du coup en bot selon
toi le la les mon ma mes mec oui ouais non nan nn ok wsh wesh putain bordel lol mdr nope ouep ouai grave chef matin
frère frérot cher chère ami amis amie tous toutes tout monde gens gars beaucoup très trop vraiment si bien encore
infiniment enfin là ici aussi petit grand un une de d des pour à aujourd'hui ô oh ah voilà sympa gentil robot
machine assistant monsieur madame l'ami chatbot puis ça c'est tu es t'es merci bcp franchement vas-y allez super c
est ta ton votre réponse mille fois
ce cet cette tellement carrément j suis toujours autant vite fort plutôt juste ptit copain pote poto bro gros khey man
dude garçons filles compagnie team famille bonne
"""

PRONOUNS: str = """
person: il, lui, celui-ci, celui-là, ce dernier, elle, celle-ci, cette dernière
people: ils, elles, eux, ces derniers, ensemble, les deux
place: là-bas, y, là
matter: ça, cela, ceci, en, le, la, l, cette, cet, ces, dessus, à ce sujet, là-dessus
"""

FEMININE: str = "elle"

MASCULINE: str = "il"

RESPONDING: str = """
accord approuve approuvé répond répondu répondent réponse réagi réagit réagissent réaction réplique répliqué
commenté rétorqué opposé
"""

COUNTERPART: str = """
et, et pour, et avec, et chez, et de, et du côté de, et à, quid de, qu'en est-il de, et concernant, et quant à, ou
mais, et selon, et d'après, et la, et le, et les, et l, et que dit, et qu'a dit, qu'en dit, et au sujet de
même question pour, pareil pour, la même chose pour, et alors, et du côté du, et du, et au, et sur, qu'en est-il du
et dans le cas de, et si
"""

WHO_IS = "Qui est {} ?"

ARTICLE: str = """
article articles papier texte torchon reportage dépêche billet publication actu
"""

READING: str = """
sorti sortie lire trouver voir consulter date daté récent récente vieux vieille ancien ancienne vient complet entier
entière donner donne balance envoie flemme gros traite concerne porte sujet titre appelle euh peut puis-je balancer
file pouvoir court pourriez pourrais pourrait auriez peut-on sont long longs vraiment daron numéro
"""

PUBLISHING: str = """
écrit écrite écrire rédigé rédiger pondu publié publiée publier publication paru parue paraître journal journaliste
auteur auteure site média intégral original résumer résume résumez résumé lien url essentiel rédacteur éditeur
parution torchon
"""

TEMPORAL: str = """
après avant plus tôt tard ensuite lendemain veille issue février
"""

YOU: str = """
tu t te toi vous ton ta tes votre vos
"""

ADDRESSING: str = """
devant face
"""
