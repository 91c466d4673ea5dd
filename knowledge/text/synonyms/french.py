"""French synonyms; the package docstring tells the format."""

GROUPS: str = """
acheter, achat, acquerir, se procurer
vendre, vendu
prix, cout, tarif, montant
frais, commission
pas cher, bon marche, abordable, peu couteux
cher, couteux, onereux, hors de prix
argent, pognon
especes, argent liquide, cash
payer, raquer
ticket de caisse, preuve d'achat, justificatif d'achat
reduction, remise, rabais, ristourne
code promo, bon de reduction, coupon, code de reduction, code promotionnel
promotion, promo, offre speciale
magasin, boutique
supermarche, hypermarche, grande surface
panier, caddie, chariot
client, clientele, acheteur
service client, service clientele, service apres-vente, sav, assistance client
vendeur, marchand, commercant
produit, marchandise
livraison, livrer, expedition, expedier
colis, paquet
livreur, coursier
disponible, en stock, disponibilite
indisponible, rupture de stock, en rupture
retourner, renvoyer
echanger, troquer
annuler, decommander
reporter, decaler, repousser, differer
casse, abime, endommage, defectueux
en panne, hors service, panne
reparer, rafistoler
remplacer, substituer
perdu, egare, perdre, perte
voleur, cambrioleur
trouver, denicher, degoter
chercher, rechercher
choisir, choix, selectionner, selection
fabricant, constructeur
d'occasion, seconde main
louer, location
proprietaire, proprio, bailleur
pret, credit, emprunt
credit immobilier, pret immobilier, hypotheque
dette, impaye
solde du compte, solde bancaire, montant disponible
virement, transferer, transfert, transfert d'argent
depot, verser, deposer de l'argent
retirer de l'argent, retrait d'argent, retrait d'especes
distributeur, distributeur automatique, guichet automatique, dab, gab
code pin, code secret, code confidentiel
mot de passe, mdp, password
carte de credit, carte bleue, carte bancaire, cb, carte de paiement
sans contact, paiement sans contact
prelevement, prelevement automatique
recharger, approvisionner, rajouter de l'argent
releve, historique des transactions, releve de compte
refuser, rejeter
en attente, en cours de traitement
expirer, perimer
fraude, arnaque, escroquerie
escroc, arnaqueur, fraudeur
plafond, limite, montant maximum
taux de change, taux de conversion
economiser, epargner, economies, mettre de cote
investir, placement
faillite, depot de bilan
indemnisation, dedommagement, indemnite
impot, taxe, fisc
declaration de revenus, declaration d'impots, declaration fiscale
salaire, remuneration
augmentation de salaire, hausse de salaire
prime, bonus
retraite, pension
travail, boulot, emploi, job, metier, profession, travailler, bosser, taffer
patron, chef, dirigeant, leader
responsable, manager, superieur hierarchique
collegue, collaborateur
entreprise, societe, compagnie
embaucher, recruter
demissionner, demission
chomage, sans emploi, chomeur
cv, curriculum vitae
entretien d'embauche, entretien professionnel
vacances, conge
arret maladie, conge maladie, arret de travail
conge maternite, conge parental
teletravail, travail a distance
stagiaire, stage, apprenti
date limite, echeance, date butoir
reunion, meeting
rendez-vous, rencard
reserver, booker
horaire, emploi du temps, planning
heures d'ouverture, horaires d'ouverture
calendrier, agenda
participer, prendre part, assister a
reveil, alarme
minuteur, minuterie, compte a rebours
connecter, connexion, ouvrir une session
deconnecter, deconnexion, fermer la session
inscrire, inscription, creer un compte
desinscrire, desabonner, desinscription
abonnement, souscription, souscrire
identifiant, nom d'utilisateur, login
piece d'identite, carte d'identite, papiers d'identite
verifier, controler, verification
confirmer, valider
authentification, authentifier
vie privee, confidentialite
donnees personnelles, informations personnelles
email, mail, courriel, e-mail, courrier electronique
adresse mail, adresse email, adresse electronique
portable, smartphone, telephone portable, mobile, telephone mobile
appeler, telephoner, coup de fil
messagerie vocale, repondeur, boite vocale
sms, texto
contacter, joindre, prendre contact, entrer en contact
carnet d'adresses, repertoire, liste de contacts
ordinateur, pc
ordinateur portable, pc portable
television, tele, tv, televiseur
appareil, dispositif
casque, ecouteur
haut-parleur, baffle
ecran, moniteur
internet, web
site, site web, site internet, page web
wifi, wi-fi, reseau sans fil
appli, app
logiciel, programme informatique
mettre a jour, mise a jour, actualiser
supprimer, effacer, enlever, suppression, se debarrasser
redemarrer, relancer
allumer, activer, mettre en marche
eteindre, desactiver
bug, bogue, dysfonctionnement
erreur, faute
probleme, souci, pepin, difficulte
parametre, reglage, configuration
photo, photographie, image
film, long metrage
cinema, cine
appareil photo, camera
lien, url, hyperlien
cliquer, appuyer
pirater, piratage, hacker
debloquer, deverrouiller, deblocage
volume, niveau sonore
monter le son, augmenter le volume
baisser le son, diminuer le volume
bruit, vacarme, boucan
musique, zik
chanson, morceau de musique
liste de lecture, playlist
suivant, prochain
precedent, anterieur
livre audio, audiolivre
auteur, ecrivain
actualites, actu
presse, medias
journaliste, reporteur
tweet, publication, post
magazine, revue
meteo, previsions meteo, bulletin meteo
pluie, pleuvoir, averse, pluvieux
incendie, feu de foret
seisme, tremblement de terre
ouragan, cyclone, typhon
rechauffement climatique, changement climatique
lumiere, lampe, eclairage
couleur, coloris
frigo, refrigerateur
machine a laver, lave-linge
chauffage, radiateur
climatisation, clim, climatiseur
maison, baraque, domicile
demenager, changer d'adresse
quartier, voisinage
toilettes, wc, chiottes, petit coin
salle de bain, salle d'eau
dechet, ordure, detritus
nettoyer, nettoyage, laver
vetement, habit, fringue, sape
pantalon, futal, froc
chaussure, godasse, soulier
pull, chandail
manteau, blouson, veste
poussette, landau
taille, dimension
poids, peser
quantite, nombre, combien de
voiture, bagnole, automobile, vehicule
moto, becane
velo, bicyclette
camion, poids lourd
bus, autobus
permis de conduire, permis
station-service, station essence, pompe a essence
carburant, essence, gazole, gasoil
embouteillage, bouchon
parking, stationnement
itineraire, trajet
billet d'avion, ticket d'avion
bagage, valise
bagage a main, bagage cabine
carte d'embarquement, boarding pass
escale, correspondance
depart, partir, s'en aller, se barrer
aller-retour, aller et retour
voyage, periple
lieu touristique, attraction touristique, site touristique
droits de douane, frais de douane
ambassade, consulat
hotel, hebergement, logement
decalage horaire, jet lag
plage, bord de mer
lieu, endroit, emplacement, localisation
a proximite, pres de moi, pres d'ici, aux alentours
bureau de poste, agence postale
courrier, lettre
boite aux lettres, boite a lettres
nourriture, aliment, boustifaille
manger, bouffer, grailler
diner, souper, repas du soir
petit-dejeuner, petit dej, p'tit dej
a emporter, a l'emporter
cuisiner, preparer a manger, faire a manger
boire, bu, picoler
bonbon, sucrerie, friandise
faim, affame, avoir la dalle
vegetalien, vegan
sans gluten, exempt de gluten
bar, bistrot, troquet
cafe, kawa
date de peremption, date d'expiration, dlc
medecin, docteur, toubib
hopital, hosto
medicament, medoc, remede
comprime, cachet
antidouleur, antalgique, analgesique
ordonnance, prescription medicale
maladie, pathologie, souffrant
contagieux, transmissible, infectieux
infecter, contaminer
transmission, transmettre, propager
attraper, choper
effet secondaire, effet indesirable
covid, covid-19, coronavirus, covid19
pandemie, epidemie
quarantaine, isolement, auto-isolement
deconfinement, levee du confinement
distanciation sociale, distanciation physique
test, depistage
gel hydroalcoolique, solution hydroalcoolique, gel desinfectant
desinfecter, steriliser
grippe, influenza
fievre, temperature elevee
douleur, avoir mal
mal de tete, maux de tete, cephalee
mal au ventre, mal de ventre, maux de ventre
vomir, gerber, degueuler
fatigue, creve, epuise
dormir, sommeil, roupiller, pioncer
insomnie, troubles du sommeil
guerir, guerison, retablissement
soigner, soin, traitement
eviter, empecher
proteger, protection
blessure, blesse, plaie
chirurgie, operation chirurgicale, intervention chirurgicale
urgence, urgent
premiers secours, premiers soins
enceinte, grossesse, attendre un bebe
bebe, nourrisson, nouveau-ne
personne agee, senior, troisieme age
handicape, invalide
sourd, malentendant
aveugle, malvoyant, non-voyant
obesite, surpoids, obese
maigrir, perdre du poids, mincir
grossir, prendre du poids
cigarette, clope
anxiete, angoisse, anxieux
deprime, depression
psychologue, psy, therapeute
mort, mourir, deces, deceder, trepas
tuer, assassiner, assassinat, meurtre, homicide
danger, risque, peril, dangereux, perilleux
securite, surete
enfant, gosse, gamin, mome
adolescent, ado
homme, mec, gars
petit ami, petit copain
petite amie, petite copine
epoux, mari
epouse, conjointe
mere, maman
pere, papa
grand-mere, mamie
grand-pere, pepe, papy
frere, frangin
ami, copain, copine, pote
mariage, noce
anniversaire, date de naissance
chien, clebs, toutou
chat, minou, matou
veterinaire, veto
ecole, bahut
professeur, prof, enseignant
eleve, ecolier
universite, fac
examen, exam, epreuve
apprendre, appris, etudier, apprentissage
traduire, traduction
signification, signifier, vouloir dire
maths, mathematiques
aider, assister, coup de main
repondre, reponse
question, interrogation
expliquer, clarifier
comprendre, compris, piger, capter
information, info, renseignement
conseil, recommandation
proposer, suggerer, proposition, suggestion
dire, dit
parler, discuter, bavarder, papoter, conversation, discussion
repeter, redire
crier, hurler, gueuler
blague, plaisanterie, vanne
drole, marrant, rigolo, amusant
rire, rigoler
pleurer, chialer, sangloter
heureux, content, joyeux
bonheur, joie
triste, malheureux
colere, fache, furieux, enerve
agacant, chiant, penible
peur, frousse, trouille, crainte
effrayant, terrifiant, flippant
ennuyeux, barbant
interessant, passionnant
surprendre, surprenant, etonner
inquiet, inquietude, preoccupe
jaloux, jalousie
aimer, adorer, kiffer
detester, hair, haine
vouloir, souhaiter, desirer, envie
besoin, necessiter
esperer, espoir
prefere, favori
bonjour, salut, coucou, hello
au revoir, a bientot, a plus, bye, adieu
merci, remercier
desole, excuser, pardon
felicitations, bravo
comment vas-tu, comment ca va, comment allez-vous
ravi de te rencontrer, enchante
robot, bot, chatbot, assistant virtuel, agent conversationnel
humain, etre humain, vraie personne
intelligence artificielle, ia
intelligent, malin, fute
bete, stupide, idiot
fou, dingue
bizarre, etrange
impoli, malpoli, grossier
gentil, sympa, sympathique, aimable
mechant, cruel
mentir, mensonge, menteur
paresseux, faineant, flemmard
celebre, renomme, celebrite
riche, fortune, frique
pauvre, demuni
sans-abri, sdf, sans domicile
don, donation
benevole, volontaire, benevolat
joli, beau, magnifique, belle
laid, moche
super, genial, excellent, formidable
nul, mauvais, mediocre
horrible, affreux, atroce
enorme, immense, gigantesque
petit, minuscule
rapide, vite, rapidite
facile, simple, aise
difficile, complique, ardu
important, essentiel, crucial, primordial
indispensable, necessaire
obligatoire, obligation
interdit, interdire, interdiction, prohibe
autorise, permettre
probablement, sans doute
incorrect, errone, inexact
correct, exact
identique, pareil
similaire, semblable, ressembler
comparer, comparaison
gratuit, gratos, sans frais, offert
supplementaire, additionnel, en plus
commencer, debuter, demarrer, entamer
finir, terminer, achever
continuer, poursuivre
arreter, stopper, cesser
changer, modifier, modification
ameliorer, perfectionner
augmenter, accroitre, hausse
diminuer, reduire, baisse
creer, creation
construire, batir, construction
detruire, demolir, destruction
utiliser, se servir
fonctionner, marcher
methode, procedure, marche a suivre, demarche
cacher, dissimuler, planquer
voir, vu
regarder, visionner
recevoir, recu, reception
garder, conserver
jeter, balancer, mettre a la poubelle
obtenir, obtention
gagner, remporter, vainqueur, victoire
essayer, tenter, tentative
reussir, reussite, succes
echouer, echec
decider, decision
penser, reflechir
opinion, point de vue
savoir, connaitre
avoir lieu, survenir, se produire, se passer
attendre, patienter, attente
ecrire, rediger
signer, signature
remplir, completer
formulaire, questionnaire
eligible, eligibilite, avoir droit
regle, reglementation
loi, legislation
contrat, convention
accord, pacte
reclamation, plainte, porter plainte, se plaindre
avis, commentaire, evaluation
accepter, etre d'accord, approuver
disputer, engueuler, engueulade
bagarre, baston, se battre
frapper, cogner
attaque, agression
guerre, conflit
cessez-le-feu, treve, armistice
negocier, pourparlers
ennemi, adversaire
armee, militaire, forces armees
soldat, combattant
prisonnier, detenu
prison, taule, incarceration, emprisonnement
liberer, relacher
arrestation, interpellation
echange de prisonniers, echange de detenus
juge, magistrat
tribunal, cour de justice
coupable, culpabilite
crime, delit, infraction
criminel, delinquant
police, policier, forces de l'ordre
attentat, attaque terroriste
corruption, pot-de-vin
manifestation, manif
revolte, soulevement, insurrection
coup d'etat, putsch
president, chef de l'etat
premier ministre, chef du gouvernement
gouvernement, executif
depute, parlementaire
politicien, homme politique, femme politique
election, scrutin, vote
dictateur, tyran, despote
diplomate, ambassadeur
sanction, embargo
refugie, demandeur d'asile
migrant, immigre
nationalite, citoyennete
annoncer, declarer
avertir, prevenir, alerter
promettre, promesse
nier, dementir
punir, punition, penaliser
amende, contravention, pv
maintenant, actuellement, en ce moment, a present
bientot, sous peu
plus tard, ulterieurement
immediatement, tout de suite, sur-le-champ, illico
recemment, dernierement
demode, depasse, obsolete, ringard
souvent, frequemment
parfois, quelquefois, de temps en temps
a nouveau, encore une fois, de nouveau
quotidiennement, chaque jour, tous les jours
hebdomadaire, chaque semaine, toutes les semaines
mensuel, chaque mois, tous les mois
annuel, chaque annee, tous les ans
week-end, weekend, fin de semaine
temporaire, provisoire
generalement, habituellement, d'habitude, en general
approximativement, a peu pres
raison, cause, motif
but, objectif
resultat, consequence
avantage, atout
inconvenient, desavantage
fonctionnalite, caracteristique
sorte, categorie, genre
region, zone, secteur
scientifique, chercheur
portefeuille, porte-monnaie
cle, clef
loisir, passe-temps, hobby
football, foot
coiffeur, salon de coiffure
maquillage, cosmetique
ventre, estomac, bide
cheveux, tifs
homosexuel, gay
embrasser, bisou, baiser
draguer, flirter
nom de famille, patronyme
carte sim, puce
conditions generales, conditions d'utilisation, cgu, cgv
infolettre, newsletter, lettre d'information
carte de fidelite, programme de fidelite, points de fidelite
suivi de commande, suivre ma commande, ou est ma commande, suivi du colis
commander, passer commande
en plusieurs fois, mensualite, paiement echelonne
freelance, auto-entrepreneur, travailleur independant
liste de courses, liste d'achats
liste de taches, choses a faire, to do list
nounou, baby-sitter, assistante maternelle
creche, garderie
allocation, prestation sociale
carte grise, certificat d'immatriculation
carte vitale, carte d'assurance maladie
immatriculation, plaque d'immatriculation
attestation, certificat
mairie, hotel de ville
patate, pomme de terre
truc, chose, machin
"""
