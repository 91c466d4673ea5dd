"""French words of the glossary; the package docstring tells the format."""

WORDS: str = """
president: president
prime-minister: premier ministre
minister: ministre
ministry: ministere
government: gouvernement
parliament: parlement, congres, senat
deputy: depute, senateur, elu
palace: palais
presidency: presidence, presidentiel
embassy: ambassade, ambassadeur
diplomat: diplomate, diplomatie, diplomatique
foreign-minister: ministre des affaires etrangeres, affaires etrangeres, chef de la diplomatie
spokesman: porte-parole
official: responsable, officiel, fonctionnaire
leader: chef, dirigeant, leader, patron
mayor: maire
governor: gouverneur
king: roi, reine, royal
party: parti
election: election, voter, scrutin, vote, electeur
candidate: candidat
opposition: opposition, opposant
law: loi, projet de loi
reform: reforme
constitution: constitution
union: union
european: europeen
europe: europe
alliance: alliance, allie
member: membre, adhesion
join: rejoindre, adherer
border: frontiere
territory: territoire, territorial
country: pays, nation, etat
capital: capitale
city: ville
village: village
region: region, province, zone
district: quartier, arrondissement
island: ile
sea: mer, ocean
river: fleuve, riviere
lake: lac
mountain: montagne
forest: foret
street: rue, route
bridge: pont
port: port
airport: aeroport
station: gare, station
war: guerre, conflit
peace: paix
truce: treve, cessez-le-feu, armistice
army: armee, militaire, troupes, forces armees, forces
soldier: soldat
general: general
officer: officier
front: front, ligne de front
battle: bataille, combat, combattre
weapon: arme, armement
missile: missile, roquette, fusee
drone: drone
tank: char, blinde, tank
bomb: bombe, bombardement, bombarder, pilonnage, pilonner
attack: attaque, assaut, raid, frappe, attaquer, frapper
offensive: offensive, operation
target: cible, viser, vise
explosion: explosion, exploser
destroy: detruire, destruction
damage: degat, dommage, endommager
kill: tuer, tue
die: mourir, mort, deces
wounded: blesse, blessure, blesser
victim: victime
civilian: civil
hospital: hopital
refugee: refugie
evacuate: evacuer, evacuation
inhabitant: habitant, population
house: maison, habitation, logement
building: batiment, immeuble
prisoner: prisonnier, detenu
prison: prison, emprisonner, incarcere
exchange: echange, echanger
release: liberer, liberation
hostage: otage
negotiation: negociation, pourparlers, negocier, negociateur
discussion: discussion, discuter
conversation: conversation, parler, entretien, s'entretenir
meeting: rencontre, rencontrer, reunion, se voir
summit: sommet
conference: conference
agreement: accord
treaty: traite, pacte
contract: contrat
document: document, papier
text: texte, projet
sign: signer, signature, parapher
point: point
word: mot
letter: lettre
list: liste
compromise: compromis, concession
obstacle: obstacle
condition: condition
guarantee: garantie, garantir
sanction: sanction
retaliation: represailles, riposte
protest: manifestation, manifester, protestation, protester
strike: greve
crisis: crise
threat: menace
danger: danger, dangereux
risk: risque
security: securite
defence: defense, defendre
police: police
crime: crime, criminel
court: tribunal, cour
judge: juge
lawyer: avocat
trial: proces
investigation: enquete, enqueter
arrest: arreter, arrestation
sentence: condamner, peine, condamnation
guilty: coupable
evidence: preuve
witness: temoin
corruption: corruption
theft: vol, voler, voleur
fire: incendie, feu
accident: accident, crash
flood: inondation
earthquake: seisme, tremblement de terre
storm: tempete, ouragan
drought: secheresse
weather: meteo, climat, temps
rescue: sauver, sauvetage, secours
company: entreprise, societe, compagnie
group: groupe
factory: usine
worker: travailleur, employe, salarie, personnel
job: emploi, poste
unemployment: chomage
layoff: licencier, licenciement
salary: salaire
trade-union: syndicat
market: marche
price: prix, cout
money: argent
dollar: dollar
euro: euro
million: million
billion: milliard
thousand: mille, millier
hundred: cent, centaine
half: moitie, demi
percent: pour cent, pourcentage
economy: economie, economique
trade: commerce, commercial
buy: acheter, achat
sell: vendre, vente, vendu
buyer: acheteur, client
export: exporter, exportation
import: importer, importation
tax: impot, taxe, droits de douane
budget: budget
debt: dette
bank: banque
investment: investissement, investir
share: action, part
profit: benefice, profit
loss: perte
oil: petrole, brut, petrolier
gas: gaz
barrel: baril
pipeline: oleoduc, gazoduc, pipeline
tanker: navire, bateau, petrolier, tanker
energy: energie
electricity: electricite, courant
nuclear: nucleaire, atomique
coal: charbon
water: eau
food: nourriture, alimentation, vivres
grain: ble, cereale
farmer: agriculteur, ferme
supply: livraison, livrer, fournir, fourniture, approvisionnement
store: stocker, stockage, stock
capacity: capacite
volume: volume, quantite, montant
ton: tonne
kilometre: kilometre
metre: metre
train: train
plane: avion
car: voiture, vehicule
bus: bus, autobus
flight: vol
driver: conducteur, chauffeur
pilot: pilote
passenger: passager
traffic: circulation, trafic
works: travaux, construction, construire
repair: reparer, reparation, renover
close: fermer, fermeture
open: ouvrir, ouverture, rouvrir
begin: commencer, debut, debuter, lancer
end: fin, finir, terminer
stop: arreter, arret, cesser, stopper
continue: continuer, se poursuivre, poursuivre
resume: reprendre, reprise
delay: retard, reporter, retarder
cancel: annuler, annulation
change: changer, changement
increase: augmenter, augmentation, hausse
decrease: baisse, baisser, diminuer, reduire
give: donner, remettre
take: prendre, saisir, s'emparer
send: envoyer
receive: recevoir, obtenir
return: retour, revenir, retourner, rendre
leave: partir, quitter, depart
arrive: arriver, arrivee
travel: voyage, voyager, deplacement
visit: visite, visiter
stay: rester
move: bouger, deplacer, demenager
withdraw: retirer, retrait
enter: entrer, entree
cross: traverser, franchir
block: bloquer, blocus
control: controle, controler
use: utiliser, usage, servir
make: fabriquer, produire, production
win: gagner, victoire, vaincre
lose: perdre, defaite
find: trouver, decouvrir, decouverte
search: chercher, recherche
show: montrer, reveler, divulguer, devoiler
hide: cacher, secret, huis clos
publish: publier, publication
write: ecrire, ecrit
read: lire, lu
know: savoir, connaitre, courant
understand: comprendre
learn: apprendre
remember: se souvenir, rappeler
forget: oublier
decide: decider, decision
plan: plan, prevoir, projeter, compter
try: essayer, tenter, tentative
succeed: reussir, succes, reussite
fail: echouer, echec
allow: autoriser, permettre, autorisation
ban: interdire, interdiction
call: appel, appeler, telephone, telephoner
answer: repondre, reponse
question: question, demander, interroger
comment: commentaire, commenter
react: reagir, reaction
silence: silence, se taire, silencieux
statement: communique, declaration
speech: discours, allocution
interview: interview, entretien
press: presse, media
newspaper: journal, quotidien
agency: agence
channel: chaine, television, tele
radio: radio
journalist: journaliste, reporter
source: source, anonyme, anonymat
cite: citer, relayer, rapporter
information: information, nouvelle, info
rumour: rumeur
true: vrai, verite
false: faux, mensonge
network: reseau, reseau social
internet: internet, site, en ligne
photo: photo, image
video: video, film
name: nom, nommer, s'appeler
age: age, ans
man: homme
woman: femme
child: enfant, gosse
family: famille
father: pere
mother: mere
son: fils
daughter: fille
brother: frere
sister: soeur
husband: mari
wife: epouse, femme
friend: ami
neighbour: voisin
people: peuple, gens
teacher: professeur, enseignant
school: ecole
student: etudiant, eleve
university: universite
doctor: medecin, docteur
patient: patient
disease: maladie, malade
virus: virus
vaccine: vaccin, vaccination
medicine: medicament
treatment: traitement, traiter
health: sante
scientist: scientifique, chercheur
study: etude, recherche
science: science
engineer: ingenieur
expert: expert, specialiste
director: directeur
chairman: president du conseil
owner: proprietaire, posseder
founder: fondateur, fonder
successor: successeur, succeder
resign: demission, demissionner
appoint: nommer, nomination
poll: sondage
space: espace, spatial
satellite: satellite
computer: ordinateur
hacker: pirate, cyberattaque, hacker
data: donnee
phone: telephone portable, smartphone
sport: sport, sportif
team: equipe
player: joueur
coach: entraineur
match: match, jeu
championship: championnat, tournoi, coupe
goal: but
record: record
medal: medaille
stadium: stade
club: club
season: saison
museum: musee
theatre: theatre
music: musique, concert
book: livre
artist: artiste
actor: acteur, actrice
writer: ecrivain, auteur
prize: prix, recompense
festival: festival
exhibition: exposition
church: eglise
religion: religion, religieux
animal: animal
tree: arbre
stone: pierre
gold: or
steel: acier, fer
today: aujourd'hui
yesterday: hier
tomorrow: demain
day: jour, journee
night: nuit
morning: matin
evening: soir
week: semaine
month: mois
year: annee, an
hour: heure
minute: minute
date: date
time: moment, temps
century: siecle
monday: lundi
tuesday: mardi
wednesday: mercredi
thursday: jeudi
friday: vendredi
saturday: samedi
sunday: dimanche
january: janvier
february: fevrier
march: mars
april: avril
may: mai
june: juin
july: juillet
august: aout
september: septembre
october: octobre
november: novembre
december: decembre
spring: printemps
summer: ete
autumn: automne
winter: hiver
two: deux
three: trois
four: quatre
five: cinq
six: six
seven: sept
eight: huit
nine: neuf
ten: dix
eleven: onze
twelve: douze, douzaine
twenty: vingt
thirty: trente
first: premier, premiere
second: deuxieme, second
third: troisieme, tiers
last: dernier, final
next: prochain, suivant
before: avant, precedent, ancien
after: apres
new: nouveau
old: vieux, ancien
young: jeune
big: grand, gros
small: petit
long: long, longtemps
short: court, bref
high: haut, eleve
low: bas, faible
good: bon, bien
bad: mauvais, mal
important: important
main: principal
possible: possible
impossible: impossible
ready: pret
near: proche, pres
far: loin, distance
difficult: difficile, dur
easy: facile, simple
free-of-charge: gratuit, libre
public: public
private: prive
foreign: etranger
national: national
international: international, mondial, monde
local: local
independent: independant, independance
freedom: liberte
democracy: democratie
right: droit
north: nord
south: sud
east: est, oriental
west: ouest, occidental, occident
side: cote, camp, partie
enemy: ennemi
partner: partenaire
rival: rival, concurrent
relation: relation, rapport
cooperation: cooperation, cooperer
help: aide, aider, assistance
support: soutien, soutenir, appuyer
interest: interet
reason: raison, cause, motif
result: resultat, consequence
problem: probleme
solution: solution, resoudre
situation: situation
position: position
role: role
power: pouvoir, autorite
force: force
project: projet, programme
proposal: proposition
offer: offre
request: demande
order: ordre
demand: exigence
accusation: accusation
warning: avertissement, mise en garde
promise: promesse
aim: objectif, but
idea: idee, pensee
opinion: opinion, avis
hope: espoir
illusion: illusion, illusoire, irrealiste
realistic: realiste
game: jeu, jouer
place: lieu, endroit
room: salle, piece
table: table
door: porte
base: base
camp: camp
shelter: abri
object: chose, objet
kind: type, sorte, genre
number: nombre, chiffre, numero
part: partie
level: niveau
rate: taux
degree: degre
speed: vitesse, rapide, vite
size: taille
line: ligne
road-map: etape, phase
russia: russie, russe, moscou
ukraine: ukraine, ukrainien, kiev
america: amerique, americain, etats-unis, usa, washington
france: france, francais, paris
germany: allemagne, allemand, berlin
britain: grande-bretagne, britannique, angleterre, anglais, londres, royaume-uni
china: chine, chinois, pekin
poland: pologne, polonais, varsovie
italy: italie, italien, rome
spain: espagne, espagnol, madrid
turkey: turquie, turc, ankara, istanbul
israel: israel, israelien
iran: iran, iranien, teheran
japan: japon, japonais, tokyo
india: inde, indien, delhi
belarus: bielorussie, bielorusse, minsk
switzerland: suisse, geneve, genevois
saudi-arabia: arabie saoudite, saoudien, riyad
canada: canada, canadien
brussels: bruxelles, belgique, belge
un: onu, nations unies
nato: otan
eu: ue, union europeenne
kremlin: kremlin
white-house: maison blanche, maison-blanche
pentagon: pentagone
pope: pape, vatican
"""
