"""English synonyms; the package docstring tells the format."""

GROUPS: str = """
buy, bought, purchase
sell, sold
cost, price, fee, charge
cheap, inexpensive, affordable, low cost
expensive, pricey, overpriced
money, cash, funds
refund, reimburse, money back
pay, paid, payment
invoice, bill
receipt, proof of purchase, proof of payment
discount, rebate, price reduction, markdown
coupon, voucher, promo code, discount code, promotional code, coupon code
special offer, promotion, promo, special deal
shop, store, retail outlet
supermarket, grocery store, grocer
shopping cart, shopping basket, trolley
customer, client, shopper
customer service, customer support, customer care, helpdesk, help desk
seller, vendor, merchant, retailer
product, item, merchandise
delivery, deliver, shipping, shipment
parcel, package
courier, delivery driver
in stock, available
out of stock, sold out, unavailable
return, send back, give back
exchange, swap, trade in
cancel, call off, annul
postpone, delay, put off, defer
warranty, guarantee
broken, damaged, faulty, defective, broke
repair, fix, mend
replace, substitute
lost, misplaced, missing, mislaid, lose
steal, stole, stolen, theft, robbed
thief, thieves, robber, burglar
find, found
search, look for, seek, sought
choose, chose, chosen, select, pick, choice
gift, present
produce, manufacture, maker
second hand, pre owned, preowned, secondhand
rent, rental, lease
car hire, car rental, hire a car, rent a car
loan, lending, lent
mortgage, home loan, housing loan
debt, money owed, arrears
account balance, remaining balance, available funds
overdraft, overdrawn
transfer, money transfer, wire transfer
deposit, pay in
withdraw, withdrew, withdrawn, take out money
cash machine, atm, cashpoint, cash dispenser
pin, pin code, pin number, passcode
password, pass phrase, passphrase
debit card, bank card
contactless, tap to pay
direct debit, automatic payment, autopay
top up, topup, add money, add funds
decline, reject, refuse, turn down
pending, being processed
expire, lapse, expiry
fraud, scam, swindle
fake, counterfeit, phony, bogus
limit, maximum
exchange rate, conversion rate
save money, economize, economise
spend, spent, expenditure
bankrupt, insolvent, bankruptcy
compensation, indemnity
tax, taxation, levy
salary, wage, paycheck
pay rise, pay raise, pay increase, salary increase
job, occupation, profession
boss, head, leader, chief
manager, supervisor
coworker, colleague, workmate, co-worker
company, firm, business, corporation, enterprise
sack, dismiss, laid off, lay off, get fired
resign, quit my job
unemployed, jobless, out of work
cv, curriculum vitae
vacation, holiday, time off, days off, annual leave
maternity leave, parental leave
deadline, due date, time limit
meeting, conference
reserve, book
schedule, timetable
calendar, diary, agenda
attend, take part, participate
alarm, alarm clock, wake up call
wake, woke, woken, awake, get up
timer, countdown
opening hours, business hours, opening times, store hours, working hours
close, shut
reset password, password reset, forgot password
log in, login, sign in, log on, signin, logon
log out, logout, sign out, log off, signout
register, sign up, enroll, registration, signup
unsubscribe, opt out
subscription, subscribe, membership
username, user name, login name, user id
identity, id
verify, confirm, verification, validate
authentication, two factor
confidential, private, secret
personal data, personal information, personal details
email, e-mail, electronic mail
email address, e-mail address
phone number, telephone number, contact number
phone, telephone
mobile phone, cell phone, smartphone, mobile, cellphone
call, ring up, dial, phone call
hang up, end the call
voicemail, answering machine
text message, sms
ringtone, ring tone
contact, get in touch, reach, reach out
address book, phonebook, contact list, phone book
computer, pc
television, tv, telly
device, gadget
headphones, earphones, earbuds, headset
screen, display, monitor
disconnect, unplug
internet, web
website, web site, site, webpage, web page
wifi, wi-fi, wireless internet, wireless network
sync, synchronize, synchronise
app, mobile app
update, upgrade
delete, remove, erase, get rid of
restart, reboot
turn on, switch on, power on, activate, enable
turn off, switch off, power off, deactivate, disable, shut off
bug, glitch, software error
error, mistake
problem, issue, trouble, difficulty
configure, set up, setup
backup, back up
picture, photo, photograph, image
video, video clip, footage
film, movie, motion picture
cinema, movie theater, movie theatre
link, url, hyperlink
unblock, unlock
volume, sound level
louder, turn up, increase the volume
quieter, turn down the volume, lower the volume
loud, noisy
quiet, silent
song, tune
playlist, song list
skip, next song, next track
audiobook, audio book
news, headline, current affairs
newspaper, daily paper, gazette
journalist, reporter
tweet, post
magazine, periodical
author, writer
weather, weather forecast
rain, rainfall, rainy
cloudy, overcast
fog, mist, foggy, misty
wildfire, forest fire, bushfire
earthquake, quake
hurricane, cyclone, typhoon
global warming, climate change
light, lamp
color, colour
vacuum cleaner, hoover, vacuum
fridge, refrigerator
cooker, stove
washing machine, washer
air conditioning, air conditioner, aircon
house, home
apartment, flat
neighbor, neighbour
neighborhood, neighbourhood
toilet, bathroom, restroom, loo, lavatory, washroom
couch, sofa, settee
elevator, lift
trash, garbage, rubbish, waste
trash can, dustbin, rubbish bin, garbage can
dirty, filthy, grubby
clothes, apparel, garment
trousers, pants
sneakers, trainers, running shoes
shoe, footwear
sweater, jumper, pullover
coat, jacket
nappy, diaper
pram, stroller, pushchair
size, dimension, measurement
weight, weigh, how heavy
quantity, amount, number of
car, automobile, vehicle
motorcycle, motorbike
bicycle, bike
truck, lorry
subway, underground, metro
cab, taxi, uber
drive, drove, driven
driver, motorist, chauffeur
driving licence, driver license, driving license
gas station, petrol station, filling station, service station
fuel, gasoline, petrol
traffic, traffic jam, congestion
car park, parking lot, parking space, parking
motorway, highway, freeway, expressway
road, street
sidewalk, pavement
itinerary, route
plane ticket, air ticket, flight ticket
fly, flew, flown
airplane, plane, aircraft, aeroplane
luggage, baggage, suitcase
carry on, hand luggage, cabin bag, carryon
boarding pass, boarding card
layover, stopover
departure, depart
one way ticket, single ticket
round trip, return ticket
travel, journey, trip, voyage
tourist attraction, landmark, place of interest, sightseeing
travel agency, travel agent
abroad, overseas, foreign country
embassy, consulate
hotel, lodging, accommodation, inn
check in, checkin
check out, checkout
jet lag, jetlag
town, city
countryside, rural area
beach, seaside, seashore
location, place, where is
nearby, close by, near me, around here
nearest, closest
zip code, postcode, postal code
letterbox, mailbox
stamp, postage
food, grub
eat, ate, eaten, dine
meal, dish
dinner, supper, evening meal
restaurant, eatery, diner
takeaway, takeout, take away
recipe, how to cook
grill, barbecue, bbq
drink, drank, drunk, beverage
tasty, delicious, yummy
eggplant, aubergine
zucchini, courgette
cilantro, coriander
shrimp, prawn
ground beef, minced beef, minced meat, ground meat
hungry, starving, hunger
thirsty, thirst
gluten free, without gluten
allergy, allergic
alcohol, booze, liquor
pub, bar, tavern
beer, lager, ale
best before, expiration date, expiry date, use by date
doctor, physician, gp
pharmacy, chemist, drugstore
medicine, medication, medicament
painkiller, pain reliever, analgesic
illness, sickness, disease, ailment, unwell
contagious, infectious
infect, contaminate
spread, transmit, transmission
catch, caught
vaccine, immunization, immunisation, jab, inoculation
side effect, adverse effect, adverse reaction
covid, covid-19, coronavirus, covid19, sars-cov-2
pandemic, epidemic
quarantine, self isolate, isolation, self quarantine
social distancing, physical distancing
mask, face covering, face mask
hand gel, hand sanitizer, hand sanitiser
disinfect, sterilize, sterilise
flu, influenza
fever, high temperature
pain, ache, hurt, sore
headache, head pain
stomach ache, tummy ache, stomachache, bellyache
throw up, vomit, puke
diarrhea, diarrhoea
tired, exhausted, weary, fatigued
sleep, slept, asleep
insomnia, sleeplessness, trouble sleeping
heal, recover, get better, recovery
cure, remedy, treatment
prevent, avoid
protect, safeguard
injury, wound, injured
bleed, bled
surgery, surgical operation
emergency, urgent, urgency
pregnant, pregnancy, expecting a baby
birth, childbirth
breastfeed, breastfeeding
baby, infant, newborn
elderly, old people, seniors, older people
deaf, hard of hearing
lose weight, slim down, weight loss
exercise, workout, work out, physical activity
gym, fitness center, fitness centre
anxiety, anxious, nervous
therapist, psychologist, psychotherapist
die, pass away, death, dead, deceased, demise
kill, slay, murder, assassinate
victim, casualty
risk, danger, hazard, unsafe, risky
safe, secure, safety
kid, child, children
teenager, teen, adolescent
adult, grown up, grownup
man, men, guy, bloke
woman, women, lady
people, folks, persons
husband, hubby
mother, mom, mum, mama, mommy, mummy
father, dad, daddy, papa
grandmother, grandma, granny
grandfather, grandpa, grandad
sister, sis
family, relatives
friend, buddy, pal, mate
wedding, get married, marriage, marry
birthday, date of birth, birth date, birthdate
party, celebration
dog, pup, puppy, doggy
cat, kitty, kitten
vet, veterinarian
pupil, student
university, college
course, class
exam, examination
learn, learnt, study
teach, taught
meaning, definition, define
pronounce, pronunciation
math, mathematics
percentage, percent, per cent
help, assist, aid, support
answer, reply, respond, response
ask, inquire, enquire
question, query, enquiry, inquiry
explain, clarify, explanation
understand, understood, comprehend
advice, advise, counsel, recommend, suggestion
tell, told
say, said
talk, speak, chat, converse, spoke, spoken, discuss
repeat, say again
shout, yell, scream
joke, funny story
funny, amusing, hilarious, humorous
laugh, giggle, chuckle
cry, weep, wept, sob
happy, glad, joyful
sad, unhappy, sorrowful
angry, mad, furious, anger
annoying, irritating
afraid, scared, frightened, fear
scary, terrifying
boring, dull, tedious
surprise, astonish, amaze
worried, concerned
jealous, envious, jealousy, envy
love, adore
hate, detest, loathe, despise
want, wish, desire, would like
need, require
favorite, favourite
hello, hi, hey, greetings, howdy
goodbye, bye, see you, farewell, bye bye
thank you, thanks, cheers
sorry, apologize, apologise
congratulations, congrats, well done
how are you, how is it going, how are things, how you doing
nice to meet you, pleased to meet you
your name, what are you called
robot, bot, chatbot, virtual assistant
human, real person, human being, live agent
creator, who made you, who created you
artificial intelligence, ai
smart, clever, intelligent
stupid, dumb, foolish, silly
crazy, insane
weird, strange, odd, bizarre, peculiar
shut up, be quiet, stop talking
rude, impolite
honest, truthful
lie, liar
brave, courageous, bravery
lazy, idle
famous, well known, renowned
rich, wealthy, affluent
donate, give money
beautiful, pretty, gorgeous
great, awesome, wonderful, excellent, fantastic
bad, awful, terrible, horrible
big, large
huge, enormous, gigantic, giant, massive
small, little, tiny
short, brief
fast, quick, rapid, speedy
speed, velocity
easy, simple, straightforward, effortless
difficult, hard, tough, tricky
important, essential, crucial, vital
mandatory, compulsory, obligatory, obligation
forbidden, prohibited, banned, not allowed, forbid
allow, permit, authorise
permission, consent
certain, sure
wrong, incorrect, inaccurate
correct, accurate, exact
false, untrue
similar, alike
compare, comparison
free, free of charge, complimentary, gratis
additional, extra, supplementary
entire, whole
begin, began, begun, start, commence
end, finish, conclude
continue, go on, keep going, proceed
stop, cease
change, modify, alter, amend, modification, edit
improve, enhance, make better
increase, rise, rose, risen
decrease, reduce, lower, lessen, diminish, reduction
make, made
build, built, construct
destroy, demolish, destruction, demolition
use, utilize, utilise, usage
method, procedure, process
show, shown
hide, hid, hidden, conceal
see, saw, seen
send, sent
give, gave, given
bring, brought
keep, kept, retain
throw, threw, thrown, toss
throw away, discard, dispose of
collect, pick up
obtain, acquire
earn, make money
win, won, victory
winner, champion
try, attempt
succeed, success
fail, failure, unsuccessful
decide, decision
think, thought
believe, belief
opinion, viewpoint, point of view
know, knew, known
forget, forgot, forgotten
remember, recall, recollect
happen, occur, take place
wait, hang on, hold on
hurry, rush
stay, remain
leave, left
come, came
go, went, gone
hear, heard
walk, stroll
run, ran
jump, leap
fall, fell, fallen
sit, sat
stand, stood
grow, grew, grown
write, wrote, written
sign, signature
fill in, fill out
submit, hand in
eligible, qualify, entitled
rule, regulation
law, legislation
contract, agreement
complain, complaint
criticize, criticise
review, feedback
agree, accept, approve
argue, quarrel, argument
fight, fought, brawl
attack, assault
gun, firearm
war, conflict, warfare
ceasefire, truce, cease-fire, armistice
negotiate, peace talks
treaty, accord, pact
enemy, foe, adversary
army, military, armed forces
soldier, troops
inmate, detainee
prison, jail, gaol
arrest, apprehend
prisoner swap, prisoner exchange
lawyer, attorney, solicitor, barrister
judge, magistrate
court, tribunal
lawsuit, court case
guilty, culpable
innocent, not guilty
crime, offense, offence
criminal, offender, felon
police, cop, police officer, policeman
evidence, proof
accuse, allegation
bribe, bribery
protest, demonstration, rally
uprising, revolt, rebellion
coup, putsch
prime minister, premier
government, administration
parliament, legislature
politician, lawmaker
election, vote, ballot, poll
opponent, rival
dictator, autocrat, tyrant, dictatorship
diplomat, ambassador, envoy
sanction, embargo
border, frontier
refugee, asylum seeker
citizenship, nationality
population, number of inhabitants, inhabitants
spokesperson, spokesman, spokeswoman
announce, declare
warn, alert, caution
threaten, threat, menace
promise, pledge, vow
deny, denial
punish, penalty
now, currently, at present, right now, at the moment
tonight, this evening
later, afterwards
immediately, straight away, right away, instantly, at once, asap
latest, most recent, newest
previous, former, prior
old fashioned, outdated, obsolete
always, all the time, constantly
often, frequently
sometimes, occasionally, from time to time
daily, every day, each day
weekly, every week, each week
monthly, every month, each month
yearly, annually, every year
midday, noon
temporary, provisional, temporarily
permanent, forever
normal, ordinary, usual, typical
approximately, roughly
main, principal, primary
reason, cause
purpose, goal, aim, objective
result, outcome, consequence
advantage, benefit, upside
disadvantage, drawback, downside
area, region, zone
center, centre, middle
scientist, researcher
engine, motor
wallet, purse, billfold
garden, yard, backyard
hobby, pastime
football, soccer
swimming pool, pool
concert, gig
actor, actress
theater, theatre
haircut, hairdo
hairdresser, barber, hair salon
makeup, cosmetics
stomach, belly, tummy
gay, homosexual
surname, last name, family name
first name, given name
phone plan, mobile plan, data plan
sim card, sim
terms and conditions, terms of service, terms of use
privacy policy, data protection
newsletter, mailing list
loyalty program, loyalty card, rewards program, reward points, loyalty points
order tracking, track my order, track order, where is my order
tracking number, tracking code
order, place an order
collect in store, click and collect, store pickup
self employed, freelance
intern, trainee, internship, apprentice
to do list, todo list, task list
shopping list, grocery list
nanny, babysitter, childminder
daycare, nursery, kindergarten, preschool
"""
