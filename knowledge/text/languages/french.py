"""French tables, already folded; the package docstring tells the format.

Folding makes "où" (where) and "ou" (or) the same word. The bare word is therefore a stop word, and the phrases in which
it can only mean "where" are question words. It also makes "né" (born) of "ne" (not): "ne" is a stop word and not a
negation, since "pas" and its kin carry the negation.
"""

STOP_WORDS: str = """
le la les l un une des du de d au aux a en dans par pour sur sous vers chez entre avec selon envers parmi via
je j tu il elle on nous vous ils elles me m te t se s c lui leur leurs y moi toi soi eux
mon ma mes ton ta tes son sa ses notre nos votre vos
ce cet cette ces ca cela ceci celui celle ceux celles ci voici voila
que qu dont et ou mais donc car si comme lorsque lorsqu puisque puisqu quoique quoiqu tandis ainsi alors puis aussi
parce afin jusque jusqu pendant lors quant
suis es est sommes etes sont etais etait etions etiez etaient serai seras sera serons serez seront serais serait
seraient sois soit soient etre etant fut furent
ai as avons avez ont avais avait avions aviez avaient aurai auras aura aurons aurez auront aurais aurait auraient
ait aient avoir ayant eu eut
peux peut peuvent pouvez pouvons pourrais pourrait pourriez pourra dois doit doivent devez devrait devrais faut
faudrait vais vas va vont allez allait voudrais aimerais
tout toute tous toutes autre autres meme memes tel telle tels telles quelque quelques chaque plusieurs certains
certaines tres trop assez plutot surtout vraiment juste bref enfin cependant pourtant toutefois neanmoins ensuite
sinon voire bah ben bein beh euh heu hein hm hmm plait ne
"""

NEGATIONS: str = """
n pas jamais rien aucun aucune aucuns aucunes ni non nullement guere sans
"""

QUESTION_WORDS: str = """
person: qui, qui est ce qui, qui est ce que, qui est, c'est qui, c ki, ki
person: quelle personne, quelles personnes
place: ou est, ou sont, ou etait, ou etaient, ou est ce que, ou se trouve, ou se trouvent, ou se situe, ou se passe
place: ou se deroule, ou se tient, ou se sont, ou s'est, ou a t, ou a eu, ou a lieu, ou ont, ou va, ou vont, ou vas
place: ou vit, ou habite, ou habitent, ou peut on, ou puis je, ou trouver, ou acheter, ou aller, ou en est, ou ca
place: d'ou, par ou, jusqu'ou, c'est ou, c ou, est ou, sont ou, habite ou, vit ou, va ou, se passe ou, ne ou
place: quel pays, quels pays, quelle ville, quel endroit, quel lieu, quelle adresse, quelle est l'adresse, quelle region
time: quand, kan, quelle heure, quel jour, quels jours
time: quelle date, quelle annee, quel mois, quel moment, quels horaires
time: quels sont les horaires, quel siecle
duration: combien de temps, combien de minutes
duration: combien d'heures, combien de jours, combien de semaines, combien de mois, combien d'annees
duration: combien de secondes, dure combien, quelle duree, quelle est la duree, quel delai, quels delais
number: combien, quel nombre, quel prix, quel est le prix, quel tarif, quels tarifs
number: quel montant, quelle somme, quelle quantite, quel pourcentage, quel taux, quel numero, quel est le numero
number: quel cout
reason: pourquoi, pour quoi, pour quelles raisons, quelle raison, quelle est la raison
reason: a cause de quoi, quelle cause, quelle est la cause, quelles sont les causes, comment ca se fait
reason: comment se fait il, dans quel but, a quoi sert, a quoi ca sert, pour quel motif, en quel honneur, pk, pq
manner: comment, comment est ce que, de quelle maniere, de quelle facon, par quel moyen
thing: quoi, c'est quoi, c quoi, c koi, qu'est ce que, qu'est ce qui, qu'est ce qu'il
thing: qu'est ce qu'elle, qu'est ce qu'on, keski, keske, kesk, quel, quelle, quels, quelles, lequel, laquelle, lesquels
thing: lesquelles, auquel, duquel, que faire, que fait, que font, que dit, que s'est, que se passe, que veut dire
thing: que signifie, que sait on, que peut on, que dois je, qu'a
name: comment s'appelle, comment s'appellent, comment s'appelait, comment il s'appelle, comment elle s'appelle
name: comment ca s'appelle, s'appelle comment, comment se nomme, comment tu t'appelles, quel nom, quel est le nom
name: quel est son nom, quel est ton nom, quels sont les noms, quel prenom, quel est son prenom, c'est quoi le nom
name: c'est quoi son nom, comment on appelle
age: quel age, quelle age, quel est l'age, quel est son age, c'est quoi son age
yes-no: est ce que, est ce qu, est ce, est il, est elle, sont ils
yes-no: sont elles, etait il, a t il, a t elle, a t on, ont ils, ont elles, peut on, puis je, peut il, as tu
yes-no: es tu, avez vous, etes vous, faut il, doit on, dois je, va t il, vont ils, n'est ce pas, c'est vrai que
"""

KIND_WORDS: str = """
duration: duree, longueur, dure, duraient, durait, durer, dura
time: date, dates, horaire, horaires
reason: raison, raisons, motif, motifs
place: endroit, adresse
number: nombre, prix, cout, tarif, montant
age: age
"""

SMALL_TALK: str = """
bonjour, bonsoir, salut, coucou, hello, hey, wesh, salut tout le monde, bonjour tout le monde
rebonjour, bjr, bsr, slt, cc, bonne journee, bonne soiree, bonne nuit, bon apres midi
bon weekend, bon appetit, bonne chance, bon courage, bonne annee, joyeux noel, bon anniversaire, joyeux anniversaire
merci, merci beaucoup, merci bien, merci a toi, mille mercis, merci d'avance, mci, thx
de rien, je t'en prie, je vous en prie, avec plaisir, pas de souci, pas de probleme
au revoir, a bientot, a plus, a plus tard, a demain, a toute, a la prochaine, ciao, bye
bisous, bisou
ok, okay, oki, d'accord, dac, oui, ouais, yep, entendu, ca marche, parfait, super, genial, cool
excellent, nickel, bravo, felicitations, bien joue, tres bien, tant mieux, tant pis
dommage, c'est note, bien sur, exactement, ah, ah bon, ah ok, ah oui, oh
olala, waouh, wow, oups, aie, pff, hum, tiens
n'importe quoi, sans blague, serieux, c'est fou, trop bien, incroyable, omg, wtf
lol, mdr, mdrr, ptdr, pdr, xd, xptdr, haha, hahaha, ahah, hehe, jpp, tkt, t'inquiete
pas mal, ca va, ca va bien, ca va et toi, comment ca va, comment vas tu, comment allez vous, tu vas bien, quoi de neuf
bien et toi, enchante, bienvenue, desole, desolee, pardon, excuse moi, excusez moi, dsl, je t'aime, jtm
"""

ABBREVIATIONS: str = """
pourquoi: pk, pq, prk, prq, pkoi, pquoi, pourkoi, pourqoi, pourkwa, poukoi
quoi: koi, kwa, qoi
qui: ki
que: ke
quel: kel, qel
quelle: kelle, qelle
quels: kels
quelles: kelles
quand: qd, qnd, kan, kand
comment: cmt, cmnt, coment, comen, komen, koman, koment
combien: cb, cmb, cbien, combi1, comb1, kombien, konbien
qu'est ce que: keske, kesk, keski, kesski, kess, kes, qeske, questce
qu'est ce qu'il y a: keskia, keskya
qu'est ce qu'il se passe: keskispasse
qu'est ce que c'est: kesako, keskecest
est ce que: esk, eske, esque, estce
c'est: cest
c'etait: ct, cetait
j'ai: g, jai
il y a: ya
il y avait: yavait
il y aura: yaura
y en a: yena
je sais pas: jsp, jsepa, jsaispas, chepa, chpas
je sais: jsais, jsai, chsais
je suis: jsuis, jsui, chui, chuis, jss
je crois: jcrois, jcroi
je pense: jpense
je veux: jveux, jveu, jvx
je voudrais: jvoudrais
je voulais: jvoulais
je peux: jpeux, jpeu, jpx
je vais: jvais, jvai
je vois: jvois
je comprends: jcomprends
je trouve: jtrouve
j'espere: jspr, jespere
j'etais: jetais
j'avais: javais
je me: jme
je te: jte
parce que: pcq, pck, pcke, psk, pske, paske, pasque, parceque
aujourd'hui: auj, ajd, aujd, ojd, ojourdui, aujourdhui, aujourdui
maintenant: mtn, mnt, mtnt
demain: dem1, 2m1
toujours: tjs, tjr, tjrs, toujour
jamais: jms
quelqu'un: qqn, qq1, qqun, qlq1, kk1, kelkun, quelquun
quelque chose: qqch, qqc, kelkechose
quelques: qq, qques, qlq
beaucoup: bcp, bcoup, bocou
vraiment: vrmt, vrmnt, vraimen
tout: tt
tous: ts
toutes: ttes
toute: tte
tout le monde: tlm, ttlm, toulmonde
dans: ds
donc: dc
avec: avk, avek
pour: pr
par: pr1
pas: pa
depuis: dps, dpuis, depui
pendant: pdt
longtemps: lgtps, lgtemps, lontemps
temps: tps, tmps
nombre: nb
numero: num
nous: ns
rien: ri1
bien: bi1
aussi: ossi, oci
trop: tro
faut: fo
faudrait: fodrait, fodrai
peut etre: ptet, ptetre, petetre, peutetre
petit: ptit
petite: ptite
moins: moin
meme: mem
non: nn, nan
oui: wi, ui
d'accord: dac, dak, daccord
salut: slt
bonjour: bjr
bonsoir: bsr
coucou: cc, kikou
merci: mci, mrc
desole: dsl
s'il te plait: stp, steuplait, siteplait
s'il vous plait: svp, sivouplait
si tu veux: stv
t'inquiete: tkt, tinkiete, tinquiete
quoi de neuf: koi29, koi2neuf, quoi2neuf, qdn
ca va: sava, cava
probleme: pb, pbm, pblm, prob
message: msg
rendez vous: rdv
application: appli
ordinateur: ordi
restaurant: resto
disponible: dispo
abonnement: abo
commande: cmd
gouvernement: gvt, gouv
personne: pers
semaine: sem
minutes: mn
travail: taf
argent: fric, thune
femme: meuf
"""

CONTRACTIONS: str = """
aujourd'hui: aujourd'hui
quelqu'un: quelqu'un
quelqu'une: quelqu'une
presqu'ile: presqu'ile
prud'homme: prud'homme
prud'hommes: prud'hommes
d'accord: d'accord
d'abord: d'abord
main d'oeuvre: main d'oeuvre
chef d'oeuvre: chef d'oeuvre
grand mere: grand'mere
de le: du
de les: des
a le: au
a les: aux
si il: s'il
si ils: s'ils
il y a: y'a
il y avait: y'avait
il y aura: y'aura
tu es: t'es
tu as: t'as
tu avais: t'avais
tu etais: t'etais
je suis: j'suis, ch'suis
je sais: j'sais
je peux: j'peux
je vais: j'vais
je veux: j'veux
je crois: j'crois
je pense: j'pense
"""

ELISIONS: str = "l d j m t s n c qu jusqu lorsqu puisqu quoiqu"

CLAIM_MARKERS: str = """
est ce vrai que, est ce vrai qu, est ce vrai, est ce que c'est vrai que, est ce que c'est vrai, est il vrai que
est il exact que, c'est vrai que, c'est vrai qu, c'est vrai, c vrai que, c vrai, cest vrai que, cest vrai, vrai ou faux
vrai ou pas, vrai ou fake, info ou intox, fake ou pas, c'est une fake news, fake news ou pas
j'ai entendu dire que, j'ai entendu dire qu, j'ai entendu que, j'ai entendu, jai entendu dire que, jai entendu que
g entendu dire que, g entendu que, on m'a dit que, on m'a dit qu, on ma dit que, on me dit que, on dit que
j'ai lu que, j'ai lu qu, jai lu que, j'ai lu quelque part que, j'ai vu que, jai vu que, j'ai vu sur internet que
j'ai vu sur les reseaux que, j'ai vu passer que, il parait que, il parait qu, parait que, y parait que, apparemment
il semblerait que, il semble que, certains disent que, les gens disent que, tout le monde dit que, ils disent que
un ami m'a dit que, ma mere m'a dit que, on raconte que, le bruit court que, la rumeur dit que, selon certains
d'apres ce qu'on dit, tu confirmes que, vous confirmez que, peux tu confirmer que, pouvez vous confirmer que
tu peux me dire, peux tu me dire, pouvez vous me dire, vous pouvez me dire, pourriez vous me dire, pourrais tu me dire
dis moi, dites moi, tu sais si, tu sais, sais tu si, sais tu, savez vous si, savez vous, vous savez si, vous savez
est ce que tu sais, est ce que vous savez, quelqu'un sait si, quelqu'un sait, quelqu'un peut me dire
quelqu'un pourrait me dire, qui peut me dire, je voudrais savoir, j'aimerais savoir, je voulais savoir
je veux savoir, je me demande si, je me demande, je me demandais, j'ai une question, une petite question
petite question, juste une question, peux tu m'expliquer, tu peux m'expliquer, pouvez vous m'expliquer
explique moi, expliquez moi, aidez moi, aide moi, besoin d'aide, je comprends pas, je sais pas si, je ne sais pas si
s'il te plait, s'il vous plait, sil te plait, sil vous plait, merci d'avance
a ton avis, a votre avis, selon toi, selon vous, tu crois que
tu penses que, vous pensez que, je crois que, je pense que, en fait, du coup, au fait, dis donc
c'est bien vrai, n'est ce pas, tu es sur que, t'es sur que, serieusement
intox ou pas, c'est un fake
"""
