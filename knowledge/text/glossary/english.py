"""English words of the glossary; the package docstring tells the format."""

WORDS: str = """
president: president
prime-minister: prime minister, premier
minister: minister
ministry: ministry
government: government, cabinet
parliament: parliament, congress, senate
deputy: deputy, lawmaker, senator
palace: palace
presidency: presidency, presidential
embassy: embassy, ambassador
diplomat: diplomat, diplomacy, diplomatic
foreign-minister: foreign minister, foreign ministry, foreign affairs
spokesman: spokesman, spokesperson, spokeswoman
official: official
leader: leader, head
mayor: mayor
governor: governor
king: king, queen, royal
party: party
election: election, vote, voter, ballot
candidate: candidate
opposition: opposition, opponent
law: law, legislation, bill
reform: reform
constitution: constitution
union: union
european: european
europe: europe
alliance: alliance, ally
member: member, membership
join: join, accession
border: border, frontier
territory: territory, territorial
country: country, nation, state
capital: capital
city: city, town
village: village
region: region, province, area
district: district, neighbourhood
island: island
sea: sea, ocean
river: river
lake: lake
mountain: mountain
forest: forest
street: street, road
bridge: bridge
port: port, harbour
airport: airport
station: station
war: war, conflict
peace: peace
truce: truce, ceasefire, cease-fire, armistice
army: army, military, troops, armed forces, forces
soldier: soldier
general: general
officer: officer
front: front, front line
battle: battle, fighting, fight, combat
weapon: weapon, arms
missile: missile, rocket
drone: drone
tank: tank, armour, armor, armoured vehicle
bomb: bomb, bombing, shelling, bombard, shell
attack: attack, assault, raid, strike
offensive: offensive, operation
target: target
explosion: explosion, explode, blast
destroy: destroy, destruction
damage: damage
kill: kill, killed
die: die, dead, death
wounded: wounded, injured, injury, hurt
victim: victim, casualty
civilian: civilian, civil
hospital: hospital
refugee: refugee
evacuate: evacuate, evacuation
inhabitant: inhabitant, resident, population
house: house, home, dwelling, housing
building: building
prisoner: prisoner, detainee
prison: prison, jail, jailed
exchange: exchange, swap
release: release, free, liberation
hostage: hostage
negotiation: negotiation, talks, negotiate, negotiator
discussion: discussion, discuss
conversation: conversation, talk, speak, spoke
meeting: meeting, meet, met
summit: summit
conference: conference
agreement: agreement, deal, accord
treaty: treaty, pact
contract: contract
document: document, paper
text: text, draft
sign: sign, signature
point: point
word: word
letter: letter
list: list
compromise: compromise, concession
obstacle: obstacle, hurdle
condition: condition
guarantee: guarantee
sanction: sanction
retaliation: retaliation, retaliate, reprisal
protest: protest, demonstration, demonstrate
strike: strike, walkout
crisis: crisis
threat: threat
danger: danger, dangerous
risk: risk
security: security, safety
defence: defence, defense, defend
police: police
crime: crime, criminal
court: court, tribunal
judge: judge
lawyer: lawyer
trial: trial
investigation: investigation, inquiry, investigate
arrest: arrest, detain
sentence: sentence, convict, convicted
guilty: guilty
evidence: evidence, proof
witness: witness
corruption: corruption
theft: theft, steal, thief, stolen
fire: fire, blaze
accident: accident, crash
flood: flood
earthquake: earthquake
storm: storm, hurricane
drought: drought
weather: weather, climate
rescue: rescue, save
company: company, firm
group: group
factory: factory, plant
worker: worker, employee, staff
job: job, employment
unemployment: unemployment
layoff: layoff, dismiss, sack
salary: salary, wage
trade-union: trade union
market: market
price: price, cost
money: money
dollar: dollar
euro: euro
million: million
billion: billion
thousand: thousand
hundred: hundred
half: half
percent: percent, per cent
economy: economy, economic
trade: trade, commerce
buy: buy, purchase, bought
sell: sell, sold, sale
buyer: buyer, customer
export: export
import: import
tax: tax, duty, tariff
budget: budget
debt: debt
bank: bank
investment: investment, invest
share: share, stock
profit: profit
loss: loss
oil: oil, crude, petroleum
gas: gas
barrel: barrel
pipeline: pipeline
tanker: tanker, vessel, ship, boat
energy: energy
electricity: electricity, power
nuclear: nuclear
coal: coal
water: water
food: food
grain: grain, wheat
farmer: farmer, farm
supply: supply, delivery, deliver
store: store, storage, stockpile
capacity: capacity
volume: volume, quantity, amount
ton: ton, tonne
kilometre: kilometre, kilometer
metre: metre, meter
train: train
plane: plane, aircraft, airplane
car: car, vehicle
bus: bus
flight: flight
driver: driver
pilot: pilot
passenger: passenger
traffic: traffic, circulation
works: works, construction, build, built
repair: repair, renovate
close: close, closure, shut, shutdown
open: open, opening, reopen
begin: begin, start, launch
end: end, finish
stop: stop, halt, cease
continue: continue, go on, keep
resume: resume
delay: delay, postpone, late
cancel: cancel
change: change
increase: increase, rise, grow
decrease: decrease, fall, drop, reduce
give: give, hand over
take: take, seize, capture
send: send, sent
receive: receive, get
return: return, come back
leave: leave, depart, departure, left
arrive: arrive, arrival
travel: travel, trip, journey
visit: visit
stay: stay, remain
move: move
withdraw: withdraw, withdrawal, pull out
enter: enter, entry
cross: cross
block: block, blockade
control: control
use: use
make: make, produce, production
win: win, victory, won
lose: lose, defeat, lost
find: find, found, discover
search: search, look for
show: show, reveal, disclose
hide: hide, secret, behind closed doors
publish: publish
write: write, wrote
read: read
know: know, aware
understand: understand
learn: learn
remember: remember
forget: forget
decide: decide, decision
plan: plan, intend
try: try, attempt
succeed: succeed, success
fail: fail, failure
allow: allow, permit
ban: ban, forbid, prohibit
call: call, phone, telephone
answer: answer, reply, respond, response
question: question, ask
comment: comment
react: react, reaction
silence: silence, silent
statement: statement, communique, press release
speech: speech, address
interview: interview
press: press, media
newspaper: newspaper, daily
agency: agency
channel: channel, television, tv
radio: radio
journalist: journalist, reporter
source: source, anonymous, anonymity
cite: cite, quote, relay
information: information, news
rumour: rumour, rumor
true: true, truth
false: false, fake
network: network, social network
internet: internet, website, online
photo: photo, picture, image
video: video, film
name: name, call, named
age: age, old
man: man
woman: woman
child: child, kid
family: family
father: father
mother: mother
son: son
daughter: daughter
brother: brother
sister: sister
husband: husband
wife: wife
friend: friend
neighbour: neighbour, neighbor
people: people
teacher: teacher
school: school
student: student, pupil
university: university
doctor: doctor, physician
patient: patient
disease: disease, illness, sick
virus: virus
vaccine: vaccine, vaccination
medicine: medicine, drug
treatment: treatment, treat
health: health
scientist: scientist, researcher
study: study, research
science: science
engineer: engineer
expert: expert, specialist
director: director, manager
chairman: chairman
owner: owner, own
founder: founder, found
successor: successor, succeed
resign: resign, resignation, step down
appoint: appoint, nomination
poll: vote, poll
space: space
satellite: satellite
computer: computer
hacker: hacker, cyberattack
data: data
phone: phone, smartphone, mobile
sport: sport, sports
team: team
player: player
coach: coach, trainer
match: match, game
championship: championship, tournament, cup
goal: goal
record: record
medal: medal
stadium: stadium
club: club
season: season
museum: museum
theatre: theatre, theater
music: music, concert
book: book
artist: artist
actor: actor
writer: writer, author
prize: prize, award
festival: festival
exhibition: exhibition
church: church
religion: religion, religious
animal: animal
tree: tree
stone: stone
gold: gold
steel: steel, iron
today: today
yesterday: yesterday
tomorrow: tomorrow
day: day
night: night
morning: morning
evening: evening
week: week
month: month
year: year
hour: hour
minute: minute
date: date
time: time, moment
century: century
monday: monday
tuesday: tuesday
wednesday: wednesday
thursday: thursday
friday: friday
saturday: saturday
sunday: sunday
january: january
february: february
march: march
april: april
may: may
june: june
july: july
august: august
september: september
october: october
november: november
december: december
spring: spring
summer: summer
autumn: autumn, fall
winter: winter
two: two
three: three
four: four
five: five
six: six
seven: seven
eight: eight
nine: nine
ten: ten
eleven: eleven
twelve: twelve, dozen
twenty: twenty
thirty: thirty
first: first
second: second
third: third
last: last, final
next: next, following
before: before, previous, former, ex
after: after
new: new
old: old
young: young
big: big, large, great
small: small, little
long: long
short: short
high: high
low: low
good: good
bad: bad
important: important
main: main
possible: possible
impossible: impossible
ready: ready, prepared
near: close, near
far: far, distance
difficult: difficult, hard
easy: easy, simple
free-of-charge: free
public: public
private: private
foreign: foreign
national: national
international: international, world, global
local: local
independent: independent, independence
freedom: freedom, liberty
democracy: democracy
right: right, rights
north: north, northern
south: south, southern
east: east, eastern
west: west, western
side: side, camp
enemy: enemy
partner: partner
rival: rival
relation: relation, relationship
cooperation: cooperation, cooperate
help: help, aid, assistance
support: support, back
interest: interest
reason: reason, cause, why
result: result, outcome, consequence
problem: problem, issue
solution: solution, solve
situation: situation
position: position, stance
role: role
power: power, authority
force: force, strength
project: project, programme, program
proposal: proposal
offer: offer
request: request
order: order, command
demand: demand, requirement
accusation: accusation, charge
warning: warning
promise: promise
aim: goal, aim, purpose
idea: idea, thought
opinion: opinion, view
hope: hope
illusion: illusion, illusory, unrealistic
realistic: realistic
game: game, play
place: place, location, venue
room: room, hall
table: table
door: door
base: base
camp: camp
shelter: shelter
object: object, thing
kind: kind, type
number: number, figure
part: part
level: level
rate: rate
degree: degree
speed: speed, fast, quick
size: size
line: line
road-map: road map, step, stage
russia: russia, russian, moscow
ukraine: ukraine, ukrainian, kyiv, kiev
america: america, american, united states, usa, washington
france: france, french, paris
germany: germany, german, berlin
britain: britain, british, england, english, london, uk
china: china, chinese, beijing
poland: poland, polish, warsaw
italy: italy, italian, rome
spain: spain, spanish, madrid
turkey: turkey, turkish, ankara, istanbul
israel: israel, israeli
iran: iran, iranian, tehran
japan: japan, japanese, tokyo
india: india, indian, delhi
belarus: belarus, belarusian, minsk
switzerland: switzerland, swiss, geneva
saudi-arabia: saudi arabia, saudi, riyadh
canada: canada, canadian
brussels: brussels, belgium, belgian
un: un, united nations
nato: nato
eu: eu, european union
kremlin: kremlin
white-house: white house
pentagon: pentagon
pope: pope, vatican
"""
